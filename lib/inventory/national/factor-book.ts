import { type Factor, FactorError } from "../../factors/factor.ts";
import { type FactorQuery, selectFactor } from "../../factors/selection.ts";
import type { Percent } from "../uncertainty/inventory-source.ts";

/** The 2006 Guidelines, or these with the 2019 Refinement. */
export const editions = ["2006", "2019"] as const;
export type Edition = (typeof editions)[number];

/**
 * The factors of one account, each looked up once: an inventory of all countries asks for the same ones thousands of times. A line
 * gets all of its factors at once and of one edition, as factors of two editions were never meant to be multiplied.
 */
export class FactorBook {
  readonly edition: Edition;
  readonly #factors: readonly Factor[];
  readonly #selected = new Map<string, Factor | null>();

  /** @param edition of the account: by the 2006 Guidelines alone, or by the 2019 Refinement, whose tables go before those of 2006. */
  constructor(factors: readonly Factor[], edition: Edition) {
    this.#factors = factors;
    this.edition = edition;
  }

  /**
   * The factors of a line: all of the account's edition; in an account by the 2019 Refinement else all of 2006, to which it refers for
   * what it leaves as it is. Null where neither edition ships all of them.
   */
  together<Names extends string>(wanted: Readonly<Record<Names, FactorQuery>>): Record<Names, Factor> | null {
    for (const edition of this.edition === "2019" ? (["2019", "2006"] as const) : (["2006"] as const)) {
      const found = Object.entries<FactorQuery>(wanted).map(
        ([name, query]) => [name, this.#of({ ...query, edition })] as const,
      );
      if (found.every(([, factor]) => factor !== null)) return Object.fromEntries(found) as Record<Names, Factor>;
    }
    return null;
  }

  #of(wanted: FactorQuery & { readonly edition: Edition }): Factor | null {
    const { category, activity, parameter, gas, technology, edition, within } = wanted;
    const key = [category, activity, parameter, gas, technology, edition, within?.join("|")].join("\t");
    const known = this.#selected.get(key);
    if (known !== undefined) return known;
    const found = this.#select(wanted);
    this.#selected.set(key, found);
    return found;
  }

  #select(wanted: FactorQuery): Factor | null {
    try {
      return selectFactor(wanted, this.#factors).factor;
    } catch (error) {
      if (error instanceof FactorError) return null;
      throw error;
    }
  }
}

/** The edition of a line's factors; null for a line without factors. */
export function editionOf(factors: readonly Pick<Factor, "edition">[]): string | null {
  return factors[0]?.edition ?? null;
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
