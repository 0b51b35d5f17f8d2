import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { distributionOf } from "../../uncertainty/distributions/distribution-spec.ts";

/** The law of an amount in the five forms that formats of inventories have. The centre of a lognormal law is its median. */
export type AmountLaw =
  | { readonly type: "lognormal"; readonly median: number; readonly geometricSd: number }
  | { readonly type: "normal"; readonly mean: number; readonly sd: number }
  | { readonly type: "triangular"; readonly lo: number; readonly mode: number; readonly hi: number }
  | { readonly type: "uniform"; readonly lo: number; readonly hi: number };

/** The law, if its numbers are those of a distribution; undefined if not (a deviation of zero, ends in the wrong order). */
export function validLaw(law: DistributionSpec): DistributionSpec | undefined {
  try {
    distributionOf(law, "law");
    return law;
  } catch {
    return undefined;
  }
}

/** The law of an amount times a factor, which may be negative; a lognormal law remains that of the size. */
export function scaledLaw(law: AmountLaw, factor: number): AmountLaw {
  if (factor === 1) return law;
  switch (law.type) {
    case "lognormal":
      return { ...law, median: law.median * Math.abs(factor) };
    case "normal":
      return { ...law, mean: law.mean * factor, sd: law.sd * Math.abs(factor) };
    case "triangular": {
      const [lo, hi] = factor < 0 ? [law.hi, law.lo] : [law.lo, law.hi];
      return { type: "triangular", lo: lo * factor, mode: law.mode * factor, hi: hi * factor };
    }
    case "uniform": {
      const [lo, hi] = factor < 0 ? [law.hi, law.lo] : [law.lo, law.hi];
      return { type: "uniform", lo: lo * factor, hi: hi * factor };
    }
  }
}

/** The law of the size of an amount: of a negative one, mirrored. */
export function lawOfSize(law: AmountLaw, amount: number): DistributionSpec | undefined {
  return validLaw(amount < 0 ? scaledLaw(law, -1) : law);
}

/** A law in one of the four forms; undefined if it is of another kind. */
export function plainLaw(law: DistributionSpec): AmountLaw | undefined {
  if (law.type === "triangular") return { type: "triangular", lo: law.lo, mode: law.mode, hi: law.hi };
  if (law.type === "uniform") return { type: "uniform", lo: law.lo, hi: law.hi };
  if (law.type === "lognormal" && law.median !== undefined && law.geometricSd !== undefined)
    return { type: "lognormal", median: law.median, geometricSd: law.geometricSd };
  if (law.type === "normal" && law.mean !== undefined && law.sd !== undefined)
    return { type: "normal", mean: law.mean, sd: law.sd };
  if (law.type !== "lognormal" && law.type !== "normal" && law.type !== "pedigree") return undefined;
  const { normal } = distributionOf(law, "law");
  if (!normal) return undefined;
  return normal.log
    ? { type: "lognormal", median: Math.exp(normal.location), geometricSd: Math.exp(normal.scale) }
    : { type: "normal", mean: normal.location, sd: normal.scale };
}
