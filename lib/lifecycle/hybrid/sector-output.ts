import { type CsrMatrix, csrFromTriplets, forEachCell, type Matrix } from "../../numeric/csr.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { type LifecycleSolution, type PreparedSystem, prepareSystem, scalingOf } from "../product-system.ts";

/** I − A, n × n. */
export function identityMinus(A: Matrix): CsrMatrix {
  const [rows, columns, values]: number[][] = [[], [], []];
  for (let i = 0; i < A.rows; i++) {
    rows!.push(i);
    columns!.push(i);
    values!.push(1);
  }
  forEachCell(A, (i, j, value) => {
    rows!.push(i);
    columns!.push(j);
    values!.push(-value);
  });
  return csrFromTriplets(A.rows, A.rows, rows!, columns!, values!);
}

/** (I − A), prepared for many demands; each sector makes its own product, even one that is its own largest buyer. */
export function preparedSectors(A: Matrix, names?: readonly string[]): PreparedSystem {
  return prepareSystem({
    technosphere: identityMinus(A),
    references: Int32Array.from({ length: A.rows }, (_, i) => i),
    names,
  });
}

/** x = (I − A)⁻¹ y, n. Throws LifecycleError if I − A is singular, or sectors use up more than they make. */
export function outputOf(
  prepared: PreparedSystem,
  demand: Float64Array,
  work: Work = uninterrupted,
): Promise<LifecycleSolution> {
  return scalingOf(prepared, demand, work);
}
