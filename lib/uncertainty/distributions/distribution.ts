import type { Message } from "../../message/message.ts";
/**
 * The distribution of an uncertain number. All are plain immutable records: the same parameters give the same distribution.
 * Sampling needs only `quantile`; everything else is for display.
 */
export interface Distribution {
  readonly kind: string;
  readonly mean: number;
  readonly variance: number;
  /** Third standardised moment, 0 for a symmetric law. */
  readonly skewness: number;
  /** The smallest and largest possible value; may be infinite. */
  readonly support: readonly [number, number];
  /** Density at x; for a discrete distribution, the probability of x. */
  pdf(x: number): number;
  /** P(X ≤ x) */
  cdf(x: number): number;
  /** The smallest x with P(X ≤ x) ≥ p, 0 ≤ p ≤ 1. */
  quantile(p: number): number;
  /** Whether it is discrete. */
  readonly discrete: boolean;
  /** Notes on decisions in the construction. */
  readonly notes: readonly Message[];
  /** For normal and lognormal: location and scale of the underlying normal, which sampling uses instead of `quantile`. */
  readonly normal?: { readonly location: number; readonly scale: number; readonly log: boolean };
}

/** The central 95 % of a distribution. */
export function interval95(distribution: Distribution): readonly [number, number] {
  return [distribution.quantile(0.025), distribution.quantile(0.975)];
}

/** The same distribution with additional notes. */
export function noted(distribution: Distribution, ...notes: readonly Message[]): Distribution {
  return { ...distribution, notes: [...distribution.notes, ...notes] };
}
