import { type LeafSummary, quantileOf } from "../../kernel/montecarlo/leaf-summary.ts";
import { writeNumber } from "./figures.ts";

/** The written form of a distribution: its centre and bounds, with as many digits as the uncertainty allows. */
export interface Written {
  readonly lo: string;
  readonly hi: string;
  readonly median: string;
  /** Half of the interval if the distribution is symmetric; null for a skewed one, which has no ±. */
  readonly half: string | null;
  /** `94.6 ± 3.9`, or `97 (40 – 230)`. */
  readonly whole: string;
  /** The mark next to a number in a text: `± 3.9`, or `(40 – 230)`. */
  readonly mark: string;
  number(value: number): string;
}

/**
 * The tolerance for symmetry, relative to the half-width: how far the midpoint of the bounds may be from the median. It is 0.05,
 * plus the sampling error of a symmetric distribution with this number of draws.
 */
function tolerance({ draws }: LeafSummary): number {
  return 0.05 + 3 / Math.sqrt(draws);
}

export function writeSpread(summary: LeafSummary, central: number): Written {
  const [lo, median, hi] = [0.025, 0.5, 0.975].map((p) => quantileOf(summary, p).value) as [number, number, number];
  const half = (hi - lo) / 2;
  const symmetric = Math.max(Math.abs((hi + lo) / 2 - median), Math.abs(central - median)) <= tolerance(summary) * half;
  // The digits for a skewed distribution follow from its nearer bound.
  const reach = symmetric ? half : Math.min(median - lo, hi - median);
  const number = writerOf(reach > 0 ? reach : half, Math.max(Math.abs(lo), Math.abs(hi)));
  const bounds = `${number(lo)} – ${number(hi)}`;
  const written = { lo: number(lo), hi: number(hi), median: number(median), number };
  return symmetric
    ? { ...written, half: number(half), whole: `${number(central)} ± ${number(half)}`, mark: `± ${number(half)}` }
    : { ...written, half: null, whole: `${number(median)} (${bounds})`, mark: `(${bounds})` };
}

/** A number with its bounds, each with as many digits as the uncertainty allows; without bounds if they are equal. */
export function writeBounded({ value, lo, hi }: { value: number; lo: number; hi: number }): {
  value: string;
  bounds: string | null;
} {
  const number = writerOf((hi - lo) / 2, Math.max(Math.abs(lo), Math.abs(hi)));
  return { value: number(value), bounds: hi > lo ? `${number(lo)} – ${number(hi)}` : null };
}

/** Writes numbers up to the second significant digit of their uncertainty. */
function writerOf(half: number, largest: number): (value: number) => string {
  if (!(half > 0)) return (value) => writeNumber(value, { maximumSignificantDigits: 6 });
  const digits = 1 - Math.floor(Math.log10(half));
  if (largest < 1e-4 || largest >= 1e15) {
    const significant = Math.max(2, Math.min(15, Math.floor(Math.log10(largest)) + 1 + digits));
    return (value) => value.toExponential(significant - 1).replace("e+", "e");
  }
  const places = Math.max(0, Math.min(15, digits));
  // With a large uncertainty the last digits are meaningless and are rounded.
  const unit = digits < 0 ? 10 ** -digits : 1;
  return (value) =>
    writeNumber(unit > 1 ? Math.round(value / unit) * unit : value, {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    }).replace("-", "−");
}

/** A share in per cent, rounded. */
export function writeShare(share: number): string {
  return String(Math.round(100 * Math.max(0, Math.min(1, share))));
}
