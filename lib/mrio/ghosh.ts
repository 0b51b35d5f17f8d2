import { type Matrix, mapCells } from "../numeric/csr.ts";
import { leontiefSystem } from "../numeric/leontief.ts";
import { invert } from "../numeric/lu-solve.ts";
import { type DenseMatrix, dense, transposeDense } from "../numeric/matrix.ts";
import { leontiefBlock } from "../numeric/preconditioner.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcInverseOutput, calcS } from "./coefficients.ts";
import { requireProductive, rowName } from "./productive.ts";
import { solvable } from "./singular.ts";
import { calcValueAdded, type InputOutputTable } from "./table.ts";

/**
 * Allocation (output) coefficients B = x̂⁻¹ Z (n × n): the share of i's output that is sold to j. Dimensionless.
 * Ghosh (1958), doi:10.2307/2550694; Miller & Blair (2009), chapter 12. B has the form of Z.
 */
export function calcB<M extends Matrix>(Z: M, x: Float64Array): M {
  const inverse = calcInverseOutput(x);
  return mapCells(Z, (i, _, value) => value * inverse[i]!);
}

/** Ghosh inverse G = (I − B)⁻¹ (n × n). Miller & Blair (2009), chapter 12; pymrio `calc_G`. */
export function calcG(B: Matrix, work: Work = uninterrupted): Promise<DenseMatrix> {
  return invert(leontiefBlock(B, 0, B.rows), work);
}

/** Multipliers along the sales of a sector, with the solver's residual. */
export interface Downstream {
  /** Enabled intensity (K × n): G Sᵀ transposed, the sector's own emissions included. */
  readonly enabled: DenseMatrix;
  /** The same without the sector's own emissions: pymrio `calc_M_down`. */
  readonly M_down: DenseMatrix;
  readonly residual: number;
}

/**
 * Downstream multipliers, K × n: emissions of all users of a sector's product, per unit of its primary input.
 *
 *     M_down = S (G − I)ᵀ, by a solve of (I − B) X = Sᵀ
 *
 * S Gᵀ is not S L (a trap). Units of F per money. pymrio `calc_M_down`; Lenzen & Murray (2010),
 * doi:10.1016/j.ecolecon.2010.04.005.
 */
export async function calcDownstream(table: InputOutputTable, work: Work = uninterrupted): Promise<Downstream> {
  const S = calcS(table.F, table.x);
  const system = leontiefSystem(calcB(table.Z, table.x), table.sectors.length);
  // B = x̂⁻¹ A x̂ has the spectral radius of A.
  await requireProductive(system, rowName(table), work);
  const solved = await solvable(system.solve(transposeDense(S), work));
  const enabled = transposeDense(solved.x);
  return {
    enabled,
    M_down: dense(
      S.rows,
      S.columns,
      enabled.data.map((value, p) => value - S.data[p]!),
    ),
    residual: solved.residual,
  };
}

/**
 * Income-based emissions by sector, K × n: those enabled by the sector's primary input v (value added),
 *
 *     D_income = v̂ G Sᵀ transposed,   v = x − 1ᵀ Z.
 *
 * They add up to Σ F (except zero-output sectors). Negative where value added is negative. Units of F.
 * Marques et al. (2012), doi:10.1016/j.ecolecon.2012.09.010.
 */
export async function incomeBased(table: InputOutputTable, work: Work = uninterrupted): Promise<DenseMatrix> {
  const { enabled } = await calcDownstream(table, work);
  const v = calcValueAdded(table.Z, table.x);
  return dense(
    enabled.rows,
    enabled.columns,
    enabled.data.map((value, p) => value * v[p % v.length]!),
  );
}

/** Sector accounts K × n added to regions, K × R. */
export function sumSectors(D: DenseMatrix, N: number): DenseMatrix {
  const R = D.columns / N;
  const result = dense(D.rows, R);
  D.data.forEach((value, p) => {
    const k = Math.floor(p / D.columns);
    result.data[k * R + Math.floor((p % D.columns) / N)]! += value;
  });
  return result;
}
