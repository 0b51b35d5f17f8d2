import { readFileSync } from "node:fs";
import { examples } from "./table-examples.ts";

const seeds = JSON.parse(readFileSync(new URL("../../../fuzz/tool-inputs.json", import.meta.url), "utf8")) as Readonly<
  Record<string, readonly object[]>
>;

const goods = {
  sinter: { activityLevel_t: 100, attributed_t: 20 },
  iron: { activityLevel_t: 80, attributed_t: 110, precursors: { sinter: 100 } },
};
const product = { id: "steel", name: "steel", unit: "kg" };
const making = {
  id: "mill",
  name: "mill",
  exchanges: [
    { type: "production", product: "steel", amount: 1, unit: "kg" },
    { type: "biosphere", flow: "Carbon dioxide", compartment: "air", amount: 2, unit: "kg" },
  ],
};
const exported = { capacity_MW: 1, capacityFactor: 0.2, lifetime_yr: 25, embodied_t_MW: 600, gridFactor_t_MWh: 0.6 };

/** Inputs of tools that have none in the other lists. */
const others: Readonly<Record<string, object>> = {
  "quantity.compare": { left: { value: 2, unit: "kt CO2" }, right: { value: 1, unit: "kt CO2" } },
  "quantity.growth": { from: { value: 2, unit: "kt CO2" }, to: { value: 3, unit: "kt CO2" }, years: 10 },
  "inventory.clinker": { clinker: 1000, limeContent: 0.65 },
  "inventory.sheep": { animal: "Mature sheep", head: 100, weight: 50, Cfi: 0.236, Ca: 0.0107, digestible: 65, Ym: 6.5 },
  "budget.methane": {
    rows: [
      ["Natural sources", "Total natural sources", 371],
      ["Anthropogenic sources", "Total anthropogenic sources", 366],
      ["Sinks", "Total sinks", 625],
      ["Atmospheric growth", "Atmospheric growth", 19, "top_down"],
    ].map(([section, category, mean_tg, approach = "bottom_up"]) => ({
      section,
      category,
      period: "2008-2017",
      approach,
      edition: "Saunois 2020",
      mean_tg,
      min_tg: null,
      max_tg: null,
    })),
  },
  "natural.oceanUptake": Object.fromEntries(
    Object.entries({
      temperature_C: 20,
      salinity: 35,
      wind_m_s: 7,
      fco2_water_uatm: 360,
      fco2_air_uatm: 400,
    }).map(([field, value]) => [field, [[value, value]]]),
  ),
  "natural.landUseSpread": {
    from: 2000,
    to: 2001,
    rows: ["BLUE", "OSCAR"].flatMap((model) =>
      [2000, 2001].map((year) => ({ model, year, mtc: model === "BLUE" ? 10 : 12 })),
    ),
  },
  "natural.wetland": {
    waters: [
      { name: "marsh", area_km2: 100, flux_mg_m2_day: 50, days: 180 },
      { name: "lake", area_km2: 40, flux_mg_m2_day: 20, days: 180 },
    ],
  },
  "natural.ranges": { gas: "CH4" },
  "panorama.reconcile": {
    from: 10,
    to: 14,
    effects: [
      { effect: "bunkers", value: 3, source: "a source", method: "a method" },
      { effect: "scope", value: 1, source: "a source", method: "a method" },
    ],
  },
  "panorama.avoided": {
    capacity_MW: 1,
    capacityFactor: 0.2,
    lifetime: 25,
    grid_t_per_MWh: 0.6,
    embodied_t_per_MW: 600,
  },
  "panorama.announced": { region: "CHN" },
  "lifecycle.spend": {
    purchases: [
      { sector: "325510", amount: 6, priceYear: 2012, basis: "producer" },
      { sector: "331110", amount: 9, priceYear: 2012, basis: "producer" },
    ],
  },
  "lifecycle.write": { title: "Steel", format: "olca", activities: [making], products: [product] },
  "industry.operations": { of: [] },
  "industry.plants": { of: [] },
  "industry.allocation": {
    price: 80,
    plants: [
      { name: "one", output: 1000, unit: "MWh", emissions_t: 900, benchmark: 0.8 },
      { name: "two", output: 2000, unit: "MWh", emissions_t: 1500, benchmark: 0.8 },
    ],
  },
  "cbam.obligation": { good: "72081000", origin: "CHN", mass_t: 1000, price: 80, year: 2026, actual: { direct: 1.9 } },
  "cbam.communication": {
    installation: { name: "Works", operator: "Steel", city: "Tangshan", country: "CHN" },
    period: { start: "2026-01-01", end: "2026-12-31" },
    goods: { iron: { cn: "7201 10 11", activityLevel_t: 90, attributed_t: 130 } },
    carbonPrices: [{ instrument: "market", country: "CHN", price: 62, currency: "CNY", covered_percent: 80 }],
  },
  "cbam.embedded": { goods },
  "avoided.exports": exported,
  "avoided.surface": {
    year: 2024,
    x: { parameter: "lifetime_yr", from: 20, to: 30 },
    y: { parameter: "decline", from: 0, to: 0.02 },
  },
  "avoided.solar": { year: 2024, embodied_t_MW: 600 },
  "avoided.wind": { year: 2024 },
  "data.query": {
    dataset: "carbon_budget_countries",
    select: ["year", "production_mtco2"],
    where: { iso3: "DEU", year: [2020, 2021] },
    order: ["year"],
    limit: 5,
  },
  "consumption.carried": { year: 2015, region: "DEU" },
};

/** An input that fits, for a tool by its name. */
export function exampleOf(tool: string): object | undefined {
  return (examples[tool] as object | undefined) ?? others[tool] ?? seeds[tool]?.[0];
}
