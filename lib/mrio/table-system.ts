import { type LeontiefSystem, leontiefSystem } from "../numeric/leontief.ts";
import { settleScaled } from "../numeric/table-arena.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcA, calcInverseOutput } from "./coefficients.ts";
import type { InputOutputTable } from "./table.ts";

/** Below this size the coefficients are not copied to the kernels' memory. */
const SMALL = 300;

/**
 * The Leontief system (I − A) of a table, with A = Z x̂⁻¹ (n × n, dimensionless) computed in the kernels' memory: a large table
 * is then in memory twice (Z and A), not four times. Reuse the system to solve again without rebuilding its preconditioner.
 */
export async function systemOf(
  { Z, x, sectors }: Pick<InputOutputTable, "Z" | "x" | "sectors">,
  work: Work = uninterrupted,
): Promise<LeontiefSystem> {
  const N = sectors.length;
  const A = x.length <= SMALL ? calcA(Z, x) : await settleScaled(Z, calcInverseOutput(x), N, work);
  return leontiefSystem(A, N);
}
