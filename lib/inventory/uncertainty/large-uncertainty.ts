import { Z95 } from "../../uncertainty/distributions/normal-law.ts";
import { positive } from "../../uncertainty/uncertainty-error.ts";

/** A large uncertainty as a lognormal interval about the mean. */
export interface LargeUncertainty {
  /** U after Equation 3.3, per cent */
  readonly corrected: number;
  readonly geometricMean: number;
  readonly geometricSd: number;
  /** Bounds of the 95 % interval, in per cent of the mean below and above it */
  readonly loPercent: number;
  readonly hiPercent: number;
}

/**
 * Correction of a combined uncertainty of products for the error of first order, Equation 3.3:
 * F_C = [(−0.720 + 1.0921 U − 1.63e-3 U² + 1.11e-5 U³) / U]² for 100 % < U < 230 %, otherwise 1. The coefficients are from
 * memory of the guideline: unverified.
 */
export function correctionFactor(percent: number): number {
  if (percent <= 100 || percent >= 230) return 1;
  return ((-0.72 + 1.0921 * percent - 1.63e-3 * percent ** 2 + 1.11e-5 * percent ** 3) / percent) ** 2;
}

/**
 * The asymmetric interval of Equations 3.4 to 3.7: μ_g = exp(ln μ − ½ ln(1 + (U/200)²)), σ_g = exp √ln(1 + (U/200)²).
 * IPCC 2006 Guidelines, Vol 1, Ch 3, section 3.7.3.
 * @param mean above 0
 * @param percent half of the 95 % interval, per cent of the mean
 */
export function largeUncertainty(mean: number, percent: number): LargeUncertainty {
  positive("mean", mean);
  const corrected = percent * correctionFactor(percent);
  const spread = Math.log1p((corrected / 200) ** 2);
  const location = Math.log(mean) - spread / 2;
  const scale = Math.sqrt(spread);
  const bound = (sign: number) => ((Math.exp(location + sign * Z95 * scale) - mean) / mean) * 100;
  return {
    corrected,
    geometricMean: Math.exp(location),
    geometricSd: Math.exp(scale),
    loPercent: bound(-1),
    hiPercent: bound(1),
  };
}
