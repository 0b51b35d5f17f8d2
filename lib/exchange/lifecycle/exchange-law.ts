import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";

export type Law = DistributionSpec | "undefined";

/**
 * Distributions as exchange formats state them. Each is the law of the amount's size; the law of a negative amount is mirrored.
 * Parameters that make no distribution (no spread, a mode outside its bounds, a median of 0) give "undefined": the source says
 * that the amount is uncertain, but not how.
 */
export function lognormalLaw(amount: number, geometricSd: number): Law {
  return amount !== 0 && geometricSd > 1 && Number.isFinite(geometricSd)
    ? { type: "lognormal", median: Math.abs(amount), geometricSd }
    : "undefined";
}

export function normalLaw(amount: number, sd: number): Law {
  return sd > 0 && Number.isFinite(sd) ? { type: "normal", mean: Math.abs(amount), sd } : "undefined";
}

export function uniformLaw(amount: number, a: number, b: number): Law {
  const [lo, hi] = mirrored(amount, a, b);
  return lo < hi ? { type: "uniform", lo, hi } : "undefined";
}

/** Triangular, or PERT with λ = 4, by its bounds and mode. */
export function peakedLaw(type: "triangular" | "pert", amount: number, a: number, mode: number, b: number): Law {
  const [lo, hi] = mirrored(amount, a, b);
  const peak = amount < 0 ? -mode : mode;
  return lo < hi && lo <= peak && peak <= hi ? { type, lo, mode: peak, hi } : "undefined";
}

function mirrored(amount: number, a: number, b: number): readonly [number, number] {
  const [lo, hi] = a <= b ? [a, b] : [b, a];
  return amount < 0 ? [-hi, -lo] : [lo, hi];
}

/** The law in another unit: all amounts times a factor > 0. */
export function scaledLaw(law: Law | undefined, factor: number): Law | undefined {
  if (law === undefined || law === "undefined" || factor === 1) return law;
  switch (law.type) {
    case "lognormal":
      return { ...law, median: law.median! * factor };
    case "normal":
      return { ...law, mean: law.mean! * factor, sd: law.sd! * factor };
    case "uniform":
      return { ...law, lo: law.lo * factor, hi: law.hi * factor };
    case "triangular":
    case "pert":
      return { ...law, lo: law.lo * factor, mode: law.mode * factor, hi: law.hi * factor };
    default:
      return "undefined";
  }
}

/** A law that the exchange formats can state, in their parameters, with the sign of the amount. */
export type WrittenLaw =
  | { readonly type: "lognormal"; readonly median: number; readonly geometricSd: number }
  | { readonly type: "normal"; readonly mean: number; readonly sd: number }
  | { readonly type: "uniform"; readonly lo: number; readonly hi: number }
  | { readonly type: "triangular" | "pert"; readonly lo: number; readonly mode: number; readonly hi: number }
  | { readonly type: "undefined" };

/** The law as the formats state it; undefined if they cannot. `amount` gives the sign. */
export function writtenLaw(law: Law, amount: number): WrittenLaw | undefined {
  if (law === "undefined") return { type: "undefined" };
  const isNegative = amount < 0;
  switch (law.type) {
    case "lognormal":
      // The formats take the amount itself for the median.
      return law.geometricSd !== undefined && law.median !== undefined && law.median === Math.abs(amount)
        ? { type: "lognormal", median: amount, geometricSd: law.geometricSd }
        : undefined;
    case "normal":
      return law.sd !== undefined && law.mean !== undefined && law.mean === Math.abs(amount)
        ? { type: "normal", mean: amount, sd: law.sd }
        : undefined;
    case "uniform":
      return { type: "uniform", lo: isNegative ? -law.hi : law.lo, hi: isNegative ? -law.lo : law.hi };
    case "triangular":
    case "pert":
      if (law.type === "pert" && (law.lambda ?? 4) !== 4) return undefined;
      return {
        type: law.type,
        lo: isNegative ? -law.hi : law.lo,
        mode: isNegative ? -law.mode : law.mode,
        hi: isNegative ? -law.lo : law.hi,
      };
    default:
      return undefined;
  }
}
