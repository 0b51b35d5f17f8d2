import { type Arena, heapArena } from "../../numeric/arena.ts";
import type { Kernels } from "../../numeric/kernels.ts";
import { LANES } from "../../numeric/typescript-lanes.ts";
import { BLOCK } from "../propagation/block.ts";
import { begin, edgeOf, fillBlock, inside, LAYERS, scales, state } from "./normal-stream.ts";
import { type Stream, stream } from "./stream.ts";

/** Words of a generator's state. */
const WORDS = 4;

/** The numbers of `NormalStream` of LANES streams side by side, with the same bits. */
export class NormalLanes {
  /** Bytes that it takes in an arena. */
  static readonly bytes = 4 * 10 * LANES + 12 * LAYERS + 1024;
  readonly #kernels: Kernels;
  /** Two generators for each stream, their words LANES apart; then the last words that they drew. */
  readonly #state: Int32Array;
  readonly #scales: Float64Array;
  readonly #inside: Int32Array;
  /** Room for a block of one stream, if the kernels have no vectors: then a stream is faster by itself. */
  readonly #one: Float64Array | undefined;

  constructor(kernels: Kernels, arena: Arena) {
    this.#kernels = kernels;
    this.#one = arena === heapArena ? new Float64Array(BLOCK) : undefined;
    this.#state = arena.integers(10 * LANES);
    this.#scales = arena.floats(LAYERS);
    this.#scales.set(scales);
    this.#inside = arena.integers(LAYERS);
    this.#inside.set(inside);
  }

  static streams(seed: number, variables: readonly string[]): readonly Stream[] {
    return variables.map((variable) => stream(seed, variable, "normals"));
  }

  /** The first n numbers of a block of 1,024 of each stream: n × LANES. */
  fill(streams: readonly Stream[], block: number, n: number, out: Float64Array): void {
    if (this.#one) {
      this.#fillOneByOne(this.#one, streams, block, n, out);
      return;
    }
    const words = this.#state;
    for (let lane = 0; lane < LANES; lane++)
      for (const generator of [0, 1]) {
        begin(streams[lane]!.words(2 * block + generator));
        for (let k = 0; k < WORDS; k++) words[(generator * WORDS + k) * LANES + lane] = state[k]!;
      }
    const { normalLanes } = this.#kernels;
    for (let i = 0; i < n; i++) {
      i = normalLanes(i, n, words, this.#scales, this.#inside, out);
      if (i === n) return;
      for (let lane = 0; lane < LANES; lane++) {
        const high = words[8 * LANES + lane]!;
        const low = words[9 * LANES + lane]!;
        const at = i * LANES + lane;
        if (!isInside(high, low)) out[at] = this.#nearEdge(lane, low & (LAYERS - 1), out[at]!);
      }
    }
  }

  #fillOneByOne(one: Float64Array, streams: readonly Stream[], block: number, n: number, out: Float64Array): void {
    streams.forEach((each, lane) => {
      fillBlock(each, block, one, 0, n);
      for (let i = 0, at = lane; i < n; i++, at += LANES) out[at] = one[i]!;
    });
  }

  /** The number of a stream whose last one, x, is at the edge of its layer. */
  #nearEdge(lane: number, layerAt: number, xAt: number): number {
    const words = this.#state;
    let layer = layerAt;
    let x = xAt;
    for (;;) {
      for (let k = 0; k < WORDS; k++) state[k] = words[k * LANES + lane]!;
      const edge = edgeOf(layer, x);
      for (let k = 0; k < WORDS; k++) words[k * LANES + lane] = state[k]!;
      if (!Number.isNaN(edge)) return edge;
      const high = this.#next(lane);
      const low = this.#next(WORDS * LANES + lane);
      layer = low & (LAYERS - 1);
      x = (high + ((low >>> 8) + 0.5) * 2 ** -24) * scales[layer]!;
      if (isInside(high, low)) return x;
    }
  }

  #next(at: number): number {
    const words = this.#state;
    const a = words[at]!;
    const b = words[at + LANES]!;
    const c = words[at + 2 * LANES]!;
    const d = words[at + 3 * LANES]!;
    const word = (a + b + d) | 0;
    words[at] = b ^ (b >>> 9);
    words[at + LANES] = (c + (c << 3)) | 0;
    words[at + 2 * LANES] = (((c << 21) | (c >>> 11)) + word) | 0;
    words[at + 3 * LANES] = (d + 1) | 0;
    return word;
  }
}

function isInside(high: number, low: number): boolean {
  return (high ^ (high >> 31)) < inside[low & (LAYERS - 1)]!;
}
