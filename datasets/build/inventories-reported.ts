import { common, copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

/** What countries reported, and CO2 by fuel of others: beside an inventory of one's own. */
export async function buildReportedInventories(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  return Promise.all([
    copiedTable(figures, countries, {
      of: "unfccc_inventory",
      name: "inventories_reported",
      title: "Greenhouse gases as countries report them, {years} (UNFCCC)",
      title_zh: "各国向《公约》报告的温室气体清单，{years}年（UNFCCC）",
      kind: "production",
      summary: "Emissions and removals by gas, sector and category, as parties report them.",
      columns: {
        iso3: common.iso3,
        year: { type: "int16", description: "Year of the inventory" },
        measure: { type: "label", description: "What the categories are: by gas, by sector of one gas, land use …" },
        category: { type: "label", description: "Gas, sector or IPCC category" },
        value_mt: { type: "float64", unit: "Mt, in the column unit", description: "Emission, or removal below zero" },
        unit: { type: "label", description: "Mt CO2e (AR5 GWP100), Mt CO2, Mt CH4 or Mt N2O" },
        submission: { type: "int16", description: "Year of the submission, where the compiler states it" },
      },
      traps: [
        "The total of a measure by sector includes land use.",
        "Developing countries report few years, often by an older metric before conversion: gaps are many.",
        "In about 5 % of countries and years, gases and sectors differ by more than 5 %.",
        "Land use of ghg_by_gas holds all gases. Submissions differ by party.",
      ],
    }),
    copiedTable(figures, countries, {
      of: "gcb_fuel_country",
      name: "fossil_co2_by_fuel",
      title: "CO2 of coal, oil, gas and cement by country, {years} (Global Carbon Budget)",
      title_zh: "各国煤、石油、天然气和水泥的二氧化碳，{years}年（全球碳收支）",
      kind: "production",
      summary: "Fossil CO2 by fuel for some hundred countries and the world.",
      columns: {
        iso3: { type: "label", description: "ISO 3166 alpha-3; null for the world" },
        area_type: { type: "label", description: "country or world" },
        year: common.year,
        source: { type: "label", description: "coal, oil, gas or cement" },
        emissions_mtco2: { type: "float64", unit: "Mt CO2", description: "Emission" },
      },
      traps: [
        "Flaring and other sources are not listed: the four do not add up to the national total.",
        "Bangladesh, Iran, Pakistan, Senegal, the United Arab Emirates and Viet Nam are of the budget of 2024, to 2023; the others of 2025.",
      ],
    }),
    copiedTable(figures, countries, {
      of: "eia_co2_total",
      name: "energy_co2_eia",
      title: "CO2 of energy by country, {years} (US EIA)",
      title_zh: "各国能源二氧化碳排放，{years}年（美国 EIA）",
      kind: "production",
      summary: "CO2 of the consumption and flaring of fossil fuels, as the EIA published it in January 2017.",
      columns: {
        ...common,
        co2_mt: { type: "float64", unit: "Mt CO2", description: "CO2 of the consumption and flaring of fossil fuels" },
      },
      traps: [
        "There is no row of the world. Filter area_type = 'country' before summing: former states and territories are rows too.",
        "An old edition: China's coal was revised later.",
        "Includes the fuel of international ships and aircraft.",
      ],
    }),
  ]);
}
