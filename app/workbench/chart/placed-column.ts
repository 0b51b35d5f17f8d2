import type { Denominator } from "./chart-choice.ts";

/** What values of rows may be divided by: people or GDP of the country and year. */
export type RowDivisor = Exclude<Denominator, "world">;

/** A column of texts as far as they name countries. */
export interface PlacedColumn {
  /** ISO 3166 codes by the texts that mean them, the most frequent first. */
  readonly codes: ReadonlyMap<string, string>;
  /** The texts that name no country. */
  readonly others: readonly string[];
}

/** The years of what values are divided by. */
export type DivisorYears = Readonly<Partial<Record<RowDivisor, readonly [first: number, last: number]>>>;
