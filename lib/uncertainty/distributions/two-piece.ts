import { messages } from "../../message/message.ts";
import { ascending, finite, UncertaintyError } from "../uncertainty-error.ts";
import type { Distribution } from "./distribution.ts";
import { lognormalOf } from "./lognormal.ts";
import { normal } from "./normal.ts";
import { normalCdf, normalPdf, normalQuantile, Z95 } from "./normal-law.ts";

const texts = messages("uncertainty", {
  loNotPositive: {
    en: "A lognormal distribution has only positive values, but lo is {lo}.",
    zh: "对数正态分布只取正值，而 lo 为 {lo}。",
  },
  medianOutsideBounds: {
    en: "The median {median} is not between lo {lo} and hi {hi}.",
    zh: "中位数 {median} 不在 lo {lo} 与 hi {hi} 之间。",
  },
  noCutLaw: {
    en: "No distribution truncated at {limit} has 2.5 % between {limit} and its 95 % bound {name} {lo}: they are too close. Use another bound, or a triangular or PERT distribution that ends at {limit}.",
    zh: "在 {limit} 处截断的分布无法在 {limit} 与其 95 % 界限 {name}（{lo}）之间留有 2.5 % 的概率：两者过近。请给出其他界限，或改用止于 {limit} 的三角或 PERT 分布。",
  },
});

/** A published figure: half of the probability is on either side of the median, 2.5 % below lo and 2.5 % above hi. */
interface Quantiles {
  readonly lo: number;
  readonly median: number;
  readonly hi: number;
}

/**
 * One half of the law: |Z| of a standard normal number, at most `reach`, times the width. `tail` is Φ(−reach), 0 without a
 * limit.
 */
interface Side {
  readonly width: number;
  readonly reach: number;
  readonly tail: number;
}

/** Tolerance for equal sides, relative to their sum, for symmetry of published bounds in binary floating point. */
const ROUNDING = 1e-9;

/**
 * Two half-normal laws of equal weight that meet at the median, so that median, 2.5 % and 97.5 % quantile are as given: it
 * is skewed to the longer side, and normal if both sides are equal. The density has a step at the median. With `least` and
 * `most` the law is truncated and keeps these quantiles: the truncated side is refitted. Unit of the bounds.
 *
 * The two-piece normal law of Fechner (Wallis 2014, Statistical Science 29, 106–112, doi:10.1214/13-STS417) has no step,
 * but the its mode at the value: the published value would then be neither the median nor close to the mean of the draws.
 *
 * Throws UncertaintyError unless lo < median < hi, and if no such law exists within a limit.
 */
export function twoPieceNormal(
  given: Quantiles,
  { least, most }: { readonly least?: number | undefined; readonly most?: number | undefined } = {},
): Distribution {
  const { lo, median, hi } = checked(given);
  const [down, up] = [sideOf(median - lo, least, "lo", given), sideOf(hi - median, most, "hi", given)];
  if (down.tail === 0 && up.tail === 0 && Math.abs(up.width - down.width) <= ROUNDING * (up.width + down.width))
    return normal({ mean: median, halfWidth: (hi - lo) / 2 });
  const [d, u] = [moments(down), moments(up)];
  const mean = (u[0] - d[0]) / 2;
  const second = (d[1] + u[1]) / 2;
  const third = (u[2] - d[2]) / 2;
  const variance = second - mean * mean;
  return {
    kind: "two-piece normal",
    mean: median + mean,
    variance,
    skewness: (third - 3 * mean * second + 2 * mean ** 3) / variance ** 1.5,
    support: [least ?? -Infinity, most ?? Infinity],
    pdf: (x) => (x < median ? density(down, median - x) : density(up, x - median)) / 2,
    cdf: (x) => (x < median ? beyond(down, median - x) / 2 : 1 - beyond(up, x - median) / 2),
    quantile: (p) => (p < 0.5 ? median - distance(down, 2 * p) : median + distance(up, 2 * (1 - p))),
    discrete: false,
    notes: [],
  };
}

/**
 * The same for the logarithm: X is above 0, with this median and these 95 % bounds. If median² = lo · hi it is the lognormal
 * distribution. Throws UncertaintyError unless 0 < lo < median < hi.
 */
