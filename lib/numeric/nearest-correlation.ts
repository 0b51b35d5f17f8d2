import { symmetricEigen } from "./symmetric-eigen.ts";

/**
 * The correlation matrix nearest to a symmetric one with unit diagonal, in the Frobenius norm: alternating projections onto
 * the matrices without negative eigenvalue and onto those with unit diagonal, with Dykstra's correction.
 * Higham (2002), IMA Journal of Numerical Analysis 22, 329–343, doi:10.1093/imanum/22.3.329.
 * @param matrix n × n, row by row
 */
export function nearestCorrelation(matrix: Float64Array, n: number): Float64Array {
  let y = Float64Array.from(matrix);
  const correction = new Float64Array(n * n);
  for (let round = 0; round < 1000; round++) {
    const r = y.map((value, at) => value - correction[at]!);
    const x = withoutNegative(r, n);
    for (let at = 0; at < correction.length; at++) correction[at] = x[at]! - r[at]!;
    const next = Float64Array.from(x);
    for (let i = 0; i < n; i++) next[i * n + i] = 1;
    const change = largestDifference(next, y);
    y = next;
    if (change < 1e-12) break;
  }
  // The last step may leave an eigenvalue slightly below zero by rounding; a final projection and scaling corrects it.
  return unitDiagonal(withoutNegative(y, n), n);
}

/** The smallest eigenvalue; if it is negative, the matrix is not a correlation matrix. */
export function smallestEigenvalue(matrix: Float64Array, n: number): number {
  return symmetricEigen(matrix, n).values.reduce((least, value) => Math.min(least, value), Infinity);
}

export function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - b[at]!)), 0);
}

/** V max(Λ, 0) Vᵀ */
function withoutNegative(matrix: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, n);
  const out = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const value = values[k]!;
    if (value <= 0) continue;
    for (let i = 0; i < n; i++) {
      const left = value * vectors[i * n + k]!;
      for (let j = 0; j <= i; j++) out[i * n + j] = out[i * n + j]! + left * vectors[j * n + k]!;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) out[j * n + i] = out[i * n + j]!;
  return out;
}

function unitDiagonal(matrix: Float64Array, n: number): Float64Array {
  const out = Float64Array.from(matrix);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      out[i * n + j] = matrix[i * n + j]! / Math.sqrt(matrix[i * n + i]! * matrix[j * n + j]!);
  for (let i = 0; i < n; i++) out[i * n + i] = 1;
  return out;
}
