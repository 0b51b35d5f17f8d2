import type { DenseMatrix } from "./matrix.ts";

/**
 * A P = Q R of an m × n matrix: Q orthogonal, as reflections; R upper triangular or trapezoidal, with diagonal cells that fall in
 * size; `order[k]` is the column of A at place k.
 */
export interface PivotedQr {
  readonly rows: number;
  readonly columns: number;
  /** How many columns are independent. */
  readonly rank: number;
  readonly order: Int32Array;
  /** R at (i, k), i ≤ k. */
  r(i: number, k: number): number;
  /** Qᵀ b */
  transposed(b: ArrayLike<number>): Float64Array;
  /** Q b */
  product(b: ArrayLike<number>): Float64Array;
}

/**
 * QR factorisation by Householder reflections with column pivoting, which shows the rank: columns whose rest is below
 * `tolerance` of the largest column depend on those before. Golub, Van Loan (2013), Matrix Computations, 4th ed., algorithm 5.4.1.
 */
export function pivotedQr({ rows: m, columns: n, data }: DenseMatrix, tolerance = 1e-11): PivotedQr {
  const a = Float64Array.from(data);
  const order = Int32Array.from({ length: n }, (_, k) => k);
  const scales: number[] = [];
  const diagonal: number[] = [];
  const restOf = (column: number, from: number) => {
    let [scale, sum] = [0, 0];
    for (let i = from; i < m; i++) scale = Math.max(scale, Math.abs(a[i * n + column]!));
    if (scale === 0) return 0;
    for (let i = from; i < m; i++) sum += (a[i * n + column]! / scale) ** 2;
    return scale * Math.sqrt(sum);
  };
  let largest = 0;
  for (let k = 0; k < n; k++) largest = Math.max(largest, restOf(k, 0));
  let rank = 0;
  for (let k = 0; k < Math.min(m, n); k++) {
    let [best, at] = [-1, k];
    for (let j = k; j < n; j++) {
      // Computed anew, not updated: an updated norm loses its digits where the rank shows.
      const rest = restOf(j, k);
      if (rest > best) [best, at] = [rest, j];
    }
    if (!(best > tolerance * largest)) break;
    if (at !== k) {
      for (let i = 0; i < m; i++) {
        const cell = a[i * n + k]!;
        a[i * n + k] = a[i * n + at]!;
        a[i * n + at] = cell;
      }
      const column = order[k]!;
      order[k] = order[at]!;
      order[at] = column;
    }
    // v = x ± ‖x‖ e₁, kept below the diagonal with v₁ in place of x₁; R's cell goes to `diagonal`.
    const alpha = a[k * n + k]! > 0 ? -best : best;
    a[k * n + k]! -= alpha;
    let square = 0;
    for (let i = k; i < m; i++) square += a[i * n + k]! ** 2;
    scales.push(square === 0 ? 0 : 2 / square);
    for (let j = k + 1; j < n; j++) {
      let along = 0;
      for (let i = k; i < m; i++) along += a[i * n + k]! * a[i * n + j]!;
      along *= scales[k]!;
      for (let i = k; i < m; i++) a[i * n + j]! -= along * a[i * n + k]!;
    }
    diagonal.push(alpha);
    rank++;
  }
  return finish();

  function finish(): PivotedQr {
    const reflect = (x: Float64Array, k: number) => {
      let along = 0;
      for (let i = k; i < m; i++) along += a[i * n + k]! * x[i]!;
      along *= scales[k]!;
      for (let i = k; i < m; i++) x[i]! -= along * a[i * n + k]!;
    };
    return {
      rows: m,
      columns: n,
      rank,
      order,
      r: (i, k) => (i === k && i < rank ? diagonal[i]! : a[i * n + k]!),
      transposed(b) {
        const x = Float64Array.from(b);
        for (let k = 0; k < rank; k++) reflect(x, k);
        return x;
      },
      product(b) {
        const x = Float64Array.from(b);
        for (let k = rank - 1; k >= 0; k--) reflect(x, k);
        return x;
      },
    };
  }
}

/** x of R₁₁ x = b for the leading rank × rank triangle. */
export function solveUpper(qr: PivotedQr, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from({ length: qr.rank }, (_, i) => b[i]!);
  for (let i = qr.rank - 1; i >= 0; i--) {
    for (let k = i + 1; k < qr.rank; k++) x[i]! -= qr.r(i, k) * x[k]!;
    x[i]! /= qr.r(i, i);
  }
  return x;
}

/** x of R₁₁ᵀ x = b for the leading rank × rank triangle. */
export function solveUpperTransposed(qr: PivotedQr, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from({ length: qr.rank }, (_, i) => b[i]!);
  for (let i = 0; i < qr.rank; i++) {
    for (let k = 0; k < i; k++) x[i]! -= qr.r(k, i) * x[k]!;
    x[i]! /= qr.r(i, i);
  }
  return x;
}
