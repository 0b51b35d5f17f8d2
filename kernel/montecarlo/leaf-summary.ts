import { type Moments, mergeMoments, momentsOf, noMoments } from "../../lib/uncertainty/propagation/moments.ts";
import { summaryOf } from "../../lib/uncertainty/propagation/propagation.ts";
import { countInto, PILOT, type QuantileSketch, sketchOf } from "../../lib/uncertainty/propagation/quantile-sketch.ts";

/** The distribution of one number of a cell. */
export type LeafSummary = ReturnType<typeof summaryOf>;

const BINS = 48;
/** Numbers that are held back for the pilots of all leaves together. */
const ROOM = 1_000_000;

/**
 * Takes the draws of one number chunk by chunk and keeps none of them beyond the pilot, from which the edges of the sketch
 * are taken. The chunks must come in the order of the draws: then the outcome is the same to the bit, wherever they were made.
 */
export class LeafSummarizer {
  #moments: Moments = noMoments;
  #pilot: Float64Array[] = [];
  #sketch: QuantileSketch | null = null;
  readonly #most: number;

  /** @param leaves how many numbers are summed up side by side; of many, each has a smaller pilot */
  constructor(leaves: number) {
    this.#most = Math.max(256, Math.min(PILOT, Math.floor(ROOM / leaves)));
  }

  add(values: Float64Array): void {
    this.#moments = mergeMoments(this.#moments, momentsOf(values));
    if (this.#sketch) {
      countInto(this.#sketch, values);
      return;
    }
    this.#pilot.push(values);
    if (this.#moments.n < this.#most) return;
    this.#sketch = this.#counted();
    this.#pilot = [];
  }

  summary(): LeafSummary {
    return summaryOf(this.#moments, this.#sketch ?? this.#counted(), BINS);
  }

  #counted(): QuantileSketch {
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
