import { inverseIncompleteBeta } from "./beta-function.ts";

/**
 * Quantile of Student's t with `degrees` of freedom, 0.5 ≤ p < 1: t² = ν (1/x − 1) with x = I⁻¹(2 (1 − p); ν/2, 1/2).
 * Abramowitz, Stegun (1964), 26.7.1.
 */
export function studentQuantile(p: number, degrees: number): number {
  const x = inverseIncompleteBeta(2 * (1 - p), degrees / 2, 0.5);
  return Math.sqrt(degrees * (1 / x - 1));
}
