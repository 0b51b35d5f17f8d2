import { BLOCK } from "../propagation/block.ts";
import { type Stream, stream } from "./stream.ts";

/**
 * Standard normal numbers in bulk, for millions of draws. Each block of 1,024 has its own generators (sfc32,
 * Doty-Humphrey, public domain), seeded with the Philox words of seed, variable and block, so that chunks and workers
 * change no bit; within a block the numbers are generated in sequence by a ziggurat of 256 layers.
 * Marsaglia, Tsang (2000), doi:10.18637/jss.v005.i08; with independent bits for the layer, as recommended by Doornik (2005).
 */
export interface NormalStream {
  /** The normal numbers of the draws from `first` on. Fastest if `first` is a multiple of 1,024. */
  fill(first: number, out: Float64Array): void;
}

/** @param seed an integer, of which 53 bits are used */
export function normalStream(seed: number, variable: string): NormalStream {
  const starts = stream(seed, variable, "normals");
  let scratch: Float64Array | null = null;
  return {
    fill(first, out) {
      for (let at = 0; at < out.length; ) {
        const block = Math.floor((first + at) / BLOCK);
        const skip = first + at - block * BLOCK;
        const n = Math.min(BLOCK - skip, out.length - at);
        if (skip === 0) fillBlock(starts, block, out, at, n);
        else {
          scratch ??= new Float64Array(BLOCK);
          fillBlock(starts, block, scratch, 0, skip + n);
          out.set(scratch.subarray(skip, skip + n), at);
        }
        at += n;
      }
    },
  };
}

export const LAYERS = 256;
/** The start of the tail, and the area of each layer: the solution of Marsaglia and Tsang for 256 layers. */
const TAIL = 3.6541528853610088;
const AREA = 0.00492867323399;

/** Right ends of the layers, from the base up; the same per unit of a 32-bit word. */
const ends = new Float64Array(LAYERS + 1);
export const scales = new Float64Array(LAYERS);
/** Words up to this size, of either sign, are in the part of the layer that is entirely under the curve. */
export const inside = new Int32Array(LAYERS);
{
  const f = (x: number) => Math.exp(-0.5 * x * x);
  ends[0] = AREA / f(TAIL);
  ends[1] = TAIL;
  for (let k = 2; k < LAYERS; k++) ends[k] = Math.sqrt(-2 * Math.log(AREA / ends[k - 1]! + f(ends[k - 1]!)));
  ends[LAYERS] = 0;
  for (let k = 0; k < LAYERS; k++) {
    scales[k] = ends[k]! / 2 ** 31;
    inside[k] = Math.floor((ends[k + 1]! / ends[k]!) * 2 ** 31) - 1;
  }
}

const WARM_UP = 12; // rounds after which every bit of the seed affects every bit of the state

/** The state of the generator when the fast loop stops at an edge. */
export const state = new Int32Array(4);

/** One round of sfc32. */
function next(): number {
  const word = (state[0]! + state[1]! + state[3]!) | 0;
  state[3] = (state[3]! + 1) | 0;
  state[0] = state[1]! ^ (state[1]! >>> 9);
  state[1] = (state[2]! + (state[2]! << 3)) | 0;
  state[2] = (((state[2]! << 21) | (state[2]! >>> 11)) + word) | 0;
  return word;
}

/** Seeds a generator and stores its state in `state`. */
export function begin(start: Uint32Array): void {
  for (let k = 0; k < 4; k++) state[k] = start[k]!;
  for (let k = 0; k < WARM_UP; k++) next();
}

/** The first n numbers of a block, from `out[at]` on. */
export function fillBlock(starts: Stream, block: number, out: Float64Array, at: number, n: number): void {
  // Two generators side by side, so that the processor runs their operations in parallel; their rounds are inlined in the
  // loop on local variables, because a call would cost as much as the number.
  begin(starts.words(2 * block + 1));
  let [p, q, r, s] = [state[0]!, state[1]!, state[2]!, state[3]!];
  begin(starts.words(2 * block));
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
  const end = at + n;
  for (let i = at; i < end; ) {
    const high = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + high) | 0;
    const low = (p + q + s) | 0;
    s = (s + 1) | 0;
    p = q ^ (q >>> 9);
    q = (r + (r << 3)) | 0;
    r = (((r << 21) | (r >>> 11)) + low) | 0;
    const layer = low & (LAYERS - 1);
    // 24 further bits below the 32 of the high word; the half avoids 0 and keeps it symmetric.
    const x = (high + ((low >>> 8) + 0.5) * 5.9604644775390625e-8) * scales[layer]!;
    // For a negative word the complement is the absolute value: from −1 − word to −word.
    if ((high ^ (high >> 31)) < inside[layer]!) {
      out[i++] = x;
      continue;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
    const edge = edgeOf(layer, x);
    if (!Number.isNaN(edge)) out[i++] = edge;
    a = state[0]!;
    b = state[1]!;
    c = state[2]!;
    d = state[3]!;
  }
}

/** The number at x near the edge of a layer, or in its base, by the generator in `state`; NaN if there is none. */
export function edgeOf(layer: number, x: number): number {
  return layer === 0 ? base(x) : wedge(layer, x);
}

/** x within the base, otherwise Marsaglia's exact tail beyond it. */
function base(x: number): number {
  if (Math.abs(x) < TAIL) return x;
  for (;;) {
    const over = -Math.log(uniform(next())) / TAIL;
    const height = -Math.log(uniform(next()));
    if (2 * height >= over * over) return x < 0 ? -TAIL - over : TAIL + over;
  }
}

/** x if a point at a random height of its layer is under the curve, otherwise NaN. */
function wedge(layer: number, x: number): number {
  const [inner, outer] = [ends[layer + 1]!, ends[layer]!];
  if (Math.abs(x) < inner) return x;
  const bottom = Math.exp(-0.5 * (outer * outer - x * x));
  const top = Math.exp(-0.5 * (inner * inner - x * x));
  return bottom + uniform(next()) * (top - bottom) < 1 ? x : Number.NaN;
}

/** (0, 1) from 32 bits */
function uniform(word: number): number {
  return ((word >>> 0) + 0.5) / 4294967296;
}
