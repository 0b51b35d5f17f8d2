import { type LeontiefSystem, leontiefSystem } from "../numeric/leontief.ts";
import { settleScaled } from "../numeric/table-arena.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcA, calcInverseOutput } from "./coefficients.ts";
import type { InputOutputTable } from "./table.ts";

/** Below this no kernel needs the coefficients in a place of their own. */
const SMALL = 300;

/**
 * The Leontief system (I − A) of a table, A = Z x̂⁻¹ (n × n, dimensionless) computed where the kernels work: a large table
 * is then in memory twice (Z and A), not four times. Whoever keeps it solves again without building its preconditioner.
 */
export async function systemOf(
  { Z, x, sectors }: Pick<InputOutputTable, "Z" | "x" | "sectors">,
  work: Work = uninterrupted,
): Promise<LeontiefSystem> {
  const N = sectors.length;
  const A = x.length <= SMALL ? calcA(Z, x) : await settleScaled(Z, calcInverseOutput(x), N, work);
  return leontiefSystem(A, N);
}
