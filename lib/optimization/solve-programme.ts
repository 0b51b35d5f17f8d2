import type { CallbackType, Highs, HighsCallbackMap, Model } from "highs";
import { messages } from "../message/message.ts";
import type { Work } from "../numeric/work.ts";
import { highsModel, statusAfterRun } from "./highs-model.ts";
import { loadHighs } from "./load-highs.ts";
import { OptimizationError } from "./optimization-error.ts";
import { isMixedInteger, type Programme } from "./programme.ts";
import { rangesOf } from "./ranges.ts";
import type { Optimum, Solution, Unbounded } from "./solution.ts";

const texts = messages("optimization.solve", {
  solving: { en: "solving the programme", zh: "求解规划" },
  outOfTime: {
    en: "In {seconds} s neither a solution nor a proof that there is none was found. Give more seconds, bounds for the integers, or fewer of them.",
    zh: "在 {seconds} 秒内既未找到解，也未证明无解。请增加 seconds，为整数变量给出界限，或减少整数变量。",
  },
  unsolved: {
    en: "The solver ended without an answer (status {status}). Bring the coefficients closer together by choosing other units, or relax what is nearly equal.",
    zh: "求解器未得出结果（状态 {status}）。请更换单位，使系数的量级接近，或放宽近乎相等的约束。",
  },
});

export interface SolveOptions {
  /** Interior point with crossover is faster on long horizons; simplex on most else. Ignored with integers. */
  readonly solver?: "choose" | "simplex" | "ipm";
  /** Sensitivity ranges cost as much as many iterations: only where they are read. */
  readonly ranges?: boolean;
  /** With integers: the relative distance to the best bound at which to stop. Default: 1e-9, which is an optimum to rounding. */
  readonly gap?: number;
  /** With integers: when to stop the search with the best that is found. Default: never. What is found then depends on the machine. */
  readonly seconds?: number;
}

/** A reduced cost of this size, relative to the largest coefficient of the objective, is zero within the solver's tolerance. */
const ZERO_COST = 1e-7;

/** An objective and its bound that differ by less are the same number, added up in another order. */
const ROUNDING = 1e-12;

/**
 * Solves a programme by HiGHS: simplex or interior point, and branch and cut with integers. The caller may stop it only by ending the
 * worker. Throws OptimizationError if the solver finds no answer for numerical reasons, or none in time.
 *
 * Source: Q. Huangfu and J. A. J. Hall (2018), doi:10.1007/s12532-017-0130-5.
 */
export async function solveProgramme(
  programme: Programme,
  work: Work,
  { solver = "choose", ranges = false, gap, seconds }: SolveOptions = {},
): Promise<Solution> {
  await work.pause();
  const highs = await loadHighs();
  const isMixed = isMixedInteger(programme);
  const model = highsModel(highs, programme, programme.isInteger);
  try {
    if (!isMixed) model.options.set("solver", solver);
    if (gap !== undefined) model.options.set("mip_rel_gap", gap);
    if (isMixed && seconds !== undefined) model.options.set("time_limit", seconds);
    const status = outcome(highs, model, programme, work, seconds);
    if (status === "infeasible") return { status };
    if (status === "unbounded") return unbounded(highs, programme);
    if (!isMixed) return optimumOf(highs, model, programme, ranges);
    return mixedOptimum(highs, model, programme, ranges, status === "stopped");
  } finally {
    model.dispose();
  }
}

type Outcome = Solution["status"] | "stopped";

/** What is tried next where numbers of very different size keep the solver from an answer. */
const otherWays = [
  { presolve: "off", simplex_scale_strategy: 2 },
  { presolve: "off", simplex_strategy: 4 },
] as const;

