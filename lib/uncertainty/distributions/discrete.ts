import { type Message, messages } from "../../message/message.ts";
import { finite, UncertaintyError } from "../uncertainty-error.ts";
import type { Distribution } from "./distribution.ts";

const texts = messages("uncertainty", {
  noValues: {
    en: "values is empty; expected at least one number.",
    zh: "values 至少应含一个数。",
  },
  otherCount: {
    en: "There are {count} values, but {probabilities} probabilities.",
    zh: "有 {count} 个值，却有 {probabilities} 个概率。",
  },
  negativeProbability: {
    en: "probabilities[{at}] is {probability}, but none may be negative.",
    zh: "probabilities[{at}] 为 {probability}，概率不得为负。",
  },
  sumOfProbabilities: {
    en: "The probabilities sum to {total}; expected 1.",
    zh: "概率之和应为 1，实际为 {total}。",
  },
  scaledProbabilities: {
    en: "The probabilities summed to {total} and were scaled to 1.",
    zh: "概率之和为 {total}，已归一为 1。",
  },
  oneValue: {
    en: "An empirical distribution needs at least two values; got {count}.",
    zh: "经验分布至少需要两个值，实际为 {count} 个。",
  },
});

/** Tolerance for the sum of probabilities, because published ones are rounded. They are then scaled, with a note. */
const ROUNDING = 0.01;

/** Single values, each with its probability. */
export function discrete(given: {
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
}): Distribution {
  const { values, probabilities } = given;
  if (values.length === 0) throw new UncertaintyError("values", texts.noValues());
  if (values.length !== probabilities.length)
    throw new UncertaintyError(
      "probabilities",
      texts.otherCount({ count: values.length, probabilities: probabilities.length }),
    );
  for (const [at, probability] of probabilities.entries())
    if (!(finite(`probabilities[${at}]`, probability) >= 0))
      throw new UncertaintyError("probabilities", texts.negativeProbability({ at, probability }));
  const total = probabilities.reduce((sum, probability) => sum + probability, 0);
  if (Math.abs(total - 1) > ROUNDING) throw new UncertaintyError("probabilities", texts.sumOfProbabilities({ total }));
  const notes = Math.abs(total - 1) > 1e-9 ? [texts.scaledProbabilities({ total })] : [];
  return steps("discrete", values, probabilities, total, notes);
}

/** The values of a sample, all equally likely: moments and quantiles are those of the sample itself. */
export function empirical(given: { readonly values: readonly number[] }): Distribution {
  const { values } = given;
  if (values.length < 2) throw new UncertaintyError("values", texts.oneValue({ count: values.length }));
  return steps("empirical", values, new Array(values.length).fill(1), values.length, []);
}

function steps(
  kind: string,
  values: readonly number[],
  weights: readonly number[],
  total: number,
  notes: readonly Message[],
): Distribution {
  const order = values
    .map((value, at) => ({ value: finite(`values[${at}]`, value), weight: weights[at]! }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.value - b.value);
  const sorted = Float64Array.from(order, ({ value }) => value);
  const cumulative = new Float64Array(sorted.length);
  let sum = 0;
  for (const [at, { weight }] of order.entries()) {
    sum += weight;
    cumulative[at] = sum / total;
  }
  cumulative[cumulative.length - 1] = 1; // rounding must not leave a gap below 1
  const moment = (about: number, power: number) =>
    order.reduce((sum, { value, weight }) => sum + (weight / total) * (value - about) ** power, 0);
  const mean = moment(0, 1);
  const variance = moment(mean, 2);
  return {
    kind,
    mean,
    variance,
    skewness: variance > 0 ? moment(mean, 3) / variance ** 1.5 : 0,
    support: [sorted[0]!, sorted[sorted.length - 1]!],
    pdf: (x) => order.reduce((sum, { value, weight }) => sum + (value === x ? weight / total : 0), 0),
    cdf: (x) => {
      const at = firstAbove(sorted, x);
      return at === 0 ? 0 : cumulative[at - 1]!;
    },
    quantile: (p) => sorted[firstAtLeast(cumulative, p)]!,
    discrete: true,
    notes,
  };
}

/** The number of sorted values that are at most x. */
function firstAbove(sorted: Float64Array, x: number): number {
  let [lo, hi] = [0, sorted.length];
  while (lo < hi) {
    const middle = (lo + hi) >>> 1;
    if (sorted[middle]! <= x) lo = middle + 1;
    else hi = middle;
  }
  return lo;
}

function firstAtLeast(cumulative: Float64Array, p: number): number {
  let [lo, hi] = [0, cumulative.length - 1];
  while (lo < hi) {
    const middle = (lo + hi) >>> 1;
    if (cumulative[middle]! < p) lo = middle + 1;
    else hi = middle;
  }
  return lo;
}
