import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { Work } from "../../numeric/work.ts";
import { certificateOf, notesOnCertificate } from "../../optimization/certificate.ts";
import { infeasibleSubsystem } from "../../optimization/infeasible-subsystem.ts";
import { isMixedInteger } from "../../optimization/programme.ts";
import type { Optimum, Span } from "../../optimization/solution.ts";
import { solveProgramme } from "../../optimization/solve-programme.ts";
import { IndustryError } from "../industry-error.ts";
import { columnKeys, rowKey, rowText } from "./plan-names.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { type PlanProgramme, planProgramme } from "./plan-programme.ts";
import { annuity, stands, weightOf } from "./plan-weights.ts";
import { notesOnSearch } from "./stopped-search.ts";

const texts = messages("industry.plan", {
  clash: {
    en: "No plan meets {parts:and} together. Relax at least one of them.",
    zh: "没有任何方案能同时满足 {parts:and}。请至少放宽其中一项。",
  },
  capTooLow: {
    en: "{cap} of {amount} t cannot be met: what is demanded emits at least {least} t. It clashes with {parts:and}.",
    zh: "{cap} 为 {amount} t，无法满足：所需产出至少排放 {least} t。它与 {parts:and} 冲突。",
  },
  capAlone: {
    en: "{cap} of {amount} t cannot be met: what is demanded emits at least {least} t.",
    zh: "{cap} 为 {amount} t，无法满足：所需产出至少排放 {least} t。",
  },
  unbounded: {
    en: "The plan earns without end: {names:and} could grow for ever. Give a capacity, a limit, or a cost.",
    zh: "方案可无限获利：{names:and} 可无止境增长。请给出能力、限制或成本。",
  },
  alternatives: {
    en: "Another plan may cost the same: something at its bound could move at no cost. The objective is unique.",
    zh: "可能有成本相同的其他方案：某些处于界限的量可无代价变动。目标值是唯一的。",
  },
  fixedIntegers: {
    en: "Duals hold with what is on or built fixed as it is: they say nothing of switching or building another.",
    zh: "对偶值指启停与新建均固定时的情形，不反映改变启停或另建装置的影响。",
  },
});

/** A plan in one year; amounts are per year. */
export interface PlanYear {
  readonly year: number | null;
  readonly activity: Float64Array;
  readonly capacity: Float64Array;
  readonly built: Float64Array;
  readonly bought: Float64Array;
  readonly sold: Float64Array;
  readonly emissionsOfRoutes: Float64Array;
  readonly emissionsOfMaterials: Float64Array;
  readonly emissions: number;
  /** Money a year, undiscounted. */
  readonly cost: number;
  readonly carbonCost: number;
  readonly investmentCost: number;
  /** What the last t under the cap costs, undiscounted money per t; null without a cap. */
  readonly capPrice: number | null;
  /** What the last unit of each material costs, undiscounted. */
  readonly materialCosts: Float64Array;
}

export interface Plan {
  readonly problem: PlanProblem;
  readonly objective: number;
  /** Discounted, over the years that the periods stand for. */
  readonly cost: number;
  /** t over the years that the periods stand for. */
  readonly emissions: number;
  readonly years: readonly PlanYear[];
  /** d objective / d bound by key of row. */
  readonly duals: Readonly<Record<string, number>>;
  readonly boundRanges: Readonly<Record<string, Span>>;
  readonly costRanges: Readonly<Record<string, Span>>;
  /** What the last t under the cap over all years costs; null without one. */
  readonly totalCapPrice: number | null;
  readonly residual: number;
  /** What the objective cannot be better than, and how far it is; ±Infinity if nothing is proved. */
  readonly bound: number;
  readonly gap: number;
  readonly notes: readonly Message[];
}

