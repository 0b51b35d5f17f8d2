import type { Highs, Model, RangingResult } from "highs";
import type { Programme } from "./programme.ts";
import type { Ranges, Span } from "./solution.ts";

/** The ranges of the basis at which a model was solved; null if it has none, such as a programme without coefficients. */
export function rangesOf(highs: Highs, model: Model, programme: Programme, activities: Float64Array): Ranges | null {
  const ranging = rangingOf(model);
  if (!ranging) return null;
  const { colCostDown, colCostUp, rowBoundDown, rowBoundUp } = ranging;
  const { basic } = highs.constants.basisStatus;
  const { rowStatus } = model.getBasis();
  return {
    costs: Array.from(colCostDown.value, (lo, j) => ({ lo, hi: colCostUp.value[j]! })),
    bounds: Array.from(rowStatus, (status, i) =>
      status === basic
        ? inactive(activities[i]!, programme.rowLower[i]!, programme.rowUpper[i]!)
        : { lo: rowBoundDown.value[i]!, hi: rowBoundUp.value[i]! },
    ),
  };
}

/** A programme that presolve solves leaves no factors, which simplex makes anew without a step. */
function rangingOf(model: Model): RangingResult | null {
  try {
    return model.getRanging();
  } catch {
    model.options.set({ presolve: "off", solver: "simplex" });
  }
  try {
    model.run();
    return model.getRanging();
  } catch {
    return null;
  }
}

/** A bound that does not hold anything back may move as far as the activity; an equation that follows from others not at all. */
function inactive(activity: number, lower: number, upper: number): Span {
  if (lower === upper) return { lo: lower, hi: upper };
  return upper - activity <= activity - lower
    ? { lo: activity, hi: Number.POSITIVE_INFINITY }
    : { lo: Number.NEGATIVE_INFINITY, hi: activity };
}
