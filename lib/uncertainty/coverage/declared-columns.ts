import { type Coverage, coverageOf, type IntervalName } from "./coverage.ts";

const factor: Readonly<Record<string, IntervalName>> = { value: "default factor of the IPCC" };
const country: Readonly<Record<string, IntervalName>> = {
  production_mtco2: "fossil CO2 of a country",
  consumption_mtco2: "consumption of a country",
  net_import_mtco2: "net transfer of a country",
};

/** The intervals that datasets declare of their columns, by dataset and column. */
const declared: Readonly<Record<string, Readonly<Record<string, IntervalName>>>> = {
  carbon_budget_countries: country,
  carbon_budget_countries_2024: country,
  carbon_budget_global: {
    fossil_gtc: "fossil CO2 of the world",
    land_use_change_gtc: "global budget: land use change",
    ocean_sink_gtc: "global budget: ocean sink",
    land_sink_gtc: "global budget: land sink",
  },
  factors_energy: factor,
  factors_ippu: factor,
  factors_afolu: factor,
  factors_waste: factor,
};

/** How many published figures lie inside what a dataset declares of a column; null where none was held against it. */
export function coverageOfColumn(dataset: string, column: string): Coverage | null {
  const name = declared[dataset]?.[column];
  return name === undefined ? null : coverageOf([name]);
}
