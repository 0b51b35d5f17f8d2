import type { LeontiefSystem } from "../numeric/leontief.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import { multiply } from "../numeric/multiply.ts";
import type { Work } from "../numeric/work.ts";

interface Output {
  /** L Y, n × R. */
  readonly x: DenseMatrix;
  readonly residual: number;
}

/**
 * L Y for a Y (n × R) that may be mostly empty: with right-hand sides for its non-empty columns or, if they are
 * fewer, for its rows (L Y = Σᵢ (L eᵢ) yᵢ over the non-empty rows).
 */
export async function outputOf(system: LeontiefSystem, Y: DenseMatrix, work: Work): Promise<Output> {
  const { rows: n, columns: R, data } = Y;
  const [inRow, inColumn] = [new Uint8Array(n), new Uint8Array(R)];
  for (let p = 0; p < data.length; p++) {
    if (data[p] === 0) continue;
    inRow[Math.floor(p / R)] = 1;
    inColumn[p % R] = 1;
  }
  const rows = [...inRow.keys()].filter((i) => inRow[i]);
  const columns = [...inColumn.keys()].filter((c) => inColumn[c]);
  return rows.length < columns.length ? byRows(system, Y, rows, work) : byColumns(system, Y, columns, work);
}

async function byRows(system: LeontiefSystem, Y: DenseMatrix, rows: readonly number[], work: Work): Promise<Output> {
  const w = rows.length;
  const unit = dense(Y.rows, w);
  const nonEmpty = dense(w, Y.columns);
  rows.forEach((i, p) => {
    unit.data[i * w + p] = 1;
    nonEmpty.data.set(Y.data.subarray(i * Y.columns, (i + 1) * Y.columns), p * Y.columns);
  });
  const { x, residual } = await system.solve(unit, work);
  return { x: await multiply(x, nonEmpty, work), residual };
}

async function byColumns(
  system: LeontiefSystem,
  Y: DenseMatrix,
  columns: readonly number[],
  work: Work,
): Promise<Output> {
  const { rows: n, columns: R } = Y;
  const w = columns.length;
  const b = dense(n, w);
  for (let i = 0; i < n; i++) for (let p = 0; p < w; p++) b.data[i * w + p] = Y.data[i * R + columns[p]!]!;
  const solved = await system.solve(b, work);
  const x = dense(n, R);
  for (let i = 0; i < n; i++) for (let p = 0; p < w; p++) x.data[i * R + columns[p]!] = solved.x.data[i * w + p]!;
  return { x, residual: solved.residual };
}
