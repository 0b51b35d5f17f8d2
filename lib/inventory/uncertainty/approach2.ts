import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { step } from "../../numeric/step.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { BLOCK } from "../../uncertainty/propagation/block.ts";
import { mergeMoments, momentsOf, noMoments } from "../../uncertainty/propagation/moments.ts";
import {
  countInto,
  PILOT,
  type QuantileSketch,
  quantilesOf,
  sketchOf,
} from "../../uncertainty/propagation/quantile-sketch.ts";
import { type Columns, drawsOf, uncertainInputs } from "../../uncertainty/propagation/uncertain-inputs.ts";
import type { SamplerName } from "../../uncertainty/sampling/sampler.ts";
import { count, UncertaintyError } from "../../uncertainty/uncertainty-error.ts";
import { checkSources, type InventorySource, nameOf, type Percent, side } from "./inventory-source.ts";

const texts = messages("inventory", {
  unequalInGroup: {
    en: "{line} has another uncertainty than the other lines of its group ({name}); what is one thing has one uncertainty.",
    zh: "{line} 的不确定性与同组（{name}）其他行不同；同一事物只有一个不确定性。",
  },
});

const percent = numberIn("%");

/** Per cent below and above the reported emission. */
export const intervalShape = z.object({
  loPercent: percent,
  hiPercent: percent,
});
export type Interval = ResultOf<typeof intervalShape>;

export const percentOut = z.union([percent, z.object({ lo: percent, hi: percent })]);

/** One line of Table 3.3. */
export const approach2RowShape = z.object({
  category: z.string(),
  gas: z.string().optional(),
  base: z.number(),
  year: z.number(),
  activity: percentOut,
  factor: percentOut,
  /** Combined uncertainty of the category in year t */
  combined: intervalShape,
  /** Share of the variance of the total in year t; shares of correlated lines are of their sum of variances */
  contribution: ratio,
  /** Change since the base year, per cent, and its 95 % range in percentage points; null without a base year */
  trend: percent.nullable(),
  trendLo: percent.nullable(),
  trendHi: percent.nullable(),
});
export type Approach2Row = ResultOf<typeof approach2RowShape>;

export interface Approach2 {
  readonly rows: readonly Approach2Row[];
  readonly total: Approach2Row;
  readonly draws: number;
  readonly notes: readonly Message[];
}

export interface Approach2Options {
  readonly draws: number;
  readonly seed: number;
  readonly sampler?: SamplerName | undefined;
}

/**
 * Approach 2, Monte Carlo: IPCC 2006 Guidelines, Vol 1, Ch 3, section 3.2.3.2 and Table 3.3.
 *
 * Each line is reported emission × error of the activity × error of the factor. An error is normal with mean 1 where its
 * interval is symmetric and at most ± 60 %; lognormal with mean 1 and the variance of the interval if it is symmetric and
 * wider or reaches 100 % down (Equation 3.5); otherwise it has both bounds of the interval and the median 1
 * (`factorDistribution`). A factor has one error in both years unless `factorCorrelated`
 * is false, an activity has two unless `activityCorrelated` is true; lines of a group share their errors.
 */
export async function approach2(
  sources: readonly InventorySource[],
  options: Approach2Options,
  work: Work = uninterrupted,
): Promise<Approach2> {
  checkSources(sources);
  const draws = count("draws", options.draws, 2);
  const errors = errorsOf(sources);
  const inputs = uncertainInputs(errors.laws);
  const source = drawsOf(inputs, { sampler: options.sampler ?? "random", seed: options.seed, draws });
  const place = (name: string | null) => (name === null ? -1 : inputs.names.indexOf(name));
  const uses = errors.uses.map((use) => use.map(place));
  const tallies = [...sources, null].map(() => ({ level: new Tally(), trend: new Tally() }));
  for (let first = 0; first < draws; first += PILOT) {
    const n = Math.min(PILOT, draws - first);
    const columns = inputs.names.map(() => new Float64Array(n));
    source.fill(first, columns);
    const [totalBase, totalYear] = [new Float64Array(n), new Float64Array(n)];
    for (const [at, { base, year }] of sources.entries()) {
      const [a0, f0, a1, f1] = uses[at]! as [number, number, number, number];
      const [e0, e1] = [product(columns, base, a0, f0, n), product(columns, year, a1, f1, n)];
      for (let i = 0; i < n; i++) {
        totalBase[i] = totalBase[i]! + e0[i]!;
        totalYear[i] = totalYear[i]! + e1[i]!;
      }
      tallies[at]!.level.add(e1);
      if (base !== 0) tallies[at]!.trend.add(change(e0, e1));
    }
    tallies.at(-1)!.level.add(totalYear);
    tallies.at(-1)!.trend.add(change(totalBase, totalYear));
    work.progress((first + n) / draws, step.draws());
    await work.pause();
  }
  const variances = sources.map((_, at) => tallies[at]!.level.moments.m2);
  const allVariance = variances.reduce((sum, variance) => sum + variance, 0);
  const rows = sources.map((line, at) => rowOf(line, tallies[at]!, allVariance > 0 ? variances[at]! / allVariance : 0));
  const sum = (key: "base" | "year") => sources.reduce((total, line) => total + line[key], 0);
  const whole = { category: "Total", base: sum("base"), year: sum("year"), activity: 0, factor: 0 };
  return { rows, total: rowOf(whole, tallies.at(-1)!, 1), draws, notes: [...inputs.notes] };
}

