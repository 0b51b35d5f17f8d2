import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { type AmountLaw, scaledLaw, validLaw } from "./amount-law.ts";

/** The numbers of an uncertainty in Brightway, each in a column of its name. */
export interface BrightwayUncertainty {
  readonly type: number;
  readonly loc?: number | undefined;
  readonly scale?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/**
 * The law of an amount's size. Codes and parameters as in stats_arrays ("Mapping parameter array columns to uncertainty
 * distributions"): 0 undefined, 1 none, 2 lognormal (loc and scale of the logarithm), 3 normal, 4 uniform, 5 triangular;
 * bounds of 2 and 3 truncate. Null if the code or its numbers are not taken over.
 */
export function brightwayLaw(
  { type, loc, scale, minimum, maximum }: BrightwayUncertainty,
  amount: number,
): DistributionSpec | "undefined" | undefined | null {
  if (type === 0) return "undefined";
  if (type === 1) return undefined;
  const sign = amount < 0 ? -1 : 1;
  const bounded = (law: AmountLaw): DistributionSpec | null => {
    const [low, high] = sign < 0 && law.type === "normal" ? [maximum, minimum] : [minimum, maximum];
    const flip = law.type === "normal" ? sign : 1;
    const size = scaledLaw(law, flip);
    if (low === undefined && high === undefined) return validLaw(size) ?? null;
    const lo = low === undefined ? undefined : low * flip;
    const hi = high === undefined ? undefined : high * flip;
    return validLaw({ type: "truncated", of: size, lo, hi }) ?? null;
  };
  if (type === 2) {
    if (scale === undefined || amount === 0) return null;
    // The amount is the median if no location is given, as in bw2data.
    const median = loc === undefined ? Math.abs(amount) : Math.exp(loc);
    return bounded({ type: "lognormal", median, geometricSd: Math.exp(scale) });
  }
  if (type === 3) return scale === undefined ? null : bounded({ type: "normal", mean: loc ?? amount, sd: scale });
  if (maximum === undefined) return null;
  const lo = minimum ?? 0;
  if (type === 4) return validLaw(scaledLaw({ type: "uniform", lo, hi: maximum }, sign)) ?? null;
  if (type !== 5) return null;
  return validLaw(scaledLaw({ type: "triangular", lo, mode: loc ?? (lo + maximum) / 2, hi: maximum }, sign)) ?? null;
}

/** A law of an amount's size as Brightway's columns; undefined if it has none of its codes. */
export function brightwayUncertainty(law: AmountLaw, amount: number): BrightwayUncertainty {
  const signed = scaledLaw(law, amount < 0 && law.type !== "lognormal" ? -1 : 1);
  switch (signed.type) {
    case "lognormal":
      return { type: 2, loc: Math.log(signed.median), scale: Math.log(signed.geometricSd) };
    case "normal":
      return { type: 3, loc: signed.mean, scale: signed.sd };
    case "uniform":
      return { type: 4, minimum: signed.lo, maximum: signed.hi };
    case "triangular":
      return { type: 5, loc: signed.mode, minimum: signed.lo, maximum: signed.hi };
  }
}
