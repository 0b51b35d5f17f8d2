import { messages } from "../../message/message.ts";
import { ascending, finite, modeWithin, positive, UncertaintyError } from "../uncertainty-error.ts";
import { incompleteBeta, inverseIncompleteBeta, logBeta } from "./beta-function.ts";
import type { Distribution } from "./distribution.ts";

const texts = messages("uncertainty", {
  shapeTooLarge: {
    en: "{name} is {value}; expected a number ≤ {most}. A distribution this narrow is a fixed number.",
    zh: "{name} 应不超过 {most}，实际为 {value}。分布如此之窄，等于一个固定的数。",
  },
});

/** The largest shape: beyond it the distribution is extremely narrow, and each quantile takes a million steps. */
const LARGEST_SHAPE = 1e6;

/** The beta distribution with shapes α and β, scaled from [0, 1] to [lo, hi]. */
export function beta(given: {
  readonly alpha: number;
  readonly beta: number;
  readonly lo?: number | undefined;
  readonly hi?: number | undefined;
}): Distribution {
  const [a, b] = [shape("alpha", given.alpha), shape("beta", given.beta)];
  const [lo, hi] = [finite("lo", given.lo ?? 0), finite("hi", given.hi ?? 1)];
  ascending(lo, hi);
  const width = hi - lo;
  const total = a + b;
  return {
    kind: "beta",
    mean: lo + (width * a) / total,
    variance: (width * width * a * b) / (total * total * (total + 1)),
    skewness: (2 * (b - a) * Math.sqrt(total + 1)) / ((total + 2) * Math.sqrt(a * b)),
    support: [lo, hi],
    pdf(x) {
      const u = (x - lo) / width;
      if (u < 0 || u > 1) return 0;
      // 0 · ln 0 = 0 where a shape is 1 and x is at an end.
      const left = a === 1 ? 0 : (a - 1) * Math.log(u);
      const right = b === 1 ? 0 : (b - 1) * Math.log1p(-u);
      return Math.exp(left + right - logBeta(a, b)) / width;
    },
    cdf: (x) => incompleteBeta((x - lo) / width, a, b),
    quantile: (p) => lo + width * inverseIncompleteBeta(p, a, b),
    discrete: false,
    notes: [],
  };
}

function shape(name: string, value: number): number {
  if (positive(name, value) <= LARGEST_SHAPE) return value;
  throw new UncertaintyError(name, texts.shapeTooLarge({ name, most: LARGEST_SHAPE, value }));
}

/**
 * The PERT distribution: a beta distribution from lo to hi with mean (lo + λ mode + hi)/(λ + 2), λ = 4 by custom.
 * Malcolm, Roseboom, Clark, Fazar (1959), Operations Research 7, 646–669, doi:10.1287/opre.7.5.646; λ as in Vose (2008).
 */
export function pert(given: {
  readonly lo: number;
  readonly mode: number;
  readonly hi: number;
  readonly lambda?: number | undefined;
}): Distribution {
  const [lo, mode, hi] = [finite("lo", given.lo), finite("mode", given.mode), finite("hi", given.hi)];
  const lambda = shape("lambda", given.lambda ?? 4);
  ascending(lo, hi);
  modeWithin(lo, mode, hi);
  const alpha = 1 + (lambda * (mode - lo)) / (hi - lo);
  return { ...beta({ alpha, beta: lambda + 2 - alpha, lo, hi }), kind: "pert" };
}
