import { leontiefSystem } from "../numeric/leontief.ts";
import { dense } from "../numeric/matrix.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcA } from "./coefficients.ts";
import { calcB } from "./ghosh.ts";
import { requireProductive, rowName } from "./productive.ts";
import { solvable } from "./singular.ts";
import type { InputOutputTable } from "./table.ts";

export type LinkageKind = "key" | "backward" | "forward" | "weak";

export interface Linkages {
  /** Total backward linkage, n: column sums of L. */
  readonly backward: Float64Array;
  /** Total forward linkage, n: row sums of G. */
  readonly forward: Float64Array;
  /** Each divided by its mean: above 1 is stronger than the average sector. */
  readonly backwardIndex: Float64Array;
  readonly forwardIndex: Float64Array;
  /** "key": both indices above 1. */
  readonly kinds: readonly LinkageKind[];
  readonly residual: number;
}

/**
 * Backward linkages b = 1ᵀ L and forward linkages f = G 1 (G = (I − x̂⁻¹ Z)⁻¹), and their indices (power and sensitivity of
 * dispersion) b_j / mean b and f_i / mean f.
 * Rasmussen (1956); Beyers (1976) and Jones (1976) for G; Miller & Blair (2009), chapter 12. Dimensionless.
 */
export async function calcLinkages(table: InputOutputTable, work: Work = uninterrupted): Promise<Linkages> {
  const n = table.x.length;
  const N = table.sectors.length;
  const ones = dense(n, 1, new Float64Array(n).fill(1));
  const system = leontiefSystem(calcA(table.Z, table.x), N);
  await requireProductive(system, rowName(table), work);
  const back = await solvable(system.solveTransposed(ones, work));
  const fore = await solvable(leontiefSystem(calcB(table.Z, table.x), N).solve(ones, work));
  const backward = back.x.data;
  const forward = fore.x.data;
  const backwardIndex = overMean(backward);
  const forwardIndex = overMean(forward);
  const kinds = Array.from(backwardIndex, (index, i): LinkageKind => {
    if (index > 1) return forwardIndex[i]! > 1 ? "key" : "backward";
    return forwardIndex[i]! > 1 ? "forward" : "weak";
  });
  return {
    backward,
    forward,
    backwardIndex,
    forwardIndex,
    kinds,
    residual: Math.max(back.residual, fore.residual),
  };
}

function overMean(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value / mean);
}
