import { type Law, lognormalLaw, normalLaw, peakedLaw, uniformLaw } from "./exchange-law.ts";
import { childOf, type XmlFields } from "./xml-fields.ts";
import type { XmlElement } from "./xml-records.ts";

/**
 * The law of an `uncertainty` element of EcoSpold 2. Variances are those with pedigree uncertainty; the median of a lognormal
 * distribution is the amount, because `mu` of allocated data sets is still that of the data set before allocation. Gamma and
 * binomial distributions, which the library does not have, are "undefined". A beta distribution is given by minimum, most
 * frequent value and maximum with shapes 1 + 4 (m − a)/(b − a) and 6 minus that, which is PERT with λ = 4.
 */
export function ecospold2Law(holder: XmlElement, amount: number, fields: XmlFields): Law | undefined {
  const uncertainty = childOf(holder, "uncertainty");
  if (!uncertainty) return undefined;
  for (const law of uncertainty.children) {
    const number = (field: string) => fields.number(law, field);
    switch (law.name) {
      case "lognormal":
        return lognormalLaw(amount, Math.exp(Math.sqrt(varianceOf(law, fields))));
      case "normal":
        return normalLaw(amount, Math.sqrt(varianceOf(law, fields)));
      case "triangular":
        return peakedLaw("triangular", amount, number("minValue"), number("mostLikelyValue"), number("maxValue"));
      case "uniform":
        return uniformLaw(amount, number("minValue"), number("maxValue"));
      case "beta":
        return peakedLaw("pert", amount, number("minValue"), number("mostFrequentValue"), number("maxValue"));
      case "gamma":
      case "binomial":
      case "undefined":
        return "undefined";
    }
  }
  return undefined;
}

function varianceOf(law: XmlElement, fields: XmlFields): number {
  return fields.maybeNumber(law, "varianceWithPedigreeUncertainty") ?? fields.number(law, "variance");
}
