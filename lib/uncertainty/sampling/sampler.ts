import { messages } from "../../message/message.ts";
import { count, UncertaintyError } from "../uncertainty-error.ts";
import { haltonCoordinate } from "./halton.ts";
import { permutation } from "./permutation.ts";
import { owenScramble, SOBOL_DIMENSIONS, sobolCoordinate } from "./sobol-sequence.ts";
import { stream } from "./stream.ts";

const texts = messages("uncertainty", {
  noVariables: {
    en: "At least one variable is needed.",
    zh: "至少应有一个变量。",
  },
  variableTwice: {
    en: "There are two variables of the name {variable}.",
    zh: "有两个名为 {variable} 的变量。",
  },
  tooManyVariables: {
    en: 'Sobol\'s sequence has {most} dimensions here, but there are {count} variables. Use "random" or "lhs".',
    zh: '此处 Sobol 序列有 {most} 维，而变量有 {count} 个。请用 "random" 或 "lhs"。',
  },
  beyondDesign: {
    en: "The Latin hypercube has {draws} draws; it cannot be made longer.",
    zh: "拉丁超立方有 {draws} 次抽样，不能再加长。",
  },
});

export const samplerNames = ["random", "lhs", "sobol", "halton"] as const;
export type SamplerName = (typeof samplerNames)[number];

/** Points of the unit cube, one coordinate per variable. Any draw of any variable can be computed separately. */
export interface Sampler {
  readonly name: SamplerName;
  readonly variables: readonly string[];
  /** Coordinates of variable `dimension` in the draws from `first` on, each in [0, 1). */
  fill(dimension: number, first: number, out: Float64Array): void;
}

export interface SamplerOptions {
  readonly variables: readonly string[];
  readonly seed: number;
  /** The total number of draws: a Latin hypercube is a design of a fixed size. */
  readonly draws: number;
  /** Sobol and Halton: whether they are randomised by the seed (the default) or the plain sequence, which begins at 0. */
  readonly scramble?: boolean | undefined;
}

/** Creates a sampler; the same options give the same points on every machine, in any order of access. */
export function createSampler(name: SamplerName, options: SamplerOptions): Sampler {
  const { variables, draws } = options;
  count("draws", draws);
  if (variables.length === 0) throw new UncertaintyError("variables", texts.noVariables());
  const twice = variables.find((variable, at) => variables.indexOf(variable) !== at);
  if (twice !== undefined) throw new UncertaintyError("variables", texts.variableTwice({ variable: twice }));
  if (name === "sobol" && variables.length > SOBOL_DIMENSIONS)
    throw new UncertaintyError(
      "variables",
      texts.tooManyVariables({ most: SOBOL_DIMENSIONS, count: variables.length }),
    );
  const columns = variables.map((variable, dimension) => makers[name](variable, dimension, options));
  return { name, variables, fill: (dimension, first, out) => columns[dimension]!(first, out) };
}

type Column = (first: number, out: Float64Array) => void;

const makers: Record<SamplerName, (variable: string, dimension: number, options: SamplerOptions) => Column> = {
  random(variable, _, { seed }) {
    const draws = stream(seed, variable);
    return (first, out) => draws.fill(first, out);
  },
  /** McKay, Beckman, Conover (1979), doi:10.2307/1268522: one draw in each of n strata, at a random place in it. */
  lhs(variable, _, { seed, draws }) {
    const jitter = stream(seed, variable);
    const stratum = permutation(draws, stream(seed, variable, "permutation").key);
    return (first, out) => {
      if (first + out.length > draws) throw new UncertaintyError("draws", texts.beyondDesign({ draws }));
      jitter.fill(first, out);
      for (let i = 0; i < out.length; i++) out[i] = (stratum(first + i) + out[i]!) / draws;
    };
  },
  sobol(variable, dimension, { seed, scramble = true }) {
    const coordinate = sobolCoordinate(dimension);
    const { key } = stream(seed, variable, "scrambling");
    let words = new Uint32Array(0);
    return (first, out) => {
      if (words.length < out.length) words = new Uint32Array(out.length);
      coordinate.fill(first, words.subarray(0, out.length));
      // Half a step keeps scrambled points away from 0; the plain sequence stays as published.
      if (scramble) for (let i = 0; i < out.length; i++) out[i] = (owenScramble(words[i]!, key) + 0.5) / 2 ** 32;
      else for (let i = 0; i < out.length; i++) out[i] = words[i]! / 2 ** 32;
    };
  },
  halton(variable, dimension, { seed, scramble = true }) {
    const key = scramble ? stream(seed, variable, "scrambling").key : undefined;
    const coordinate = haltonCoordinate(dimension, key);
    return (first, out) => {
      for (let i = 0; i < out.length; i++) out[i] = coordinate(first + i);
    };
  },
};
