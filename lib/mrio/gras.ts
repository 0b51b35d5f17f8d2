import { z } from "zod";
import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { type CsrMatrix, columnSums, type Matrix, mapCells, rowSums, toCsr } from "../numeric/csr.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import type { ResultOf } from "../tool/shape.ts";
import { ratio } from "../tool/unit.ts";

const texts = messages("mrio", {
  rowSumCount: {
    en: "u has {count} sums, but the matrix has {rows} rows.",
    zh: "u 有 {count} 个合计，而矩阵有 {rows} 行。",
  },
  columnSumCount: {
    en: "v has {count} sums, but the matrix has {columns} columns.",
    zh: "v 有 {count} 个合计，而矩阵有 {columns} 列。",
  },
  unequalTotals: {
    en: "Row sums add up to {sumU} and column sums to {sumV}: no matrix has both.",
    zh: "行合计共 {sumU}，列合计共 {sumV}：不存在同时满足两者的矩阵。",
  },
});

/** A row or column with its sum and its target. */
export const missShape = z.object({
  line: z.enum(["row", "column"]),
  index: ratio,
  sum: z.number(),
  target: z.number(),
});
export type Miss = ResultOf<typeof missShape>;

export interface Balanced<M extends Matrix = Matrix> {
  readonly matrix: M;
  readonly iterations: number;
  /** Largest difference between a sum and its target, over the largest target. */
  readonly error: number;
  readonly converged: boolean;
  /** Rows and columns that miss their targets, worst first: an empty line with a non-zero target, contradictory targets. */
  readonly unmet: readonly Miss[];
}

