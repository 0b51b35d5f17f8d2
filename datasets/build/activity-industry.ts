import { common, copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

const treatment = (what: string) =>
  ({ type: "float64", unit: "%", description: `Share of the municipal waste: ${what}` }) as const;
const part = (what: string) =>
  ({ type: "float64", unit: "%", description: `Share of the municipal waste by mass: ${what}` }) as const;

/** Minerals and metals produced, and municipal waste, by country: activity data of industry and waste. */
export async function buildIndustryActivity(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  return Promise.all([
    copiedTable(figures, countries, {
      of: "usgs_mineral_production",
      name: "mineral_production_countries",
      title: "Cement, ammonia, iron, steel and aluminium by country, {years} (US Geological Survey)",
      title_zh: "各国水泥、氨、生铁、粗钢和铝产量，{years}年（美国地质调查局）",
      kind: "production",
      summary: "Production by country, clinker capacity beside it, each number by its newest edition.",
      columns: {
        ...common,
        product: {
          type: "label",
          description: "cement, clinker_capacity, ammonia_n, pig_iron, raw_steel or aluminium_primary",
        },
        production_kt: { type: "float64", unit: "kt", description: "Production; of ammonia the nitrogen in it" },
        edition: { type: "label", description: "Edition of the survey that states it" },
      },
      traps: [
        "Filter area_type = 'country' before summing: the world and the rest are rows too.",
        "Cement of 2013 to 2017 has two rows, of the summaries and of the yearbook: choose one edition.",
        "Cement is not clinker; clinker_capacity is what plants could make, not what they made.",
        "Ammonia is in t of nitrogen: × 17.031/14.007 for ammonia.",
        "The last year of an edition is an estimate. Countries drop in and out of the editions; most have no row of most products.",
        "Raw steel of 2018 to 2020 does not add up to the world by 3 to 5 %. The USA includes Puerto Rico.",
        "Read out of the text of the publisher's documents. Cement of the USA in 2003 was repaired: a footnote had merged with the number.",
      ],
    }),
    copiedTable(figures, countries, {
      of: "waste_what_a_waste_2",
      name: "waste_countries",
      title: "Municipal waste by country: amount, composition and treatment (World Bank)",
      title_zh: "各国城市固体废物：产生量、组成与处理方式（世界银行）",
      kind: "production",
      summary: "One row a country, of the latest year that it reported.",
      years: null,
      columns: {
        iso3: common.iso3,
        country: { type: "label", description: "Name in the source" },
        population: { type: "float64", unit: "persons", description: "Population of the year of the report" },
        msw_t: { type: "float64", unit: "t/yr", description: "Municipal solid waste generated" },
        industrial_waste_t: { type: "float64", unit: "t/yr", description: "Industrial waste" },
        hazardous_waste_t: { type: "float64", unit: "t/yr", description: "Hazardous waste" },
        food_organic_pct: part("food and organic"),
        garden_pct: part("garden"),
        paper_pct: part("paper"),
        wood_pct: part("wood"),
        plastic_pct: part("plastic"),
        rubber_leather_pct: part("rubber and leather"),
        glass_pct: part("glass"),
        metal_pct: part("metal"),
        other_pct: part("other"),
        sanitary_landfill_gas_pct: treatment("sanitary landfill with gas collection"),
        controlled_landfill_pct: treatment("controlled landfill"),
        landfill_unspecified_pct: treatment("landfill without further description"),
        open_dump_pct: treatment("open dump"),
        incineration_pct: treatment("incineration"),
        compost_pct: treatment("composting"),
        anaerobic_digestion_pct: treatment("anaerobic digestion"),
        recycling_pct: treatment("recycling"),
        other_treatment_pct: treatment("other treatment"),
        unaccounted_pct: treatment("unaccounted for"),
        waterways_marine_pct: treatment("waterways and sea"),
        collection_population_pct: {
          type: "float64",
          unit: "%",
          description: "Share of the population whose waste is collected",
        },
      },
      traps: [
        "There is no column of the year: years differ by country, 2000 to 2020.",
        "Composition and treatment are missing for many; India has no composition.",
        "Shares do not always add up to 100 %.",
        "This file sums to 2.07 Gt; the report states 2.01 Gt for 2016.",
      ],
    }),
  ]);
}
