import { type LeafSummary, quantileOf } from "../../kernel/montecarlo/leaf-summary.ts";
import { writeNumber } from "./figures.ts";

/** A distribution as it is written: its centre and bounds, with as many digits as the uncertainty allows. */
export interface Written {
  readonly lo: string;
  readonly hi: string;
  readonly median: string;
  /** Half of the interval, where the distribution is symmetric; of a skewed one there is no ±. */
  readonly half: string | null;
  /** `94.6 ± 3.9`, or `97 (40 – 230)`. */
  readonly whole: string;
  /** What stands beside a number in a text: `± 3.9`, or `(40 – 230)`. */
  readonly beside: string;
  number(value: number): string;
}

/**
 * How far, in the half-width, the bounds may be from equally far from the median and still count as that: a twentieth, and
 * what chance makes of a symmetric law in so many draws.
 */
function tolerance({ draws }: LeafSummary): number {
  return 0.05 + 3 / Math.sqrt(draws);
}

export function writeSpread(summary: LeafSummary, central: number): Written {
  const [lo, median, hi] = [0.025, 0.5, 0.975].map((p) => quantileOf(summary, p).value) as [number, number, number];
  const half = (hi - lo) / 2;
  const symmetric = Math.max(Math.abs((hi + lo) / 2 - median), Math.abs(central - median)) <= tolerance(summary) * half;
  // Of a skewed distribution the near side says how finely it is known.
  const reach = symmetric ? half : Math.min(median - lo, hi - median);
  const number = writerOf(reach > 0 ? reach : half, Math.max(Math.abs(lo), Math.abs(hi)));
  const bounds = `${number(lo)} – ${number(hi)}`;
  const written = { lo: number(lo), hi: number(hi), median: number(median), number };
  return symmetric
    ? { ...written, half: number(half), whole: `${number(central)} ± ${number(half)}`, beside: `± ${number(half)}` }
    : { ...written, half: null, whole: `${number(median)} (${bounds})`, beside: `(${bounds})` };
}

/** A number with its bounds, each with as many digits as the uncertainty allows; without bounds where they are one. */
export function writeBounded({ value, lo, hi }: { value: number; lo: number; hi: number }): {
  value: string;
  bounds: string | null;
} {
  const number = writerOf((hi - lo) / 2, Math.max(Math.abs(lo), Math.abs(hi)));
  return { value: number(value), bounds: hi > lo ? `${number(lo)} – ${number(hi)}` : null };
}

/** Numbers with two digits of their uncertainty, and no more. */
function writerOf(half: number, largest: number): (value: number) => string {
  if (!(half > 0)) return (value) => writeNumber(value, { maximumSignificantDigits: 6 });
  const digits = 1 - Math.floor(Math.log10(half));
  if (largest < 1e-4 || largest >= 1e15) {
    const significant = Math.max(2, Math.min(15, Math.floor(Math.log10(largest)) + 1 + digits));
    return (value) => value.toExponential(significant - 1).replace("e+", "e");
  }
  const places = Math.max(0, Math.min(15, digits));
  // Of a large uncertainty the last digits mean nothing: they are rounded away.
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
