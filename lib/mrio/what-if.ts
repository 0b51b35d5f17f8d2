import { messages } from "../message/message.ts";
import type { LeontiefSystem } from "../numeric/leontief.ts";
import { SingularMatrixError } from "../numeric/lu.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import { prepareWoodbury } from "../numeric/woodbury.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcConsumption, calcTrade } from "./accounts.ts";
import { calcS, sumByRegion } from "./coefficients.ts";
import { requireProductive, rowName } from "./productive.ts";
import { type InputOutputTable, TableError } from "./table.ts";
import { systemOf } from "./table-system.ts";
import { outputOf } from "./what-if-demand.ts";
import { changeOf, demandPart, type Edit, intensityPart } from "./what-if-edit.ts";

const texts = messages("mrio", {
  factorsOfEdits: {
    en: "{count} factors were given for {edits} edits.",
    zh: "给出了 {count} 个系数，而改动有 {edits} 项。",
  },
  unproductiveFactors: {
    en: "With these factors the economy uses up as much as it makes or more, so the rounds of supply grow without limit and no output meets the demand. Lower the factors of {names}.",
    zh: "按这些系数，经济消耗的不少于其产出，供应轮次会无限增大，没有任何产出能满足最终需求。请降低 {names} 的系数。",
  },
});

/** Accounts under a set of factors; K × R and per stressor R × R, as in `Accounts`. */
export interface WhatIfFrame {
  readonly D_pba: DenseMatrix;
  readonly D_cba: DenseMatrix;
  readonly D_imp: DenseMatrix;
  readonly D_exp: DenseMatrix;
  readonly flows: readonly DenseMatrix[];
}

export interface WhatIf {
  /**
   * The accounts if edit e is multiplied by `factors[e]`: microseconds, no solve. Throws TableError for a wrong number of
   * factors, or if rounds of supply grow without bound with them (Hawkins–Simon).
   */
  frame(factors: readonly number[]): WhatIfFrame;
  /** Rank of the changes of A. */
  readonly rank: number;
  /** The largest residual of the set-up solves. */
  readonly residual: number;
  /** Bytes in memory besides the table and its system. */
  readonly size: number;
}

/** Known results of the table: its system (the preconditioner is half the set-up), and L Y by consumer (n × R). */
export interface WhatIfGiven {
  readonly system?: LeontiefSystem;
  readonly xByConsumer?: DenseMatrix;
}

/** Beyond this rank the set-up costs more than a new solve, and a frame more than 1/60 s. */
const MAX_RANK = 400;

/**
 * Prepares frames of "what if": A' = A + U diag(θ) Vᵀ, Y' = Y + Σ η_d ΔY_d, S' = S + Σ σ_a ΔS_a, where θ, η and σ are the
 * factors less one, by the Sherman–Morrison–Woodbury formula (`prepareWoodbury`)
 *
 *     X' = X + Z q,   Z = L U,   (I − diag(θ) Vᵀ Z) q = diag(θ) Vᵀ X,   X = L Y + Σ η_d L ΔY_d.
 *
 * Set-up solves for the unknown parts of L Y, L ΔY_d and L U, one right-hand side per changed row or column; everything
 * a frame needs is then contracted to origin × consumer, so that a frame costs (1 + a)(1 + d) R² + rank² (rank / 3 + R)
 * multiply-adds, independent of n. Exact, not a linearisation. Edits of one kind that select the same cells add their changes
 * (factors 0.9 and 0.9 give 0.8). D_pba follows output: S' x' and F_Y, with the emissions of sectors without output.
 * Units of F.
 *
 * Hager (1989), SIAM Review 31: 221–239, doi:10.1137/1031049; Miller & Blair (2009), chapter 12 (Sherman–Morrison).
 */