export interface BalanceOptions {
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

/**
 * GRAS: the matrix nearest to `matrix` (least gain of information) with given row and column sums, signs kept.
 * With P the positive cells and N the absolute negative ones: a*_ij = r_i p_ij s_j − n_ij / (r_i s_j), where r and s solve
 *
 *     r_i = (u_i + √(u_i² + 4 p_i n_i)) / 2 p_i,  p_i = Σ p_ij s_j,  n_i = Σ n_ij / s_j;   r_i = −n_i / u_i where p_i = 0
 *
 * and the same for the columns. Without negative cells it is RAS (Stone 1961; Bacharach 1970).
 * Junius & Oosterhaven (2003), doi:10.1080/0953531032000056954; Lenzen, Wood & Gallego (2007),
 * Econ. Syst. Res. 19: 461–465; Temurshoev, Miller & Bouwmeester (2013), doi:10.1080/09535314.2012.746645 (p_i = 0).
 *
 * @param u target row sums. @param v target column sums. Throws RangeError if Σ u and Σ v differ by more than 1e-6.
 */
export async function gras<M extends Matrix>(
  matrix: M,
  u: ArrayLike<number>,
  v: ArrayLike<number>,
  options: BalanceOptions = {},
  work: Work = uninterrupted,
): Promise<Balanced<M>> {
  const { tolerance = 1e-9, maxIterations = 500 } = options;
  const { rows, columns } = matrix;
  if (u.length !== rows) throw new Fault(texts.rowSumCount({ count: u.length, rows }), { name: "RangeError" });
  if (v.length !== columns) throw new Fault(texts.columnSumCount({ count: v.length, columns }), { name: "RangeError" });
  const [sumU, sumV] = [sum(u), sum(v)];
  if (Math.abs(sumU - sumV) > 1e-6 * Math.max(Math.abs(sumU), Math.abs(sumV))) {
    throw new Fault(texts.unequalTotals({ sumU, sumV }), { name: "RangeError" });
  }
  const largest = Math.max(largestOf(u), largestOf(v), Number.MIN_VALUE);
  const { positive, negative } = bySign(toCsr(matrix));
  const r = new Float64Array(rows).fill(1);
  const s = new Float64Array(columns).fill(1);
  const columnP = new Float64Array(columns);
  const columnN = new Float64Array(columns);
  let iterations = 0;
  let error = Number.POSITIVE_INFINITY;
  while (iterations < maxIterations) {
    // Column sums are exact after the second half-step, so the error is that of the rows under the multipliers of before.
    error = sweep(positive, negative, u, r, s, columnP, columnN) / largest;
    if (iterations > 0 && error <= tolerance) break;
    for (let j = 0; j < columns; j++) s[j] = multiplier(v[j]!, columnP[j]!, columnN[j]!);
    iterations++;
    await work.pause();
  }
  const balanced = mapCells(matrix, (i, j, value) => (value > 0 ? value * r[i]! * s[j]! : value / (r[i]! * s[j]!)));
  const misses = missesOf(balanced, u, v);
  const size = ({ sum: found, target }: Miss) => Math.abs(found - target) / largest;
  const measured = misses.reduce((most, miss) => Math.max(most, size(miss)), 0);
  const unmet = misses.filter((miss) => size(miss) > 10 * tolerance).sort((a, b) => size(b) - size(a));
  return { matrix: balanced as M, iterations, error: measured, converged: unmet.length === 0, unmet };
}

/** Contradictory targets drive multipliers to zero or infinity; they are clamped so that products of three stay within f64. */
const LEAST = 1e-100;
const MOST = 1e100;

/**
 * The positive solution of p r² − u r − n = 0. A line without negative cells is scaled as in RAS, and set to zero if its
 * target is zero (or negative, which is impossible); 1 if there is nothing to scale.
 */
function multiplier(u: number, p: number, n: number): number {
  if (p > 0 && n === 0) return Math.min(Math.max(u, 0) / p, MOST);
  if (p > 0) {
    const root = Math.sqrt(u * u + 4 * p * n);
    // Of the two forms, the one without cancellation.
    const r = u >= 0 ? (u + root) / (2 * p) : (2 * n) / (root - u);
    return Math.min(Math.max(r, LEAST), MOST);
  }
  if (n > 0 && u < 0) return Math.min(Math.max(-n / u, LEAST), MOST);
  return 1;
}

/**
 * One round over the rows: each row's multiplier, and with it the row's part of the sums of the columns while its cells are
 * in the cache. Allocates nothing. Returns the largest difference between a row's sum and its target before the round.
 */
function sweep(
  positive: CsrMatrix,
  negative: CsrMatrix,
  u: ArrayLike<number>,
  r: Float64Array,
  s: Float64Array,
  columnP: Float64Array,
  columnN: Float64Array,
): number {
  const { rowStarts, columnIndices, values } = positive;
  const { rowStarts: negativeStarts, columnIndices: negativeColumns, values: sizes } = negative;
  columnP.fill(0);
  columnN.fill(0);
  let error = 0;
  for (let i = 0; i < r.length; i++) {
    const [from, to] = [rowStarts[i]!, rowStarts[i + 1]!];
    const [negativeFrom, negativeTo] = [negativeStarts[i]!, negativeStarts[i + 1]!];
    let p = 0;
    for (let at = from; at < to; at++) p += values[at]! * s[columnIndices[at]!]!;
    let n = 0;
    for (let at = negativeFrom; at < negativeTo; at++) n += sizes[at]! / s[negativeColumns[at]!]!;
    error = Math.max(error, Math.abs(r[i]! * p - (n === 0 ? 0 : n / r[i]!) - u[i]!));
    const factor = multiplier(u[i]!, p, n);
    r[i] = factor;
    for (let at = from; at < to; at++) columnP[columnIndices[at]!]! += values[at]! * factor;
    for (let at = negativeFrom; at < negativeTo; at++) columnN[negativeColumns[at]!]! += sizes[at]! / factor;
  }
  return error;
}

/** The positive cells of a matrix, and the absolute values of its negative ones: loops without a branch per cell. */
function bySign({ kind, rows, columns, rowStarts, columnIndices, values }: CsrMatrix) {
  const side = (sign: 1 | -1): CsrMatrix => {
    let count = 0;
    for (let at = 0; at < values.length; at++) if (values[at]! * sign > 0) count++;
    const starts = new Int32Array(rows + 1);
    const indices = new Int32Array(count);
    const cells = new Float64Array(count);
    let end = 0;
    for (let i = 0; i < rows; i++) {
      for (let at = rowStarts[i]!; at < rowStarts[i + 1]!; at++) {
        const value = values[at]! * sign;
        if (!(value > 0)) continue;
        indices[end] = columnIndices[at]!;
        cells[end++] = value;
      }
      starts[i + 1] = end;
    }
    return { kind, rows, columns, rowStarts: starts, columnIndices: indices, values: cells };
  };
  return { positive: side(1), negative: side(-1) };
}

/** Every line with its sum and its target. */
function missesOf(matrix: Matrix, u: ArrayLike<number>, v: ArrayLike<number>): Miss[] {
  const rows = rowSums(matrix);
  const columns = columnSums(matrix);
  return [
    ...Array.from(rows, (found, index): Miss => ({ line: "row", index, sum: found, target: u[index]! })),
    ...Array.from(columns, (found, index): Miss => ({ line: "column", index, sum: found, target: v[index]! })),
  ];
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

function largestOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}
