import { z } from "zod";
import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";
import { type DenseMatrix, denseFromRows } from "../numeric/matrix.ts";
import { numberIn, type UnitOf } from "./unit.ts";

/** A matrix in JSON: an array of rows of equal length. `shape` describes rows and columns. */
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

/** Thrown if the rows of a matrix differ in length. */
export class MatrixError extends Fault {
  override readonly name = "MatrixError";
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}

/** Converts a matrix of the input for computation. Throws MatrixError, which names the field. */
export function matrixOf(field: string, rows: readonly number[][]): DenseMatrix {
  try {
    return denseFromRows(rows, field);
  } catch (error) {
    throw error instanceof Fault ? new MatrixError(field, error.said) : error;
  }
}
