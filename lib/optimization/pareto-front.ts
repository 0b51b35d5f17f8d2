import type { Work } from "../numeric/work.ts";
import { OptimizationError } from "./optimization-error.ts";
import { type ParametricPoint, parametricBound } from "./parametric-bound.ts";
import { isMixedInteger, type Programme } from "./programme.ts";
import type { Optimum } from "./solution.ts";
import { solveProgramme } from "./solve-programme.ts";

/** A price below this part of the largest coefficient is zero within the solver's tolerance. */
const PRICED = 1e-7;

/**
 * The front between two objectives: no plan has less of both. `row` of the programme holds the second one, whose upper bound is
 * moved; without integers the points are the corners of the front, between which plans mix, and with integers evenly spaced.
 *
 * Source: Y. Y. Haimes, L. S. Lasdon and D. A. Wismer, On a bicriterion formulation of the problems of integrated system
 * identification and system optimization, IEEE Transactions on Systems, Man, and Cybernetics SMC-1 (1971) 296–297,
 * doi:10.1109/TSMC.1971.4308298: the ε-constraint method.
 */
export interface ParetoFront {
  /** From the least of the second objective to the least of the first. */
  readonly points: readonly ParametricPoint[];
  /** Whether between points the front is a straight line. */
  readonly isExact: boolean;
  /** With integers: the largest distance of a point to its bound, relative; 0 without. */
  readonly gap: number;
}

/**
 * @param second coefficients of the second objective, those of `row`.
 * @param count of points: evenly spaced; undefined for corners, or 11 with integers.
 * @param gap with integers: the relative distance to the best bound at which each search stops.
 * @param seconds with integers: how long all searches may take together.
 * Returns null if the programme has no optimum.
 */
export async function paretoFront(
  programme: Programme,
  row: number,
  second: Float64Array,
  work: Work,
  {
    count,
    gap,
    seconds,
  }: { readonly count?: number | undefined; readonly gap?: number; readonly seconds?: number } = {},
): Promise<ParetoFront | null> {
  const steps = Math.max(2, count ?? 11);
  // The ends are searched for beside the points.
  const options = {
    ...(gap !== undefined && { gap }),
    ...(seconds !== undefined && { seconds: seconds / (steps + 2) }),
  };
  const amount = (values: Float64Array) => second.reduce((sum, each, j) => sum + each * values[j]!, 0);
  const least = await solveProgramme({ ...programme, costs: second, sense: "minimize" }, work, options);
  if (least.status !== "optimal") return null;
  const cheapest = await solveProgramme(programme, work, options);
  if (cheapest.status !== "optimal") return null;
  const low = least.objective;
  const high = await leastAmongBest(programme, cheapest, second, work);
  const isMixed = isMixedInteger(programme);
  if (!isMixed && count === undefined)
    return { points: await corners(programme, row, low, high, work), isExact: true, gap: 0 };
  const points: ParametricPoint[] = [];
  let farthest = 0;
  for (let k = 0; k < steps; k++) {
    const bound = k === steps - 1 ? high : low + ((high - low) * k) / (steps - 1);
    const found = await solveProgramme(withBound(programme, row, bound), work, options);
    if (found.status !== "optimal") continue;
    farthest = Math.max(farthest, found.gap);
    // A plan may stay below the bound: the front stands where the plan does.
    points.push({ bound: amount(found.values), objective: found.objective, values: found.values });
  }
  return { points: undominated(points), isExact: false, gap: farthest };
}

function withBound(programme: Programme, row: number, bound: number): Programme {
  return { ...programme, rowUpper: programme.rowUpper.map((upper, i) => (i === row ? Math.min(upper, bound) : upper)) };
}

async function corners(programme: Programme, row: number, low: number, high: number, work: Work) {
  if (!(low < high)) return (await parametricBound(programme, row, high, high, work)).points;
  try {
    return (await parametricBound(programme, row, low, high, work)).points;
  } catch (error) {
    if (!(error instanceof OptimizationError)) throw error;
  }
  // Where rounding leaves no room at the very least, a little more is asked for.
  return (await parametricBound(programme, row, low + 1e-9 * (1 + Math.abs(low)), high, work)).points;
}

/**
 * The least of the second objective among all plans that are as good in the first: what has a price stays where it is. With
 * integers, that of the plan that was found.
 */
async function leastAmongBest(programme: Programme, best: Optimum, second: Float64Array, work: Work): Promise<number> {
  const { values, activities, duals, reducedCosts } = best;
  const known = second.reduce((sum, each, j) => sum + each * values[j]!, 0);
  if (!best.hasAlternatives || !duals || !reducedCosts) return known;
  const largest = programme.costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);
  const hold = (bounds: Float64Array, at: Float64Array, prices: Float64Array) =>
    bounds.map((bound, k) => (Math.abs(prices[k]!) > PRICED * largest ? at[k]! : bound));
  const found = await solveProgramme(
    {
      ...programme,
      sense: "minimize",
      costs: second,
      columnLower: hold(programme.columnLower, values, reducedCosts),
      columnUpper: hold(programme.columnUpper, values, reducedCosts),
      rowLower: hold(programme.rowLower, activities, duals),
      rowUpper: hold(programme.rowUpper, activities, duals),
    },
    work,
  );
  return found.status === "optimal" ? Math.min(known, found.objective) : known;
}

/** Points of which no other has less of both, by the second objective. */
function undominated(points: readonly ParametricPoint[]): ParametricPoint[] {
  const order = [...points].sort((a, b) => a.bound - b.bound || a.objective - b.objective);
  let best = Number.POSITIVE_INFINITY;
  return order.filter(({ objective }) => {
    const isBetter = objective < best - 1e-9 * (1 + Math.abs(objective));
    if (isBetter) best = objective;
    return isBetter;
  });
}
