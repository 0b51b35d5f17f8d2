import { z } from "zod";

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
