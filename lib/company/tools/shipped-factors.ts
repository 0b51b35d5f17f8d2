import type { Read } from "../../tool/read.ts";
import { factorUnit, lifeCycleGrid, type ScopeFactor } from "../scope-factor.ts";

/** The shipped datasets of scopes 2 and 3. */
export const scopeDatasets = ["electricity_intensity", "factors_value_chain_uk", "factors_spend_us"] as const;

/** The datasets that a call needs; the others are not opened. */
export interface ScopesNeeded {
  readonly energy: boolean;
  readonly activity: boolean;
  readonly money: boolean;
}

/** The shipped factors of scopes 2 and 3 in the library's form. `metric` is used if a source states none. */
export async function shippedScopeFactors(needed: ScopesNeeded, metric: string, read: Read): Promise<ScopeFactor[]> {
  const tables = await Promise.all([
    needed.energy ? gridAverages(metric, read) : [],
    needed.activity ? activityFactors(read) : [],
    needed.money ? spendFactors(read) : [],
  ]);
  return tables.flat();
}

const empty = {
  id: null,
  withoutMargins: null,
  biogenic: null,
  supplier: null,
  own: false,
  saysMetric: true,
  trap: null,
};

async function gridAverages(metric: string, read: Read): Promise<ScopeFactor[]> {
  const columns = await read("electricity_intensity");
  const [country, year, value] = [
    columns.texts("iso3"),
    columns.numbers("year"),
    columns.numbers("intensity_g_per_kwh"),
  ];
  const { unit } = factorUnit("g CO2e/kWh", metric);
  return Array.from({ length: columns.rows }, (_, row) => row)
    .filter((row) => country[row] !== null && value[row] !== null)
    .map((row) => ({
      ...empty,
      scope: 2,
      categories: ["electricity"],
      activity: "grid average",
      value: value[row]!,
      unit,
      country: country[row]!,
      year: year[row]!,
      source: "dataset electricity_intensity: Ember",
      valueStatus: "transcription" as const,
      saysMetric: false,
      trap: lifeCycleGrid({ country: country[row] }),
    }));
}

async function activityFactors(read: Read): Promise<ScopeFactor[]> {
  const columns = await read("factors_value_chain_uk");
  const [id, categories, activity, unit] = ["factor_id", "categories", "activity", "unit"].map((name) =>
    columns.texts(name),
  );
  const value = columns.numbers("factor");
  return Array.from({ length: columns.rows }, (_, row) => ({
    ...empty,
    scope: categories![row] === "outside" ? ("outside" as const) : (3 as const),
    categories: categories![row]!.split(" "),
    activity: activity![row]!,
    id: id![row]!,
    value: value[row]!,
    unit: unit![row]!,
    country: "GBR",
    year: 2025,
    source: `dataset factors_value_chain_uk: DESNZ conversion factors 2025, ${id![row]}`,
    valueStatus: "transcription" as const,
  }));
}

/** Money may be spent on anything: goods, capital goods, freight, waste, travel, leases, franchises, investments. */
const spendCategories = ["1", "2", "4", "5", "6", "8", "9", "10", "14", "15"];

async function spendFactors(read: Read): Promise<ScopeFactor[]> {
  const columns = await read("factors_spend_us");
  const [id, activity] = [columns.texts("naics2017"), columns.texts("commodity")];
  const [value, withoutMargins] = [columns.numbers("with_margins"), columns.numbers("without_margins")];
  return Array.from({ length: columns.rows }, (_, row) => ({
    ...empty,
    scope: 3,
    categories: spendCategories,
    activity: activity[row]!,
    id: id[row]!,
    value: value[row]!,
    unit: "kg CO2e AR5.GWP100/USD 2022",
    withoutMargins: withoutMargins[row]!,
    country: "USA",
    year: 2022,
    source: `dataset factors_spend_us: EPA supply chain factors v1.3, NAICS ${id[row]}`,
    valueStatus: "transcription" as const,
  }));
}
