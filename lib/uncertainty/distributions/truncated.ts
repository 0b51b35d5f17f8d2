import { messages } from "../../message/message.ts";
import { ascending, UncertaintyError } from "../uncertainty-error.ts";
import type { Distribution } from "./distribution.ts";
import { lawName } from "./law-name.ts";
import { integrateUnit } from "./quadrature.ts";

const texts = messages("uncertainty", {
  notCut: {
    en: "A {kind} distribution cannot be truncated; leave out the values beyond the bounds.",
    zh: "{kind} 分布不作截断；请去掉界限以外的值。",
  },
  cutAway: {
    en: "The bounds remove {percent} % of the {kind} distribution; its mean changed from {before} to {mean}.",
    zh: "界限截去了 {kind} 分布的 {percent} %；其均值由 {before} 变为 {mean}。",
  },
  nothingLeft: {
    en: "At most a millionth of the {kind} distribution is between lo {lo} and hi {hi}; the bounds contradict it.",
    zh: "{kind} 分布在 lo {lo} 与 hi {hi} 之间的概率不超过百万分之一；界限与分布矛盾。",
  },
});

/**
 * A distribution truncated to the part from lo to hi: F(x) = (F₀(x) − F₀(lo)) / (F₀(hi) − F₀(lo)).
 * Its moments are integrals of the quantile function over [0, 1], accurate to 1e-9 of the standard deviation.
 */
export function truncated(
  base: Distribution,
  given: { readonly lo?: number | undefined; readonly hi?: number | undefined },
): Distribution {
  const lo = given.lo ?? -Infinity;
  const hi = given.hi ?? Infinity;
  if (base.discrete) throw new UncertaintyError("of", texts.notCut({ kind: lawName(base.kind) }));
  ascending(lo, hi);
  const below = base.cdf(lo);
  const share = base.cdf(hi) - below;
  if (!(share > 1e-6)) throw new UncertaintyError("lo", texts.nothingLeft({ lo, hi, kind: lawName(base.kind) }));
  const support = [Math.max(lo, base.support[0]), Math.min(hi, base.support[1])] as const;
  const quantile = (p: number) => Math.min(support[1], Math.max(support[0], base.quantile(below + p * share)));
  const mean = integrateUnit(quantile);
  const variance = integrateUnit((p) => (quantile(p) - mean) ** 2);
  return {
    kind: "truncated",
    mean,
    variance,
    skewness: integrateUnit((p) => (quantile(p) - mean) ** 3) / variance ** 1.5,
    support,
    pdf: (x) => (x < lo || x > hi ? 0 : base.pdf(x) / share),
    cdf: (x) => (x <= lo ? 0 : x >= hi ? 1 : (base.cdf(x) - below) / share),
    quantile,
    discrete: false,
    notes: [
      ...base.notes,
      ...(share < 0.95
        ? [
            texts.cutAway({
              percent: (100 * (1 - share)).toPrecision(3),
              kind: lawName(base.kind),
              before: base.mean,
              mean,
            }),
          ]
        : []),
    ],
  };
}
