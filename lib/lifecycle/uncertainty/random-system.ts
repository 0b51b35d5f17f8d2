import type { PreparedSystem } from "../product-system.ts";
import type { RandomNumbers } from "./random-numbers.ts";

/** Cells of the technosphere that vary: a row for each cell and number; the cell moves by factor × the number's deviation. */
export interface RandomCells {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly number: Int32Array;
  readonly factor: Float64Array;
}

/** What an activity's own flows score and varies: Σ coefficient × number × other, where other is 1 if its index is −1. */
export interface RandomTerms {
  readonly indicator: Int32Array;
  readonly column: Int32Array;
  readonly coefficient: Float64Array;
  readonly number: Int32Array;
  readonly other: Int32Array;
}

/** A system with random numbers, solved and assessed at the values that it has. D demands, M indicators, P activities. */
export interface RandomSystem {
  readonly prepared: PreparedSystem;
  /** f, D × P. */
  readonly demands: readonly Float64Array[];
  /** s = A⁻¹ f, D × P. */
  readonly scalings: readonly Float64Array[];
  /** q, M × P: scores of the activities' own flows. */
  readonly direct: readonly Float64Array[];
  /** w = q A⁻¹, M × P. */
  readonly productScores: readonly Float64Array[];
  /** Whether Gauss–Seidel sweeps do not converge for it, so that it was solved by LU. */
  readonly isFactored: boolean;
  readonly numbers: RandomNumbers;
  readonly cells: RandomCells;
  readonly terms: RandomTerms;
}

/** The same cells in ascending order of a key of their index. */
export function sortedCells({ row, column, number, factor }: RandomCells, key: (at: number) => number): RandomCells {
  const order = orderBy(row.length, key);
  return {
    row: order.map((at) => row[at]!),
    column: order.map((at) => column[at]!),
    number: order.map((at) => number[at]!),
    factor: Float64Array.from(order, (at) => factor[at]!),
  };
}

/** The same terms in ascending order of a key of their index. */
export function sortedTerms(terms: RandomTerms, key: (at: number) => number): RandomTerms {
  const order = orderBy(terms.number.length, key);
  return {
    indicator: order.map((at) => terms.indicator[at]!),
    column: order.map((at) => terms.column[at]!),
    coefficient: Float64Array.from(order, (at) => terms.coefficient[at]!),
    number: order.map((at) => terms.number[at]!),
    other: order.map((at) => terms.other[at]!),
  };
}

function orderBy(count: number, key: (at: number) => number): Int32Array {
  const keys = Float64Array.from({ length: count }, (_, at) => key(at));
  return new Int32Array(count).map((_, at) => at).sort((a, b) => keys[a]! - keys[b]! || a - b);
}
