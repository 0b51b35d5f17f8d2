import type { ExactDraws } from "./exact-draws.ts";

/** The error of first order for one region, from draws that were also solved exactly. Units of F. */
export interface Linearisation {
  /** Mean of exact minus first order: the bias. */
  readonly bias: number;
  /** Standard error of that mean. */
  readonly standardError: number;
  /** Root mean square and largest of the differences, relative to the account. */
  readonly relativeRms: number;
  readonly relativeLargest: number;
  /**
   * Standard deviation of the exact account relative to that of first order, by the same control variates:
   * Var = Var₁ + 2 Cov(first order, difference) + Var(difference).
   */
  readonly sdRatio: number;
}

/** @param variance of the first-order account, known without draws. */
export function linearisationOf(
  { exact, firstOrder, draws }: ExactDraws,
  c: number,
  account: number,
  variance: number,
): Linearisation {
  const difference = exact.map((values, d) => values[c]! - firstOrder[d]![c]!);
  const bias = difference.reduce((sum, value) => sum + value, 0) / draws;
  const mean = firstOrder.reduce((sum, values) => sum + values[c]!, 0) / draws;
  let [spread, shared, squares, largest] = [0, 0, 0, 0];
  difference.forEach((value, d) => {
    spread += (value - bias) ** 2;
    shared += (value - bias) * (firstOrder[d]![c]! - mean);
    squares += value * value;
    largest = Math.max(largest, Math.abs(value));
  });
  const degrees = Math.max(1, draws - 1);
  const size = Math.abs(account);
  const exactVariance = Math.max(0, variance + (2 * shared) / degrees + spread / degrees);
  return {
    bias,
    standardError: Math.sqrt(spread / degrees / draws),
    relativeRms: size > 0 ? Math.sqrt(squares / draws) / size : 0,
    relativeLargest: size > 0 ? largest / size : 0,
    sdRatio: variance > 0 ? Math.sqrt(exactVariance / variance) : 1,
  };
}