/** The plan of least cost, or of least emissions. Throws IndustryError, which names what clashes. */
export async function bestPlan(problem: PlanProblem, work: Work): Promise<Plan> {
  const built = planProgramme(problem);
  const found = await solveProgramme(built.programme, work, {
    ranges: true,
    gap: problem.gap,
    seconds: problem.seconds,
  });
  if (found.status === "infeasible") throw await clash(problem, built, work);
  if (found.status === "unbounded") throw endless(problem, built, found.ray);
  return planOf(problem, built, found);
}

function planOf(problem: PlanProblem, built: PlanProgramme, found: Optimum): Plan {
  const keys = built.rows.map((row) => rowKey(problem, row));
  const names = columnKeys(problem, built.columns, built.programme.columns);
  const years = Array.from(problem.lengths, (_, y) => yearOf(problem, built, found, y));
  const duals = found.duals ?? new Float64Array(0);
  const total = built.rows.findIndex(({ kind }) => kind === "totalCap");
  const isMixed = isMixedInteger(built.programme);
  const certificate = certificateOf(built.programme, found);
  return {
    problem,
    objective: found.objective,
    cost: years.reduce((sum, { cost }, y) => sum + weightOf(problem, y) * cost, 0),
    emissions: years.reduce((sum, { emissions }, y) => sum + problem.lengths[y]! * emissions, 0),
    years,
    duals: named(
      keys,
      Array.from(duals, (dual) => dual + 0),
    ),
    boundRanges: named(keys, found.ranges?.bounds ?? []),
    costRanges: named(names, found.ranges?.costs ?? []),
    totalCapPrice: total >= 0 && found.duals ? 0 - found.duals[total]! : null,
    residual: certificate.residual,
    bound: found.bound,
    gap: found.gap,
    notes: [
      ...notesOnCertificate(certificate),
      ...notesOnSearch(found, problem.seconds),
      ...(found.hasAlternatives ? [texts.alternatives()] : []),
      ...(isMixed && found.duals ? [texts.fixedIntegers()] : []),
    ],
  };
}

function yearOf(problem: PlanProblem, { columns, rows }: PlanProgramme, found: Optimum, y: number): PlanYear {
  const { routes, materials, carbonPrice, discountRate } = problem;
  const at = (table: readonly Int32Array[], v = y) =>
    Float64Array.from(table, (byYear) => (byYear[v]! < 0 ? 0 : found.values[byYear[v]!]! + 0));
  const activity = at(columns.activity);
  const bought = at(columns.bought);
  const sold = at(columns.sold);
  const sized = (v: number) => at(columns.built, v).map((count, r) => count * (routes[r]!.expansion?.unitSize ?? 1));
  const added = Array.from(problem.lengths, (_, u) => sized(u));
  let investmentCost = 0;
  const capacity = Float64Array.from(routes, ({ installed, expansion }, r) => {
    let standing = installed[y]!;
    if (expansion)
      added.forEach((built, u) => {
        if (!stands(problem, u, y, expansion.lifetime)) return;
        standing += built[r]!;
        investmentCost += built[r]! * expansion.investment[u]! * annuity(discountRate, expansion.lifetime);
      });
    return standing;
  });
  const emissionsOfRoutes = activity.map((amount, r) => amount * routes[r]!.emissions[y]!);
  const emissionsOfMaterials = bought.map((amount, m) => amount * materials[m]!.emissions[y]!);
  const emissions = sum(emissionsOfRoutes) + sum(emissionsOfMaterials);
  const isOn = at(columns.isOn);
  const running = routes.reduce(
    (cost, route, r) => cost + route.cost[y]! * activity[r]! + route.fixedCost * isOn[r]!,
    0,
  );
  const trade = materials.reduce(
    (cost, { price, salePrice }, m) => cost + (price?.[y] ?? 0) * bought[m]! - (salePrice?.[y] ?? 0) * sold[m]!,
    0,
  );
  const carbonCost = carbonPrice[y]! * emissions;
  const dualOf = (kind: string, part: number): number | null => {
    const row = rows.findIndex((each) => each.kind === kind && each.part === part && each.year === y);
    return row < 0 || !found.duals ? null : found.duals[row]! / weightOf(problem, y) + 0;
  };
  const cap = dualOf("cap", 0);
  return {
    year: problem.years?.[y] ?? null,
    activity,
    capacity,
    built: added[y]!,
    bought,
    sold,
    emissionsOfRoutes,
    emissionsOfMaterials,
    emissions,
    cost: running + trade + carbonCost + investmentCost,
    carbonCost,
    investmentCost,
    capPrice: cap === null ? null : 0 - cap,
    materialCosts: Float64Array.from(materials, (_, m) => dualOf("balance", m) ?? 0),
  };
}

