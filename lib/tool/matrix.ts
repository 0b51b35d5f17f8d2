import { z } from "zod";
import { type DenseMatrix, denseFromRows } from "../numeric/matrix.ts";

/** A matrix in JSON: an array of rows of equal length. `shape` says what rows and columns stand for. */
export function matrix(shape: string) {
  return z.array(z.array(z.number())).describe(shape);
}

export function vector(shape: string) {
  return z.array(z.number()).describe(shape);
}

/** A matrix per stressor. */
export function matrices(shape: string) {
  return z.array(z.array(z.array(z.number()))).describe(shape);
}

/** Raised where the rows of a matrix are uneven. The message is a sentence. */
export class MatrixError extends Error {
  override readonly name = "MatrixError";
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** A matrix of the input as it is computed with. Throws MatrixError, which names the field. */
export function matrixOf(field: string, rows: readonly number[][]): DenseMatrix {
  try {
    return denseFromRows(rows, field);
  } catch (error) {
    throw error instanceof RangeError ? new MatrixError(field, error.message) : error;
  }
}
