import type { Factor } from "../../factors/factor.ts";
import { type FactorQuery, selectFactor } from "../../factors/selection.ts";
import type { Percent } from "../uncertainty/inventory-source.ts";

/** Selected factors, each looked up once: an inventory of all countries asks for the same ones thousands of times. */
export class FactorBook {
  readonly #factors: readonly Factor[];
  readonly #selected = new Map<string, Factor>();

  constructor(factors: readonly Factor[]) {
    this.#factors = factors;
  }

  /** Throws FactorError if no factor fits. */
  of(wanted: FactorQuery): Factor {
    const { category, activity, parameter, gas, technology, edition, within } = wanted;
    const key = [category, activity, parameter, gas, technology, edition, within?.join("|")].join("\t");
    const known = this.#selected.get(key) ?? selectFactor({ edition: "2006", ...wanted }, this.#factors).factor;
    this.#selected.set(key, known);
    return known;
  }
}

/** The 95 % bounds of a factor as distances from its value, %; null if it has none, or none that were read in a source. */
export function errorOf({ value, lo, hi, boundsStatus }: Factor): Percent | null {
  if (lo === null || hi === null || value === 0 || boundsStatus === "memory") return null;
  return { lo: (100 * (value - lo)) / value, hi: (100 * (hi - value)) / value };
}

/** The error of a product of independent factors, side by side (Vol 1 Eq 3.1); null unless every one of them has one. */
export function productError(...errors: readonly (Percent | null)[]): Percent | null {
  if (errors.includes(null)) return null;
  const along = (side: "lo" | "hi") =>
    Math.hypot(...errors.map((error) => (typeof error === "number" ? error : error![side])));
  return { lo: along("lo"), hi: along("hi") };
}
