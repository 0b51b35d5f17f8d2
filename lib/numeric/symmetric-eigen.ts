/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi rotations, which give eigenvectors that are
 * orthogonal to machine precision. Golub, Van Loan (2013), Matrix Computations, 8.5. For up to some hundred rows.
 * @param matrix n × n, row by row
 * @returns values (n) and vectors (n × n, one per column)
 */
export function symmetricEigen(matrix: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const a = Float64Array.from(matrix);
  const vectors = identity(n);
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        all += a[i * n + j]! ** 2;
        if (i !== j) off += a[i * n + j]! ** 2;
      }
    if (off <= 1e-30 * all) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}

/** Rotates the plane of p and q so that a[p][q] becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const rotatePair = (values: Float64Array, i: number, j: number) => {
    const x = values[i]!;
    const y = values[j]!;
    values[i] = c * x - s * y;
    values[j] = s * x + c * y;
  };
  for (let k = 0; k < n; k++) rotatePair(a, k * n + p, k * n + q);
  for (let k = 0; k < n; k++) rotatePair(a, p * n + k, q * n + k);
  for (let k = 0; k < n; k++) rotatePair(vectors, k * n + p, k * n + q);
}

function identity(n: number): Float64Array {
  const eye = new Float64Array(n * n);
  for (let i = 0; i < n; i++) eye[i * n + i] = 1;
  return eye;
}
