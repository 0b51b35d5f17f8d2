import { type Matrix, transpose } from "../numeric/csr.ts";
import { type DenseMatrix, dense, transposeDense } from "../numeric/matrix.ts";
import { multiply } from "../numeric/multiply.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";

/** Emissions by production layer, for K stressors and the columns of a final demand. Units of S × Y. */
export interface ProductionLayers {
  /** `layers[t]`, K × C: S Aᵗ Y. Layer 0 is the direct emissions of the final producers. */
  readonly layers: readonly DenseMatrix[];
  /** All layers together, K × C, from the multipliers. */
  readonly total: DenseMatrix;
  /** The remainder beyond the last layer, K × C. */
  readonly remainder: DenseMatrix;
}

/**
 * Production layer decomposition: S (I + A + A² + …) Y, layer by layer, and the remainder to M Y.
 * Lenzen & Crawford (2009), doi:10.1021/es902090z; Waugh (1950), Econometrica 18: 142–154.
 *
 * @param depth the last layer, 0 or more.
 */
export async function productionLayers(
  A: Matrix,
  S: DenseMatrix,
  M: DenseMatrix,
  Y: DenseMatrix,
  depth: number,
  work: Work = uninterrupted,
): Promise<ProductionLayers> {
  const transposed = transpose(A);
  const total = await multiply(M, Y, work);
  const remainder = dense(total.rows, total.columns, total.data.slice());
  const layers: DenseMatrix[] = [];
  // The row vectors S Aᵗ are iterated, transposed: K columns instead of C.
  let iterated = transposeDense(S);
  for (let t = 0; t <= depth; t++) {
    if (t > 0) iterated = await multiply(transposed, iterated, work);
    const layer = await multiply(transposeDense(iterated), Y, work);
    layer.data.forEach((value, p) => {
      remainder.data[p]! -= value;
    });
    layers.push(layer);
    await work.pause();
  }
  return { layers, total, remainder };
}
