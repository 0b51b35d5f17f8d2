import { mapCells } from "../numeric/csr.ts";
import { leontiefSystem } from "../numeric/leontief.ts";
import { type DenseMatrix, dense, transposeDense } from "../numeric/matrix.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcA, calcInverseOutput, calcS } from "./coefficients.ts";
import { requireProductive, rowName } from "./productive.ts";
import { solvable } from "./singular.ts";
import { calcValueAdded, type InputOutputTable } from "./table.ts";

/** Emissions shared along every chain between those who produce and those who consume. Units of F. */
export interface SharedAlongChain {
  /** What the producers of each region keep, K × R. */
  readonly producers: DenseMatrix;
  /** What the consumers of each region get, K × R; households' direct emissions included. */
  readonly consumers: DenseMatrix;
  /** The share α of what it holds that each row passes on, n. Above 1 where value added is negative. */
  readonly passedOn: Float64Array;
  readonly residual: number;
}

/**
 * Shared responsibility along the chain. Each sector passes the share α_i of what it holds on to those who buy from it
 * and keeps the rest, in the measure of what it adds to what it sells to others:
 *
 *     1 − α_i = v_i / (x_i − z_ii),   e = S (I − Ã)⁻¹ with ã_ij = α_i a_ij (i ≠ j), ã_ii = a_ii
 *     producer i keeps (1 − α_i) e_i (x_i − z_ii);   consumer c gets Σ α_i e_i y_ic
 *
 * Both together are Σ F (up to zero-output sectors), however fine the classification: that is what a fixed share along
 * the chain cannot do. Where x_i = z_ii nothing is passed on.
 * Lenzen, Murray, Sack & Wiedmann (2007), doi:10.1016/j.ecolecon.2006.05.018.
 */
export async function sharedAlongChain(table: InputOutputTable, work: Work = uninterrupted): Promise<SharedAlongChain> {
  const { Z, Y, FY, x, yRegions } = table;
  const R = table.regions.length;
  const N = table.sectors.length;
  const n = x.length;
  const A = calcA(Z, x);
  const S = calcS(table.F, x);
  const sold = x.slice();
  mapCells(Z, (i, j, value) => {
    if (i === j) sold[i]! -= value;
    return value;
  });
  const value = calcValueAdded(Z, x);
  const inverse = calcInverseOutput(sold);
  const passedOn = value.map((added, i) => (sold[i] === 0 ? 0 : 1 - added * inverse[i]!));
  const carried = mapCells(A, (i, j, a) => (i === j ? a : passedOn[i]! * a));
  const system = leontiefSystem(carried, N);
  await requireProductive(system, rowName(table), work);
  const solved = await solvable(system.solveTransposed(transposeDense(S), work));
  const producers = dense(S.rows, R);
  const consumers = dense(S.rows, R);
  for (let k = 0; k < S.rows; k++) {
    for (let i = 0; i < n; i++) {
      const held = solved.x.data[i * S.rows + k]!;
      producers.data[k * R + Math.floor(i / N)]! += (1 - passedOn[i]!) * held * sold[i]!;
      for (let c = 0; c < Y.columns; c++) {
        consumers.data[k * R + yRegions[c]!]! += passedOn[i]! * held * Y.data[i * Y.columns + c]!;
      }
    }
    for (let c = 0; c < Y.columns; c++) consumers.data[k * R + yRegions[c]!]! += FY.data[k * Y.columns + c]!;
  }
  return { producers, consumers, passedOn, residual: solved.residual };
}
