import type { CountryYears } from "../../classification/country-years.ts";
import type { Part } from "../../tool/part.ts";
import type { DatasetColumns, Read } from "../../tool/read.ts";
import { seriesBy } from "./series-by.ts";

/** Figures of others for a country's production, indexed. Mt of the gas, or Mt CO2e by AR5 where the source has nothing else. */
export interface PublishedInventories {
  /** Territorial fossil CO2 of the Global Carbon Budget, Mt CO2. */
  readonly budget: CountryYears;
  /** The same by coal, oil, gas and cement. */
  readonly budgetByFuel: (source: string) => CountryYears;
  /** CEDS, Mt of CO2 or CH4. */
  readonly ceds: (gas: string) => CountryYears;
  /** EDGAR, Mt CO2e by AR5, by gas and sector. */
  readonly edgar: (gas: string, sector: string) => CountryYears;
  readonly edgarSectors: readonly string[];
  /** As reported to the UNFCCC: Mt CO2, CH4, N2O by sector, Mt CO2e by gas. */
  readonly reported: (measure: string, category: string) => CountryYears;
  /** Climate TRACE, Mt CO2e, all sectors. */
  readonly trace: CountryYears;
}

export const publishedDatasets = [
  "carbon_budget_countries",
  "fossil_co2_by_fuel",
  "ceds_countries",
  "nonco2_countries",
  "inventories_reported",
  "climate_trace_countries",
] as const;

const made = new WeakMap<DatasetColumns, PublishedInventories>();

/** Reads what others published. @param part the rows that a result depends on, for the trail. */
export async function readPublishedInventories(read: Read, part: Part): Promise<PublishedInventories> {
  const [budget, byFuel, ceds, edgar, reported, trace] = (await Promise.all(
    publishedDatasets.map((name) => read(name, part)),
  )) as [DatasetColumns, DatasetColumns, DatasetColumns, DatasetColumns, DatasetColumns, DatasetColumns];
  const known = made.get(budget);
  if (known) return known;
  const all = seriesBy(edgar, ["gas", "sector"], "emissions_mtco2e_ar5");
  const published: PublishedInventories = {
    budget: seriesBy(budget, [], "production_mtco2")(),
    budgetByFuel: seriesBy(byFuel, ["source"], "emissions_mtco2"),
    ceds: seriesBy(ceds, ["gas"], "emissions_kt", 1e-3),
    edgar: all,
    edgarSectors: [...new Set(Array.from(edgar.texts("sector"), (sector) => sector ?? ""))].sort(),
    reported: seriesBy(reported, ["measure", "category"], "value_mt"),
    trace: seriesBy(trace, [], "ghg_tco2e", 1e-6)(),
  };
  made.set(budget, published);
  return published;
}
