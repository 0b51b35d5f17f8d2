import type { Matrix } from "../../numeric/csr.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { forRow, prepareSystem, scalingOf, timesVector } from "../product-system.ts";
import {
  checkProcesses,
  type HybridDemand,
  type HybridResult,
  type ProcessPart,
  requireMatrix,
  type SectorPart,
} from "./hybrid-parts.ts";
import { outputOf, preparedSectors } from "./sector-output.ts";

/**
 * Tiered hybrid analysis: processes run as their demand needs, s = A_p⁻¹ f, what they buy of sectors, y = f_io + C_u s, scores by
 * the sectors' multipliers, h = q s + M y with M = D (I − A_io)⁻¹. Sectors buy nothing of the processes.
 *
 * Suh, Huppes (2005), doi:10.1016/j.jclepro.2003.08.001. Throws LifecycleError.
 *
 * @param sectors With A and D, from which x = (I − A)⁻¹ y; or the multipliers M alone, M × n.
 * @param upstream C_u, n × P: money of each sector per run of each process.
 */
export async function tiered(
  processes: ProcessPart,
  sectors: SectorPart | { readonly multipliers: Matrix },
  upstream: Matrix,
  demand: HybridDemand,
  work: Work = uninterrupted,
): Promise<HybridResult> {
  const n = demand.sectors.length;
  const M = processes.direct.rows;
  checkProcesses(processes, upstream, n);
  if ("multipliers" in sectors) requireMatrix("multipliers", sectors.multipliers, M, n);
  else {
    requireMatrix("A_io", sectors.A, n, n);
    requireMatrix("B_io", sectors.direct, M, n);
  }
  const { scaling, residual, method, notes } = await scalingOf(prepareSystem(processes), demand.processes, work);
  const bought = timesVector(upstream, scaling);
  const purchases = demand.sectors.map((amount, k) => amount + bought[k]!);
  const solved =
    "multipliers" in sectors ? null : await outputOf(preparedSectors(sectors.A, sectors.names), purchases, work);
  const processScores = scaledColumns(processes.direct, scaling);
  const sectorScores =
    "multipliers" in sectors
      ? scaledColumns(sectors.multipliers, purchases)
      : scaledColumns(sectors.direct, solved!.scaling);
  return {
    scores: sumOfRows(processScores, sectorScores),
    scaling,
    purchases,
    output: solved?.scaling ?? null,
    processScores,
    sectorScores,
    residual: Math.max(residual, solved?.residual ?? 0),
    method,
    notes: [...notes, ...(solved?.notes ?? [])],
  };
}

/** D diag(v). */
export function scaledColumns(matrix: Matrix, by: ArrayLike<number>): DenseMatrix {
  const result = dense(matrix.rows, matrix.columns);
  for (let i = 0; i < matrix.rows; i++)
    forRow(matrix, i, (j, value) => {
      result.data[i * matrix.columns + j] = value * by[j]!;
    });
  return result;
}

/** The sums of the rows of all matrices together. */
export function sumOfRows(...matrices: readonly DenseMatrix[]): Float64Array {
  const sums = new Float64Array(matrices[0]!.rows);
  for (const { rows, columns, data } of matrices)
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) sums[i]! += data[i * columns + j]!;
  return sums;
}
