import type { ResidualStatement } from "../factors/disclosure.ts";
import { type GridFactor, gridAverages, residualMixes } from "../factors/shipped-grids.ts";
import type { Read } from "../tool/read.ts";
import { heatDatasets, heatFactors } from "./heat-factors.ts";
import {
  co2OnlyGrid,
  factorUnit,
  gridAverage,
  lifeCycleGrid,
  residualMix,
  type ScopeFactor,
  shippedFactor,
} from "./scope-factor.ts";
import type { PriceStep } from "./scope-selection.ts";
import { priceDatasets, shippedPrices } from "./shipped-prices.ts";

/** The shipped datasets of scope 2, and of scopes 2 and 3. */
export const energyDatasets = [
  "grid_factors_china",
  "electricity_intensity",
  "residual_mixes",
  ...heatDatasets,
] as const;
export const scopeDatasets = [
  ...energyDatasets,
  "factors_value_chain_uk",
  "factors_spend_us",
  ...priceDatasets,
] as const;

/** The datasets that a call needs; the others are not opened. */
export interface ScopesNeeded {
  readonly energy: boolean;
  readonly activity: boolean;
  readonly money: boolean;
}

/** The shipped factors of scopes 2 and 3, and what is known of countries without a residual mix. */
export interface ShippedScopes {
  readonly factors: readonly ScopeFactor[];
  readonly residual: readonly ResidualStatement[];
  /** From money of other currencies and years to that of the shipped factors. */
  readonly prices: readonly PriceStep[];
}

/** The shipped factors of scopes 2 and 3 in the library's form. `metric` is used if a source states none. */
export async function shippedScopes(needed: ScopesNeeded, metric: string, read: Read): Promise<ShippedScopes> {
  const [averages, heat, { mixes, statements }, activity, money] = await Promise.all([
    needed.energy ? gridAverages(read) : [],
    needed.energy ? heatFactors(metric, read) : [],
    needed.energy ? residualMixes(read) : { mixes: [], statements: [] },
    needed.activity ? activityFactors(read) : [],
    needed.money ? spendFactors(read) : [],
  ]);
  return {
    factors: [
      ...averages.map((of) => gridFactor("grid average", of, metric)),
      ...mixes.map((of) => gridFactor("residual mix", of, metric)),
      ...heat,
      ...activity,
      ...money,
    ],
    residual: statements,
    prices: money.length === 0 ? [] : await shippedPrices(money[0]!.year!, read),
  };
}

/** Factors in the library's form by metric, kept as long as those from which they are made: there are thousands for each call. */
const known = new WeakMap<GridFactor, Map<string, ScopeFactor>>();

function gridFactor(activity: "grid average" | "residual mix", factor: GridFactor, metric: string): ScopeFactor {
  const byMetric = known.get(factor) ?? new Map<string, ScopeFactor>();
  known.set(factor, byMetric);
  const made = byMetric.get(metric) ?? makeGridFactor(activity, factor, metric);
  byMetric.set(metric, made);
  return made;
}

function makeGridFactor(activity: "grid average" | "residual mix", factor: GridFactor, metric: string): ScopeFactor {
  const { country, place, grid, year, lifeCycle, value, source } = factor;
  const named = activity === "grid average" ? gridAverage() : residualMix();
  return {
    ...shippedFactor,
    scope: 2,
    categories: ["electricity"],
    activity,
    value,
    ...factorUnit(factor.unit, metric),
    country,
    place,
    grid,
    lifeCycle,
    year,
    source,
    valueStatus: "transcription",
    trap: lifeCycle ? lifeCycleGrid({ country }) : co2OnlyGrid({ activity: named, place: place ?? country }),
  };
}

async function activityFactors(read: Read): Promise<ScopeFactor[]> {
  const columns = await read("factors_value_chain_uk");
  const [id, categories, activity, unit] = ["factor_id", "categories", "activity", "unit"].map((name) =>
    columns.texts(name),
  );
  const [value, year] = [columns.numbers("factor"), columns.numbers("year")];
  return Array.from({ length: columns.rows }, (_, row) => ({
    ...shippedFactor,
    scope: categories![row] === "outside" ? ("outside" as const) : (3 as const),
    categories: categories![row]!.split(" "),
    activity: activity![row]!,
    id: id![row]!,
    value: value[row]!,
    unit: unit![row]!,
    country: "GBR",
    year: year[row]!,
    source: `dataset factors_value_chain_uk: DESNZ conversion factors ${year[row]}, ${id![row]}`,
    valueStatus: "transcription" as const,
  }));
}

/** Money may be spent on anything: goods, capital goods, freight, waste, travel, leases, franchises, investments. */
const spendCategories = ["1", "2", "4", "5", "6", "8", "9", "10", "14", "15"];

async function spendFactors(read: Read): Promise<ScopeFactor[]> {
  const columns = await read("factors_spend_us");
  const [id, activity] = [columns.texts("naics2017"), columns.texts("commodity")];
  const [value, withoutMargins] = [columns.numbers("with_margins"), columns.numbers("without_margins")];
  const year = columns.numbers("year");
  return Array.from({ length: columns.rows }, (_, row) => ({
    ...shippedFactor,
    scope: 3,
    categories: spendCategories,
    activity: activity[row]!,
    id: id[row]!,
    value: value[row]!,
    unit: ["kg CO2e AR5.GWP100/USD", year[row]].join(" "),
    withoutMargins: withoutMargins[row]!,
    country: "USA",
    year: year[row]!,
    source: `dataset factors_spend_us: EPA supply chain factors v1.3, NAICS ${id[row]}`,
    valueStatus: "transcription" as const,
  }));
}