/** Runs a model; where presolve cannot tell infeasible from unbounded, again without it. */
function outcome(highs: Highs, model: Model, programme: Programme, work: Work, seconds?: number): Outcome {
  const { optimal, infeasible, unbounded, unboundedOrInfeasible, empty, timeLimit } = highs.constants.modelStatus;
  const answers: readonly number[] = [optimal, empty, infeasible, unbounded, unboundedOrInfeasible, timeLimit];
  let status = statusAfterRun(highs, model, progress(highs, programme, work));
  for (const options of otherWays) {
    if (answers.includes(status)) break;
    model.clearSolver();
    model.options.set(options);
    status = statusAfterRun(highs, model);
  }
  if (!answers.includes(status)) throw new OptimizationError("constraints", texts.unsolved({ status }));
  if (status === optimal || status === empty) return "optimal";
  if (status === infeasible) return "infeasible";
  if (status === timeLimit) {
    if (Number(model.info.get("primal_solution_status")) === highs.constants.solutionStatus.feasible) return "stopped";
    throw new OptimizationError("seconds", texts.outOfTime({ seconds: seconds! }));
  }
  // Whatever has a point without an objective is unbounded with it.
  const feasible = highsModel(highs, { ...programme, costs: new Float64Array(programme.columns) }, programme.isInteger);
  try {
    return statusAfterRun(highs, feasible) === infeasible ? "infeasible" : "unbounded";
  } finally {
    feasible.dispose();
  }
}

/** Iterations are told as a share of a guess: simplex takes about twice as many as there are rows. */
function progress(highs: Highs, { rows, columns }: Programme, work: Work): HighsCallbackMap {
  const { simplexInterrupt, ipmInterrupt, mipInterrupt } = highs.constants.callbackType;
  const expected = 2 * Math.min(rows, columns) + 1;
  const step = texts.solving();
  let told = 0;
  const tell = (done: number) => {
    if (done - told < 0.01) return undefined;
    told = done;
    work.progress(done, step);
    return undefined;
  };
  const callbacks: Partial<Record<CallbackType, unknown>> = {
    [simplexInterrupt]: ({ data }: { data: { simplex_iteration_count?: number } }) =>
      tell(1 - Math.exp(-(data.simplex_iteration_count ?? 0) / expected)),
    [ipmInterrupt]: ({ data }: { data: { ipm_iteration_count?: number } }) =>
      tell(1 - Math.exp(-(data.ipm_iteration_count ?? 0) / 30)),
    [mipInterrupt]: ({ data }: { data: { mip_gap?: number } }) =>
      tell(Number.isFinite(data.mip_gap) ? 1 / (1 + Math.max(0, data.mip_gap!)) : 0),
  };
  return callbacks as HighsCallbackMap;
}

function optimumOf(highs: Highs, model: Model, programme: Programme, ranges: boolean): Optimum {
  const { colValue, rowValue, colDual, rowDual } = model.getSolution();
  const objective = objectiveAt(programme, colValue);
  return {
    status: "optimal",
    objective,
    values: colValue,
    activities: rowValue,
    duals: rowDual,
    reducedCosts: colDual,
    ranges: ranges ? rangesOf(highs, model, programme, rowValue) : null,
    hasAlternatives: mayMove(highs, model, programme, colDual, rowDual),
    bound: objective,
    gap: 0,
    isStopped: false,
    nodes: 0,
    iterations: iterationsOf(model),
  };
}

/**
 * With integers fixed at their optimum the rest is a linear programme, whose vertex is free of the tolerance of integers, and whose
 * duals are those of the plan.
 */
function mixedOptimum(highs: Highs, model: Model, programme: Programme, ranges: boolean, isStopped: boolean): Optimum {
  const { colValue, rowValue } = model.getSolution();
  const bound = Number(model.info.get("mip_dual_bound"));
  const nodes = Number(model.info.get("mip_node_count"));
  const search = (objective: number) => ({
    ...proved(programme, objective, bound),
    isStopped,
    nodes,
    hasAlternatives: false,
    iterations: iterationsOf(model),
  });
  const fixed = withFixedIntegers(programme, colValue);
  const relaxed = highsModel(highs, fixed);
  try {
    if (statusAfterRun(highs, relaxed) === highs.constants.modelStatus.optimal) {
      const found = optimumOf(highs, relaxed, fixed, ranges);
      return { ...found, ...search(found.objective) };
    }
  } finally {
    relaxed.dispose();
  }
  // Integers that are whole only within the tolerance may leave no room when they are rounded.
  const objective = objectiveAt(programme, colValue);
  const without = { duals: null, reducedCosts: null, ranges: null };
  return { status: "optimal", objective, values: colValue, activities: rowValue, ...without, ...search(objective) };
}

