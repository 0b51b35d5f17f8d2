import { cellsOf, rowStart, scaleColumns } from "../../numeric/csr.ts";
import { leontiefSystem } from "../../numeric/leontief.ts";
import { dense } from "../../numeric/matrix.ts";
import { step } from "../../numeric/step.ts";
import type { Work } from "../../numeric/work.ts";
import { calcInverseOutput } from "../coefficients.ts";
import { solvable } from "../singular.ts";
import type { SourceEffect } from "./first-order.ts";
import type { FootprintBase } from "./footprint-base.ts";
import { type PerturbedTable, perturbedTable } from "./perturbed-table.ts";

/** Draws that are solved exactly, with the first-order result for the same errors. D_cba of every region, exact − base. */
export interface ExactDraws {
  readonly draws: number;
  /** By draw, R each. */
  readonly exact: readonly Float64Array[];
  readonly firstOrder: readonly Float64Array[];
  /** The largest relative residual of the solves. */
  readonly residual: number;
}

const TOLERANCE = 1e-11;

/**
 * Exact draws: the table of each draw is built and its multipliers p' = S' (I − A')⁻¹ are solved for, one transposed
 * right-hand side per draw; D'_c = p' y'_c + F'_Y. They are the control variates of the first-order draws, whose mean is known.
 * Throws TableError if a draw has no Leontief inverse.
 */
export async function exactDraws(
  base: FootprintBase,
  effects: readonly SourceEffect[],
  seed: number,
  draws: number,
  work: Work,
): Promise<ExactDraws> {
  const [exact, firstOrder]: [Float64Array[], Float64Array[]] = [[], []];
  let residual = 0;
  for (let draw = 0; draw < draws; draw++) {
    const perturbed = perturbedTable(base, effects, seed, draw);
    await work.pause();
    const solved = await solvedConsumption(base, perturbed, work);
    residual = Math.max(residual, solved.residual);
    exact.push(solved.D_cba.map((value, c) => value - base.D_cba[c]!));
    firstOrder.push(firstOrderOf(base, perturbed));
    work.progress((draw + 1) / draws, step.exactDraws());
    await work.pause();
  }
  return { draws, exact, firstOrder, residual };
}

async function solvedConsumption(base: FootprintBase, { Z, Y, f, households, x }: PerturbedTable, work: Work) {
  const { yRegions, sectors } = base.table;
  const inverse = calcInverseOutput(x);
  const intensities = dense(
    x.length,
    1,
    f.map((value, i) => value * inverse[i]!),
  );
  const A = scaleColumns(Z, inverse);
  const system = leontiefSystem(A, sectors.length, { tolerance: TOLERANCE });
  const { x: p, residual } = await solvable(system.solveTransposed(intensities, work));
  const D_cba = households.slice();
  for (let i = 0; i < Y.rows; i++)
    for (let d = 0; d < Y.columns; d++) D_cba[yRegions[d]!]! += p.data[i]! * Y.data[i * Y.columns + d]!;
  return { D_cba, residual };
}

/** The first-order effect of the differences between the drawn table and the base table. */
function firstOrderOf(base: FootprintBase, { Z, Y, f, households, x }: PerturbedTable): Float64Array {
  const { table, p, u, follows } = base;
  const { rows: n, columns: R } = u;
  // The weight of each row of u: Σ_i p_i δz_ij of the buyer, δF of the emitter, −κ p_i δx of the seller.
  const weights = f.map((value, i) => value - base.f[i]!);
  const [before, after] = [cellsOf(table.Z), cellsOf(Z)];
  const moved = households.map((value, r) => value - base.households[r]!);
  for (let i = 0; i < n; i++) {
    for (let q = rowStart(Z, i), start = q, end = rowStart(Z, i + 1); q < end; q++)
      weights[Z.kind === "csr" ? Z.columnIndices[q]! : q - start]! += p[i]! * (after[q]! - before[q]!);
    for (let d = 0; d < Y.columns; d++) {
      const at = i * Y.columns + d;
      moved[table.yRegions[d]!]! += p[i]! * (Y.data[at]! - table.Y.data[at]!);
    }
    if (follows) weights[i]! -= p[i]! * (x[i]! - table.x[i]!);
  }
  for (let i = 0; i < n; i++)
    if (weights[i] !== 0) for (let c = 0; c < R; c++) moved[c]! += weights[i]! * u.data[i * R + c]!;
  return moved;
}
