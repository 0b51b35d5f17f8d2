import { z } from "zod";
import { messages } from "../../message/message.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { Z95 } from "../../uncertainty/distributions/normal-law.ts";
import { finite, positive, UncertaintyError } from "../../uncertainty/uncertainty-error.ts";
import { WIDEST_PERCENT, widthPercent } from "../../uncertainty/width-percent.ts";

const texts = messages("mrio", {
  negativeHalfWidth: {
    en: "{name} is {halfWidthPercent}; expected a number ≥ 0, because half an interval is not negative.",
    zh: "{name} 为 {halfWidthPercent}，区间半宽不能为负。请给出不小于 0 的数。",
  },
  twoSizesNeeded: {
    en: "{field}.bySize has {count} sizes; expected two, each with its error.",
    zh: "{field}.bySize 需要两个流量大小及其误差，实际为 {count} 个。",
  },
  equalSizes: {
    en: "Both points of {field}.bySize have the size {size}.",
    zh: "{field}.bySize 的两点大小都是 {size}。",
  },
});

/** The error of a flow, per cent, half of a 95 % interval: the same for all flows, or by the flow's size. */
export type RelativeError =
  | { readonly halfWidthPercent: number }
  | {
      /** Two sizes of flow, in the table's unit, with the error of each; between and beyond them a power law. */
      readonly bySize: readonly SizedError[];
      /** Upper limit of a flow's error, per cent; default 200. */
      readonly mostPercent?: number | undefined;
    };

export const sizedErrorShape = z.strictObject({
  size: z.number(),
  halfWidthPercent: widthPercent,
});
export type SizedError = ResultOf<typeof sizedErrorShape>;

/**
 * The relative standard deviation of a flow of size v: c/1.96 for a constant half-width c, otherwise a v^b through the two
 * given sizes, b = ln(r₂/r₁)/ln(v₂/v₁): large flows are known better than small ones, because the errors of their
 * components cancel. Dimensionless.
 *
 * Source: Lenzen, Wood, Wiedmann (2010), doi:10.1080/09535311003661226. The two points are the user's: no available table
 * gives them. Throws UncertaintyError.
 */
export function relativeSd(error: RelativeError, field: string): (size: number) => number {
  if ("halfWidthPercent" in error) {
    const name = `${field}.halfWidthPercent`;
    if (!(finite(name, error.halfWidthPercent) >= 0))
      throw new UncertaintyError(name, texts.negativeHalfWidth({ name, halfWidthPercent: error.halfWidthPercent }));
    const sd = error.halfWidthPercent / 100 / Z95;
    return () => sd;
  }
  const [small, large] = error.bySize;
  if (!small || !large || error.bySize.length !== 2)
    throw new UncertaintyError(`${field}.bySize`, texts.twoSizesNeeded({ field, count: error.bySize.length }));
  for (const [at, point] of error.bySize.entries()) {
    positive(`${field}.bySize[${at}].size`, point.size);
    positive(`${field}.bySize[${at}].halfWidthPercent`, point.halfWidthPercent);
  }
  if (small.size === large.size)
    throw new UncertaintyError(`${field}.bySize`, texts.equalSizes({ field, size: small.size }));
  const most = positive(`${field}.mostPercent`, error.mostPercent ?? WIDEST_PERCENT) / 100 / Z95;
  const exponent = Math.log(large.halfWidthPercent / small.halfWidthPercent) / Math.log(large.size / small.size);
  const scale = small.halfWidthPercent / 100 / Z95;
  return (size) => (size > 0 ? Math.min(most, scale * (size / small.size) ** exponent) : most);
}
