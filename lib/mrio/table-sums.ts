import { addColumnSums, cellsOf, type Matrix, rowStart } from "../numeric/csr.ts";
import { step } from "../numeric/step.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";

/** Sums from one pass over Z. Units of Z. */
export interface TableSums {
  /** Z 1 (n): intermediate sales. */
  readonly sales: Float64Array;
  /** 1ᵀ Z (n): intermediate inputs. */
  readonly inputs: Float64Array;
  readonly negativeCells: number;
}

/** Cells summed between two pauses. */
const VALUES_BETWEEN_PAUSES = 4_000_000;

/** Row and column sums of Z and the number of its negative cells, in blocks of rows with a pause between. */
export async function sumTable(Z: Matrix, work: Work = uninterrupted): Promise<TableSums> {
  const sales = new Float64Array(Z.rows);
  const inputs = new Float64Array(Z.columns);
  const values = cellsOf(Z);
  let negativeCells = 0;
  const rowsPerBlock = Math.max(1, Math.floor((VALUES_BETWEEN_PAUSES * Z.rows) / Math.max(1, values.length)));
  for (let from = 0; from < Z.rows; from += rowsPerBlock) {
    const to = Math.min(Z.rows, from + rowsPerBlock);
    for (let i = from; i < to; i++) {
      let sum = 0;
      for (let p = rowStart(Z, i), end = rowStart(Z, i + 1); p < end; p++) {
        const value = values[p]!;
        sum += value;
        if (value < 0) negativeCells++;
      }
      sales[i] = sum;
    }
    addColumnSums(Z, from, to, inputs);
    work.progress(to / Z.rows, step.checking());
    await work.pause();
  }
  return { sales, inputs, negativeCells };
}