/** How many plants stand follows from what is built: it is nobody's decision or bound. */
function named<T>(keys: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(
    values.flatMap((value, at) => (keys[at]!.startsWith("standing.") ? [] : [[keys[at]!, value] as const])),
  );
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

async function clash(problem: PlanProblem, built: PlanProgramme, work: Work): Promise<IndustryError> {
  const { rows: clashing } = await infeasibleSubsystem(built.programme, work);
  const rows = clashing.map((row) => built.rows[row]!);
  // That what is used is bought or made, and stands once it is built, goes without saying: nobody can relax it.
  const named = rows.filter(
    ({ kind, part }) => kind !== "standing" && (kind !== "balance" || problem.materials[part]!.isDemanded),
  );
  const isCap = ({ kind }: { readonly kind: string }) => kind === "cap" || kind === "totalCap";
  const parts = named.filter((row) => !isCap(row)).map((row) => rowText(problem, row));
  const caps = rows.filter(isCap);
  if (caps.length === 1) {
    const [row] = caps;
    const { kind, year } = row!;
    const least = await leastEmissions(problem, kind === "cap" ? year : null, work);
    if (least !== null) {
      const about = {
        cap: rowText(problem, row!),
        amount: kind === "cap" ? problem.caps[year]! : problem.totalCap,
        least: Number(least.toPrecision(6)),
      };
      const sentence = parts.length === 0 ? texts.capAlone(about) : texts.capTooLow({ ...about, parts: someOf(parts) });
      return new IndustryError(kind, sentence);
    }
  }
  const all = named.map((row) => rowText(problem, row));
  return new IndustryError(fieldOf(rows.map(({ kind }) => kind)), texts.clash({ parts: someOf(all) }));
}

/** The field of the input in which a clash is named first: what a caller would relax. */
function fieldOf(kinds: readonly string[]): string {
  if (kinds.includes("budget")) return "budget";
  if (kinds.includes("limit")) return "limits";
  return "demand";
}

/** The least emissions of one year, or over all years; null if even they have no plan. */
async function leastEmissions(problem: PlanProblem, year: number | null, work: Work): Promise<number | null> {
  const lengths = problem.lengths.map((length, y) => (year === null ? length : y === year ? 1 : 0));
  const { programme } = planProgramme({
    ...problem,
    lengths,
    minimizes: "emissions",
    budget: Infinity,
    totalCap: Infinity,
    caps: new Float64Array(problem.caps.length).fill(Infinity),
  });
  const found = await solveProgramme(programme, work, { gap: problem.gap, seconds: problem.seconds });
  return found.status === "optimal" ? found.bound : null;
}

function endless(problem: PlanProblem, { columns, programme }: PlanProgramme, ray: Float64Array | null): IndustryError {
  const growing = (table: readonly Int32Array[], names: readonly { readonly name: string }[]) =>
    table.flatMap((byYear, part) =>
      byYear.some((column) => column >= 0 && ray !== null && ray[column] !== 0) ? [names[part]!.name] : [],
    );
  const routes = growing(columns.activity, problem.routes);
  const traded = growing([...columns.bought, ...columns.sold], [...problem.materials, ...problem.materials]);
  const names =
    routes.length > 0 ? routes : traded.length > 0 ? traded : columnKeys(problem, columns, programme.columns);
  return new IndustryError("routes", texts.unbounded({ names: someOf(names) }));
}
