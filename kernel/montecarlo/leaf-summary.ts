import { type Moments, mergeMoments, momentsOf, noMoments } from "../../lib/uncertainty/propagation/moments.ts";
import { summaryOf } from "../../lib/uncertainty/propagation/propagation.ts";
import { countInto, PILOT, type QuantileSketch, sketchOf } from "../../lib/uncertainty/propagation/quantile-sketch.ts";

/** The distribution of one number of a cell. */
export type LeafSummary = ReturnType<typeof summaryOf>;

const BINS = 48;
/** The maximum number of values buffered for the pilots of all leaves together. */
const PILOT_VALUES = 1_000_000;

/**
 * Summarises the draws of one number chunk by chunk. Only the pilot is stored, which determines the edges of the sketch.
 * The chunks must be added in the order of the draws: then the result is the same to the bit, whichever worker made them.
 */
export class LeafSummarizer {
  #moments: Moments = noMoments;
  #pilot: Float64Array[] = [];
  #sketch: QuantileSketch | null = null;
  readonly #most: number;

  /** @param leaves how many numbers are summarised in parallel; the more, the smaller the pilot of each */
  constructor(leaves: number) {
    this.#most = Math.max(256, Math.min(PILOT, Math.floor(PILOT_VALUES / leaves)));
  }

  add(values: Float64Array): void {
    this.#moments = mergeMoments(this.#moments, momentsOf(values));
    if (this.#sketch) {
      countInto(this.#sketch, values);
      return;
    }
    this.#pilot.push(values);
    if (this.#moments.n < this.#most) return;
    this.#sketch = this.#sketchPilot();
    this.#pilot = [];
  }

  summary(): LeafSummary {
    const summary = summaryOf(this.#moments, this.#sketch ?? this.#sketchPilot(), BINS);
    // The moments of equal numbers may differ from theirs in the last digit.
    return summary.least === summary.most ? { ...summary, sd: 0 } : summary;
  }

  #sketchPilot(): QuantileSketch {
    const edges = new Float64Array(this.#moments.n);
    let at = 0;
    for (const part of this.#pilot) {
      edges.set(part, at);
      at += part.length;
    }
    const sketch = sketchOf(edges);
    countInto(sketch, edges);
    return sketch;
  }
}

/** A quantile of a summary. */
export function quantileOf(summary: LeafSummary, probability: number): { value: number; lo: number; hi: number } {
  return summary.quantiles.find((each) => each.probability === probability)!;
}
