import { BLOCK } from "./block.ts";
import { type Model, runModel } from "./model.ts";
import { type Moments, mergeMoments, momentsOf, noMoments } from "./moments.ts";
import { countInto, mergeSketch, type QuantileSketch, sketchOf } from "./quantile-sketch.ts";
import type { Draws } from "./uncertain-inputs.ts";

/** A model and its draws. */
export interface Run {
  readonly draws: Draws;
  readonly model: Model;
  /** The total number of draws; the last block may be shorter. */
  readonly total: number;
}

/** The summary of a range of blocks: moments of each, and counts of all. */
export interface DrawSummary {
  readonly firstBlock: number;
  readonly moments: readonly Moments[];
  readonly sketch: QuantileSketch;
}

/** Results of the draws of one block. */
export function resultsOf({ draws, model, total }: Run, block: number): Float64Array {
  const first = block * BLOCK;
  const n = Math.min(BLOCK, total - first);
  const columns = draws.inputs.names.map(() => new Float64Array(n));
  draws.fill(first, columns);
  return runModel(model, draws.inputs.names, columns, first);
}

/** The summary of the blocks from `firstBlock` to before `endBlock`; `edges` are the values of the pilot. */
export function summarise(run: Run, edges: Float64Array, firstBlock: number, endBlock: number): DrawSummary {
  const sketch = sketchOf(edges);
  const moments: Moments[] = [];
  for (let block = firstBlock; block < endBlock; block++) {
    const y = resultsOf(run, block);
    moments.push(momentsOf(y));
    countInto(sketch, y);
  }
  return { firstBlock, moments, sketch };
}

/** Combines summaries of ranges that together are the blocks from 0 on, in any order. */
export function mergeSummaries(parts: readonly DrawSummary[]): { moments: Moments; sketch: QuantileSketch } {
  const ordered = [...parts].sort((a, b) => a.firstBlock - b.firstBlock);
  const sketch = sketchOf(ordered[0]!.sketch.edges);
  let moments = noMoments;
  for (const part of ordered) {
    mergeSketch(sketch, part.sketch);
    for (const block of part.moments) moments = mergeMoments(moments, block);
  }
  return { moments, sketch };
}
