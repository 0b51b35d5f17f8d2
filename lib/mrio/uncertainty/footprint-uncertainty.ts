import type { Message } from "../../message/message.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { count } from "../../uncertainty/uncertainty-error.ts";
import type { Accounts } from "../accounts.ts";
import type { InputOutputTable } from "../table.ts";
import { checkedSources, type ErrorSource } from "./error-source.ts";
import { exactDraws } from "./exact-draws.ts";
import { effectsOf, type SourceEffect } from "./first-order.ts";
import { type FootprintBase, footprintBase, type OutputRule } from "./footprint-base.ts";
import { footprintDraws } from "./footprint-draws.ts";
import { notesOf } from "./footprint-notes.ts";
import { type Linearisation, linearisationOf } from "./linearisation.ts";
import { type RegionFootprint, regionOf } from "./region-footprint.ts";

export interface FootprintUncertainty {
  readonly regions: readonly RegionFootprint[];
  /** Correlation of D_cba between regions, R × R; 0 for a region without uncertainty. */
  readonly correlation: DenseMatrix;
  /** Σ D_cba − Σ D_pba of the world: the gap of the table, and its standard deviation from the errors. */
  readonly balance: { readonly gap: number; readonly sd: number };
  readonly draws: number;
  readonly exact: number;
  /** The largest relative residual of all solves. */
  readonly residual: number;
  readonly notes: readonly Message[];
  /**
   * Outputs × draws (D_cba of every region, then D_pba), corrected for the bias of first order; for further use, not for
   * display.
   */
  readonly results: DenseMatrix;
}

export interface FootprintOptions {
  readonly stressor?: number | undefined;
  readonly output?: OutputRule | undefined;
  readonly draws: number;
  readonly exact: number;
  readonly seed: number;
}

/**
 * Uncertainty of production and consumption accounts from the errors of a multi-regional table: all draws to first order
 * by the adjoint, some solved exactly as control variates, whose mean difference is subtracted as the bias of first order.
 * Units of F; adjustments in per cent. Throws UncertaintyError, TableError.
 *
 * Source of the method: Bullard, Sebald (1977), Rev. Econ. Stat. 59: 75–81, on errors of coefficients; Lenzen, Wood, Wiedmann
 * (2010), doi:10.1080/09535311003661226, on errors by size; Lavenberg, Welch (1981), doi:10.1287/mnsc.27.3.322, on control
 * variates.
 */
export async function footprintUncertainty(
  table: InputOutputTable,
  accounts: Accounts,
  sources: readonly ErrorSource[],
  options: FootprintOptions,
  work: Work = uninterrupted,
): Promise<FootprintUncertainty> {
  const draws = count("draws", options.draws, 2);
  const exact = count("exact", options.exact, 0);
  const checked = checkedSources(sources);
  const base = footprintBase(table, accounts, options.stressor ?? 0, options.output ?? "follows");
  const effects = await effectsOf(base, checked, work);
  const results = await footprintDraws(effects, options.seed, draws, work);
  const solved = exact > 0 ? await exactDraws(base, effects, options.seed, exact, work) : null;
  const R = table.regions.length;
  const total = sumOf(effects);
  const linearisations = Array.from({ length: R }, (_, c) =>
    solved ? linearisationOf(solved, c, base.D_cba[c]!, total.data[c * 2 * R + c]!) : null,
  );
  toLevels(results, base, linearisations);
  const regions = table.regions.map((region, r) =>
    regionOf(region, r, base, effects, total, results, linearisations[r]!),
  );
  return {
    regions,
    correlation: correlationOf(total, R),
    balance: { gap: sum(base.D_cba) - sum(base.D_pba), sd: Math.sqrt(Math.max(0, balanceVariance(total, R))) },
    draws,
    exact,
    residual: Math.max(accounts.residual, solved?.residual ?? 0),
    notes: notesOf(effects, base),
    results,
  };
}

function sumOf(effects: readonly SourceEffect[]): DenseMatrix {
  const width = effects[0]!.covariance.columns;
  const total = dense(width, width);
  for (const { covariance } of effects)
    for (let p = 0; p < total.data.length; p++) total.data[p]! += covariance.data[p]!;
  return total;
}

/** Converts differences to levels, minus the bias of first order. */
function toLevels(results: DenseMatrix, base: FootprintBase, linearisations: readonly (Linearisation | null)[]): void {
  const { columns: draws, data } = results;
  const levels = [...base.D_cba, ...base.D_pba];
  levels.forEach((level, o) => {
    const start = level + (linearisations[o]?.bias ?? 0);
    for (let d = 0; d < draws; d++) data[o * draws + d]! += start;
  });
}

function correlationOf(total: DenseMatrix, R: number): DenseMatrix {
  const width = 2 * R;
  const sd = Array.from({ length: R }, (_, c) => Math.sqrt(Math.max(0, total.data[c * width + c]!)));
  const correlation = dense(R, R);
  for (let c = 0; c < R; c++)
    for (let d = 0; d < R; d++) {
      const scale = sd[c]! * sd[d]!;
      correlation.data[c * R + d] = c === d ? 1 : scale > 0 ? total.data[c * width + d]! / scale : 0;
    }
  return correlation;
}

/** Var(Σ D_cba − Σ D_pba). */
function balanceVariance(total: DenseMatrix, R: number): number {
  let variance = 0;
  for (let a = 0; a < 2 * R; a++)
    for (let b = 0; b < 2 * R; b++) variance += (a < R === b < R ? 1 : -1) * total.data[a * 2 * R + b]!;
  return variance;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
