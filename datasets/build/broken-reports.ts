import type { Figure } from "./figures.ts";

/** How far a reported amount may be from the independent one, as a ratio: tonnes of another size are off by a thousand. */
const FURTHEST = 100;
/** Below this the ratio of two small amounts says nothing. Mt CO2e. */
const LEAST = 0.5;

/** A report of a country and year of which an amount is of another order of magnitude than an independent one. */
export interface BrokenReport {
  readonly iso3: string;
  readonly year: number;
  readonly measure: string;
  readonly category: string;
  readonly reported: number;
  /** What the Global Carbon Budget or EDGAR has, in the same unit. */
  readonly independent: number;
}

/** Amounts by country and year. */
export type ByCountryYear = ReadonlyMap<string, number>;

export const countryYear = (iso3: string, year: number) => `${iso3} ${year}`;

/** Sums of a column over the rows of countries, and of one text where it is given. */
export function sumsOf(figure: Figure, value: string, where: (row: number) => boolean = () => true): ByCountryYear {
  const [iso3, year, values] = [figure.maybeTexts("iso3"), figure.numbers("year"), figure.maybeNumbers(value)];
  const sums = new Map<string, number>();
  for (const [row, amount] of values.entries()) {
    const code = iso3[row];
    if (!code || amount === null || !where(row)) continue;
    const key = countryYear(code, year[row]!);
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return sums;
}

/**
 * Reports whose energy or whose gas without land use is a hundred times more or less than what the Global Carbon Budget (CO2 of fuels)
 * or EDGAR (CH4, N2O) has of the country and year: kt that were taken for Mt, sectors that are zero where fuel is burnt. Land use is not
 * compared: sources differ there by more, and forests may outweigh all fuels.
 */
export function brokenReports(
  inventory: Figure,
  independent: { readonly fossil: ByCountryYear; readonly ch4: ByCountryYear; readonly n2o: ByCountryYear },
): BrokenReport[] {
  const beside: Readonly<Record<string, ByCountryYear>> = {
    "ghg_by_gas fossil_co2": independent.fossil,
    "ghg_by_sector energy": independent.fossil,
    "co2_by_sector energy": independent.fossil,
    "ghg_by_gas ch4": independent.ch4,
    "ghg_by_gas n2o": independent.n2o,
  };
  const [iso3, year] = [inventory.texts("iso3"), inventory.numbers("year")];
  const [measure, category] = [inventory.texts("measure"), inventory.texts("category")];
  const values = inventory.maybeNumbers("value_mt");
  return values.flatMap((reported, row): BrokenReport[] => {
    const other = beside[`${measure[row]} ${category[row]}`]?.get(countryYear(iso3[row]!, year[row]!));
    if (reported === null || other === undefined || other < LEAST) return [];
    const ratio = reported / other;
    if (ratio < FURTHEST && ratio > 1 / FURTHEST) return [];
    return [
      {
        iso3: iso3[row]!,
        year: year[row]!,
        measure: measure[row]!,
        category: category[row]!,
        reported,
        independent: other,
      },
    ];
  });
}
