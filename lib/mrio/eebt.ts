import { cellsOf, rowStart } from "../numeric/csr.ts";
import { leontiefSystem } from "../numeric/leontief.ts";
import { factorLu } from "../numeric/lu.ts";
import { solveLu } from "../numeric/lu-solve.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import { leontiefBlock } from "../numeric/preconditioner.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcA, calcS, sumByRegion } from "./coefficients.ts";
import { requireProductive, rowName } from "./productive.ts";
import type { InputOutputTable } from "./table.ts";

/**
 * Gross bilateral exports by sector, n × R: sales of row i to region c, for any use. The column of its own region has only
 * final demand.
 */
export function calcGrossExports(
  table: Pick<InputOutputTable, "Z" | "Y" | "yRegions" | "regions" | "sectors">,
): DenseMatrix {
  const R = table.regions.length;
  const N = table.sectors.length;
  const { Z } = table;
  const exports = sumByRegion(table.Y, table.yRegions, R);
  const regionOf = Int32Array.from({ length: Z.columns }, (_, j) => Math.floor(j / N));
  const values = cellsOf(Z);
  for (let i = 0; i < Z.rows; i++) {
    const [from, start] = [Math.floor(i / N), rowStart(Z, i)];
    for (let p = start, end = rowStart(Z, i + 1); p < end; p++) {
      const to = regionOf[Z.kind === "csr" ? Z.columnIndices[p]! : p - start]!;
      if (from !== to) exports.data[i * R + to]! += values[p]!;
    }
  }
  return exports;
}

/**
 * Emissions embodied in bilateral trade (EEBT), per stressor origin × destination (R × R): the emissions in the origin's
 * own economy for its exports, final or intermediate; the diagonal has those for its own final demand.
 *
 *     EEBT_od = S_o (I − A_oo)⁻¹ e_od,   e_od = Z_od 1 + y_od;   e_oo = y_oo
 *
 * Row sums are production; a column is **not** consumption, because goods pass through (trap: EEBT and MRIO agree by
 * producer in total, not cell by cell). Units of F. Peters (2008), doi:10.1016/j.ecolecon.2007.10.014.
 */
export async function eebt(table: InputOutputTable, work: Work = uninterrupted): Promise<DenseMatrix[]> {
  const R = table.regions.length;
  const N = table.sectors.length;
  const n = R * N;
  const A = calcA(table.Z, table.x);
  await requireProductive(leontiefSystem(A, N), rowName(table), work);
  const S = calcS(table.F, table.x);
  const exports = calcGrossExports(table);
  const flows = Array.from({ length: S.rows }, () => dense(R, R));
  for (let o = 0; o < R; o++) {
    const demand = dense(N, R, exports.data.slice(o * N * R, (o + 1) * N * R));
    const output = await solveLu(await factorLu(leontiefBlock(A, o * N, N), work), demand, work);
    flows.forEach((flow, k) => {
      for (let i = 0; i < N; i++) {
        const intensity = S.data[k * n + o * N + i]!;
        for (let d = 0; d < R; d++) flow.data[o * R + d]! += intensity * output.data[i * R + d]!;
      }
    });
    await work.pause();
  }
  return flows;
}
