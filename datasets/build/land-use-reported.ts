import { float64, int16, label } from "./column.ts";
import { type TableDataset, table } from "./dataset.ts";

/**
 * Net land use, land-use change and forestry as countries report it: all fluxes of managed land, growth by CO2 and nitrogen
 * included. No table at hand confirms these; each ships with the status `memory`.
 */
const rows: readonly (readonly [iso3: string | null, entity: string, year: number, mtco2: number, source: string])[] = [
  ["USA", "United States", 2021, -754, "US EPA (2023), Inventory of U.S. Greenhouse Gas Emissions and Sinks 1990-2021"],
  [null, "EU27", 2021, -230, "EEA (2023), Annual European Union greenhouse gas inventory 1990-2021"],
  ["CHN", "China", 2014, -1115, "People's Republic of China (2018), Second Biennial Update Report"],
  ["IND", "India", 2019, -485, "Government of India (2023), Third National Communication"],
  ["JPN", "Japan", 2021, -48, "GIO, Japan (2023), National Greenhouse Gas Inventory Report"],
];

export function buildReportedLandUse(): TableDataset {
  return table(
    {
      name: "land_use_reported",
      title: "Land use, land-use change and forestry as reported to the UNFCCC: five regions",
      title_zh: "向UNFCCC报告的土地利用、土地利用变化和林业净通量：五个国家和地区",
      kind: "natural",
      summary:
        "Net flux of managed land as national inventories report it, one year each, to set beside bookkeeping models of the same year.",
      years: [2014, 2021],
      traps: [
        "value_status is memory: written from memory of the reports named in each row; confirm before use.",
        "By the managed-land proxy the growth of standing forests counts as anthropogenic: not comparable to bookkeeping models without that flux.",
        "Some countries report with CH4 and N2O of land, in CO2 equivalents; the difference is a few per cent.",
      ],
    },
    {
      publisher: "National inventories under the UNFCCC, as recalled by this collection",
      citation: "The report named in each row.",
      vintage: "reports of 2018 to 2023",
      licence: "facts from a publication",
      licence_confirmed: false,
      source: "National reports to the UNFCCC; five values written from memory",
    },
    [
      label(
        "iso3",
        rows.map(([iso3]) => iso3),
        "ISO 3166 alpha-3; null for the EU27",
      ),
      label(
        "entity",
        rows.map(([, entity]) => entity),
        "Name",
      ),
      int16(
        "year",
        rows.map(([, , year]) => year),
        "none",
        "Year",
      ),
      float64(
        "net_mtco2",
        rows.map(([, , , mtco2]) => mtco2),
        "Mt CO2/yr",
        "Net flux; negative where land takes up",
      ),
      label(
        "source",
        rows.map(([, , , , source]) => source),
        "Report",
      ),
      label(
        "value_status",
        rows.map(() => "memory"),
        "How the value came here: source, transcription or memory",
      ),
    ],
  );
}
