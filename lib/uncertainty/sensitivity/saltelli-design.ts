import { messages } from "../../message/message.ts";
import { type Columns, transform, type UncertainInputs } from "../propagation/uncertain-inputs.ts";
import { createSampler } from "../sampling/sampler.ts";
import { UncertaintyError } from "../uncertainty-error.ts";

const texts = messages("uncertainty", {
  drawsNotPowerOfTwo: {
    en: "draws is {n}; expected a power of two (2 or more): Sobol's sequence is balanced only for these.",
    zh: "draws 应为从 2 起的 2 的幂，因为 Sobol 序列只在此处均衡，实际为 {n}。",
  },
  correlatedInSobol: {
    en: "Sobol's indices divide the variance among independent variables, but some are correlated. Use the delta or the regression measures, or make one variable of each group.",
    zh: "Sobol 指数在独立变量之间分解方差，而部分变量相关。请用 delta 或回归测度，或把每组合为一个变量。",
  },
});

/**
 * The sample of Sobol's indices: two independent samples A and B of N draws and, for each variable i, A with the column i of
 * B (AB_i) and, for second order, B with the column i of A (BA_i).
 * Saltelli, Annoni, Azzini et al. (2010), doi:10.1016/j.cpc.2009.09.018.
 */
export interface SaltelliDesign {
  readonly inputs: UncertainInputs;
  readonly n: number;
  readonly secondOrder: boolean;
  /** Columns of A and B, each of N values */
  readonly a: Columns;
  readonly b: Columns;
  /** A hash of all numbers of the sample, which results must have. */
  readonly fingerprint: string;
}

export interface SaltelliOptions {
  /** N, a power of two */
  readonly draws: number;
  readonly seed: number;
  readonly sampler?: "sobol" | "random" | undefined;
  readonly scramble?: boolean | undefined;
  readonly secondOrder?: boolean | undefined;
}

export function saltelliDesign(inputs: UncertainInputs, options: SaltelliOptions): SaltelliDesign {
  const { draws: n, seed, sampler: name = "sobol", scramble, secondOrder = false } = options;
  if (!Number.isInteger(n) || n < 2 || !Number.isInteger(Math.log2(n)))
    throw new UncertaintyError("draws", texts.drawsNotPowerOfTwo({ n }));
  if (inputs.correlation) throw new UncertaintyError("correlation", texts.correlatedInSobol());
  const d = inputs.names.length;
  const variables = [...inputs.names, ...inputs.names.map((each) => `${each} (second sample)`)];
  const sampler = createSampler(name, { variables, seed, draws: n, scramble });
  const half = (offset: number) => {
    const columns = inputs.names.map((_, at) => {
      const column = new Float64Array(n);
      sampler.fill(offset + at, 0, column);
      return column.map((u) => Math.min(1 - 2 ** -53, Math.max(2 ** -33, u)));
    });
    transform(inputs, columns);
    return columns;
  };
  const [a, b] = [half(0), half(d)];
  return { inputs, n, secondOrder, a, b, fingerprint: fingerprintOf([...a, ...b]) };
}

/** The parts of the sample in their order: A, B, AB_1 … AB_d and, for second order, BA_1 … BA_d. */
export function partsOf({ a, b, secondOrder }: SaltelliDesign): Columns[] {
  const exchanged = (of: Columns, other: Columns, at: number) => of.map((column, k) => (k === at ? other[k]! : column));
  const ab = a.map((_, at) => exchanged(a, b, at));
  return [a, b, ...ab, ...(secondOrder ? a.map((_, at) => exchanged(b, a, at)) : [])];
}

/** FNV-1a over the bits of all numbers, in two lanes. */
export function fingerprintOf(columns: Columns): string {
  let h0 = 0x811c9dc5;
  let h1 = 0x9747b28c;
  for (const column of columns) {
    const words = new Uint32Array(column.buffer, column.byteOffset, 2 * column.length);
    for (const word of words) {
      h0 = Math.imul(h0 ^ word, 0x01000193);
      h1 = Math.imul(h1 ^ word ^ (h1 >>> 13), 0x5bd1e995);
    }
  }
  return [h0, h1].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
