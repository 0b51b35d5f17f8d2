import { z } from "zod";
import { csrFromDense } from "../../numeric/csr.ts";
import { dense } from "../../numeric/matrix.ts";
import { matrixOf } from "../../tool/matrix.ts";
import type { ProductSystem } from "../product-system.ts";

/** Rows of exchanges: each product and each flow has its own unit, which is not part of the numbers. */
const exchanges = (shape: string) => z.array(z.array(z.number())).describe(shape);

/** The parts of a product system as tool input: arrays of rows. */
export const productSystemIn = {
  technosphere: exchanges(
    "Products × activities, square; what is taken negative, what is made positive. What a waste treatment takes in is negative.",
  ),
  biosphere: exchanges("Elementary flows × activities."),
  characterization: exchanges("Impact categories × elementary flows."),
  demand: z.array(z.number()).describe("The functional unit, one number a product."),
};

/** Rows as a matrix. No rows say nothing of the columns: a system without elementary flows has as many as it needs. */
function matrixFor(field: string, rows: number[][], columns: number) {
  return csrFromDense(rows.length === 0 ? dense(0, columns) : matrixOf(field, rows));
}

/** The product system of those parts. Throws if rows of a part differ in length, naming the part. */
export function productSystemOf(parts: {
  readonly technosphere: number[][];
  readonly biosphere: number[][];
  readonly characterization: number[][];
  readonly demand: readonly number[];
  readonly references?: readonly number[] | undefined;
}): ProductSystem {
  const technosphere = csrFromDense(matrixOf("technosphere", parts.technosphere));
  return {
    technosphere,
    biosphere: matrixFor("biosphere", parts.biosphere, technosphere.columns),
    characterization: matrixFor("characterization", parts.characterization, parts.biosphere.length),
    demand: Float64Array.from(parts.demand),
    references: parts.references,
  };
}
