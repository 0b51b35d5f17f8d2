import { mapCells } from "../numeric/csr.ts";
import { leontiefSystem } from "../numeric/leontief.ts";
import { type DenseMatrix, dense, transposeDense } from "../numeric/matrix.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcA, calcInverseOutput, calcS } from "./coefficients.ts";
import { requireProductive, rowName } from "./productive.ts";
import { solvable } from "./singular.ts";
import { calcValueAdded, type InputOutputTable } from "./table.ts";

/** Emissions shared along every supply chain between producers and consumers. Units of F. */
export interface SharedAlongChain {
  /** The producers' share of each region, K × R. */
  readonly producers: DenseMatrix;
  /** The consumers' share of each region, K × R; households' direct emissions included. */
  readonly consumers: DenseMatrix;
  /** The share α of its responsibility that each row passes on, n. Above 1 where value added is negative. */
  readonly passedOn: Float64Array;
  readonly residual: number;
}

/**
 * Shared responsibility along the chain. Each sector passes the share α_i of its responsibility on to its buyers
 * and keeps the rest, in proportion to its value added in sales to others:
 *
 *     1 − α_i = v_i / (x_i − z_ii),   e = S (I − Ã)⁻¹ with ã_ij = α_i a_ij (i ≠ j), ã_ii = a_ii
 *     producer i keeps (1 − α_i) e_i (x_i − z_ii);   consumer c gets Σ α_i e_i y_ic
 *
 * Both together are Σ F (except zero-output sectors), independent of the classification's detail, unlike a fixed share along
 * the chain. Where x_i = z_ii nothing is passed on.
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
      const responsibility = solved.x.data[i * S.rows + k]!;
      producers.data[k * R + Math.floor(i / N)]! += (1 - passedOn[i]!) * responsibility * sold[i]!;
      for (let c = 0; c < Y.columns; c++) {
        consumers.data[k * R + yRegions[c]!]! += passedOn[i]! * responsibility * Y.data[i * Y.columns + c]!;
      }
    }
    for (let c = 0; c < Y.columns; c++) consumers.data[k * R + yRegions[c]!]! += FY.data[k * Y.columns + c]!;
  }
  return { producers, consumers, passedOn, residual: solved.residual };
}
