import { type Matrix, rowStart } from "../../numeric/csr.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { addProduct } from "../../numeric/multiply.ts";
import { step } from "../../numeric/step.ts";
import type { Work } from "../../numeric/work.ts";
import type { CheckedSource } from "./error-source.ts";
import type { FootprintBase } from "./footprint-base.ts";

/** The covariance of D_cba between regions (R × R) from independent errors of single cells. */
export interface CellErrors {
  readonly covariance: DenseMatrix;
  /** The number of cells with an error. */
  readonly cells: number;
  /** By region, the largest share of one cell in the variance: if it is far below 1, the sum is normal. */
  readonly largestShare: Float64Array;
}

/** Cells of Z processed between two pauses. */
const VALUES_BETWEEN_PAUSES = 4_000_000;

/**
 * To first order, independent errors need no draws: with w_ij = (p_i z_ij s_ij)², s_ij the relative standard deviation,
 *
 *     Cov(D_c, D_d) = Σ_ij w_ij (u_jc − κ u_ic)(u_jd − κ u_id)
 *
 * which with output held (κ = 0) is Var D_c = Σ m_i² (a_ij s_ij)² x_j², x the output required by region c. It is computed
 * from W u, from row and column sums of W, and from uᵀ u: n² R multiply-adds and no matrix besides the table.
 */
export async function deliveryCellErrors(base: FootprintBase, source: CheckedSource, work: Work): Promise<CellErrors> {
  const { p, u, table, follows } = base;
  const { Z } = table;
  const { rows: n, columns: R } = u;
  const sold = dense(n, R);
  const byColumn = new Float64Array(n);
  const byRow = new Float64Array(n);
  const largest = new Largest(u, follows);
  let cells = 0;
  const perRow = Math.max(1, (Z.kind === "csr" ? Z.values.length : Z.data.length) / Math.max(1, n));
  const rowsPerBlock = Math.max(1, Math.floor(VALUES_BETWEEN_PAUSES / perRow));
  for (let from = 0; from < n; from += rowsPerBlock) {
    const to = Math.min(n, from + rowsPerBlock);
    const block = weighed(Z, from, to, (i, z) => (p[i]! * z * source.sd(Math.abs(z))) ** 2);
    forEachOf(block, from, (i, j, w) => {
      byRow[i]! += w;
      byColumn[j]! += w;
      cells++;
      largest.update(i, j, w);
    });
    const part = dense(to - from, R, sold.data.subarray(from * R, to * R));
    await addProduct(1, block, u, part, work);
    work.progress(to / n, step.covariance());
    await work.pause();
  }
  const weight = byColumn.map((value, i) => value + follows * byRow[i]!);
  const covariance = weightedSquare(u, weight);
  if (follows) subtractCross(covariance, sold, u);
  return { covariance, cells, largestShare: largest.sharesOf(covariance) };
}

/** The same for the cells of final demand: D_c changes by p_i y_id (1[c = d] − κ u_ic). */
export function demandCellErrors(base: FootprintBase, source: CheckedSource): CellErrors {
  const { p, u, table, follows } = base;
  const { rows: n, columns: R } = u;
  const { Y, yRegions } = table;
  const byRegion = dense(n, R);
  const most = new Float64Array(R);
  let cells = 0;
  for (let i = 0; i < n; i++)
    for (let d = 0; d < Y.columns; d++) {
      const value = Y.data[i * Y.columns + d]!;
      if (value === 0) continue;
      cells++;
      const w = (p[i]! * value * source.sd(Math.abs(value))) ** 2;
      const region = yRegions[d]!;
      byRegion.data[i * R + region]! += w;
      for (let c = 0; c < R; c++) {
        const reach = (c === region ? 1 : 0) - follows * u.data[i * R + c]!;
        if (w * reach * reach > most[c]!) most[c] = w * reach * reach;
      }
    }
  const byRow = new Float64Array(n);
  for (let q = 0; q < byRegion.data.length; q++) byRow[Math.floor(q / R)]! += byRegion.data[q]!;
  const covariance = follows ? weightedSquare(u, byRow) : dense(R, R);
  if (follows) subtractCross(covariance, byRegion, u);
  for (let i = 0; i < n; i++) for (let c = 0; c < R; c++) covariance.data[c * R + c]! += byRegion.data[i * R + c]!;
  return { covariance, cells, largestShare: most.map((value, c) => shareOf(value, covariance.data[c * R + c]!)) };
}