export function twoPieceLognormal(given: Quantiles): Distribution {
  const { lo, median, hi } = checked(given);
  if (!(lo > 0)) throw new UncertaintyError("lo", texts.loNotPositive({ lo }));
  const [down, up] = [Math.log(median / lo) / Z95, Math.log(hi / median) / Z95];
  if (Math.abs(up - down) <= ROUNDING * (up + down)) return lognormalOf(Math.log(median), (down + up) / 2);
  const law = twoPieceNormal({ lo: Math.log(lo), median: Math.log(median), hi: Math.log(hi) });
  // E (X/median)^k of each half: e^(k²σ²/2) 2Φ(±kσ).
  const raw = (k: number) =>
    Math.exp((k * down) ** 2 / 2) * normalCdf(-k * down) + Math.exp((k * up) ** 2 / 2) * normalCdf(k * up);
  const [m1, m2, m3] = [raw(1), raw(2), raw(3)];
  const variance = m2 - m1 * m1;
  return {
    kind: "two-piece lognormal",
    mean: median * m1,
    variance: median * median * variance,
    skewness: (m3 - 3 * m1 * m2 + 2 * m1 ** 3) / variance ** 1.5,
    support: [0, Infinity],
    pdf: (x) => (x > 0 ? law.pdf(Math.log(x)) / x : 0),
    cdf: (x) => (x > 0 ? law.cdf(Math.log(x)) : 0),
    quantile: (p) => Math.exp(law.quantile(p)),
    discrete: false,
    notes: [],
  };
}

function checked({ lo, median, hi }: Quantiles): Quantiles {
  for (const [name, value] of Object.entries({ lo, median, hi })) finite(name, value);
  ascending(lo, hi);
  if (!(lo < median && median < hi))
    throw new UncertaintyError("median", texts.medianOutsideBounds({ median, lo, hi }));
  return { lo, median, hi };
}

/**
 * The side with 5 % of its half beyond `bound`, both measured from the median. With a limit, P(W > bound) = 0.05 for
 * W = |Z| · width given W ≤ limit; it increases with the width from 0 to that of a uniform law, (limit − bound)/limit, so
 * there is one solution if that is more than 0.05.
 */
function sideOf(bound: number, limit: number | undefined, name: "lo" | "hi", { lo, median, hi }: Quantiles): Side {
  if (limit === undefined || !Number.isFinite(limit)) return { width: bound / Z95, reach: Infinity, tail: 0 };
  const far = Math.abs(limit - median);
  const isBeyond = name === "lo" ? limit < lo : limit > hi;
  if (!isBeyond || (far - bound) / far <= 0.05)
    throw new UncertaintyError(name, texts.noCutLaw({ limit, name, lo: name === "lo" ? lo : hi }));
  const sideWith = (width: number): Side => ({ width, reach: far / width, tail: normalCdf(-far / width) });
  let [from, to] = [bound / Z95, bound];
  while (beyond(sideWith(to), bound) < 0.05) [from, to] = [to, 2 * to];
  for (let step = 0; step < 200; step++) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) break;
    if (beyond(sideWith(middle), bound) < 0.05) from = middle;
    else to = middle;
  }
  return sideWith(to);
}

/** P(W > w) */
function beyond({ width, reach, tail }: Side, w: number): number {
  const z = w / width;
  return z >= reach ? 0 : (normalCdf(-z) - tail) / (0.5 - tail);
}

/** The w with P(W > w) = p. */
function distance({ width, reach, tail }: Side, p: number): number {
  return width * Math.min(reach, -normalQuantile(tail + p * (0.5 - tail)));
}

function density({ width, reach, tail }: Side, w: number): number {
  const z = w / width;
  return z > reach ? 0 : normalPdf(z) / (0.5 - tail) / width;
}

/** E W, E W² and E W³ */
function moments({ width, reach, tail }: Side): readonly [number, number, number] {
  const kept = 0.5 - tail;
  const [peak, end] = [normalPdf(0), reach === Infinity ? 0 : normalPdf(reach)];
  const t = reach === Infinity ? 0 : reach;
  return [
    (width * (peak - end)) / kept,
    width ** 2 * (1 - (t * end) / kept),
    (width ** 3 * (2 * peak - (t * t + 2) * end)) / kept,
  ];
}
