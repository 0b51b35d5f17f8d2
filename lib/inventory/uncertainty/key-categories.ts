import { z } from "zod";
import { messages } from "../../message/message.ts";
import type { InputOf, ResultOf } from "../../tool/shape.ts";
import { ratio } from "../../tool/unit.ts";
import { UncertaintyError } from "../../uncertainty/uncertainty-error.ts";
import { widthPercent } from "../../uncertainty/width-percent.ts";

const texts = messages("inventory", {
  thresholdOutside: {
    en: "threshold is {threshold}; expected a number > 0 and ≤ 1.",
    zh: "threshold 应大于 0 且不超过 1，实际为 {threshold}。",
  },
});

/** A category with its emissions and its combined uncertainty in per cent. */
export const categoryUncertaintyShape = z.strictObject({
  name: z.string(),
  base: z.number(),
  year: z.number(),
  uncertainty: widthPercent.nonnegative().describe("Combined uncertainty, per cent"),
});
export type CategoryUncertainty = InputOf<typeof categoryUncertaintyShape>;

export const rankedCategoryShape = z.object({
  name: z.string(),
  /** L or T without, and LU or TU with the uncertainty, as shares of their sum */
  assessment: ratio,
  weighted: ratio,
  cumulative: ratio,
  key: z.boolean(),
});
export type RankedCategory = ResultOf<typeof rankedCategoryShape>;

/**
 * Key categories by Approach 2 of IPCC 2006 Guidelines, Vol 1, Ch 4: the level assessment L = |E_t| / Σ|E_t|
 * (Equation 4.1), LU = L U / Σ(L U) (Equation 4.4); the trend assessment by Equations 4.2 and 4.3, TU = T U (Equation 4.5).
 * Key categories are those that, in descending order, make up the share `threshold` of the sum, including the one that
 * crosses it.
 */
export function keyCategories(
  categories: readonly CategoryUncertainty[],
  threshold = 0.9,
): { level: RankedCategory[]; trend: RankedCategory[] } {
  if (!(threshold > 0 && threshold <= 1))
    throw new UncertaintyError("threshold", texts.thresholdOutside({ threshold }));
  const size = categories.reduce((sum, { year }) => sum + Math.abs(year), 0);
  const level = categories.map(({ year }) => Math.abs(year) / size);
  const trend = trendAssessments(categories);
  return { level: ranked(categories, level, threshold), trend: ranked(categories, trend, threshold) };
}

/** T = |E_0|/Σ|E_0| · |(E_t − E_0)/|E_0| − (ΣE_t − ΣE_0)/|ΣE_0||, and |E_t|/Σ|E_0| for a category that did not exist. */
function trendAssessments(categories: readonly CategoryUncertainty[]): number[] {
  const sum = (of: (category: CategoryUncertainty) => number) =>
    categories.reduce((total, category) => total + of(category), 0);
  const sizeBase = sum(({ base }) => Math.abs(base));
  const totalBase = sum(({ base }) => base);
  const change = (sum(({ year }) => year) - totalBase) / Math.abs(totalBase);
  return categories.map(({ base, year }) =>
    base === 0
      ? Math.abs(year) / sizeBase
      : (Math.abs(base) / sizeBase) * Math.abs((year - base) / Math.abs(base) - change),
  );
}

function ranked(
  categories: readonly CategoryUncertainty[],
  assessments: readonly number[],
  threshold: number,
): RankedCategory[] {
  const products = categories.map(({ uncertainty }, at) => assessments[at]! * uncertainty);
  const total = products.reduce((sum, product) => sum + product, 0);
  const plain = assessments.reduce((sum, assessment) => sum + assessment, 0);
  let cumulative = 0;
  return categories
    .map(({ name }, at) => ({
      name,
      assessment: plain > 0 ? assessments[at]! / plain : 0,
      weighted: total > 0 ? products[at]! / total : 0,
    }))
    .sort((a, b) => b.weighted - a.weighted)
    .map((category) => {
      // 1e-12: rounding of the sum must not make one more category key.
      const key = category.weighted > 0 && cumulative < threshold - 1e-12;
      cumulative += category.weighted;
      return { ...category, cumulative, key };
    });
}