/** Rows from … to − 1 with new values, as a separate matrix. */
function weighed(Z: Matrix, from: number, to: number, weight: (i: number, z: number) => number): Matrix {
  const [start, end] = [rowStart(Z, from), rowStart(Z, to)];
  const values = (Z.kind === "csr" ? Z.values : Z.data).slice(start, end);
  for (let i = from; i < to; i++)
    for (let q = rowStart(Z, i) - start, stop = rowStart(Z, i + 1) - start; q < stop; q++)
      if (values[q] !== 0) values[q] = weight(i, values[q]!);
  if (Z.kind === "dense") return dense(to - from, Z.columns, values);
  const rowStarts = Z.rowStarts.slice(from, to + 1).map((place) => place - start);
  return { ...Z, rows: to - from, rowStarts, columnIndices: Z.columnIndices.subarray(start, end), values };
}

function forEachOf(block: Matrix, first: number, visit: (i: number, j: number, w: number) => void): void {
  const values = block.kind === "csr" ? block.values : block.data;
  for (let row = 0; row < block.rows; row++)
    for (let q = rowStart(block, row), start = q, stop = rowStart(block, row + 1); q < stop; q++)
      if (values[q] !== 0) visit(first + row, block.kind === "csr" ? block.columnIndices[q]! : q - start, values[q]!);
}

/** uᵀ diag(weight) u. */
function weightedSquare(u: DenseMatrix, weight: Float64Array): DenseMatrix {
  const { rows: n, columns: R, data } = u;
  const square = dense(R, R);
  for (let i = 0; i < n; i++) {
    if (weight[i] === 0) continue;
    for (let c = 0; c < R; c++) {
      const left = weight[i]! * data[i * R + c]!;
      if (left !== 0) for (let d = 0; d < R; d++) square.data[c * R + d]! += left * data[i * R + d]!;
    }
  }
  return square;
}

/** C ← C − (Tᵀ u + uᵀ T). */
function subtractCross(covariance: DenseMatrix, t: DenseMatrix, u: DenseMatrix): void {
  const { rows: n, columns: R } = u;
  const cross = new Float64Array(R * R);
  for (let i = 0; i < n; i++)
    for (let c = 0; c < R; c++) {
      const left = t.data[i * R + c]!;
      if (left !== 0) for (let d = 0; d < R; d++) cross[c * R + d]! += left * u.data[i * R + d]!;
    }
  for (let c = 0; c < R; c++)
    for (let d = 0; d < R; d++) covariance.data[c * R + d]! -= cross[c * R + d]! + cross[d * R + c]!;
}

/** The largest contribution of one cell to the variance of every region. A share of a row's output is at most about 1. */
class Largest {
  readonly #u: DenseMatrix;
  readonly #follows: number;
  readonly #most: Float64Array;
  /** A cell whose w times the squared maximum reach is below this cannot be the largest in any region. */
  #least = 0;
  readonly #reach: number;

  constructor(u: DenseMatrix, follows: number) {
    this.#u = u;
    this.#follows = follows;
    this.#most = new Float64Array(u.columns);
    this.#reach = ((1 + follows) * u.data.reduce((most, share) => Math.max(most, Math.abs(share)), 0)) ** 2;
  }

  update(i: number, j: number, w: number): void {
    if (w * this.#reach <= this.#least) return;
    const { data, columns: R } = this.#u;
    for (let c = 0; c < R; c++) {
      const reach = data[j * R + c]! - this.#follows * data[i * R + c]!;
      if (w * reach * reach > this.#most[c]!) this.#most[c] = w * reach * reach;
    }
    this.#least = this.#most.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  }

  sharesOf(covariance: DenseMatrix): Float64Array {
    const R = covariance.columns;
    return this.#most.map((value, c) => shareOf(value, covariance.data[c * R + c]!));
  }
}

function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
