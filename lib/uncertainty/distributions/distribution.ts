import type { Message } from "../../message/message.ts";
/**
 * What is known of an uncertain number. All are plain immutable records: a distribution of the same figures is the same.
 * `quantile` is the only thing that sampling needs; everything else is for reading.
 */
export interface Distribution {
  readonly kind: string;
  readonly mean: number;
  readonly variance: number;
  /** Third standardised moment, 0 for a symmetric law. */
  readonly skewness: number;
  /** The smallest and largest value it can take; may be infinite. */
  readonly support: readonly [number, number];
  /** Density at x; for a law of single values, the probability of x. */
  pdf(x: number): number;
  /** P(X ≤ x) */
  cdf(x: number): number;
  /** The smallest x with P(X ≤ x) ≥ p, 0 ≤ p ≤ 1. */
  quantile(p: number): number;
  /** Whether it is made of single values with a probability each. */
  readonly discrete: boolean;
  /** What had to be decided to make a law of what was given, in sentences. */
  readonly notes: readonly Message[];
  /** For normal and lognormal: location and scale of the normal law beneath, which sampling uses in place of `quantile`. */
  readonly normal?: { readonly location: number; readonly scale: number; readonly log: boolean };
}

/** The central 95 % of a distribution. */
export function interval95(distribution: Distribution): readonly [number, number] {
  return [distribution.quantile(0.025), distribution.quantile(0.975)];
}

/** The same distribution with more said about it. */
export function noted(distribution: Distribution, ...notes: readonly Message[]): Distribution {
  return { ...distribution, notes: [...distribution.notes, ...notes] };
}
