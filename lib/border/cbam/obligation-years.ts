import { obligation } from "./obligation.ts";

/** What a year's obligation follows from; the actual emissions are optional. */
export interface YearTerms {
  readonly year: number;
  /** Default value before mark-up, t CO2e/t. */
  readonly value: number;
  readonly markup: number;
  /** Actual emissions that count, t CO2e/t; null if none are known. */
  readonly actual: number | null;
  readonly benchmark: number;
  readonly factor: number;
  readonly correction: number;
  readonly mass_t: number;
  readonly price: number;
  readonly paid: number;
}

export interface ObligationYear {
  readonly year: number;
  readonly price: number;
  readonly factor: number;
  readonly markup: number;
  readonly freeAllocation_t: number;
  readonly defaultCertificates: number;
  readonly defaultCost: number;
  readonly actualCertificates: number | null;
  readonly actualCost: number | null;
  /** Cost with the default value less cost with actual emissions: fromMarkup + fromValue. */
  readonly excess: number | null;
  /** The part that the mark-up causes. */
  readonly fromMarkup: number | null;
  /** The part that the default value before mark-up causes. */
  readonly fromValue: number | null;
}

/** Obligations of a good in a year by its default value and by its actual emissions, and what the difference costs. */
export function obligationYear({ value, markup, actual, year, ...terms }: YearTerms): ObligationYear {
  const { price, factor } = terms;
  const marked = obligation({ ...terms, specific: value * (1 + markup) });
  const plain = obligation({ ...terms, specific: value });
  const own = actual === null ? null : obligation({ ...terms, specific: actual });
  return {
    year,
    price,
    factor,
    markup,
    freeAllocation_t: marked.freeAllocation_t,
    defaultCertificates: marked.certificates,
    defaultCost: marked.cost,
    actualCertificates: own?.certificates ?? null,
    actualCost: own?.cost ?? null,
    excess: own && marked.cost - own.cost,
    fromMarkup: own && marked.cost - plain.cost,
    fromValue: own && plain.cost - own.cost,
  };
}
