import type { Highs, Model } from "highs";
import type { Work } from "../numeric/work.ts";
import { highsModel } from "./highs-model.ts";
import { loadHighs } from "./load-highs.ts";
import type { Programme } from "./programme.ts";

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

/** So many bounds are tried one by one; if the rows have more, none is named. */
const TRIED_BOUNDS = 400;
/** Integers without bounds may be searched without end: a try that takes longer keeps its row. */
const TRIED_NODES = 5000;

/**
 * An irreducible infeasible subsystem of a programme without a point: the certificate of Farkas that the solver ends with names
 * rows whose weighted sum no point fulfils; a deletion filter leaves out each in turn and keeps those without which the rest has a
 * point, first rows, then bounds of variables.
 *
 * Source: J. W. Chinneck and E. W. Dravnieks, Locating minimal infeasible constraint sets in linear programs, ORSA Journal on
 * Computing 3 (1991) 157–168, doi:10.1287/ijoc.3.2.157.
 */
export async function infeasibleSubsystem(programme: Programme, work: Work): Promise<InfeasibleSubsystem> {
  const highs = await loadHighs();
  const free = { ...programme, costs: new Float64Array(programme.columns) };
  const relaxed = highsModel(highs, free);
  try {
    relaxed.options.set({ presolve: "off", solver: "simplex" });
    const isLinear = isInfeasible(highs, relaxed);
    if (isLinear) return { ...(await filtered(highs, relaxed, programme, work)), isLinear };
  } finally {
    relaxed.dispose();
  }
  const whole = highsModel(highs, free, programme.isInteger);
  try {
    whole.options.set("mip_max_nodes", TRIED_NODES);
    return { ...(await filtered(highs, whole, programme, work)), isLinear: false };
  } finally {
    whole.dispose();
  }
}

function isInfeasible(highs: Highs, model: Model): boolean {
  return model.run().modelStatus === highs.constants.modelStatus.infeasible;
}

async function filtered(
  highs: Highs,
  model: Model,
  programme: Programme,
  work: Work,
): Promise<Omit<InfeasibleSubsystem, "isLinear">> {
  const { rowLower, rowUpper, columnLower, columnUpper } = programme;
  const freeRow = (row: number) => model.changeRowBounds(row, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const holdRow = (row: number) => model.changeRowBounds(row, rowLower[row]!, rowUpper[row]!);
  let rows = Array.from(rowLower.keys());

  const certified = supportOf(model);
  if (certified) {
    const others = rows.filter((row) => !certified.has(row));
    others.forEach(freeRow);
    if (isInfeasible(highs, model)) rows = rows.filter((row) => certified.has(row));
    else others.forEach(holdRow);
  }
  for (const row of [...rows]) {
    await work.pause();
    freeRow(row);
    if (isInfeasible(highs, model)) rows.splice(rows.indexOf(row), 1);
    else holdRow(row);
  }

  const setBounds = (column: number, lower: number, upper: number) => model.changeColBounds(column, lower, upper);
  const current = { lower: columnLower.slice(), upper: columnUpper.slice() };
  const bounds: ClashingBound[] = [];
  const candidates = boundsIn(programme, rows);
  if (candidates.length > TRIED_BOUNDS) return { rows, bounds };
  for (const bound of candidates) {
    await work.pause();
    const { column, side } = bound;
    const held = current[side][column]!;
    current[side][column] = side === "lower" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    setBounds(column, current.lower[column]!, current.upper[column]!);
    if (isInfeasible(highs, model)) continue;
    current[side][column] = held;
    setBounds(column, current.lower[column]!, current.upper[column]!);
    bounds.push(bound);
  }
  return { rows, bounds };
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
