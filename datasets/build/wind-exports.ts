import { copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

/** China's exports of wind turbines, as far as the press reported them. */
export async function buildWindExports(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  return copiedTable(figures, countries, {
    kind: "trade",
    of: "china_wind_exports",
    name: "china_wind_exports",
    title: "China's exports of wind turbines by destination, {years}",
    title_zh: "中国风电机组出口，按目的地，{years}年",
    summary: "Capacity of exported turbines: annual and cumulative totals and the five largest destinations.",
    traps: [
      "Only the five largest destinations have a share, rounded to 0.1 %: the rest of the total has no breakdown.",
      "Capacity handed over, not yet operating.",
      "Annual and cumulative capacity must not be added.",
      "Press reports of the association's statistics; the statistics themselves were not read.",
    ],
    columns: {
      measure: { type: "label", description: "annual, or cumulative at the end of the year" },
      year: { type: "int16", description: "Year" },
      iso3: { type: "label", description: "ISO 3166 alpha-3 of the destination; null for all" },
      area: { type: "label", description: "Destination" },
      turbines: { type: "int32", description: "Turbines" },
      capacity_mw: { type: "float64", unit: "MW", description: "Capacity" },
      share_pct: { type: "float64", unit: "%", description: "Published share of the total" },
      basis: { type: "label", description: "published, or how it was computed" },
    },
  });
}
