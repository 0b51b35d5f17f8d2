import { messages } from "../../message/message.ts";
import { NationalSeries, WORLD } from "../../panorama/national-series.ts";
import type { Revisions } from "../../panorama/revisions.ts";
import {
  type AccountsQuery,
  CO2_OF_CARBON,
  cachedResult,
  type EditionName,
  editionDatasets,
  editionOf,
  ofCountries,
} from "../../panorama/tools/editions.ts";
import { revisionsOf } from "../../panorama/tools/error-laws.ts";
import type { Part } from "../../tool/part.ts";
import type { DatasetColumns, Read } from "../../tool/read.ts";
import { IndicatorError } from "../indicator-error.ts";

const texts = messages("indicators", {
  missing: {
    en: "carbon_budget_sigma states no relative standard deviation of fossil CO2.",
    zh: "carbon_budget_sigma 没有给出化石 CO2 的相对标准差。",
  },
  noRegion: {
    en: "region is empty; give a code such as CHN, a list of codes, or all.",
    zh: "region 为空；请给出代码（如 CHN）、代码列表或 all。",
  },
});

/** Which emissions an indicator is about. */
export const accounts = ["production", "consumption", "all gases"] as const;
export type Account = (typeof accounts)[number];

/** Emissions by country and year, with what a row says about them. */
export interface AccountSeries {
  readonly emissions: NationalSeries;
  /** The part of them with a stated error: CO2. */
  readonly stated: NationalSeries;
  /** What trade moves in them: a share of production, with the region's own revisions between two editions. */
  readonly traded?: { readonly production: NationalSeries; readonly revisions: Revisions };
  readonly unit: "Mt CO2" | "Mt CO2e";
  readonly metric: string;
  readonly datasets: readonly string[];
}

export const METRIC = "AR5.GWP100";

/** Reads a dataset with rows of its own for the world, of which the result depends on those of the query. */
export async function rowsOf(
  name: string,
  typeColumn: string,
  query: AccountsQuery,
  read: Read,
): Promise<DatasetColumns> {
  const { regions, years } = query;
  if (regions === "all") return read(name, { year: years });
  const countries = regions.filter((region) => region !== WORLD);
  const parts: Part[] = countries.length > 0 ? [ofCountries({ regions: countries, years })] : [];
  if (countries.length < regions.length) parts.push({ [typeColumn]: WORLD.toLowerCase(), year: years });
  const [columns] = await Promise.all(parts.map((part) => read(name, part)));
  return columns!;
}

const sums = new WeakMap<NationalSeries, Map<string, NationalSeries>>();

/** A sum that begins with a series, made once. */
function sumOnce(key: string, name: string, parts: readonly NationalSeries[]): NationalSeries {
  const known = sums.get(parts[0]!) ?? new Map<string, NationalSeries>();
  sums.set(parts[0]!, known);
  const sum = known.get(key) ?? sumOf(name, parts);
  known.set(key, sum);
  return sum;
}

/** The account of an edition of the Global Carbon Budget; all gases with those that EDGAR has by AR5. */
export async function accountOf(
  account: Account,
  edition: EditionName,
  query: AccountsQuery,
  read: Read,
): Promise<AccountSeries> {
  const dataset = editionDatasets[edition];
  const { production, transfer } = await editionRows(edition, query, read);
  if (account === "production")
    return { emissions: production, stated: production, unit: "Mt CO2", metric: "", datasets: [dataset] };
  if (account === "consumption") {
    const consumption = sumOnce(account, production.name, [production, transfer]);
    const traded = { production, revisions: await revisionsOf(read) };
    const datasets = Object.values(editionDatasets);
    return { emissions: consumption, stated: consumption, traded, unit: "Mt CO2", metric: "", datasets };
  }
  const others = await nonCo2Of(query, read);
  return {
    emissions: sumOnce(account, `${production.name} + EDGAR 2024`, [production, ...others.values()]),
    stated: production,
    unit: "Mt CO2e",
    metric: METRIC,
    datasets: [dataset, "nonco2_countries"],
  };
}

/** An edition, of which the result depends on the countries and, if it is asked for, the row of the world. */
async function editionRows(edition: EditionName, { regions, years }: AccountsQuery, read: Read) {
  const isPart = (wanted: readonly string[]) => wanted.length > 0;
  const parts =
    regions === "all"
      ? [regions]
      : [regions.filter((each) => each !== WORLD), regions.filter((each) => each === WORLD)].filter(isPart);
  const editions = await Promise.all(parts.map((part) => editionOf(edition, { regions: part, years }, read)));
  return editions[0]!;
}

/** Country by country and year by year, where every part has a value. */
function sumOf(name: string, parts: readonly NationalSeries[]): NationalSeries {
  const sum = new NationalSeries(name);
  const [first, ...others] = parts;
  for (const iso3 of [...first!.countries, WORLD])
    for (const year of first!.years(iso3)) {
      const values = others.map((part) => part.at(iso3, year));
      if (values.includes(null)) continue;
      sum.add(
        iso3,
        year,
        values.reduce<number>((total, value) => total + value!, first!.at(iso3, year)!),
      );
    }
  return sum;
}

