import type { Message } from "../message/message.ts";
import type { LeontiefSystem } from "../numeric/leontief.ts";
import { type DenseMatrix, dense, transposeDense } from "../numeric/matrix.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcS, sumByRegion } from "./coefficients.ts";
import { type Note, notesOnTable } from "./notes.ts";
import { notesOnSeries } from "./series-notes.ts";
import { solvable } from "./singular.ts";
import type { InputOutputTable } from "./table.ts";
import { systemOf } from "./table-system.ts";

/** Emissions by who produces and by who consumes. K stressors, R regions; units of F. */
export interface Accounts {
  readonly x: Float64Array;
  /** Direct intensities, K × n. */
  readonly S: DenseMatrix;
  /** Multipliers, K × n. */
  readonly M: DenseMatrix;
  /** Production-based, K × R, direct emissions of households included. */
  readonly D_pba: DenseMatrix;
  /** Consumption-based, K × R, direct emissions of households included. */
  readonly D_cba: DenseMatrix;
  /** Embodied in imports for final use, K × R: emitted abroad for the region's final demand. */
  readonly D_imp: DenseMatrix;
  /** Embodied in exports for final use, K × R: emitted here for final demand abroad. */
  readonly D_exp: DenseMatrix;
  /** Per stressor, origin × consumer (R × R), households' direct emissions left out. */
  readonly flows: readonly DenseMatrix[];
  /** Output by the region of final demand, n × R: column c is L y_c. */
  readonly xByConsumer: DenseMatrix;
  /** The larger relative residual (max-norm) of the two solves. */
  readonly residual: number;
  readonly iterations: number;
  readonly method: string;
  readonly notes: readonly Note[];
}

/**
 * Production and consumption accounts of a multi-regional table.
 *
 *     flows[k] = S_k restricted to the origin · (I − A)⁻¹ Y        (R × R)
 *     D_cba = Σ over origins of flows + F_Y,   D_pba = Σ over the region's sectors of F + F_Y
 *     D_imp, D_exp = column and row sums of flows without the diagonal,   M = S (I − A)⁻¹
 *
 * L is never formed: R right-hand sides for x by consumer, K for M through the transposed system.
 * If rounds of supply grow without bound, `notes` says that multipliers have no meaning.
 * D_pba includes the emissions of sectors with zero output, D_cba cannot: `gapOfTotals` and `notes` show them.
 * pymrio `calc_accounts` (Stadler 2021, doi:10.5334/jors.251); Peters (2008), doi:10.1016/j.ecolecon.2007.10.014.
 *
 * @param given the table's Leontief system, if already prepared.
 */
export async function accounts(
  table: InputOutputTable,
  work: Work = uninterrupted,
  given?: LeontiefSystem,
): Promise<Accounts> {
  const { Y, x, F, FY, regions, sectors } = table;
  const R = regions.length;
  const notes = await notesOnTable(table, work);
  const S = calcS(F, x);
  const system = given ?? (await systemOf(table, work));
  const growing = await notesOnSeries(system, table, work);
  const output = await solvable(system.solve(sumByRegion(Y, table.yRegions, R), work));
  const multipliers = await solvable(system.solveTransposed(transposeDense(S), work));
  const flows = calcFlows(S, output.x, sectors.length);
  const { D_imp, D_exp } = calcTrade(flows);
  const household = sumByRegion(FY, table.yRegions, R);
  return {
    x,
    S,
    M: transposeDense(multipliers.x),
    D_pba: calcProduction(F, household, sectors.length),
    D_cba: calcConsumption(flows, household),
    D_imp,
    D_exp,
    flows,
    xByConsumer: output.x,
    residual: Math.max(output.residual, multipliers.residual),
    iterations: Math.max(output.iterations, multipliers.iterations),
    method: output.method,
    notes: [...notes, ...growing, ...solverNotes(output.fallback ?? multipliers.fallback)],
  };
}

/**
 * Emissions embodied in trade, per stressor R × R: flows[k][o][c] = Σ over sectors i of origin o of S_ki X_ic,
 * with X (n × R) the output by consumer. Units of F.
 */
export function calcFlows(S: DenseMatrix, xByConsumer: DenseMatrix, N: number): DenseMatrix[] {
  const n = S.columns;
  const R = xByConsumer.columns;
  return Array.from({ length: S.rows }, (_, k) => {
    const flow = dense(n / N, R);
    for (let i = 0; i < n; i++) {
      const intensity = S.data[k * n + i]!;
      if (intensity === 0) continue;
      const origin = Math.floor(i / N) * R;
      for (let c = 0; c < R; c++) flow.data[origin + c]! += intensity * xByConsumer.data[i * R + c]!;
    }
    return flow;
  });
}

/** D_pba (K × R): Σ over the region's sectors of F, and F_Y by region. pymrio `D_pba_reg`. */
export function calcProduction(F: DenseMatrix, household: DenseMatrix, N: number): DenseMatrix {
  const R = F.columns / N;
  const result = dense(F.rows, R);
  for (let k = 0; k < F.rows; k++) {
    for (let i = 0; i < F.columns; i++) result.data[k * R + Math.floor(i / N)]! += F.data[k * F.columns + i]!;
    for (let r = 0; r < R; r++) result.data[k * R + r]! += household.data[k * R + r]!;
  }
  return result;
}

/** D_cba (K × R): column sums of the flows, and F_Y by region. pymrio `D_cba_reg`. */
export function calcConsumption(flows: readonly DenseMatrix[], household: DenseMatrix): DenseMatrix {
  const R = household.columns;
  const result = dense(household.rows, R);
  flows.forEach((flow, k) => {
    for (let o = 0; o < R; o++) for (let c = 0; c < R; c++) result.data[k * R + c]! += flow.data[o * R + c]!;
    for (let r = 0; r < R; r++) result.data[k * R + r]! += household.data[k * R + r]!;
  });
  return result;
}

/** D_imp and D_exp (K × R): column and row sums of the flows without the diagonal. pymrio `D_imp_reg`, `D_exp_reg`. */
export function calcTrade(flows: readonly DenseMatrix[]): { D_imp: DenseMatrix; D_exp: DenseMatrix } {
  const R = flows[0]?.rows ?? 0;
  const D_imp = dense(flows.length, R);
  const D_exp = dense(flows.length, R);
  flows.forEach((flow, k) => {
    for (let o = 0; o < R; o++) {
      for (let c = 0; c < R; c++) {
        if (o === c) continue;
        D_imp.data[k * R + c]! += flow.data[o * R + c]!;
        D_exp.data[k * R + o]! += flow.data[o * R + c]!;
      }
    }
  });
  return { D_imp, D_exp };
}

export function solverNotes(fallback: Message | undefined): Note[] {
  return fallback ? [{ kind: "solver", sentence: fallback, places: [] }] : [];
}
