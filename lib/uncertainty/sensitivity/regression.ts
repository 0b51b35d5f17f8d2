import { z } from "zod";
import { messages } from "../../message/message.ts";
import { symmetricEigen } from "../../numeric/symmetric-eigen.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { ratio } from "../../tool/unit.ts";
import { UncertaintyError } from "../uncertainty-error.ts";
import type { EvaluatedSample } from "./sample-evaluation.ts";

const texts = messages("uncertainty", {
  tooFewDrawsForRegression: {
    en: "A regression on {variables} variables needs at least {least} draws; got {count}.",
    zh: "对 {variables} 个变量的回归至少需要 {least} 次抽样，实际为 {count} 次。",
  },
  constantVariable: {
    en: "{name} has the same value in every draw, so nothing depends on it.",
    zh: "{name} 在每次抽样中取值相同；没有结果取决于它。",
  },
  collinear: {
    en: "{involved} are perfectly correlated in this sample, so their coefficients cannot be separated. Keep only one of them.",
    zh: "{involved} 在此样本中同步变动，无法区分其系数。请只保留一个。",
  },
});

export const regressionMeasureShape = z.object({
  /** Pearson's correlation with the result */
  correlation: ratio,
  /** Standardised regression coefficient: β_i sd(x_i) / sd(y) */
  standardised: ratio,
  /** Correlation with the result after removing the linear part of the others from both */
  partial: ratio,
});
export type RegressionMeasure = ResultOf<typeof regressionMeasureShape>;

export interface Regression {
  readonly measures: Readonly<Record<string, RegressionMeasure>>;
  /** Share of the variance explained by the linear model: below about 0.7 its coefficients are not meaningful. */
  readonly r2: number;
}

/**
 * Linear regression of the result on all variables, on the values or on their ranks (then Spearman's correlation, SRRC and
 * PRCC: valid for any monotonic model). Saltelli, Ratto, Andres et al. (2008), Global Sensitivity Analysis, ch. 1.
 */
export function regression({ names, x, y }: EvaluatedSample, of: "values" | "ranks"): Regression {
  const d = names.length;
  if (y.length < d + 2)
    throw new UncertaintyError(
      "draws",
      texts.tooFewDrawsForRegression({ variables: d, least: d + 2, count: y.length }),
    );
  const columns = [...x, y].map((column, at) =>
    standardised(of === "ranks" ? ranksOf(column) : column, [...names, "model"][at]!),
  );
  const r = (a: number, b: number) => {
    let sum = 0;
    for (let i = 0; i < y.length; i++) sum += columns[a]![i]! * columns[b]![i]!;
    return sum / y.length;
  };
  const matrix = new Float64Array(d * d);
  for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) matrix[i * d + j] = i === j ? 1 : r(i, j);
  const inverse = inverseOf(matrix, d, names);
  const withY = names.map((_, i) => r(i, d));
  const beta = names.map((_, i) => withY.reduce((sum, value, j) => sum + inverse[i * d + j]! * value, 0));
  const r2 = Math.min(
    1,
    beta.reduce((sum, value, i) => sum + value * withY[i]!, 0),
  );
  const measures = names.map((name, i) => {
    const partial = beta[i]! / Math.sqrt(beta[i]! ** 2 + (1 - r2) * inverse[i * d + i]!);
    return [
      name,
      { correlation: withY[i]!, standardised: beta[i]!, partial: Number.isNaN(partial) ? 0 : partial },
    ] as const;
  });
  return { measures: Object.fromEntries(measures), r2 };
}

/** Ranks from 1; ties have their mean rank. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let end = from + 1;
    while (end < order.length && values[order[end]!] === values[order[from]!]) end += 1;
    for (let k = from; k < end; k++) ranks[order[k]!] = (from + end + 1) / 2;
    from = end;
  }
  return ranks;
}

function standardised(column: Float64Array, name: string): Float64Array {
  const n = column.length;
  const mean = column.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  if (!(sd > 0)) throw new UncertaintyError(name, texts.constantVariable({ name }));
  return column.map((value) => (value - mean) / sd);
}

function inverseOf(matrix: Float64Array, d: number, names: readonly string[]): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, d);
  const least = values.indexOf(Math.min(...values));
  if (values[least]! < 1e-10) {
    const involved = names.filter((_, i) => Math.abs(vectors[i * d + least]!) > 1e-3);
    throw new UncertaintyError("variables", texts.collinear({ involved }));
  }
  const inverse = new Float64Array(d * d);
  for (let k = 0; k < d; k++)
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++)
        inverse[i * d + j] = inverse[i * d + j]! + (vectors[i * d + k]! * vectors[j * d + k]!) / values[k]!;
  return inverse;
}