/** CH4, N2O and fluorinated gases over all sectors by EDGAR, Mt CO2e by AR5. A country without emissions of a gas has none. */
export async function nonCo2Of(query: AccountsQuery, read: Read): Promise<ReadonlyMap<string, NationalSeries>> {
  const columns = await rowsOf("nonco2_countries", "area_type", query, read);
  return cachedResult(columns, "gases", () => {
    const [gas, iso3, type] = [columns.texts("gas"), columns.texts("iso3"), columns.texts("area_type")];
    const [year, mass] = [columns.numbers("year"), columns.numbers("emissions_mtco2e_ar5")];
    const gases = new Map(["CH4", "N2O", "F-gases"].map((name) => [name, new NationalSeries("EDGAR 2024")]));
    const present = new Set<string>();
    for (let row = 0; row < columns.rows; row++) {
      const code = type[row] === "world" ? WORLD : iso3[row];
      if (!code) continue;
      gases.get(gas[row]!)!.add(code, year[row]!, mass[row]!);
      present.add(`${code} ${year[row]}`);
    }
    for (const series of gases.values())
      for (const each of present) {
        const [code, at] = each.split(" ") as [string, string];
        if (series.at(code, Number(at)) === null) series.add(code, Number(at), 0);
      }
    return gases;
  });
}

/** Persons by country, and the world. */
export async function populationOf(query: AccountsQuery, read: Read): Promise<NationalSeries> {
  const columns = await rowsOf("population", "entity_type", query, read);
  return cachedResult(columns, "persons", () => {
    const series = new NationalSeries("population (UN WPP 2024, HYDE, Gapminder)");
    const [iso3, type] = [columns.texts("iso3"), columns.texts("entity_type")];
    const [year, persons] = [columns.numbers("year"), columns.numbers("population")];
    for (let row = 0; row < columns.rows; row++) {
      const code = type[row] === "world" ? WORLD : type[row] === "country" ? iso3[row] : null;
      if (code) series.add(code, year[row]!, persons[row]!);
    }
    return series;
  });
}

const gdpColumns = {
  market: { column: "gdp_musd_current", name: "GDP in current US$ (World Bank)" },
  ppp: { column: "gdp_ppp_m2017usd", name: "GDP in 2017 US$ at PPP (Penn World Table 10.01)" },
  constant: { column: "gdp_na_m2017usd", name: "GDP at constant national prices (Penn World Table 10.01)" },
} as const;
export type GdpMeasure = keyof typeof gdpColumns;

/** Gross domestic product by country, million US$. */
export async function gdpOf(measure: GdpMeasure, query: AccountsQuery, read: Read): Promise<NationalSeries> {
  const columns = await rowsOf("gdp", "area_type", query, read);
  const { column, name } = gdpColumns[measure];
  return cachedResult(columns, measure, () => {
    const series = new NationalSeries(name);
    const [iso3, type, year] = [columns.texts("iso3"), columns.texts("area_type"), columns.numbers("year")];
    const values = columns.numbers(column);
    for (let row = 0; row < columns.rows; row++) {
      const code = type[row] === "world" ? WORLD : iso3[row];
      if (code) series.add(code, year[row]!, values[row] ?? null);
    }
    return series;
  });
}

/** Net land-use change by each bookkeeping model from 1850, Mt CO2. */
export async function landModelsOf(query: AccountsQuery, read: Read): Promise<readonly NationalSeries[]> {
  const columns = await rowsOf("land_use_change_countries", "entity_type", query, read);
  return cachedResult(columns, "models from 1850", () => {
    const models = new Map<string, NationalSeries>();
    const [model, iso3, type] = [columns.texts("model"), columns.texts("iso3"), columns.texts("entity_type")];
    const [year, mtc] = [columns.numbers("year"), columns.numbers("mtc")];
    for (let row = 0; row < columns.rows; row++) {
      const code = type[row] === "world" ? WORLD : iso3[row];
      if (!code) continue;
      const series = models.get(model[row]!) ?? new NationalSeries(model[row]!);
      models.set(model[row]!, series);
      series.add(code, year[row]!, mtc[row]! * CO2_OF_CARBON);
    }
    return [...models.values()];
  });
}

/** One standard deviation of fossil CO2 relative to its value, as the budget states it for the world. */
export async function fossilSigmaOf(read: Read): Promise<number> {
  const columns: DatasetColumns = await read("carbon_budget_sigma", { term: "fossil" });
  const [term, kind, sigma] = [columns.texts("term"), columns.texts("sigma_kind"), columns.numbers("sigma")];
  for (let row = 0; row < columns.rows; row++)
    if (term[row] === "fossil" && kind[row] === "relative") return sigma[row]!;
  throw new IndicatorError("account", texts.missing());
}

/** The codes that were asked for: one, several, or all countries of a series. Throws IndicatorError for an empty list. */
export function regionsAsked(region: string | readonly string[], series: NationalSeries): readonly string[] {
  return region === "all" ? series.countries : regionsNamed(region);
}

function regionsNamed(region: string | readonly string[]): readonly string[] {
  const asked = typeof region === "string" ? [region] : region;
  if (asked.length === 0) throw new IndicatorError("region", texts.noRegion());
  return asked.map((each) => (each.toUpperCase() === WORLD ? WORLD : each));
}

/** The rows of a dataset that regions and years depend on; "all" reads all countries. */
export function queryOf(region: string | readonly string[], years: readonly number[]): AccountsQuery {
  return { regions: region === "all" ? region : regionsNamed(region), years };
}

/** Σ over given countries; the countries without a value are named. */
export function sumAt(
  series: NationalSeries,
  countries: readonly string[],
  year: number,
): { readonly value: number; readonly missing: readonly string[] } {
  let value = 0;
  const missing: string[] = [];
  for (const iso3 of countries) {
    const of = series.at(iso3, year);
    if (of === null) missing.push(iso3);
    else value += of;
  }
  return { value, missing };
}
