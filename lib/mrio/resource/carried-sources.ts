import type { DatasetColumns, Read } from "../../tool/read.ts";
import type { CarriedError, Knowledge } from "../carried/carried-error.ts";
import type { CarriedSources } from "../carried/carry.ts";
import { firstImportYear } from "../carried/import-prior.ts";
import { filled, labelsOf } from "./filled-column.ts";

/** Reads what is known of a year beyond the base table. `errors` is false where they are being computed. */
export async function carriedSources(year: number, read: Read, hasErrors = true): Promise<CarriedSources> {
  const [gdp, national, imports, budget, nonCo2, countries, co2] = await Promise.all([
    read("gdp"),
    read("oecd_national_tables"),
    read("us_imports", { year: [firstImportYear, year] }),
    read("carbon_budget_countries"),
    read("nonco2_countries", { year }),
    read("countries"),
    read("mrio_co2"),
  ]);
  return {
    gdp: gdpRows(gdp),
    national: nationalRows(national),
    imports: importRows(imports, year),
    territorial: budgetRows(budget),
    nonCo2: nonCo2Rows(nonCo2, year),
    regionOf: regionsOf(countries),
    co2: co2Rows(co2),
    errors: hasErrors ? errorRows(await read("carried_errors")) : [],
  };
}

/** GDP in current US$ where there is a value; the world has no code. */
export function gdpRows(columns: DatasetColumns): CarriedSources["gdp"] {
  const [iso3, year, gdp] = [columns.texts("iso3"), filled(columns, "year"), columns.numbers("gdp_musd_current")];
  const type = columns.texts("area_type");
  return indices(columns).flatMap((i) => {
    const value = gdp[i] ?? null;
    const code = iso3[i] ?? null;
    return value === null || (code === null) !== (type[i] === "world")
      ? []
      : [{ iso3: code, year: year[i]!, gdp: value }];
  });
}

function nationalRows(columns: DatasetColumns): CarriedSources["national"] {
  const [iso3, row, col] = ["iso3", "row_code", "col_code"].map((name) => columns.texts(name));
  const [year, value] = [filled(columns, "year"), filled(columns, "value_musd")];
  return indices(columns).map((i) => ({
    iso3: String(iso3![i]),
    year: year[i]!,
    row: String(row![i]),
    col: String(col![i]),
    value: value[i]!,
  }));
}

/** Sums over the using industries, of the first year and of one other. */
function importRows(columns: DatasetColumns, year: number): CarriedSources["imports"] {
  const [origin, commodity] = [columns.texts("origin"), columns.texts("commodity")];
  const [years, value] = [filled(columns, "year"), filled(columns, "value_musd")];
  const sums = new Map<string, { origin: string; commodity: string; year: number; value: number }>();
  for (let i = 0; i < columns.rows; i++) {
    if (years[i] !== year && years[i] !== firstImportYear) continue;
    const key = `${origin[i]}|${commodity[i]}|${years[i]}`;
    const row = sums.get(key);
    if (row) row.value += value[i]!;
    else
      sums.set(key, { origin: String(origin[i]), commodity: String(commodity[i]), year: years[i]!, value: value[i]! });
  }
  return [...sums.values()];
}

function budgetRows(columns: DatasetColumns): CarriedSources["territorial"] {
  const [iso3, entity, type] = ["iso3", "entity", "entity_type"].map((name) => columns.texts(name));
  const [year, production] = [filled(columns, "year"), columns.numbers("production_mtco2")];
  return indices(columns).flatMap((i) => {
    const value = production[i] ?? null;
    if (value === null || (type![i] !== "country" && type![i] !== "bunkers")) return [];
    return [
      { iso3: iso3![i] ?? null, entity: String(entity![i]), type: String(type![i]), year: year[i]!, production: value },
    ];
  });
}

function nonCo2Rows(columns: DatasetColumns, year: number): CarriedSources["nonCo2"] {
  const [gas, sector, iso3, area, type] = ["gas", "sector", "iso3", "area", "area_type"].map((name) =>
    columns.texts(name),
  );
  const [years, emissions] = [filled(columns, "year"), filled(columns, "emissions_mtco2e_ar5")];
  return indices(columns)
    .filter((i) => years[i] === year)
    .map((i) => ({
      gas: String(gas![i]),
      sector: String(sector![i]),
      iso3: iso3![i] ?? null,
      area: String(area![i]),
      type: String(type![i]),
      year,
      emissions: emissions[i]!,
    }));
}

function regionsOf(columns: DatasetColumns): CarriedSources["regionOf"] {
  const regions = labelsOf(columns, "wiod_region");
  return new Map(labelsOf(columns, "iso3").map((iso3, i) => [iso3, regions[i]!]));
}

function co2Rows(columns: DatasetColumns): CarriedSources["co2"] {
  const [year, region, sector, kt] = ["year", "region_index", "sector_number", "co2_kt"].map((name) =>
    filled(columns, name),
  );
  return indices(columns).map((i) => ({ year: year![i]!, region: region![i]!, sector: sector![i]!, kt: kt![i]! }));
}

function errorRows(columns: DatasetColumns): CarriedError[] {
  const [known, gas, region] = ["known", "gas", "region"].map((name) => labelsOf(columns, name));
  const [from, to, error] = ["from_year", "year", "error_percent"].map((name) => filled(columns, name));
  return known!.map((each, i) => ({
    from: from![i]!,
    to: to![i]!,
    known: each as Knowledge,
    gas: gas![i]!,
    region: region![i]!,
    error: error![i]! / 100,
  }));
}

function indices({ rows }: DatasetColumns): number[] {
  return Array.from({ length: rows }, (_, i) => i);
}