/** The bound, which rounding does not make worse than the objective, and the distance to it. */
function proved({ sense }: Programme, objective: number, bound: number): Pick<Optimum, "bound" | "gap"> {
  const best = sense === "minimize" ? Math.min(bound, objective) : Math.max(bound, objective);
  const distance = Math.abs(objective - best);
  const size = Math.max(Math.abs(objective), Math.abs(best));
  if (distance <= ROUNDING * size) return { bound: objective, gap: 0 };
  return { bound: best, gap: Number.isFinite(best) ? distance / size : Number.POSITIVE_INFINITY };
}

export function withFixedIntegers(programme: Programme, values: Float64Array): Programme {
  const fix = (bounds: Float64Array) =>
    bounds.map((bound, j) => (programme.isInteger[j] === 1 ? Math.round(values[j]!) : bound));
  return {
    ...programme,
    columnLower: fix(programme.columnLower),
    columnUpper: fix(programme.columnUpper),
    isInteger: new Uint8Array(programme.columns),
  };
}

function unbounded(highs: Highs, programme: Programme): Unbounded {
  const relaxed = highsModel(highs, programme);
  try {
    // Presolve finds that there is a direction, but not which.
    relaxed.options.set("presolve", "off");
    statusAfterRun(highs, relaxed);
    return { status: "unbounded", ray: relaxed.getPrimalRay()?.values ?? freeRay(programme) };
  } finally {
    relaxed.dispose();
  }
}

/** Of a variable in no row, whose ray the solver does not name; null if there is none. */
function freeRay({ sense, costs, columnLower, columnUpper, columnIndices, values }: Programme): Float64Array | null {
  const held = new Set(columnIndices.filter((_, p) => values[p] !== 0));
  const direction = (cost: number) => Math.sign(sense === "minimize" ? -cost : cost);
  const free = costs.findIndex(
    (cost, j) =>
      cost !== 0 && !held.has(j) && !Number.isFinite(direction(cost) > 0 ? columnUpper[j]! : columnLower[j]!),
  );
  return free < 0 ? null : costs.map((cost, j) => (j === free ? direction(cost) : 0));
}

function objectiveAt({ costs }: Programme, values: Float64Array): number {
  return costs.reduce((sum, cost, j) => sum + cost * values[j]!, 0);
}

/** Whether something at its bound, and not fixed there, could move at no cost. */
function mayMove(
  highs: Highs,
  model: Model,
  programme: Programme,
  reducedCosts: Float64Array,
  duals: Float64Array,
): boolean {
  if (Number(model.info.get("basis_validity")) !== highs.constants.basisValidity.valid) return false;
  const { basic } = highs.constants.basisStatus;
  const { colStatus, rowStatus } = model.getBasis();
  const { costs, columnLower, columnUpper, rowLower, rowUpper } = programme;
  const largest = costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);
  const isFree = (price: number) => Math.abs(price) <= ZERO_COST * largest;
  return (
    colStatus.some((status, j) => status !== basic && isFree(reducedCosts[j]!) && columnLower[j]! < columnUpper[j]!) ||
    rowStatus.some((status, i) => status !== basic && isFree(duals[i]!) && rowLower[i]! < rowUpper[i]!)
  );
}

function iterationsOf(model: Model): number {
  const count = (name: string) => Math.max(0, Number(model.info.get(name)));
  return count("simplex_iteration_count") + count("ipm_iteration_count");
}
