import type { Arena } from "../../numeric/arena.ts";
import { ONE, PER_UNIT, powers, REST, STEP, WITHIN_TABLE } from "../../numeric/exponential.ts";
import type { Kernels } from "../../numeric/kernels.ts";
import { LANES } from "../../numeric/typescript-lanes.ts";
import { BLOCK } from "../../uncertainty/propagation/block.ts";
import { NormalLanes } from "../../uncertainty/sampling/normal-lanes.ts";
import type { NumberPart } from "./number-part.ts";
import type { RandomParameters } from "./random-parameters.ts";

/** No normal number of a stream is larger: in the tail, 3.65 and −ln 2⁻³³ / 3.65 beyond. */
const LARGEST = 10;

/** Numbers with laws of their own, as `RandomNumbers` has them. */
interface OwnNumbers {
  /** How many numbers there are with those that follow from parameters. */
  readonly count: number;
  readonly parameters: RandomParameters | null;
  readonly seed: number;
  readonly rates: Float64Array;
  readonly factors: Float64Array;
  readonly values: Float64Array;
  readonly parts: readonly NumberPart[];
  /** Makes normal numbers into deviations, in place. */
  transform(part: NumberPart, z: Float64Array, from: number, to: number): void;
}

/** The draws of `RandomNumbers`, LANES of them side by side and in single precision. */
export class RandomLanes {
  readonly #of: OwnNumbers;
  readonly #kernels: Kernels;
  readonly #normals: NormalLanes;
  readonly #z: Float64Array;
  readonly #rates: Float64Array;
  readonly #factors: Float64Array;
  readonly #values: Float64Array;
  readonly #powers: Float64Array;
  /** By part: whether it is lognormal, with exponents in the table of powers whatever is drawn. */
  readonly #isInTable: readonly boolean[];
  readonly #single: Float64Array;

  /** Bytes that the numbers take in an arena. */
  static bytes(own: number): number {
    return 8 * (3 * own + powers.length + LANES * BLOCK) + 8 * 64 + NormalLanes.bytes;
  }

  constructor(kernels: Kernels, arena: Arena, of: OwnNumbers) {
    this.#of = of;
    this.#kernels = kernels;
    this.#normals = new NormalLanes(kernels, arena);
    this.#z = arena.floats(LANES * BLOCK);
    [this.#rates, this.#factors, this.#values, this.#powers] = [of.rates, of.factors, of.values, powers].map(
      (array) => {
        const housed = arena.floats(array.length);
        housed.set(array);
        return housed;
      },
    ) as [Float64Array, Float64Array, Float64Array, Float64Array];
    this.#isInTable = of.parts.map(
      ({ kind, start, end }) =>
        kind === "lognormal" && of.rates.subarray(start, end).every((rate) => Math.abs(rate) * LARGEST < WITHIN_TABLE),
    );
    this.#single = new Float64Array(of.count);
  }

  /** Deviations of the draws `first` … `first` + LANES − 1: N × LANES. */
  fill(first: number, deviations: Float32Array): void {
    const { seed, parts, count, parameters, values } = this.#of;
    const own = values.length;
    const draws = Array.from({ length: LANES }, (_, lane) => first + lane);
    const streams = NormalLanes.streams(
      seed,
      draws.map((draw) => `draw:${draw}`),
    );
    let part = 0;
    for (let from = 0; from < own; from += BLOCK) {
      const to = Math.min(from + BLOCK, own);
      this.#normals.fill(streams, from / BLOCK, to - from, this.#z);
      for (let start = from; start < to; ) {
        while (parts[part]!.end <= start) part++;
        const end = Math.min(to, parts[part]!.end);
        this.#transform(part, from, start, end, deviations);
        start = end;
      }
    }
    if (!parameters) return;
    draws.forEach((draw, lane) => {
      parameters.fill(seed, draw, this.#single.subarray(own));
      intoLane(this.#single, deviations, lane, own, count);
    });
  }

  #transform(part: number, block: number, from: number, to: number, deviations: Float32Array): void {
    const z = this.#z;
    const [rates, factors, values, table] = [this.#rates, this.#factors, this.#values, this.#powers];
    if (this.#isInTable[part]) {
      const { exponentialLanes } = this.#kernels;
      exponentialLanes(from, to, block, z, rates, factors, values, table, ONE, PER_UNIT, STEP, REST, deviations);
      return;
    }
    const single = this.#single;
    for (let lane = 0; lane < LANES; lane++) {
      for (let at = from, place = (from - block) * LANES + lane; at < to; at++, place += LANES) single[at] = z[place]!;
      this.#of.transform(this.#of.parts[part]!, single, from, to);
      intoLane(single, deviations, lane, from, to);
    }
  }
}

function intoLane(single: Float64Array, lanes: Float32Array, lane: number, from: number, to: number): void {
  for (let at = from, place = from * LANES + lane; at < to; at++, place += LANES) lanes[place] = single[at]!;
}
