import { type Message, messages } from "../../message/message.ts";
import { studentQuantile } from "../../uncertainty/distributions/student-law.ts";
import { type DrawnFigure, figureOf } from "../../uncertainty/propagation/drawn-figure.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { checkPaired } from "./paired-draws.ts";

const texts = messages("lifecycle.contribution", {
  oneAlternative: {
    en: "alternatives has {count}; expected at least 2 to compare.",
    zh: "alternatives 应至少有 2 个方案才能比较，实际为 {count} 个。",
  },
  zeroReference: {
    en: "{name} is 0 or changes its sign among the draws, so that differences relative to it are not given.",
    zh: "{name} 在抽样中为 0 或改变符号，因此不给出相对于它的差异。",
  },
  sharesOnly: {
    en: "No threshold was given, so that no difference is judged: how often one alternative is lower says nothing on how much.",
    zh: "未给出阈值，因此不判定差异是否显著：某方案更低的频率并不说明低多少。",
  },
  thresholdBelowZero: {
    en: "threshold is {value}; expected a number ≥ 0, in standard deviations of the difference.",
    zh: "threshold 应为不小于 0 的数（以差值的标准差计），实际为 {value}。",
  },
});

/** How one alternative differs from another, draw by draw. */
export interface DrawnComparison {
  readonly candidate: string;
  readonly reference: string;
  /** Candidate − reference */
  readonly difference: DrawnFigure;
  /** (Candidate − reference) / |reference| in each draw; null if the reference is 0 or changes its sign. */
  readonly relative: DrawnFigure | null;
  /** Parts of the draws in which the candidate is lower, equal, higher: the discernibility of the two. */
  readonly lower: number;
  readonly equal: number;
  readonly higher: number;
  /** Mean of the differences in their standard deviations; null if they do not vary. It does not grow with the number of draws. */
  readonly standardised: number | null;
  /**
   * Which is lower by more than the threshold: the modified null hypothesis |standardised| ≤ threshold is rejected at 5 %. Null
   * without a threshold, `neither` if it is not rejected.
   */
  readonly verdict: "candidate" | "reference" | "neither" | null;
}

export interface ComparedDraws {
  /** Every pair once, in the order of the alternatives; the later one is the reference. */
  readonly pairs: readonly DrawnComparison[];
  /** For each alternative, the part of the draws in which it is the lowest of all; ties are divided. */
  readonly lowest: readonly { readonly name: string; readonly share: number; readonly mean: number }[];
  readonly draws: number;
  readonly notes: readonly Message[];
}

/**
 * Alternatives compared on common draws, so that what is uncertain in all of them alike cancels.
 *
 * Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045: discernibility, how often one is lower. As a test of equal means would find
 * any difference significant with enough draws, a judgement needs a threshold: Mendoza Beltran et al. (2018),
 * doi:10.1021/acs.est.7b06365, whose modified null hypothesis is |d| ≤ threshold, with √n (|d| − threshold) against Student's t, one-sided at 5 %;
 * Heijungs (2021), doi:10.1007/s11367-020-01851-4, on what either answers. Throws LifecycleError if the draws are not paired.
 *
 * @param alternatives Draws of the score by name, all of one length, number k of each from the same draw of the inputs.
 * @param threshold The difference that matters, in standard deviations of the paired difference; no judgement if left out.
 */
export function compareDraws(
  alternatives: Readonly<Record<string, ArrayLike<number>>>,
  threshold?: number | undefined,
): ComparedDraws {
  const names = Object.keys(alternatives);
  if (names.length < 2) throw new LifecycleError("alternatives", texts.oneAlternative({ count: names.length }));
  checkPaired(Object.fromEntries(names.map((name) => [`alternatives.${name}`, alternatives[name]!])));
  if (threshold !== undefined && !(Number.isFinite(threshold) && threshold >= 0))
    throw new LifecycleError("threshold", texts.thresholdBelowZero({ value: threshold }));
  const draws = alternatives[names[0]!]!.length;
  const pairs = names.flatMap((candidate, at) =>
    names.slice(at + 1).map((reference) => ({
      candidate,
      reference,
      ...pairOf(alternatives[candidate]!, alternatives[reference]!, threshold),
    })),
  );
  const crossing = [...new Set(pairs.filter(({ relative }) => relative === null).map(({ reference }) => reference))];
  return {
    pairs,
    lowest: lowestOf(alternatives, names, draws),
    draws,
    notes: [
      ...crossing.map((name) => texts.zeroReference({ name })),
      ...(threshold === undefined ? [texts.sharesOnly()] : []),
    ],
  };
}

function pairOf(a: ArrayLike<number>, b: ArrayLike<number>, threshold: number | undefined) {
  const n = a.length;
  const differences = Float64Array.from(a, (value, k) => value - b[k]!);
  const difference = figureOf(meanOf(a) - meanOf(b), differences);
  let lower = 0;
  let higher = 0;
  for (const each of differences) {
    if (each < 0) lower += 1;
    if (each > 0) higher += 1;
  }
  const standardised = difference.sd > 0 ? difference.mean / difference.sd : null;
  return {
    difference,
    relative: relativeOf(differences, b),
    lower: lower / n,
    equal: (n - lower - higher) / n,
    higher: higher / n,
    standardised,
    verdict: threshold === undefined ? null : verdictOf(difference, n, threshold),
  };
}

function relativeOf(differences: Float64Array, b: ArrayLike<number>): DrawnFigure | null {
  const signs = new Set(Array.from(b, Math.sign));
  if (signs.size > 1 || signs.has(0)) return null;
  const relative = differences.map((difference, k) => difference / Math.abs(b[k]!));
  return figureOf(meanOf(differences) / Math.abs(meanOf(b)), relative);
}

function verdictOf({ mean, sd }: DrawnFigure, n: number, threshold: number): "candidate" | "reference" | "neither" {
  // Differences that do not vary are beyond any threshold of standard deviations, unless there are none.
  const statistic = sd > 0 ? Math.sqrt(n) * (Math.abs(mean) / sd - threshold) : mean === 0 ? 0 : Infinity;
  if (statistic <= studentQuantile(0.95, n - 1)) return "neither";
  return mean < 0 ? "candidate" : "reference";
}

function lowestOf(alternatives: Readonly<Record<string, ArrayLike<number>>>, names: readonly string[], draws: number) {
  const counts = new Float64Array(names.length);
  for (let k = 0; k < draws; k++) {
    const least = Math.min(...names.map((name) => alternatives[name]![k]!));
    const tied = names.flatMap((name, at) => (alternatives[name]![k] === least ? [at] : []));
    for (const at of tied) counts[at]! += 1 / tied.length;
  }
  return names.map((name, at) => ({ name, share: counts[at]! / draws, mean: meanOf(alternatives[name]!) }));
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]!;
  return sum / values.length;
}
