import { messages } from "../../message/message.ts";
import { positive, UncertaintyError } from "../uncertainty-error.ts";
import type { Distribution } from "./distribution.ts";
import { lognormalOf } from "./lognormal.ts";

const texts = messages("uncertainty", {
  factorBelowOne: {
    en: "factors[{at}] is {factor}, but an uncertainty factor is 1 or above.",
    zh: "factors[{at}] 为 {factor}，不确定性因子应不小于 1。",
  },
  scoreOutside: {
    en: "The {indicator} score is {score}; expected an integer from 1 to 5.",
    zh: "{indicator} 的评分应为 1 至 5 的整数，实际为 {score}。",
  },
  nothingUncertain: {
    en: "With the best scores and no basic uncertainty, nothing is uncertain; set basic.",
    zh: "各项评分最佳且无基础不确定性，则没有不确定性可言；请给出 basic。",
  },
});

export const pedigreeIndicators = ["reliability", "completeness", "temporal", "geographical", "technological"] as const;
export type PedigreeIndicator = (typeof pedigreeIndicators)[number];
export type PedigreeScores = Readonly<Record<PedigreeIndicator, number>>;

/**
 * Uncertainty factors of the scores 1 to 5 (the square of the geometric standard deviation that each adds).
 * Weidema, Mutel et al. (2013), ecoinvent report 1 (v3), Table 10.5: the variances of ln X there are (ln U / 2)²;
 * Ciroth, Muller, Weidema, Lesage (2016), doi:10.1007/s11367-013-0670-5. Typed from memory of the table: unverified.
 */
export const pedigreeFactors: Readonly<Record<PedigreeIndicator, readonly number[]>> = {
  reliability: [1, 1.05, 1.1, 1.2, 1.5],
  completeness: [1, 1.02, 1.05, 1.1, 1.2],
  temporal: [1, 1.03, 1.1, 1.2, 1.5],
  geographical: [1, 1.01, 1.02, 1.05, 1.1],
  technological: [1, 1.05, 1.2, 1.5, 2],
};

/** SD95 = exp √(Σ ln² U_i): the square of the geometric standard deviation, from independent factors. */
export function combineUncertaintyFactors(factors: readonly number[]): number {
  const squares = factors.map((factor, at) => {
    if (positive(`factors[${at}]`, factor) < 1)
      throw new UncertaintyError(`factors[${at}]`, texts.factorBelowOne({ at, factor }));
    return Math.log(factor) ** 2;
  });
  return Math.exp(Math.sqrt(squares.reduce((sum, square) => sum + square, 0)));
}

/**
 * The lognormal distribution of a median and pedigree scores (1 best to 5 worst): ln X has the standard deviation
 * ½ √(Σ ln² U_i), including the basic uncertainty factor of the kind of exchange.
 */
export function pedigree(given: {
  readonly median: number;
  readonly basic?: number | undefined;
  readonly scores: PedigreeScores;
}): Distribution {
  const median = positive("median", given.median);
  const factors = pedigreeIndicators.map((indicator) => {
    const score = given.scores[indicator];
    const factor = pedigreeFactors[indicator][score - 1];
    if (factor === undefined)
      throw new UncertaintyError(`scores.${indicator}`, texts.scoreOutside({ indicator, score }));
    return factor;
  });
  const sd95 = combineUncertaintyFactors([given.basic ?? 1, ...factors]);
  if (sd95 === 1) throw new UncertaintyError("scores", texts.nothingUncertain());
  return { ...lognormalOf(Math.log(median), Math.log(sd95) / 2), kind: "pedigree" };
}
