import { type Message, messages } from "../message/message.ts";
import type { Programme } from "./programme.ts";
import type { Optimum } from "./solution.ts";

const texts = messages("optimization.certificate", {
  unproved: {
    en: "Checked without the solver, the answer misses the conditions of an optimum by {residual}, relative: do not rely on it. Choose units in which coefficients are closer to each other in size.",
    zh: "不经求解器复核，该结果与最优性条件的相对偏差为 {residual}，不可采信。请换用单位，使系数的量级接近。",
  },
});

/** What is farther from the conditions of optimality than the solver's tolerances explain. */
const UNPROVED = 1e-5;

/** The solver's tolerance of the signs of duals. */
const TOLERANCE = 1e-7;

/** How far an optimum is from fulfilling the conditions of optimality, each relative to the size of the numbers in it. */
export interface Certificate {
  /** The largest violation of a row, a bound, or of wholeness. */
  readonly primal: number;
  /** The largest error of c = Aᵀy + d. */
  readonly stationarity: number;
  /** The distance between the objective and that of the dual programme. */
  readonly duality: number;
  /** The largest of these; without duals, of the primal ones. */
  readonly residual: number;
}

/**
 * Checks an optimum without the solver: primal feasibility, dual feasibility and strong duality, which together prove it. A dual of
 * the wrong sign stands at an infinite bound and makes the distance infinite. With integers, duals are those of the programme in
 * which they are fixed, whose bounds are then the values.
 */
export function certificateOf(programme: Programme, optimum: Optimum): Certificate {
  const primal = primalError(programme, optimum);
  const { duals, reducedCosts } = optimum;
  if (!duals || !reducedCosts) return { primal, stationarity: 0, duality: 0, residual: primal };
  const stationarity = stationarityError(programme, duals, reducedCosts);
  const duality = dualityError(programme, optimum, duals, reducedCosts);
  return { primal, stationarity, duality, residual: Math.max(primal, stationarity, duality) };
}

/** A warning where the check failed. */
export function notesOnCertificate({ residual }: Certificate): Message[] {
  return residual <= UNPROVED ? [] : [texts.unproved({ residual: Number(residual.toPrecision(2)) })];
}

function primalError(programme: Programme, { values }: Optimum): number {
  const { rows, columns, rowStarts, columnIndices, rowLower, rowUpper, columnLower, columnUpper, isInteger } =
    programme;
  let worst = 0;
  const check = (value: number, lower: number, upper: number, size: number) => {
    worst = Math.max(worst, Math.max(lower - value, value - upper) / (1 + size));
  };
  for (let i = 0; i < rows; i++) {
    let [activity, size] = [0, 0];
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      const term = programme.values[p]! * values[columnIndices[p]!]!;
      activity += term;
      size += Math.abs(term);
    }
    check(activity, rowLower[i]!, rowUpper[i]!, size);
  }
  for (let j = 0; j < columns; j++) {
    const value = values[j]!;
    check(value, columnLower[j]!, columnUpper[j]!, Math.abs(value));
    if (isInteger[j] === 1) worst = Math.max(worst, Math.abs(value - Math.round(value)));
  }
  return worst;
}

function stationarityError(programme: Programme, duals: Float64Array, reducedCosts: Float64Array): number {
  const { rows, columns, costs, rowStarts, columnIndices, values } = programme;
  const rest = costs.map((cost, j) => cost - reducedCosts[j]!);
  const size = costs.map((cost, j) => Math.abs(cost) + Math.abs(reducedCosts[j]!));
  for (let i = 0; i < rows; i++)
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      const term = values[p]! * duals[i]!;
      rest[columnIndices[p]!]! -= term;
      size[columnIndices[p]!]! += Math.abs(term);
    }
  let worst = 0;
  for (let j = 0; j < columns; j++) worst = Math.max(worst, Math.abs(rest[j]!) / (1 + size[j]!));
  return worst;
}

function dualityError(
  programme: Programme,
  { objective, values, activities }: Optimum,
  duals: Float64Array,
  reducedCosts: Float64Array,
): number {
  const { sense, costs, rowLower, rowUpper, columnLower, columnUpper, isInteger } = programme;
  const sign = sense === "minimize" ? 1 : -1;
  const negligible = TOLERANCE * (1 + costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0));
  let [dual, size] = [0, Math.abs(objective)];
  const add = (price: number, lower: number, upper: number, value: number) => {
    if (price === 0) return;
    const bound = sign * price > 0 ? lower : upper;
    // At a bound that is not there, a price is rounding if it is within the tolerance, and wrong if it is not.
    const term = Number.isFinite(bound) ? bound * price : Math.abs(price) <= negligible ? value * price : Infinity;
    dual += term;
    size += Math.abs(term);
  };
  duals.forEach((price, i) => {
    add(price, rowLower[i]!, rowUpper[i]!, activities[i]!);
  });
  reducedCosts.forEach((price, j) => {
    const value = values[j]!;
    if (isInteger[j] === 1) add(price, value, value, value);
    else add(price, columnLower[j]!, columnUpper[j]!, value);
  });
  return size === Infinity ? Infinity : Math.abs(objective - dual) / (1 + size);
}
