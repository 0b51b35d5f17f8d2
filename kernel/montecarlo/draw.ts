import type { Distribution } from "../../lib/uncertainty/distributions/distribution.ts";
import type { DistributionSpec } from "../../lib/uncertainty/distributions/distribution-spec.ts";
import { normalCdf, normalQuantile } from "../../lib/uncertainty/distributions/normal-law.ts";
import { normalCorrelationOfRanks } from "../../lib/uncertainty/propagation/correlation.ts";
import { type Stream, stream } from "../../lib/uncertainty/sampling/stream.ts";
import { type ReadSample, readSample, type SampleOptions } from "./sample.ts";

/** An independent random variable: that of a sample, or the one that a group has in common. */
export interface Variable {
  readonly key: string;
  readonly name: string;
  readonly isGroup: boolean;
}

/** The variables of a sample. */
export function variablesOf({ name, group, r = 1 }: Pick<ReadSample, "name" | "group" | "r">): Variable[] {
  const own: Variable = { key: name, name, isGroup: false };
  if (group === undefined || r === 0) return [own];
  const shared: Variable = { key: `group:${group}`, name: group, isGroup: true };
  return r === 1 ? [shared] : [shared, own];
}

/** The percentiles of one draw, each in (0, 1). */
export type Percentile = (key: string) => number;

/** The bounds of percentiles: a distribution without bounds has no value at 0 and 1. */
const LEAST = 2 ** -33;
const MOST = 1 - 2 ** -53;

/** One evaluation of the cells: its percentiles, and the drawn values. */
export interface Draw {
  /** From 0; −1 is the central draw, in which every sample has the value shown on the page. */
  readonly number: number;
  readonly percentile: Percentile;
  /** Names and values of the drawn samples, alternating. */
  readonly drawn: (string | number)[];
  /** The values that the target cell displayed. */
  readonly shown: unknown[];
}

/** Draws the values of samples. A distribution is parsed once, as long as its specification is unchanged. */
export class Sampled {
  readonly #seed: number;
  readonly #overridden: Readonly<Record<string, DistributionSpec | number>>;
  readonly #read = new Map<string, { text: string; sample: ReadSample }>();
  readonly #streams = new Map<string, Stream>();

  constructor(seed: number, overridden: Readonly<Record<string, DistributionSpec | number>>) {
    this.#seed = seed;
    this.#overridden = overridden;
  }

  /** Every sample that a draw has used. */
  get samples(): ReadSample[] {
    return [...this.#read.values()].map(({ sample }) => sample);
  }

  /** The percentiles of a draw, a function of seed, variable and draw only. */
  percentileOf(draw: number): Percentile {
    return (key) => {
      let found = this.#streams.get(key);
      if (!found) {
        found = stream(this.#seed, key);
        this.#streams.set(key, found);
      }
      return found.at(draw);
    };
  }

  /** `sample` of one draw. */
  sampleOf(draw: Draw): (name: string, spec: unknown, options?: SampleOptions) => number {
    return (name, spec, options) => {
      const value = this.#value(draw, name, spec, options);
      draw.drawn.push(name, value);
      return value;
    };
  }

  #value(draw: Draw, name: string, spec: unknown, options?: SampleOptions): number {
    const overridden = this.#overridden[name];
    if (typeof overridden === "number") return overridden;
    const sample = this.#sampleOf(name, overridden ?? spec, options);
    if (draw.number < 0) return sample.central;
    return valueAt(sample.distribution, percentileOf(sample, draw.percentile));
  }

  #sampleOf(name: string, spec: unknown, options: SampleOptions | undefined): ReadSample {
    const text = JSON.stringify([spec, options]);
    const known = this.#read.get(name);
    if (known?.text === text) return known.sample;
    const sample = readSample(name, spec, options);
    this.#read.set(name, { text, sample });
    return sample;
  }
}

/**
 * The percentile of a sample in a draw. Within a group it is the group's; with r below 1 that of the normal variable
 * z = √r z_group + √(1 − r) z_own, so that any two members have the correlation r (of normals; converted from ranks).
 */
function percentileOf({ name, group, r = 1 }: ReadSample, percentile: Percentile): number {
  if (group === undefined || r === 0) return percentile(name);
  const shared = percentile(`group:${group}`);
  if (r === 1) return shared;
  const weight = normalCorrelationOfRanks(r);
  const z = Math.sqrt(weight) * normalQuantile(shared) + Math.sqrt(1 - weight) * normalQuantile(percentile(name));
  return normalCdf(z);
}

function valueAt({ normal, quantile }: Distribution, percentile: number): number {
  const p = Math.min(MOST, Math.max(LEAST, percentile));
  if (!normal) return quantile(p);
  const z = normal.location + normal.scale * normalQuantile(p);
  return normal.log ? Math.exp(z) : z;
}
