import type { Part } from "../../tool/part.ts";
import type { DatasetColumns, Read } from "../../tool/read.ts";
import { type Edition, readEdition } from "../edition.ts";
import { countriesOf, WORLD } from "../national-series.ts";

/** Mt CO2 per Mt C, as in the Global Carbon Budget. */
export const CO2_OF_CARBON = 3.664;

/** Results derived from a dataset, cached as long as its columns, because a slider reads them repeatedly. */
const made = new WeakMap<DatasetColumns, Map<string, unknown>>();

/** What `make` derives from the columns, made once. */
export function cachedResult<T>(columns: DatasetColumns, key: string, make: () => T): T {
  const known = made.get(columns) ?? new Map<string, unknown>();
  made.set(columns, known);
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

/** Regions and years of the accounts: every year for every region. */
export interface AccountsQuery {
  /** Codes, groups, `WORLD`; or all countries. */
  readonly regions: readonly string[] | "all";
  readonly years: readonly number[];
}

/** `WORLD` in capitals for any spelling; other codes unchanged, so that an error names them as given. */
export function codeOf(region: string): string {
  return region.toUpperCase() === WORLD ? WORLD : region;
}

/** Row selection for a dataset whose world is the sum of its rows. */
export function ofCountries({ regions, years }: AccountsQuery): Part {
  const codes = regions === "all" ? [] : regions.map(codeOf);
  if (codes.length === 0 || codes.includes(WORLD)) return { year: years };
  const countries = codes.flatMap((region) => years.flatMap((year) => countriesOf(region, year)));
  return { iso3: [...new Set(countries)].sort(), year: years };
}

/** Row selection for a dataset with separate rows for the world. */
export function withWorld(query: AccountsQuery): Part {
  const { regions, years } = query;
  const isWorld = regions !== "all" && regions.length > 0 && regions.every((region) => codeOf(region) === WORLD);
  return isWorld ? { entity_type: "world", year: years } : ofCountries(query);
}

export const editionDatasets = {
  "GCB 2025": "carbon_budget_countries",
  "GCB 2024": "carbon_budget_countries_2024",
} as const;
export type EditionName = keyof typeof editionDatasets;

/** The source of an edition's rows. */
export function titleOf(name: EditionName): string {
  return name.replace("GCB", "Global Carbon Budget");
}

export async function editionOf(name: EditionName, query: AccountsQuery, read: Read): Promise<Edition> {
  return editionFrom(name, await read(editionDatasets[name], withWorld(query)));
}

/** An edition of which a result depends on all rows. */
export async function wholeEditionOf(name: EditionName, read: Read): Promise<Edition> {
  return editionFrom(name, await read(editionDatasets[name]));
}

function editionFrom(name: EditionName, columns: DatasetColumns): Edition {
  return cachedResult(columns, "edition", () =>
    readEdition(titleOf(name), {
      rows: columns.rows,
      iso3: columns.texts("iso3"),
      type: columns.texts("entity_type"),
      year: columns.numbers("year"),
      production: columns.numbers("production_mtco2"),
      consumption: columns.numbers("consumption_mtco2"),
    }),
  );
}
