import { brokenReports, countryYear, sumsOf } from "./broken-reports.ts";
import { common, copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

/** The Global Carbon Budget's tables of countries, of which the newest is taken. */
const budgetTables = /^gcb(\d{4})_national$/;

/** Countries and years whose reports are left out, and a sentence that names them. */
async function leftOut(figures: Figures) {
  const [inventory, budget, others] = await Promise.all([
    figures.read("unfccc_inventory"),
    figures.read(figures.newest(budgetTables).id),
    figures.read("edgar2024_nonco2"),
  ]);
  const gas = others.texts("gas");
  const ofGas = (name: string) => sumsOf(others, "emissions_mtco2e_ar5", (row) => gas[row] === name);
  const found = brokenReports(inventory, {
    fossil: sumsOf(budget, "production_mtco2"),
    ch4: ofGas("CH4"),
    n2o: ofGas("N2O"),
  });
  const broken = new Map(found.map((one) => [countryYear(one.iso3, one.year), one]));
  const told = [...broken.values()].map(
    ({ iso3, year, measure, category, reported, independent }) =>
      `${iso3} ${year} (${measure}, ${category}: ${reported.toPrecision(3)} Mt for ${independent.toPrecision(3)} Mt)`,
  );
  return {
    isLeftOut: (iso3: string, year: number) => broken.has(countryYear(iso3, year)),
    traps:
      told.length === 0
        ? []
        : [
            `Left out whole, since energy or a gas is a hundred times more or less than in the Global Carbon Budget or EDGAR, as where kt were taken for Mt: ${told.join("; ")}.`,
          ],
  };
}

/** What countries reported, and CO2 by fuel of others: beside an inventory of one's own. */
export async function buildReportedInventories(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  const broken = await leftOut(figures);
  return Promise.all([
    copiedTable(figures, countries, {
      of: "unfccc_inventory",
      name: "inventories_reported",
      title: "Greenhouse gases as countries report them, {years} (UNFCCC)",
      title_zh: "各国向《公约》报告的温室气体清单，{years}年（UNFCCC）",
      kind: "production",
      summary: "Emissions and removals by gas, sector and category, as parties report them.",
      where: (figure) => {
        const [iso3, year] = [figure.texts("iso3"), figure.numbers("year")];
        return (row) => !broken.isLeftOut(iso3[row]!, year[row]!);
      },
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
        ...broken.traps,
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
