import { type Message, messages } from "../../message/message.ts";
import { quantileOf } from "../../numeric/quantile.ts";
import { crossing } from "./break-even.ts";
import { checkPaired } from "./paired-draws.ts";

const texts = messages("lifecycle.contribution", {
  openInterval: {
    en: "{share} % of the draws have no x from which the candidate stays lower, so that the upper end of the range is open.",
    zh: "{share} % 的抽样不存在使候选方案此后一直更低的 x，因此范围的上端不封闭。",
  },
  lostAgain: {
    en: "In {share} % of the draws the candidate is lower at first and higher later; they count as never.",
    zh: "在 {share} % 的抽样中，候选方案先低后高；按“从不”计。",
  },
});

/** The draws of a score that grows with use, each list with one number a draw. */
export interface DrawnLinearScore {
  readonly fixed: ArrayLike<number>;
  readonly perUse: ArrayLike<number>;
}

export interface DrawnBreakEven {
  /**
   * Quantiles (2.5 %, 50 %, 97.5 %) over all draws of the x from which the candidate stays lower: 0 where it is lower from the
   * start. Null where so many draws never get there that the quantile is beyond every x.
   */
  readonly lo: number | null;
  readonly median: number | null;
  readonly hi: number | null;
  /** Parts of the draws; the four sum to 1. */
  readonly from: number;
  readonly fromStart: number;
  readonly until: number;
  readonly never: number;
  /** For each x that was asked for, the part of the draws in which the candidate is lower there. */
  readonly lower: readonly { readonly x: number; readonly share: number }[];
  readonly draws: number;
  readonly notes: readonly Message[];
}

/**
 * The crossing of two alternatives on paired draws. The quantiles are over all draws, with "never" above every number, because
 * an interval of only those draws that cross would be too narrow and too low. Throws LifecycleError if the draws are not paired.
 *
 * @param at The x at which the share of lower draws is wanted, such as the life of a product.
 */
export function breakEvenDraws(
  candidate: DrawnLinearScore,
  reference: DrawnLinearScore,
  at: readonly number[] = [],
): DrawnBreakEven {
  checkPaired({
    "candidate.fixed": candidate.fixed,
    "candidate.perUse": candidate.perUse,
    "reference.fixed": reference.fixed,
    "reference.perUse": reference.perUse,
  });
  const draws = candidate.fixed.length;
  const counts = { from: 0, fromStart: 0, until: 0, never: 0 };
  const burdens = Float64Array.from(candidate.fixed, (fixed, k) => fixed - reference.fixed[k]!);
  const savings = Float64Array.from(candidate.perUse, (perUse, k) => reference.perUse[k]! - perUse);
  const stays = burdens.map((burden, k) => {
    const { when, x } = crossing(burden, savings[k]!);
    counts[when] += 1;
    return when === "from" ? x : when === "fromStart" ? 0 : Number.POSITIVE_INFINITY;
  });
  stays.sort();
  const never = (counts.until + counts.never) / draws;
  const hi = quantile(stays, 0.975);
  const percent = (share: number) => Number((share * 100).toPrecision(3));
  return {
    lo: quantile(stays, 0.025),
    median: quantile(stays, 0.5),
    hi,
    from: counts.from / draws,
    fromStart: counts.fromStart / draws,
    until: counts.until / draws,
    never: counts.never / draws,
    lower: at.map((x) => {
      const lower = burdens.reduce((count, burden, k) => (burden < savings[k]! * x ? count + 1 : count), 0);
      return { x, share: lower / draws };
    }),
    draws,
    notes: [
      ...(hi === null ? [texts.openInterval({ share: percent(never) })] : []),
      ...(counts.until > 0 ? [texts.lostAgain({ share: percent(counts.until / draws) })] : []),
    ],
  };
}

/** The quantile of sorted values, of which the last may be infinite; null if it is. */
function quantile(sorted: Float64Array, p: number): number | null {
  const above = sorted[Math.ceil(p * (sorted.length - 1))]!;
  return above === Number.POSITIVE_INFINITY ? null : quantileOf(sorted, p);
}
