import { messages } from "../../message/message.ts";
import { ascending, finite, positive, UncertaintyError } from "../uncertainty-error.ts";
import type { Distribution } from "./distribution.ts";
import { normalCdf, normalPdf, normalQuantile, Z95 } from "./normal-law.ts";

const texts = messages("uncertainty", {
  oneWidthOfNormal: {
    en: "A normal distribution takes one width: sd, variance, halfWidth, halfWidthPercent, or lo with hi; got {ways} of them.",
    zh: "正态分布的宽度只应以 sd、variance、halfWidth、halfWidthPercent 或 lo 与 hi 给出一次，实际给出 {ways} 种。",
  },
  percentOfZeroMean: {
    en: "A percentage of a mean of 0 is not a width; use halfWidth instead.",
    zh: "均值为 0 时百分比不能表示宽度；请改用 halfWidth。",
  },
  meanOffCentre: {
    en: "A normal distribution is symmetric, but its mean {mean} is not the middle of lo {lo} and hi {hi}. Use a lognormal or triangular distribution.",
    zh: "正态分布对称，但均值 {mean} 不是 lo {lo} 与 hi {hi} 的中点。请用对数正态或三角分布。",
  },
});

/** One of: sd; variance; half of the 95 % interval, in the unit of the mean or in per cent of it; both 95 % bounds. */
export interface NormalParameters {
  readonly mean?: number | undefined;
  readonly sd?: number | undefined;
  readonly variance?: number | undefined;
  /** Half of the 95 % interval: 1.96 standard deviations. */
  readonly halfWidth?: number | undefined;
  /** The same in per cent of the mean: the "± U %" of the IPCC Guidelines. */
  readonly halfWidthPercent?: number | undefined;
  readonly lo?: number | undefined;
  readonly hi?: number | undefined;
}

/** The normal distribution. */
export function normal(given: NormalParameters): Distribution {
  const [mean, sd] = meanAndSpread(given);
  return {
    kind: "normal",
    mean,
    variance: sd * sd,
    skewness: 0,
    support: [-Infinity, Infinity],
    pdf: (x) => normalPdf((x - mean) / sd) / sd,
    cdf: (x) => normalCdf((x - mean) / sd),
    quantile: (p) => mean + sd * normalQuantile(p),
    discrete: false,
    notes: [],
    normal: { location: mean, scale: sd, log: false },
  };
}

function meanAndSpread({ mean, sd, variance, halfWidth, halfWidthPercent, lo, hi }: NormalParameters) {
  const ways = [sd, variance, halfWidth, halfWidthPercent, lo ?? hi].filter((way) => way !== undefined).length;
  if (ways !== 1) throw new UncertaintyError("sd", texts.oneWidthOfNormal({ ways }));
  if (lo !== undefined || hi !== undefined) return fromBounds(mean, finite("lo", lo), finite("hi", hi));
  const middle = finite("mean", mean);
  if (sd !== undefined) return [middle, positive("sd", sd)] as const;
  if (variance !== undefined) return [middle, Math.sqrt(positive("variance", variance))] as const;
  if (halfWidth !== undefined) return [middle, positive("halfWidth", halfWidth) / Z95] as const;
  const relative = positive("halfWidthPercent", halfWidthPercent) / 100;
  if (middle === 0) throw new UncertaintyError("halfWidthPercent", texts.percentOfZeroMean());
  return [middle, (relative * Math.abs(middle)) / Z95] as const;
}

/** Tolerance of the mean from the midpoint of its bounds, relative to their half-width: published bounds are rounded. */
const ROUNDING = 0.05;

function fromBounds(mean: number | undefined, lo: number, hi: number): readonly [number, number] {
  ascending(lo, hi);
  const middle = (lo + hi) / 2;
  const half = (hi - lo) / 2;
  if (mean !== undefined && Math.abs(finite("mean", mean) - middle) > ROUNDING * half)
    throw new UncertaintyError("mean", texts.meanOffCentre({ mean, lo, hi }));
  return [mean ?? middle, half / Z95];
}
