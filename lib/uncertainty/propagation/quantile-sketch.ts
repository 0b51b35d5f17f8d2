import { messages } from "../../message/message.ts";
import { UncertaintyError } from "../uncertainty-error.ts";
import type { Histogram } from "./histogram.ts";

const texts = messages("uncertainty", {
  noDraws: {
    en: "Quantiles need at least one draw.",
    zh: "求分位数至少需要一次抽样。",
  },
});

/**
 * Quantiles and histogram of any number of draws in the memory of some thousand. The sorted values of the first draws (the
 * pilot) are the edges; later draws are only counted: at an edge, or between two. The counts are integers, so the order of
 * draws, chunks and workers changes no bit. Within a step, which has about 1/4,096 of the draws,
 * the quantile is interpolated; with at most as many draws as the pilot it is exact.
 */
export interface QuantileSketch {
  /** Sorted, each once; k of them. */
  readonly edges: Float64Array;
  /** Draws equal to edge i */
  readonly at: Float64Array;
  /** Draws between edge i − 1 and edge i; 0 is below the first, k above the last. Length k + 1 */
  readonly between: Float64Array;
  least: number;
  most: number;
}

/** The number of draws in the pilot. */
export const PILOT = 4096;

/** An empty sketch whose edges are these values. */
export function sketchOf(pilot: Float64Array): QuantileSketch {
  const edges = Float64Array.from(new Set(pilot)).sort();
  if (edges.length === 0) throw new UncertaintyError("draws", texts.noDraws());
  return {
    edges,
    at: new Float64Array(edges.length),
    between: new Float64Array(edges.length + 1),
    least: Infinity,
    most: -Infinity,
  };
}

export function countInto(sketch: QuantileSketch, values: Float64Array): void {
  const { edges, at, between } = sketch;
  for (const value of values) {
    let [lo, hi] = [0, edges.length];
    while (lo < hi) {
      const middle = (lo + hi) >>> 1;
      if (edges[middle]! < value) lo = middle + 1;
      else hi = middle;
    }
    if (edges[lo] === value) at[lo] = at[lo]! + 1;
    else between[lo] = between[lo]! + 1;
    if (value < sketch.least) sketch.least = value;
    if (value > sketch.most) sketch.most = value;
  }
}

/** Adds the counts of a sketch with the same edges. */
export function mergeSketch(into: QuantileSketch, from: QuantileSketch): void {
  for (const [i, count] of from.at.entries()) into.at[i] = into.at[i]! + count;
  for (const [i, count] of from.between.entries()) into.between[i] = into.between[i]! + count;
  into.least = Math.min(into.least, from.least);
  into.most = Math.max(into.most, from.most);
}

/**
 * The quantiles of the counted draws, in the definition that interpolates between order statistics at (n − 1) p
 * (Hyndman, Fan 1996, type 7). Probabilities ascending.
 */
export function quantilesOf(sketch: QuantileSketch, probabilities: readonly number[]): number[] {
  const n = sketch.at.reduce((sum, count) => sum + count, 0) + sketch.between.reduce((sum, count) => sum + count, 0);
  return probabilities.map((p) => {
    const place = Math.min(n - 1, Math.max(0, (n - 1) * p));
    const below = Math.floor(place);
    const low = orderStatistic(sketch, below);
    const part = place - below;
    return part === 0 ? low : low + part * (orderStatistic(sketch, Math.min(n - 1, below + 1)) - low);
  });
}

/** The value of rank `rank` (0 is the smallest). Draws between edges are assumed to be evenly spaced. */
function orderStatistic({ edges, at, between, least, most }: QuantileSketch, rank: number): number {
  let before = 0;
  for (let i = 0; i <= edges.length; i++) {
    const inside = between[i]!;
    if (rank < before + inside) {
      const lo = i === 0 ? least : edges[i - 1]!;
      const hi = i === edges.length ? most : edges[i]!;
      // Below the first and above the last edge, the extremes are draws themselves.
      const reach =
        i === 0 ? (rank - before) / inside : (rank - before + 1) / (i === edges.length ? inside : inside + 1);
      return lo + reach * (hi - lo);
    }
    before += inside;
    if (i === edges.length) break;
    if (rank < before + at[i]!) return edges[i]!;
    before += at[i]!;
  }
  return most;
}

export function histogramOf(sketch: QuantileSketch, bins: number): Histogram {
  const [lo, hi] = quantilesOf(sketch, [0.001, 0.999]) as [number, number];
  const width = (hi - lo) / bins || 1;
  const edges = Array.from({ length: bins + 1 }, (_, k) => lo + k * width);
  const counts = new Array<number>(bins).fill(0);
  let [below, above] = [0, 0];
  const put = (value: number, count: number) => {
    if (count === 0) return;
    const bin = Math.floor((value - lo) / width);
    if (value < lo) below += count;
    else if (value > edges[bins]!) above += count;
    else counts[Math.min(bin, bins - 1)]! += count;
  };
  const { edges: steps, at, between, least, most } = sketch;
  for (let i = 0; i <= steps.length; i++) {
    const from = i === 0 ? least : steps[i - 1]!;
    const to = i === steps.length ? most : steps[i]!;
    put((from + to) / 2, between[i]!);
    if (i < steps.length) put(steps[i]!, at[i]!);
  }
  return { edges, counts, below, above };
}
