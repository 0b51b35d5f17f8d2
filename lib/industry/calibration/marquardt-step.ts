import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { pivotedQr, solveUpper } from "../../numeric/qr.ts";

/** The step of Levenberg and Marquardt; with λ = 0 that of Gauss and Newton. */
export function marquardtStep(jacobian: DenseMatrix, residuals: Float64Array, lambda: number): Float64Array {
  const { matrix, norms } = normalised(jacobian);
  const [n, p] = [matrix.rows, matrix.columns];
  const above = dense(n + p, p);
  above.data.set(matrix.data);
  for (let k = 0; k < p; k++) above.data[(n + k) * p + k] = Math.sqrt(lambda);
  const qr = pivotedQr(above, 1e-15);
  const right = new Float64Array(n + p);
  right.set(residuals);
  const solved = solveUpper(qr, qr.transposed(right));
  const step = new Float64Array(p);
  for (const [i, value] of solved.entries()) step[qr.order[i]!] = value / norms[qr.order[i]!]!;
  return step;
}

/** The columns of a matrix with length 1, and their lengths; a column of zeros stays. */
export function normalised({ rows, columns, data }: DenseMatrix) {
  const norms = new Float64Array(columns);
  for (let k = 0; k < columns; k++) {
    for (let i = 0; i < rows; i++) norms[k] = Math.hypot(norms[k]!, data[i * columns + k]!);
    norms[k] ||= 1;
  }
  return {
    matrix: dense(
      rows,
      columns,
      data.map((value, at) => value / norms[at % columns]!),
    ),
    norms,
  };
}