/** Moments and quantiles, draw after draw. */
class Tally {
  moments = noMoments;
  sketch: QuantileSketch | null = null;
  add(values: Float64Array): void {
    this.sketch ??= sketchOf(values);
    countInto(this.sketch, values);
    // Sums are made block by block, so that their order is fixed.
    for (let at = 0; at < values.length; at += BLOCK)
      this.moments = mergeMoments(this.moments, momentsOf(values.subarray(at, at + BLOCK)));
  }
}

function rowOf(
  line: InventorySource,
  { level, trend }: { level: Tally; trend: Tally },
  contribution: number,
): Approach2Row {
  const [lo, hi] = quantilesOf(level.sketch!, [0.025, 0.975]) as [number, number];
  const relative = (bound: number) => (line.year === 0 ? 0 : (100 * (bound - line.year)) / Math.abs(line.year));
  const [trendLo, trendHi] = trend.sketch ? quantilesOf(trend.sketch, [0.025, 0.975]) : [null, null];
  return {
    category: line.category,
    ...(line.gas === undefined ? {} : { gas: line.gas }),
    base: line.base,
    year: line.year,
    activity: line.activity,
    factor: line.factor,
    combined: { loPercent: relative(lo), hiPercent: relative(hi) },
    contribution,
    trend: line.base === 0 ? null : (100 * (line.year - line.base)) / Math.abs(line.base),
    trendLo: trendLo ?? null,
    trendHi: trendHi ?? null,
  };
}

/**
 * Relative errors by name, and for each line those of activity and factor in the base year and in year t; null if there is
 * none.
 */
function errorsOf(sources: readonly InventorySource[]) {
  const laws: Record<string, DistributionSpec> = {};
  const uses = sources.map((source, at) => {
    const line = `${nameOf(source)} (${at + 1})`;
    const error = (name: string, percent: Percent) => {
      const law = relativeLaw(percent);
      if (!law) return null;
      const before = laws[name];
      if (before && JSON.stringify(before) !== JSON.stringify(law))
        throw new UncertaintyError(`sources[${at}]`, texts.unequalInGroup({ line, name }));
      laws[name] = law;
      return name;
    };
    const activity = source.activityGroup ? `activity of ${source.activityGroup}` : `activity of ${line}`;
    const factor = source.factorGroup ? `factor of ${source.factorGroup}` : `factor of ${line}`;
    const year = (of: string, same: boolean) => (same ? of : `${of}, base year`);
    return [
      error(year(activity, source.activityCorrelated === true), source.activity),
      error(year(factor, source.factorCorrelated !== false), source.factor),
      error(activity, source.activity),
      error(factor, source.factor),
    ];
  });
  if (Object.keys(laws).length === 0) laws["no uncertainty"] = { type: "uniform", lo: 0, hi: 1 };
  return { laws, uses };
}

/** The law of a relative error about 1. */
function relativeLaw(percent: Percent): DistributionSpec | null {
  const [lo, hi] = [side(percent, "lo"), side(percent, "hi")];
  if (lo === 0 && hi === 0) return null;
  if (lo === hi && hi <= 60) return { type: "normal", mean: 1, halfWidth: hi / 100 };
  // With symmetric bounds of this width only the variance can be matched, as in Equation 3.5.
  if (lo === hi || lo >= 100) return { type: "lognormal", mean: 1, sd: (lo + hi) / 2 / 100 / 1.959963984540054 };
  return { type: "factor", value: 1, lo: 1 - lo / 100, hi: 1 + hi / 100 };
}

function product(columns: Columns, emission: number, a: number, f: number, n: number): Float64Array {
  const out = new Float64Array(n).fill(emission);
  for (const at of [a, f]) {
    const error = columns[at];
    if (error) for (let i = 0; i < n; i++) out[i] = out[i]! * error[i]!;
  }
  return out;
}

/** Change in per cent of the absolute base year. */
function change(base: Float64Array, year: Float64Array): Float64Array {
  return year.map((value, i) => (100 * (value - base[i]!)) / Math.abs(base[i]!));
}
