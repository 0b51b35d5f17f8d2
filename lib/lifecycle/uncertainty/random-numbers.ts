import type { Arena } from "../../numeric/arena.ts";
import { exponentials } from "../../numeric/exponential.ts";
import type { Kernels } from "../../numeric/kernels.ts";
import type { Distribution } from "../../uncertainty/distributions/distribution.ts";
import { normalCdf } from "../../uncertainty/distributions/normal-law.ts";
import { BLOCK } from "../../uncertainty/propagation/block.ts";
import { type NormalStream, normalStream } from "../../uncertainty/sampling/normal-stream.ts";
import type { NumberPart, RandomNumber } from "./number-part.ts";
import { RandomLanes } from "./random-lanes.ts";
import type { RandomParameters } from "./random-parameters.ts";

/** Where an unbounded law has no quantile. */
const LEAST = 2 ** -53;

/**
 * N random numbers, drawn all together: first those with laws of their own, then those that follow from random parameters. A draw
 * depends on seed, draw and the number's place in the list only; memory does not grow with the number of draws.
 */
export class RandomNumbers {
  readonly count: number;
  /** How many have a law of their own. */
  readonly own: number;
  /** N: the values that the system itself has. */
  readonly values: Float64Array;
  /** Of the numbers with laws of their own. */
  readonly variances: Float64Array;
  readonly parameters: RandomParameters | null;
  readonly #seed: number;
  readonly #rates: Float64Array;
  readonly #factors: Float64Array;
  /** The list in parts of one kind; laws are kept only where draws need their quantiles. */
  readonly #parts: readonly NumberPart[];
  /** By block: the part in which it begins. */
  readonly #partAt: Int32Array;

  constructor(own: Iterable<RandomNumber>, seed: number, parameters: RandomParameters | null = null) {
    const columns: [number[], number[], number[], number[]] = [[], [], [], []];
    const [values, variances, rates, factors] = columns;
    const parts: NumberPart[] = [];
    for (const number of own) {
      const { value, law, sign } = number;
      const [rate, factor] = parametersOf(number);
      for (const [at, each] of [value, law.variance, rate, factor].entries()) columns[at]!.push(each);
      const kind = kindOf(law);
      if (parts.at(-1)?.kind !== kind) parts.push({ kind, start: values.length - 1, end: 0, laws: [] });
      const last = parts.at(-1)!;
      last.end = values.length;
      if (kind === "quantile") last.laws.push({ law, sign });
    }
    this.own = values.length;
    this.count = this.own + (parameters?.values.length ?? 0);
    this.values = new Float64Array(this.count);
    this.values.set(values);
    if (parameters) this.values.set(parameters.values, this.own);
    this.variances = Float64Array.from(variances);
    this.#rates = Float64Array.from(rates);
    this.#factors = Float64Array.from(factors);
    this.#parts = parts;
    this.#partAt = Int32Array.from({ length: Math.ceil(this.own / BLOCK) }, (_, block) =>
      parts.findIndex(({ end }) => end > block * BLOCK),
    );
    this.#seed = seed;
    this.parameters = parameters;
  }

  /** Writes what is drawn less the system's own values: N. */
  fill(draw: number, deviations: Float64Array): void {
    const normals = normalStream(this.#seed, `draw:${draw}`);
    for (let from = 0; from < this.own; from += BLOCK) this.#fillBlock(normals, from, deviations);
    this.parameters?.fill(this.#seed, draw, deviations.subarray(this.own));
  }

  /** The same of several draws side by side. */
  lanes(kernels: Kernels, arena: Arena): RandomLanes {
    const [rates, factors, values] = [this.#rates, this.#factors, this.values];
    return new RandomLanes(kernels, arena, {
      count: this.count,
      parameters: this.parameters,
      seed: this.#seed,
      rates,
      factors,
      values: values.subarray(0, this.own),
      parts: this.#parts,
      transform: (part, z, from, to) => this.#transform(part, z, from, to),
    });
  }

  /** Block by block, so that the normal numbers are still in the cache when they are made into numbers of their laws. */
  #fillBlock(normals: NormalStream, from: number, deviations: Float64Array): void {
    const to = Math.min(from + BLOCK, this.own);
    normals.fill(from, deviations.subarray(from, to));
    let part = this.#partAt[from / BLOCK]!;
    for (let start = from; start < to; ) {
      while (this.#parts[part]!.end <= start) part++;
      const end = Math.min(to, this.#parts[part]!.end);
      this.#transform(this.#parts[part]!, deviations, start, end);
      start = end;
    }
  }

  #transform({ kind, start, laws }: NumberPart, z: Float64Array, from: number, to: number): void {
    const [rates, factors, values] = [this.#rates, this.#factors, this.values];
    if (kind === "lognormal") exponentials(z, rates, factors, values, from, to);
    else if (kind === "normal")
      for (let at = from; at < to; at++) z[at] = factors[at]! + rates[at]! * z[at]! - values[at]!;
    else
      for (let at = from; at < to; at++) {
        const { law, sign } = laws[at - start]!;
        const p = Math.min(1 - LEAST, Math.max(LEAST, normalCdf(z[at]!)));
        z[at] = sign * law.quantile(p) - values[at]!;
      }
  }

  /**
   * What each source of uncertainty adds to the variance of a result, to first order: the numbers with laws of their own, then the random
   * parameters.
   *
   * @param slopes N: ∂result/∂number.
   */
  firstOrder(slopes: Float64Array): Float64Array {
    const own = this.variances.map((variance, at) => (slopes[at] === 0 ? 0 : slopes[at]! ** 2 * variance));
    const { parameters } = this;
    if (!parameters) return own;
    const ofParameters = parameters.variances(parameters.slopes(slopes.subarray(this.own)));
    const all = new Float64Array(own.length + ofParameters.length);
    all.set(own);
    all.set(ofParameters, own.length);
    return all;
  }
}

function kindOf({ normal }: Distribution): NumberPart["kind"] {
  if (!normal) return "quantile";
  return normal.log ? "lognormal" : "normal";
}

/** Of a normal z: factor e^(rate z), or factor + rate z. */
function parametersOf({ law: { normal }, sign }: RandomNumber): readonly [rate: number, factor: number] {
  if (!normal) return [0, 0];
  const { location, scale, log } = normal;
  return log ? [scale, sign * Math.exp(location)] : [sign * scale, sign * location];
}
