import { z } from "zod";
import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";
import { type DenseMatrix, denseFromRows } from "../numeric/matrix.ts";
import { numberIn, type UnitOf } from "./unit.ts";

/** A matrix in JSON: an array of rows of equal length. `shape` says what rows and columns stand for. */
export function matrix(shape: string, unit: UnitOf) {
  return z.array(z.array(numberIn(unit))).describe(shape);
}

export function vector(shape: string, unit: UnitOf) {
  return z.array(numberIn(unit)).describe(shape);
}

/** A matrix per stressor. */
export function matrices(shape: string, unit: UnitOf) {
  return z.array(z.array(z.array(numberIn(unit)))).describe(shape);
}

/** Raised where the rows of a matrix are uneven. The message is a sentence. */
export class MatrixError extends Fault {
  override readonly name = "MatrixError";
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}

/** A matrix of the input as it is computed with. Throws MatrixError, which names the field. */
export function matrixOf(field: string, rows: readonly number[][]): DenseMatrix {
  try {
    return denseFromRows(rows, field);
  } catch (error) {
    throw error instanceof Fault ? new MatrixError(field, error.said) : error;
  }
}
