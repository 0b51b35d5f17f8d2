import { type Message, messages } from "../../message/message.ts";
import type { Distribution } from "../distributions/distribution.ts";
import { type DistributionSpec, distributionOf } from "../distributions/distribution-spec.ts";
import { normalCdf, normalQuantile } from "../distributions/normal-law.ts";
import { createSampler, type Sampler, type SamplerName } from "../sampling/sampler.ts";
import { ofVariable, UncertaintyError } from "../uncertainty-error.ts";
import { type Correlation, type CorrelationSpec, correlationOf } from "./correlation.ts";

const texts = messages("uncertainty", {
  noVariables: {
    en: "At least one variable is needed.",
    zh: "至少应有一个变量。",
  },
});

/** The uncertain inputs of a model: their distributions and correlations. */
export interface UncertainInputs {
  readonly names: readonly string[];
  readonly distributions: readonly Distribution[];
  readonly correlation: Correlation | null;
  /** Notes on decisions, each with the name of its variable. */
  readonly notes: readonly Message[];
}

/** Reads distributions and correlations; every error names its variable. */
export function uncertainInputs(
  variables: Readonly<Record<string, DistributionSpec>>,
  correlation?: CorrelationSpec,
): UncertainInputs {
  const names = Object.keys(variables);
  if (names.length === 0) throw new UncertaintyError("variables", texts.noVariables());
  const distributions = names.map((name) => distributionOf(variables[name]!, name));
  const copula = correlationOf(names, correlation);
  const notes = distributions.flatMap((law, at) => law.notes.map((note) => ofVariable(names[at]!, note)));
  return { names, distributions, correlation: copula, notes: [...notes, ...(copula?.notes ?? [])] };
}

/** Values of all variables, one column per variable. */
export type Columns = readonly Float64Array[];

/** A source of draws: returns the columns of the draws from `first` on. */
export interface Draws {
  readonly inputs: UncertainInputs;
  fill(first: number, columns: Columns): void;
}

export interface DrawOptions {
  readonly sampler: SamplerName;
  readonly seed: number;
  readonly draws: number;
  readonly scramble?: boolean | undefined;
}

/** Draws of the inputs by a sampler. A draw is a function of seed, variable and number: chunks and workers change no bit. */
export function drawsOf(inputs: UncertainInputs, options: DrawOptions): Draws {
  const sampler = createSampler(options.sampler, { ...options, variables: inputs.names });
  return { inputs, fill: (first, columns) => fillColumns(inputs, sampler, first, columns) };
}

/** The minimum distance of a coordinate from 0 and 1, where an unbounded distribution has no value. */
const LEAST = 2 ** -33;
const MOST = 1 - 2 ** -53;

function fillColumns(inputs: UncertainInputs, sampler: Sampler, first: number, columns: Columns): void {
  for (const [at, column] of columns.entries()) {
    sampler.fill(at, first, column);
    for (let i = 0; i < column.length; i++) column[i] = Math.min(MOST, Math.max(LEAST, column[i]!));
  }
  transform(inputs, columns);
}

/** Converts columns of the open unit cube to values of the distributions, in place; correlated ones through normals. */
export function transform({ distributions, correlation }: UncertainInputs, columns: Columns): void {
  const bound = correlation ? correlatedVariables(correlation) : new Set<number>();
  if (correlation) correlate(correlation, bound, columns);
  for (const [at, column] of columns.entries()) {
    const law = distributions[at]!;
    const normal = bound.has(at);
    if (law.normal) {
      const { location, scale, log } = law.normal;
      for (let i = 0; i < column.length; i++) {
        const z = location + scale * (normal ? column[i]! : normalQuantile(column[i]!));
        column[i] = log ? Math.exp(z) : z;
      }
    } else if (normal) {
      for (let i = 0; i < column.length; i++)
        column[i] = law.quantile(Math.min(MOST, Math.max(LEAST, normalCdf(column[i]!))));
    } else for (let i = 0; i < column.length; i++) column[i] = law.quantile(column[i]!);
  }
}

/** Uniforms to correlated normals, in place: z' = L z, from the last row up, so that no z is overwritten before its use. */
function correlate({ lower, variables }: Correlation, bound: ReadonlySet<number>, columns: Columns): void {
  const n = variables.length;
  for (const at of bound) {
    const column = columns[at]!;
    for (let i = 0; i < column.length; i++) column[i] = normalQuantile(column[i]!);
  }
  for (let row = n - 1; row >= 0; row--) {
    if (!bound.has(row)) continue;
    const own = lower[row * n + row]!;
    const column = columns[row]!;
    for (let i = 0; i < column.length; i++) column[i] = own * column[i]!;
    for (let k = 0; k < row; k++) {
      const weight = lower[row * n + k]!;
      if (weight === 0) continue;
      const other = columns[k]!;
      for (let i = 0; i < column.length; i++) column[i] = column[i]! + weight * other[i]!;
    }
  }
}

function correlatedVariables({ matrix, variables }: Correlation): ReadonlySet<number> {
  const n = variables.length;
  const found = new Set<number>();
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j && matrix[i * n + j] !== 0) found.add(i);
  return found;
}
