import type { Highs, Model } from "highs";
import type { Work } from "../numeric/work.ts";
import { highsModel, statusAfterRun } from "./highs-model.ts";
import { loadHighs } from "./load-highs.ts";
import { isMixedInteger, type Programme } from "./programme.ts";

/** Rows and bounds that cannot hold together, while any of them left out makes the rest feasible. */
export interface InfeasibleSubsystem {
  readonly rows: readonly number[];
  readonly bounds: readonly ClashingBound[];
  /** False if integers had to be whole for the clash, so that leaving one out was tried with them. */
  readonly isLinear: boolean;
}

export interface ClashingBound {
  readonly column: number;
  readonly side: "lower" | "upper";
}

/** Integers without bounds may be searched without end: a try that takes longer keeps its row. */
const TRIED_NODES = 5000;

/** Of rows that clash with fractions already, each is tried more briefly: that they clash is known. */
const BRIEFLY_TRIED_NODES = 500;

/**
 * An irreducible infeasible subsystem of a programme without a point: the certificate of Farkas that the solver ends with names
 * rows whose weighted sum no point fulfils; a deletion filter leaves out blocks of them, smaller and smaller, and keeps those without
 * which the rest has a point, first rows, then bounds of variables.
 *
 * Source: J. W. Chinneck and E. W. Dravnieks, Locating minimal infeasible constraint sets in linear programs, ORSA Journal on
 * Computing 3 (1991) 157–168, doi:10.1287/ijoc.3.2.157.
 */
export async function infeasibleSubsystem(programme: Programme, work: Work): Promise<InfeasibleSubsystem> {
  const highs = await loadHighs();
  const free = { ...programme, costs: new Float64Array(programme.columns) };
  const linear = await linearSubsystem(highs, free, work);
  if (linear && (!isMixedInteger(programme) || linear.rows.length === 0)) return { ...linear, isLinear: true };
  const whole = highsModel(highs, free, programme.isInteger);
  try {
    whole.options.set("mip_max_nodes", linear ? BRIEFLY_TRIED_NODES : TRIED_NODES);
    const found = await filtered(highs, whole, programme, work, linear?.rows);
    // Where whole numbers need no fewer rows, the clash holds for fractions too.
    return linear?.rows.length === found.rows.length ? { ...linear, isLinear: true } : { ...found, isLinear: false };
  } finally {
    whole.dispose();
  }
}

/** That of the relaxation; undefined if it has a point. */
async function linearSubsystem(highs: Highs, programme: Programme, work: Work) {
  const relaxed = highsModel(highs, programme);
  try {
    relaxed.options.set({ presolve: "off", solver: "simplex" });
    return isInfeasible(highs, relaxed) ? await filtered(highs, relaxed, programme, work) : undefined;
  } finally {
    relaxed.dispose();
  }
}

function isInfeasible(highs: Highs, model: Model): boolean {
  return statusAfterRun(highs, model) === highs.constants.modelStatus.infeasible;
}

async function filtered(
  highs: Highs,
  model: Model,
  programme: Programme,
  work: Work,
  among?: readonly number[],
): Promise<Omit<InfeasibleSubsystem, "isLinear">> {
  const { rowLower, rowUpper, columnLower, columnUpper } = programme;
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const isStillInfeasible = async () => {
    await work.pause();
    return isInfeasible(highs, model);
  };
  const freeRow = (row: number) => model.changeRowBounds(row, least, most);
  const holdRow = (row: number) => model.changeRowBounds(row, rowLower[row]!, rowUpper[row]!);
  let rows = among ?? Array.from(rowLower.keys());
  if (among) {
    const some = new Set(among);
    for (const row of rowLower.keys()) if (!some.has(row)) freeRow(row);
  }
  const certified = supportOf(model);
  if (certified) {
    const others = rows.filter((row) => !certified.has(row));
    others.forEach(freeRow);
    if (await isStillInfeasible()) rows = rows.filter((row) => certified.has(row));
    else others.forEach(holdRow);
  }
  rows = await needed(rows, freeRow, holdRow, isStillInfeasible);

  const current = { lower: columnLower.slice(), upper: columnUpper.slice() };
  const setBound = ({ column, side }: ClashingBound, bound: number) => {
    current[side][column] = bound;
    model.changeColBounds(column, current.lower[column]!, current.upper[column]!);
  };
  const bounds = await needed(
    boundsIn(programme, rows),
    (bound) => setBound(bound, bound.side === "lower" ? least : most),
    (bound) => setBound(bound, (bound.side === "lower" ? columnLower : columnUpper)[bound.column]!),
    isStillInfeasible,
  );
  return { rows, bounds };
}

/**
 * The parts without any of which the rest has a point. A block that is not needed is freed at once; of one that is, its halves are
 * tried, so that a few parts among thousands take a few dozen tries.
 */
async function needed<Part>(
  block: readonly Part[],
  free: (part: Part) => void,
  hold: (part: Part) => void,
  isStillInfeasible: () => Promise<boolean>,
): Promise<Part[]> {
  if (block.length === 0) return [];
  block.forEach(free);
  if (await isStillInfeasible()) return [];
  block.forEach(hold);
  if (block.length === 1) return [...block];
  const half = block.length >> 1;
  const first = await needed(block.slice(0, half), free, hold, isStillInfeasible);
  return [...first, ...(await needed(block.slice(half), free, hold, isStillInfeasible))];
}

/** The rows with a multiplier in the certificate of infeasibility; undefined if there is none. */
function supportOf(model: Model): Set<number> | undefined {
  const ray = model.getDualRay()?.values;
  if (!ray) return undefined;
  const rows = Array.from(ray.keys()).filter((row) => ray[row] !== 0);
  return rows.length === 0 ? undefined : new Set(rows);
}

/** The finite bounds of the variables of some rows; without rows, of those whose bounds leave no integer. */
function boundsIn(programme: Programme, rows: readonly number[]): ClashingBound[] {
  const { rowStarts, columnIndices, columnLower, columnUpper } = programme;
  const columns =
    rows.length === 0
      ? columnLower.keys()
      : new Set(rows.flatMap((row) => Array.from(columnIndices.subarray(rowStarts[row]!, rowStarts[row + 1]!))));
  return [...columns].flatMap((column): ClashingBound[] => [
    ...(Number.isFinite(columnLower[column]) ? [{ column, side: "lower" as const }] : []),
    ...(Number.isFinite(columnUpper[column]) ? [{ column, side: "upper" as const }] : []),
  ]);
}
