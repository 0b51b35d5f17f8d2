import { type Law, lognormalLaw, normalLaw, peakedLaw, uniformLaw } from "./exchange-law.ts";
import { textOf, type XmlFields } from "./xml-fields.ts";
import type { XmlElement } from "./xml-records.ts";

/**
 * The law of an exchange or variable of ILCD. `relativeStandardDeviation95In` is, in spite of its name, what the schema documents: the square
 * of the geometric standard deviation of a lognormal distribution, twice the standard deviation of a normal one.
 *
 * @param bounds the names of the elements of the minimum and maximum
 */
export function ilcdLaw(
  record: XmlElement,
  amount: number,
  bounds: { readonly lo: string; readonly hi: string },
  fields: XmlFields,
): Law | undefined {
  const type = textOf(record, "uncertaintyDistributionType");
  if (type === undefined) return undefined;
  const spread = fields.maybeNumberIn(record, "relativeStandardDeviation95In");
  if (type === "log-normal") return lognormalLaw(amount, Math.sqrt(spread ?? Number.NaN));
  if (type === "normal") return normalLaw(amount, (spread ?? Number.NaN) / 2);
  const [lo, hi] = [fields.maybeNumberIn(record, bounds.lo), fields.maybeNumberIn(record, bounds.hi)];
  if (lo === undefined || hi === undefined) return "undefined";
  if (type === "uniform") return uniformLaw(amount, lo, hi);
  if (type !== "triangular") return "undefined";
  // openLCA adds the mode; without it the amount is the mean, a third of the sum of the three values.
  const mode = fields.maybeNumber(record, "mostLikelyValue") ?? 3 * amount - lo - hi;
  return peakedLaw("triangular", amount, lo, mode, hi);
}
