import { type Message, messages } from "../../message/message.ts";
import { ascending, finite, positive, UncertaintyError } from "../uncertainty-error.ts";
import type { Distribution } from "./distribution.ts";
import { normalCdf, normalPdf, normalQuantile, Z95 } from "./normal-law.ts";

const texts = messages("uncertainty", {
  oneWidth: {
    en: "A lognormal distribution takes one width: geometricSd, sd, or lo with hi; got {widths} of them.",
    zh: "对数正态分布的宽度只应以 geometricSd、sd 或 lo 与 hi 给出一次，实际给出 {widths} 种。",
  },
  meanAndMedian: {
    en: "A lognormal distribution takes a mean or a median, not both.",
    zh: "对数正态分布取均值或中位数之一，但两者都已给出。",
  },
  noCentre: {
    en: "A lognormal distribution needs a mean or a median.",
    zh: "对数正态分布需要均值或中位数，但没有给出。",
  },
  geometricSd: {
    en: "geometricSd is {geometricSd}; expected a number > 1.",
    zh: "geometricSd 应为大于 1 的数，实际为{geometricSd}。",
  },
  missedBoundsOfMean: {
    en: "No lognormal distribution has this mean and both bounds; the mean and the ratio of the bounds were kept, so that the 95 % interval is {low} to {high} instead of {lo} to {hi}.",
    zh: "没有对数正态分布同时具有该均值和两个界限；保留均值与界限之比，95 % 区间为 {low} 至 {high}，而非 {lo} 至 {hi}。",
  },
  missedBoundsOfMedian: {
    en: "No lognormal distribution has this median and both bounds; the median and the ratio of the bounds were kept, so that the 95 % interval is {low} to {high} instead of {lo} to {hi}.",
    zh: "没有对数正态分布同时具有该中位数和两个界限；保留中位数与界限之比，95 % 区间为 {low} 至 {high}，而非 {lo} 至 {hi}。",
  },
  medianOutside: {
    en: "The median {centre} is not between lo {low} and hi {high}.",
    zh: "中位数 {centre} 不在 lo {low} 与 hi {high} 之间。",
  },
  meanOutside: {
    en: "The mean {centre} is not between lo {low} and hi {high}.",
    zh: "均值 {centre} 不在 lo {low} 与 hi {high} 之间。",
  },
});

/** A centre (mean or median) and a width (geometric sd, sd, or both 95 % bounds); the bounds alone are sufficient too. */
export interface LognormalParameters {
  readonly mean?: number | undefined;
  readonly median?: number | undefined;
  /** exp σ, above 1 */
  readonly geometricSd?: number | undefined;
  /** The standard deviation of the number itself, not of its logarithm. */
  readonly sd?: number | undefined;
  /** 2.5 % and 97.5 % quantile */
  readonly lo?: number | undefined;
  readonly hi?: number | undefined;
}

/**
 * The lognormal distribution: ln X is normal with location μ and scale σ; mean = exp(μ + σ²/2), median = exp μ.
 *
 * By bounds, σ = ln(hi/lo) / (2 · 1.96). Without a centre the bounds are met exactly. An additional mean or median
 * is met exactly, because it is the figure of the account; a law of two parameters cannot meet three figures, and
 * if a bound is missed by more than a twentieth of the interval, a note says so.
 */
export function lognormal(given: LognormalParameters): Distribution {
  const [location, scale] = locationAndScale(given);
  const distribution = lognormalOf(location, scale);
  return { ...distribution, notes: missedBounds(distribution, given) };
}

/** The lognormal distribution of ln X ~ N(location, scale²). */
export function lognormalOf(location: number, scale: number): Distribution {
  const growth = Math.expm1(scale * scale);
  const mean = Math.exp(location + (scale * scale) / 2);
  return {
    kind: "lognormal",
    mean,
    variance: mean * mean * growth,
    skewness: (growth + 3) * Math.sqrt(growth),
    support: [0, Infinity],
    pdf: (x) => (x > 0 ? normalPdf((Math.log(x) - location) / scale) / (x * scale) : 0),
    cdf: (x) => (x > 0 ? normalCdf((Math.log(x) - location) / scale) : 0),
    quantile: (p) => Math.exp(location + scale * normalQuantile(p)),
    discrete: false,
    notes: [],
    normal: { location, scale, log: true },
  };
}

function locationAndScale(given: LognormalParameters): readonly [number, number] {
  const { mean, median, geometricSd, sd, lo, hi } = given;
  const widths = [geometricSd, sd, lo ?? hi].filter((width) => width !== undefined).length;
  if (widths !== 1) throw new UncertaintyError("geometricSd", texts.oneWidth({ widths }));
  if (mean !== undefined && median !== undefined) throw new UncertaintyError("median", texts.meanAndMedian());
  const centre = mean ?? median;
  if (centre !== undefined) positive(mean === undefined ? "median" : "mean", centre);
  const scale = scaleOf(given);
  if (mean !== undefined) return [Math.log(mean) - (scale * scale) / 2, scale];
  if (median !== undefined) return [Math.log(median), scale];
  if (lo === undefined || hi === undefined) throw new UncertaintyError("mean", texts.noCentre());
  return [(Math.log(lo) + Math.log(hi)) / 2, scale];
}

function scaleOf({ mean, median, geometricSd, sd, lo, hi }: LognormalParameters): number {
  if (geometricSd !== undefined) {
    if (!(finite("geometricSd", geometricSd) > 1))
      throw new UncertaintyError("geometricSd", texts.geometricSd({ geometricSd }));
    return Math.log(geometricSd);
  }
  if (sd !== undefined) {
    const ratio = positive("sd", sd) / positive("mean or median", mean ?? median);
    if (mean !== undefined) return Math.sqrt(Math.log1p(ratio * ratio));
    // With a fixed median, sd²/median² = w(w − 1) in w = exp σ².
    return Math.sqrt(Math.log((1 + Math.sqrt(1 + 4 * ratio * ratio)) / 2));
  }
  const [low, high] = [positive("lo", lo), positive("hi", hi)];
  ascending(low, high);
  const centre = mean ?? median;
  if (centre !== undefined && !(centre > low && centre < high))
    throw new UncertaintyError(
      mean === undefined ? "median" : "mean",
      mean === undefined ? texts.medianOutside({ centre, low, high }) : texts.meanOutside({ centre, low, high }),
    );
  return Math.log(high / low) / (2 * Z95);
}

function missedBounds(distribution: Distribution, { mean, median, lo, hi }: LognormalParameters): Message[] {
  if ((mean ?? median) === undefined || lo === undefined || hi === undefined) return [];
  const [low, high] = [distribution.quantile(0.025), distribution.quantile(0.975)];
  const miss = Math.max(Math.abs(low - lo), Math.abs(high - hi));
  if (miss <= 0.05 * (hi - lo)) return [];
  const missed = mean === undefined ? texts.missedBoundsOfMedian : texts.missedBoundsOfMean;
  return [missed({ low: low.toPrecision(4), high: high.toPrecision(4), lo, hi })];
}