export async function prepareWhatIf(
  table: InputOutputTable,
  edits: readonly Edit[],
  work: Work = uninterrupted,
  given: WhatIfGiven = {},
): Promise<WhatIf> {
  const R = table.regions.length;
  const N = table.sectors.length;
  const K = table.F.rows;
  const S = calcS(table.F, table.x);
  const household = sumByRegion(table.FY, table.yRegions, R);
  const system = given.system ?? (await systemOf(table, work));
  await requireProductive(system, rowName(table), work);
  const change = changeOf(system.a, edits, MAX_RANK);
  const Y = sumByRegion(table.Y, table.yRegions, R);
  const base = given.xByConsumer ? { x: given.xByConsumer, residual: 0 } : await outputOf(system, Y, work);
  const woodbury = await prepareWoodbury(system, change, base.x, work);
  const { rank } = woodbury;
  let residual = Math.max(base.residual, woodbury.residual);

  const intensities = [{ edit: -1, S }];
  edits.forEach((edit, e) => {
    if (edit.kind === "intensity") intensities.push({ edit: e, S: intensityPart(S, edit) });
  });
  // direct[a]: K · R × R per demand; left[a]: K · R × rank; right: rank × R per demand.
  const left = intensities.map((intensity) => byOrigin(intensity.S, woodbury.z, N));
  const demands: { edit: number; direct: Float64Array[]; right: DenseMatrix }[] = [];
  const add = async (edit: number, x: DenseMatrix) => {
    const direct = intensities.map((intensity) => byOrigin(intensity.S, x, N));
    demands.push({ edit, direct, right: await woodbury.project(x, work) });
    await work.pause();
  };
  await add(-1, base.x);
  for (const [e, edit] of edits.entries()) {
    if (edit.kind !== "demand") continue;
    const solved = await outputOf(system, demandPart(Y, edit), work);
    residual = Math.max(residual, solved.residual);
    await add(e, solved.x);
  }
  const parts = intensities.map(({ edit }) => edit);
  const lost = emissionsWithoutOutput(table);
  const count = edits.length;

  function frame(factors: readonly number[]): WhatIfFrame {
    if (factors.length !== count) {
      throw new TableError("factors", texts.factorsOfEdits({ count: factors.length, edits: count }));
    }
    const strength = (edit: number) => (edit < 0 ? 1 : factors[edit]! - 1);
    const right = dense(rank, R);
    for (const { edit, right: part } of demands) addTimes(strength(edit), part.data, right.data);
    const q = weightsOf(change.edits.map(strength), right);
    const all = new Float64Array(K * R * R);
    parts.forEach((edit, a) => {
      const sigma = strength(edit);
      if (sigma === 0) return;
      for (const demand of demands) addTimes(sigma * strength(demand.edit), demand.direct[a]!, all);
      for (let row = 0; row < K * R; row++) {
        for (let t = 0; t < rank; t++) {
          const weight = sigma * left[a]![row * rank + t]!;
          if (weight !== 0) for (let c = 0; c < R; c++) all[row * R + c]! += weight * q[t * R + c]!;
        }
      }
    });
    return accountsOf(all, household, lost);
  }

  function weightsOf(theta: readonly number[], right: DenseMatrix): Float64Array {
    if (woodbury.grows(theta)) throw growing(theta);
    try {
      return woodbury.weights(theta, right);
    } catch (error) {
      if (!(error instanceof SingularMatrixError)) throw error;
      throw growing(theta);
    }
  }

  function growing(theta: readonly number[]): TableError {
    const raised = new Set(change.edits.filter((_, t) => theta[t]! > 0));
    const names = [...raised].map((e) => `edits[${e}]`).join(", ");
    return new TableError("factors", texts.unproductiveFactors({ names }));
  }
  const vectors = 3 * rank + (K + demands.length) * intensities.length;
  return { frame, rank, residual, size: 8 * (vectors * table.x.length + parts.length * demands.length * K * R * R) };
}

/** y ← y + α x. */
function addTimes(alpha: number, x: Float64Array, y: Float64Array): void {
  if (alpha !== 0) for (let p = 0; p < y.length; p++) y[p]! += alpha * x[p]!;
}

/** The accounts of contiguous flows, K × R × R. */
function accountsOf(all: Float64Array, household: DenseMatrix, lost: Float64Array): WhatIfFrame {
  const { rows: K, columns: R } = household;
  const flows = Array.from({ length: K }, (_, k) => dense(R, R, all.subarray(k * R * R, (k + 1) * R * R)));
  const D_pba = dense(K, R, lost.slice());
  all.forEach((value, p) => {
    D_pba.data[Math.floor(p / R)]! += value;
  });
  household.data.forEach((value, p) => {
    D_pba.data[p]! += value;
  });
  return { D_pba, D_cba: calcConsumption(flows, household), ...calcTrade(flows), flows };
}

/** S by origin times X (n × w): K · R × w. */
function byOrigin(S: DenseMatrix, X: DenseMatrix, N: number): Float64Array {
  const n = S.columns;
  const w = X.columns;
  const R = n / N;
  const result = new Float64Array(S.rows * R * w);
  for (let k = 0; k < S.rows; k++) {
    for (let i = 0; i < n; i++) {
      const intensity = S.data[k * n + i]!;
      if (intensity === 0) continue;
      const at = (k * R + Math.floor(i / N)) * w;
      for (let c = 0; c < w; c++) result[at + c]! += intensity * X.data[i * w + c]!;
    }
  }
  return result;
}

function emissionsWithoutOutput({ F, x, sectors }: InputOutputTable): Float64Array {
  const R = x.length / sectors.length;
  const lost = new Float64Array(F.rows * R);
  F.data.forEach((value, p) => {
    const i = p % x.length;
    if (x[i] === 0) lost[Math.floor(p / x.length) * R + Math.floor(i / sectors.length)]! += value;
  });
  return lost;
}
