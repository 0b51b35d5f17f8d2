import { messages } from "../../message/message.ts";
import { ascending, finite, UncertaintyError } from "../uncertainty-error.ts";
import { type Distribution, noted } from "./distribution.ts";
import { triangularOfQuantiles } from "./triangular.ts";
import { twoPieceLognormal, twoPieceNormal } from "./two-piece.ts";
import { uniform } from "./uniform.ts";

const texts = messages("uncertainty", {
  valueOutside: {
    en: "The value {value} is not between its bounds {lo} and {hi}.",
    zh: "数值 {value} 不在其界限 {lo} 与 {hi} 之间。",
  },
  valueIsBound: {
    en: "The value is one of its bounds: a triangular distribution was used, with the value as its mode.",
    zh: "数值等于其中一个界限：取三角分布，以该值为众数。",
  },
  skewedRight: {
    en: "The bounds are skewed to the right: a lognormal distribution was used.",
    zh: "界限右偏：取对数正态分布。",
  },
  skewedLeft: {
    en: "A lognormal distribution is skewed to the right, but these bounds are skewed to the left: it was not used.",
    zh: "对数正态分布右偏，而这些界限左偏：未采用对数正态分布。",
  },
  cutAtLimits: {
    en: "The distribution was truncated at its limits and fitted so that the published bounds are still its 95 % bounds.",
    zh: "分布在限值处截断并重新拟合，使发布的界限仍为其 95 % 界限。",
  },
  symmetric: {
    en: "The bounds are symmetric: a normal distribution was used.",
    zh: "界限对称：取正态分布。",
  },
  skewed: {
    en: "The bounds are skewed: a two-piece normal distribution was used, each side as wide as the distance to its bound.",
    zh: "界限偏斜：取两段正态分布，每侧宽度由该侧界限决定。",
  },
  nearZero: {
    en: "The lower bound is near 0: a two-piece lognormal distribution was used, each side as wide as the distance to its bound.",
    zh: "下界接近 0：取两段对数正态分布，每侧宽度由该侧界限决定。",
  },
  cutAtZero: {
    en: "A two-piece normal distribution was used, truncated at 0 and fitted so that the published bounds are still its 95 % bounds.",
    zh: "取两段正态分布，在 0 处截断并重新拟合，使发布的界限仍为其 95 % 界限。",
  },
  asymmetricBounds: {
    en: "The bounds {lo} and {hi} are not symmetric about {value}, so the distribution is not normal. Leave the distribution out: one that is skewed like the bounds is then chosen.",
    zh: "界限 {lo} 与 {hi} 不关于 {value} 对称，不是正态分布。请不写 law，程序会取与界限同向偏斜的分布。",
  },
});

/** A factor of an emission-factor table: the value and its 95 % bounds, with the distribution if the table names one. */
export interface FactorBounds {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  readonly law?: "normal" | "lognormal" | "triangular" | "uniform" | null | undefined;
}

/** Physical limits of a quantity. */
export interface Limits {
  readonly lo?: number | undefined;
  readonly hi?: number | undefined;
}

/**
 * Tolerance of the value from the midpoint, relative to the half-width, if the table says normal: published bounds are rounded.
 */
const SYMMETRIC = 0.1;
/** Tolerance for symmetry of published bounds in binary floating point. */
const ROUNDED = 1e-9;
/** If the lower bound is farther below the value than this, per cent of it, a normal law would be negative too often. */
const WIDE_PERCENT = 60;
/** The smallest lower bound, relative to the value, of a normal law truncated at 0; see `twoPieceNormal`. */
const LEAST_LOWER = 0.05;

/**
 * The distribution of a factor from its published bounds, which are its 2.5 % and 97.5 % quantiles for any law: they are
 * reproduced exactly, including their skewness. The value is the median, so that half of all draws are on either side; if the
 * bounds are skewed, the mean of the draws differs from it, towards the longer side.
 *
 * If the table names no law:
 * - symmetric, up to ± 60 % of the value: normal;
 * - skewed to the right, all positive: lognormal, in two pieces if the value is not the geometric mean of the bounds;
 * - otherwise, which includes all that are skewed to the left: normal in two pieces. If all are positive and the lower
 * bound is more
 *   than 60 % below the value, this law is truncated at 0 and fitted to the bounds; if the lower bound is less than 5 % of the
 *   value, no such law exists, and the lognormal law in two pieces is used;
 * - a value that equals one of its bounds: triangular, with the value as mode.
 *
 * A lognormal law is skewed to the right: if a table names it for bounds that are skewed to the left, a note says that it was
 * not used. With `limits` the law is truncated there and fitted to the bounds; throws UncertaintyError if this is impossible.
 *
 * Source of the meaning of bounds and of the 60 %: IPCC 2006 Guidelines, Vol 1, Ch 3, 3.2.2.4.
 */
export function factorDistribution({ value, lo, hi, law }: FactorBounds, limits: Limits = {}): Distribution {
  finite("value", value);
  ascending(finite("lo", lo), finite("hi", hi));
  if (value < lo || value > hi) throw new UncertaintyError("value", texts.valueOutside({ value, lo, hi }));
  const half = (hi - lo) / 2;
  const skew = (lo + hi) / 2 - value;
  const isSymmetric = Math.abs(skew) <= ROUNDED * half;
  const isLeft = !isSymmetric && skew < 0;
  const quantiles = { lo, median: value, hi };
  if (law === "normal" && Math.abs(skew) > SYMMETRIC * half)
    throw new UncertaintyError("law", texts.asymmetricBounds({ lo, hi, value }));
  if (law === "triangular") return triangularOfQuantiles(lo, value, hi);
  if (law === "uniform") {
    const beyond = (half / 0.95) * 0.05;
    return uniform({ lo: lo - beyond, hi: hi + beyond });
  }
  if (value === lo || value === hi) return noted(triangularOfQuantiles(lo, value, hi), texts.valueIsBound());
  const isPositive = lo > 0 && (limits.lo === undefined || limits.lo === 0) && limits.hi === undefined;
  if (isPositive && law === "lognormal" && !isLeft) return twoPieceLognormal(quantiles);
  if (isPositive && law !== "normal" && !isSymmetric && !isLeft)
    return noted(twoPieceLognormal(quantiles), texts.skewedRight());
  return noted(skewedLaw(quantiles, limits, law), ...(law === "lognormal" && isLeft ? [texts.skewedLeft()] : []));
}

/** The normal law, in two pieces if the bounds are skewed, and truncated at 0 if it would otherwise be negative too often. */
function skewedLaw(
  quantiles: { readonly lo: number; readonly median: number; readonly hi: number },
  limits: Limits,
  law: FactorBounds["law"],
): Distribution {
  const { lo, median } = quantiles;
  const isCutAtZero = lo > 0 && limits.lo === 0 && limits.hi === undefined;
  if (!isCutAtZero && (limits.lo !== undefined || limits.hi !== undefined))
    return noted(twoPieceNormal(quantiles, { least: limits.lo, most: limits.hi }), texts.cutAtLimits());
  const isWide = lo > 0 && median - lo > (WIDE_PERCENT / 100) * median;
  if (!isCutAtZero && (law === "normal" || !isWide)) {
    const found = twoPieceNormal(quantiles);
    if (law === "normal") return found;
    if (found.kind === "normal") return noted(found, texts.symmetric());
    return noted(found, texts.skewed());
  }
  if (lo <= LEAST_LOWER * median) return noted(twoPieceLognormal(quantiles), texts.nearZero());
  return noted(twoPieceNormal(quantiles, { least: 0 }), texts.cutAtZero());
}
