import { type Message, messages } from "../../message/message.ts";
import { stream } from "../sampling/stream.ts";
import type { Estimate } from "./estimate.ts";
import { type Evaluation, refuseForeign, requireVariance } from "./evaluation.ts";
import type { SaltelliDesign } from "./saltelli-design.ts";

const texts = messages("uncertainty", {
  negativeIndex: {
    en: "The first-order index of {names} is estimated below 0: it is 0 within the error of {draws} draws.",
    zh: "{names} 的一阶指数估计值小于 0：在 {draws} 次抽样的误差内为 0。",
  },
  sumOfIndices: {
    en: "The first-order indices sum to {sum}: the rest of the variance is made by variables together.",
    zh: "一阶指数之和为 {sum}：其余方差由变量共同造成。",
  },
});

export interface SobolIndices {
  readonly mean: number;
  readonly variance: number;
  /** Share of the variance due to a variable alone, and with all its interactions */
  readonly first: Readonly<Record<string, Estimate>>;
  readonly total: Readonly<Record<string, Estimate>>;
  /** By pairs "a × b": the share of their interaction; empty unless requested */
  readonly second: Readonly<Record<string, Estimate>>;
  readonly notes: readonly Message[];
}

/** The name of a pair of variables in `second`. */
export function pairName(one: string, other: string): string {
  return `${one} × ${other}`;
}

export interface BootstrapOptions {
  readonly seed: number;
  /** Number of resamples; 0 for none */
  readonly resamples?: number | undefined;
}

/**
 * Sobol's indices. With f₀ the mean of A and B and V their variance,
 * S_i = mean(B (AB_i − A)) / V (Saltelli 2010, table 2 (b)), T_i = mean((A − AB_i)²) / 2V (Jansen 1999),
 * S_ij = mean(BA_i AB_j − A B) / V − S_i − S_j (Saltelli 2002).
 * The mean is subtracted first, which changes no index and reduces the noise of S. Intervals by bootstrap over the N draws:
 * 2.5 and 97.5 % quantiles; with a Sobol sample they are too wide, because they ignore its balance.
 */
export function sobolIndices(design: SaltelliDesign, evaluation: Evaluation, options: BootstrapOptions): SobolIndices {
  refuseForeign(design, evaluation.fingerprint);
  const { n, inputs, secondOrder } = design;
  const [mean, variance] = meanAndVariance(evaluation.y[0]!, evaluation.y[1]!);
  requireVariance(mean, variance);
  const y = evaluation.y.map((part) => part.map((value) => value - mean));
  const names = inputs.names;
  const pairs = secondOrder ? names.flatMap((_, i) => names.slice(i + 1).map((__, k) => [i, i + 1 + k] as const)) : [];
  const whole = indicesOf(y, names.length, pairs, null);
  const resamples = options.resamples ?? 200;
  const rows = new Uint32Array(n);
  const random = stream(options.seed, "bootstrap", "resampling");
  const uniforms = new Float64Array(n);
  const found: Float64Array[] = [];
  for (let k = 0; k < resamples; k++) {
    random.fill(k * n, uniforms);
    for (let i = 0; i < n; i++) rows[i] = Math.min(n - 1, Math.floor(uniforms[i]! * n));
    found.push(indicesOf(y, names.length, pairs, rows));
  }
  const estimate = (at: number): Estimate => {
    const value = whole[at]!;
    if (resamples === 0) return { value, lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
    const sorted = Float64Array.from(found, (each) => each[at]!).sort();
    return { value, ...centralInterval(sorted) };
  };
  const d = names.length;
  const first = Object.fromEntries(names.map((name, at) => [name, estimate(at)]));
  const total = Object.fromEntries(names.map((name, at) => [name, estimate(d + at)]));
  const second = Object.fromEntries(pairs.map(([i, j], at) => [pairName(names[i]!, names[j]!), estimate(2 * d + at)]));
  return { mean, variance, first, total, second, notes: remarks(first, n) };
}

/** The central 95 % of sorted resamples: order statistics at (B + 1) p, so that few resamples do not make it too narrow. */
export function centralInterval(sorted: Float64Array): { lo: number; hi: number } {
  const cut = Math.max(0, Math.floor(0.025 * (sorted.length + 1)) - 1);
  return { lo: sorted[cut]!, hi: sorted[sorted.length - 1 - cut]! };
}

/** S_1 … S_d, T_1 … T_d, then S_ij, from all draws or from those resampled. */
function indicesOf(
  y: readonly Float64Array[],
  d: number,
  pairs: readonly (readonly [number, number])[],
  rows: Uint32Array | null,
): Float64Array {
  const [a, b] = [y[0]!, y[1]!];
  const n = a.length;
  const row = (i: number) => (rows ? rows[i]! : i);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    const r = row(i);
    sum += a[r]! + b[r]!;
    squares += a[r]! ** 2 + b[r]! ** 2;
  }
  const variance = squares / (2 * n) - (sum / (2 * n)) ** 2;
  const out = new Float64Array(2 * d + pairs.length);
  for (let k = 0; k < d; k++) {
    const ab = y[2 + k]!;
    let [alone, all] = [0, 0];
    for (let i = 0; i < n; i++) {
      const r = row(i);
      const step = ab[r]! - a[r]!;
      alone += b[r]! * step;
      all += step * step;
    }
    out[k] = alone / n / variance;
    out[d + k] = all / (2 * n) / variance;
  }
  for (const [at, [i, j]] of pairs.entries()) {
    const [ba, ab] = [y[2 + d + i]!, y[2 + j]!];
    let both = 0;
    for (let k = 0; k < n; k++) {
      const r = row(k);
      both += ba[r]! * ab[r]! - a[r]! * b[r]!;
    }
    out[2 * d + at] = both / n / variance - out[i]! - out[j]!;
  }
  return out;
}

function meanAndVariance(a: Float64Array, b: Float64Array): readonly [number, number] {
  const n = a.length + b.length;
  let sum = 0;
  for (const part of [a, b]) for (const value of part) sum += value;
  const mean = sum / n;
  let squares = 0;
  for (const part of [a, b]) for (const value of part) squares += (value - mean) ** 2;
  return [mean, squares / n];
}

function remarks(first: Readonly<Record<string, Estimate>>, draws: number): Message[] {
  const negative = Object.keys(first).filter((name) => first[name]!.value < 0);
  const sum = Object.values(first).reduce((total, { value }) => total + value, 0);
  return [
    ...(negative.length > 0 ? [texts.negativeIndex({ names: negative, draws })] : []),
    ...(sum < 0.9 ? [texts.sumOfIndices({ sum: sum.toFixed(2) })] : []),
  ];
}
