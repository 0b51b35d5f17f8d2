import { csrFromDense } from "../../numeric/csr.ts";
import { matrix, matrixOf, vector } from "../../tool/matrix.ts";
import type { ProductSystem } from "../product-system.ts";

/** The parts of a product system as tools take them: arrays of rows. */
export const productSystemIn = {
  technosphere: matrix("Products × activities, square; what is taken negative, what is made positive on the diagonal."),
  biosphere: matrix("Elementary flows × activities."),
  characterization: matrix("Impact categories × elementary flows."),
  demand: vector("The functional unit, one number a product."),
};

/** The product system of those parts. Throws where rows of a part are uneven, naming it. */
export function productSystemOf(parts: {
  readonly technosphere: number[][];
  readonly biosphere: number[][];
  readonly characterization: number[][];
  readonly demand: readonly number[];
}): ProductSystem {
  return {
    technosphere: csrFromDense(matrixOf("technosphere", parts.technosphere)),
    biosphere: csrFromDense(matrixOf("biosphere", parts.biosphere)),
    characterization: csrFromDense(matrixOf("characterization", parts.characterization)),
    demand: Float64Array.from(parts.demand),
  };
}
