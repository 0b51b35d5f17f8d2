import type { Highs, Model } from "highs";
import { messages } from "../message/message.ts";
import type { Work } from "../numeric/work.ts";
import { highsModel, statusAfterRun } from "./highs-model.ts";
import { loadHighs } from "./load-highs.ts";
import { OptimizationError } from "./optimization-error.ts";
import { isMixedInteger, type Programme } from "./programme.ts";

const texts = messages("optimization.parametric", {
  step: { en: "moving the bound", zh: "移动界限" },
  mixed: {
    en: "The objective is no convex function of a bound if variables must be whole.",
    zh: "含整数变量时，目标不是界限的凸函数。",
  },
  noOptimum: {
    en: "The programme has no optimum at a bound of {bound}.",
    zh: "界限为 {bound} 时规划没有最优解。",
  },
});

/** The optimum at one value of the bound. */
export interface ParametricPoint {
  readonly bound: number;
  readonly objective: number;
  readonly values: Float64Array;
}

/**
 * The least objective as a function of the upper bound of one row: points at which its slope changes, in ascending order, with the
 * optima there. Between them it is linear, and its slope is the dual of the row.
 */
export interface ParametricBound {
  readonly points: readonly ParametricPoint[];
  /** The slope after each point but the last. */
  readonly slopes: readonly number[];
  readonly solves: number;
}

/** A line that touches the function from below. */
interface Tangent extends ParametricPoint {
  readonly slope: number;
}

/** Two values within this of each other, relative to the largest, are the same line: the solver is exact to about 1e-9. */
const SAME = 1e-8;

/**
 * Follows the least objective of a linear programme while the upper bound of a row moves between two values. The function is convex
 * and piecewise linear, and each solution gives a tangent: where two tangents cross, either the function has its corner there, or a
 * solution there gives a new one. Throws OptimizationError if there is no optimum at one of the ends.
 *
 * Source: T. Gal, Postoptimal analyses, parametric programming, and related topics, 2nd ed., de Gruyter (1995),
 * doi:10.1515/9783110871203.
 */
export async function parametricBound(
  programme: Programme,
  row: number,
  from: number,
  to: number,
  work: Work,
): Promise<ParametricBound> {
  if (isMixedInteger(programme)) throw new OptimizationError("integers", texts.mixed());
  const highs = await loadHighs();
  const model = highsModel(highs, programme);
  let solves = 0;
  const at = async (bound: number): Promise<Tangent> => {
    await work.pause();
    solves++;
    return tangentAt(highs, model, programme, row, bound);
  };
  try {
    const [first, last] = [await at(from), await at(to)];
    const scale = Math.abs(first.objective) + Math.abs(last.objective) + Number.MIN_VALUE;
    const corners = async (left: Tangent, right: Tangent): Promise<Tangent[]> => {
      const crossing = crossingOf(left, right);
      if (crossing === null) return [];
      const found = await at(crossing);
      work.progress((crossing - from) / (to - from || 1), texts.step());
      const below = left.objective + left.slope * (crossing - left.bound);
      if (found.objective - below <= SAME * scale) return [found];
      return [...(await corners(left, found)), ...(await corners(found, right))];
    };
    const points = [first, ...(await corners(first, last)), last];
    return { ...joined(points), solves };
  } finally {
    model.dispose();
  }
}

function tangentAt(highs: Highs, model: Model, programme: Programme, row: number, bound: number): Tangent {
  model.changeRowBounds(row, Math.min(programme.rowLower[row]!, bound), bound);
  if (statusAfterRun(highs, model) !== highs.constants.modelStatus.optimal)
    throw new OptimizationError("constraints", texts.noOptimum({ bound }));
  const { colValue, rowDual } = model.getSolution();
  return { bound, objective: model.getObjectiveValue(), values: colValue, slope: rowDual[row]! };
}

/** Where the tangents cross strictly between their points; null if both lie on one line. */
function crossingOf(left: Tangent, right: Tangent): number | null {
  const difference = right.slope - left.slope;
  const width = right.bound - left.bound;
  if (!(difference > 0) || !(width > 0)) return null;
  const crossing = left.bound + (right.objective - left.objective - right.slope * width) / (left.slope - right.slope);
  const margin = 1e-9 * width;
  return crossing > left.bound + margin && crossing < right.bound - margin ? crossing : null;
}

/** Points between which the slope is the same are no corners. */
function joined(points: readonly ParametricPoint[]): Pick<ParametricBound, "points" | "slopes"> {
  const slope = (a: ParametricPoint, b: ParametricPoint) => (b.objective - a.objective) / (b.bound - a.bound);
  const kept: ParametricPoint[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && point.bound === last.bound) continue;
    if (before && last && isSame(slope(before, last), slope(last, point))) kept.pop();
    kept.push(point);
  }
  return { points: kept, slopes: kept.slice(1).map((point, k) => slope(kept[k]!, point)) };
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * (Math.abs(a) + Math.abs(b));
}
