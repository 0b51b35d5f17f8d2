import type { AmountLaw } from "./amount-law.ts";
import type { OlcaUncertainty } from "./olca-schema.ts";

/** The law of openLCA's uncertainty; undefined if it states none or lacks a number. */
export function olcaLaw(given: OlcaUncertainty): AmountLaw | undefined {
  const { geomMean, geomSd, mean, sd, mode, minimum: lo, maximum: hi } = given;
  switch (given.distributionType.replace(/_DISTRIBUTION$/, "")) {
    case "LOG_NORMAL":
      if (geomMean == null || geomSd == null) return undefined;
      return { type: "lognormal", median: Math.abs(geomMean), geometricSd: geomSd };
    case "NORMAL":
      return mean == null || sd == null ? undefined : { type: "normal", mean, sd };
    case "TRIANGLE":
      return lo == null || mode == null || hi == null ? undefined : { type: "triangular", lo, mode, hi };
    case "UNIFORM":
      return lo == null || hi == null ? undefined : { type: "uniform", lo, hi };
    default:
      return undefined;
  }
}

/** Whether it states a law at all. */
export function statesLaw(given: OlcaUncertainty): boolean {
  return given.distributionType !== "NO_DISTRIBUTION";
}

/** A law as openLCA's uncertainty. */
export function olcaUncertaintyOf(law: AmountLaw): Record<string, unknown> {
  const of = (name: string, fields: Record<string, number>) => ({
    "@type": "Uncertainty",
    distributionType: `${name}_DISTRIBUTION`,
    ...fields,
  });
  switch (law.type) {
    case "lognormal":
      return of("LOG_NORMAL", { geomMean: law.median, geomSd: law.geometricSd });
    case "normal":
      return of("NORMAL", { mean: law.mean, sd: law.sd });
    case "triangular":
      return of("TRIANGLE", { minimum: law.lo, mode: law.mode, maximum: law.hi });
    case "uniform":
      return of("UNIFORM", { minimum: law.lo, maximum: law.hi });
  }
}
