import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { uncertainInputs } from "../../lib/uncertainty/propagation/uncertain-inputs.ts";
import { SOBOL_DIMENSIONS } from "../../lib/uncertainty/sampling/sobol-sequence.ts";
import type { Estimate } from "../../lib/uncertainty/sensitivity/estimate.ts";
import {
  fingerprintOf,
  partsOf,
  type SaltelliDesign,
  saltelliDesign,
} from "../../lib/uncertainty/sensitivity/saltelli-design.ts";
import { sobolIndices } from "../../lib/uncertainty/sensitivity/sobol-indices.ts";
import type { Variable } from "./draw.ts";
import { variablesOfAll } from "./draw-design.ts";
import type { Opening, Rows } from "./draw-engine.ts";

const texts = messages("sampling", {
  samplesDiffer: {
    en: "The longer sample does not begin with the shorter one.",
    zh: "较长的样本与较短的样本开头不一致。",
  },
});

/** The maximum number of evaluations: of cells without and with service calls. */
const PLAIN_ROWS = 2 ** 17;
const WAITING_ROWS = 2 ** 11;
const FIRST_N = 64;
/** The target precision: half of the width of the interval of every total share. */
const ENOUGH = 0.02;
const CHUNK = 512;
const WAITING_CHUNK = 32;

/** The contribution of one variable to the variance. */
export interface Share extends Variable {
  /** First-order index: by itself. */
  readonly first: Estimate;
  /** Total index: including interactions with other variables. */
  readonly total: Estimate;
}

/** The contributions to the variance of a number (Sobol indices), the largest first. */
export interface Shares {
  readonly shares: readonly Share[];
  /** The number of evaluations of the cells. */
  readonly evaluations: number;
  readonly enough: boolean;
  readonly sampler: "sobol" | "random";
}

export interface SharesOptions {
  readonly progress?: ((done: number, most: number) => void) | undefined;
  readonly stage?: ((shares: Shares) => void) | undefined;
}

export interface SharesInput extends Opening {
  readonly leaf: number;
  readonly seed: number;
}

type RowSource = (rows: Iterable<Rows>) => AsyncIterable<{ rows: Rows; numbers: Float64Array }>;

/**
 * Sobol indices of one number. They use a sample of their own, independent of the sampling method of the draws. The variables are
 * the percentiles of the samples, where a group counts as one. The sample is Saltelli's; its size is doubled until the total
 * shares are known to ± 0.02 or the maximum number of evaluations is reached. Each longer sample begins with the previous one,
 * which is not evaluated again.
 */
export async function sharesOf(evaluate: RowSource, input: SharesInput, options: SharesOptions): Promise<Shares> {
  const { samples, leaf, seed, waits } = input;
  const variables = variablesOfAll(samples);
  const sampler = 2 * variables.length <= SOBOL_DIMENSIONS ? "sobol" : "random";
  const most = waits ? WAITING_ROWS : PLAIN_ROWS;
  const parts = variables.length + 2;
  const inputs = uncertainInputs(
    Object.fromEntries(variables.map(({ key }) => [key, { type: "uniform", lo: 0, hi: 1 }] as const)),
  );
  const y: Float64Array[] = Array.from({ length: parts }, () => new Float64Array(0));
  let before: SaltelliDesign | null = null;
  for (let n = FIRST_N; ; n *= 2) {
    const design = saltelliDesign(inputs, { draws: n, seed, sampler });
    if (before) checkPrefix(before, design);
    const rows = rowsOf(design, before?.n ?? 0, waits ? WAITING_CHUNK : CHUNK, leaf);
    const longer = y.map((part) => extend(part, n));
    let at = 0;
    for await (const { numbers } of evaluate(rows.map(({ rows }) => rows))) {
      const { part, from } = rows[at++]!;
      longer[part]!.set(numbers, from);
      options.progress?.(parts * (before?.n ?? 0) + (at / rows.length) * parts * (n - (before?.n ?? 0)), most);
    }
    for (const [part, values] of longer.entries()) y[part] = values;
    before = design;
    const { first, total } = sobolIndices(design, { fingerprint: design.fingerprint, y }, { seed });
    const shares = variables
      .map((variable) => ({ ...variable, first: first[variable.key]!, total: total[variable.key]! }))
      .sort((a, b) => b.total.value - a.total.value);
    const enough = n >= 4 * FIRST_N && shares.every((share) => (share.total.hi - share.total.lo) / 2 <= ENOUGH);
    const found = { shares, evaluations: n * parts, enough, sampler } as const;
    if (enough || 2 * n * parts > most) return found;
    options.stage?.(found);
  }
}

/** The rows of each part from `start`, in chunks. */
function rowsOf(design: SaltelliDesign, start: number, size: number, leaf: number) {
  const { names } = design.inputs;
  return partsOf(design).flatMap((columns, part) => {
    const found: { part: number; from: number; rows: Rows }[] = [];
    for (let from = start; from < design.n; from += size) {
      const end = Math.min(design.n, from + size);
      const given = Object.fromEntries(names.map((name, at) => [name, columns[at]!.slice(from, end)]));
      found.push({ part, from, rows: { first: from, count: end - from, columns: given, leaf } });
    }
    return found;
  });
}

/** Throws unless the longer sample begins with the numbers of the shorter one, whose results are reused. */
function checkPrefix(before: SaltelliDesign, after: SaltelliDesign): void {
  const start = [...after.a, ...after.b].map((column) => column.slice(0, before.n));
  if (fingerprintOf(start) !== before.fingerprint) throw new Fault(texts.samplesDiffer());
}

function extend(values: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n);
  out.set(values);
  return out;
}
