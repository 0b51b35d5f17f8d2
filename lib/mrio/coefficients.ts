import { messages } from "../message/message.ts";
import { type Matrix, scaleColumns } from "../numeric/csr.ts";
import { leontiefSystem } from "../numeric/leontief.ts";
import { invert } from "../numeric/lu-solve.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import { multiply } from "../numeric/multiply.ts";
import { leontiefBlock } from "../numeric/preconditioner.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { type RowName, requireProductive } from "./productive.ts";
import { solvable } from "./singular.ts";

const texts = messages("mrio", {
  row: { en: "row {row}", zh: "第 {row} 行" },
});

/**
 * 1/x (n), and 0 where x is 0: a sector without output has no coefficients. A small number instead of zero
 * would make them explode. Callers report the sectors, see `notesOnTable`.
 */
export function calcInverseOutput(x: Float64Array): Float64Array {
  return x.map((output) => (output === 0 ? 0 : 1 / output));
}

/**
 * Input coefficients A = Z x̂⁻¹ (n × n): a_ij is the input of sector j from i per unit of output of j. Dimensionless.
 * A has the form of Z, dense or CSR. Miller & Blair (2009), chapter 2; pymrio `calc_A`.
 */
export function calcA<M extends Matrix>(Z: M, x: Float64Array): M {
  return scaleColumns(Z, calcInverseOutput(x));
}

/**
 * Leontief inverse L = (I − A)⁻¹ (n × n): l_ij is the output of i, in all rounds, required per unit of final demand of j.
 * Needs 2 n³ multiply-adds and n² numbers: form it only if L itself is needed, and solve otherwise.
 * Throws TableError if I − A is singular or rounds of supply grow (`requireProductive`). Miller & Blair (2009), chapter 2;
 * pymrio `calc_L`.
 */
export async function calcL(
  A: Matrix,
  work: Work = uninterrupted,
  label: RowName = (i) => texts.row({ row: i }),
): Promise<DenseMatrix> {
  await requireProductive(leontiefSystem(A, A.rows), label, work);
  return solvable(invert(leontiefBlock(A, 0, A.rows), work));
}

/**
 * Direct intensities S = F x̂⁻¹ (K × n), stressor per unit of output. pymrio `calc_S`.
 */
export function calcS(F: DenseMatrix, x: Float64Array): DenseMatrix {
  return calcA(F, x);
}

/**
 * Direct intensities of final demand S_Y = F_Y ŷ⁻¹ (K × C), stressor per unit spent; `Y` is summed over its rows.
 * pymrio `calc_S_Y`.
 */
export function calcSY(FY: DenseMatrix, Y: DenseMatrix): DenseMatrix {
  const spent = new Float64Array(Y.columns);
  for (let i = 0; i < Y.rows; i++) for (let c = 0; c < Y.columns; c++) spent[c]! += Y.data[i * Y.columns + c]!;
  return calcA(FY, spent);
}

/** Multipliers M = S L (K × n): stressor in the whole chain per unit of final demand. pymrio `calc_M`. */
export function calcM(S: DenseMatrix, L: DenseMatrix, work: Work = uninterrupted): Promise<DenseMatrix> {
  return multiply(S, L, work);
}

/**
 * Simple output multipliers 1ᵀ L (n): output of the whole economy per unit of final demand of j.
 * Miller & Blair (2009), chapter 6.
 */
export function calcOutputMultipliers(L: DenseMatrix): Float64Array {
  const sums = new Float64Array(L.columns);
  for (let i = 0; i < L.rows; i++) for (let j = 0; j < L.columns; j++) sums[j]! += L.data[i * L.columns + j]!;
  return sums;
}

/** Final demand by consuming region (n × R): columns of Y that belong to one region are added. Units of Y. */
export function sumByRegion(Y: DenseMatrix, yRegions: Int32Array, R: number): DenseMatrix {
  const sums = dense(Y.rows, R);
  for (let i = 0; i < Y.rows; i++) {
    for (let c = 0; c < Y.columns; c++) sums.data[i * R + yRegions[c]!]! += Y.data[i * Y.columns + c]!;
  }
  return sums;
}
