import { NationalSeries, WORLD } from "./national-series.ts";

/** One edition of a budget by country: production and net transfer. Mt CO2. */
export interface Edition {
  readonly name: string;
  readonly production: NationalSeries;
  /** Consumption minus production, for countries with both. */
  readonly transfer: NationalSeries;
}

export interface EditionColumns {
  readonly rows: number;
  readonly iso3: ArrayLike<string | null>;
  readonly type: ArrayLike<string | null>;
  readonly year: ArrayLike<number | null>;
  readonly production: ArrayLike<number | null>;
  readonly consumption: ArrayLike<number | null>;
}

/** Reads the columns of `carbon_budget_countries`; the world's consumption is its production. */
export function readEdition(name: string, columns: EditionColumns): Edition {
  const edition = { name, production: new NationalSeries(name), transfer: new NationalSeries(name) };
  for (let row = 0; row < columns.rows; row++) {
    const isWorld = columns.type[row] === "world";
    const iso3 = isWorld ? WORLD : columns.iso3[row];
    const [year, produced, consumed] = [
      columns.year[row]!,
      columns.production[row] ?? null,
      columns.consumption[row] ?? null,
    ];
    if (!iso3 || produced === null || (!isWorld && columns.type[row] !== "country")) continue;
    edition.production.add(iso3, year, produced);
    if (isWorld) edition.transfer.add(iso3, year, 0);
    else if (consumed !== null) edition.transfer.add(iso3, year, consumed - produced);
  }
  return edition;
}
