import { float64, int16, label } from "./column.ts";
import { type Origin, type TableDataset, table } from "./dataset.ts";

const source = "Chinese Academy of Sciences, announcement of 8 April 2026, as reported by Xinhua";
const method =
  "announced as greenhouse gases of 2022, panoramic accounting against the IPCC's production side; tables, metric, boundary and code are not public";

const origin: Origin = {
  publisher: "Chinese Academy of Sciences, as reported by Xinhua",
  citation: `${source}.`,
  vintage: "8 April 2026",
  licence: "facts from a publication",
  licence_confirmed: false,
  source: "Xinhua, report of 8 April 2026 on Panshi·Yuheng 1.0, written down for this notebook",
};

type Row = readonly [
  item: string,
  region: string,
  year: number,
  gas: string,
  value: number,
  unit: string,
  method: string | null,
];

const rows: readonly Row[] = [
  ["panorama_to_production", "CHN", 2022, "GHG", -17.7, "%", method],
  ["panorama_to_production", "USA", 2022, "GHG", 15.2, "%", method],
  ["panorama_to_production", "JPN", 2022, "GHG", 7.2, "%", method],
  ["exports_making", "CHN", 2024, "CO2", 2, "Mt CO2", null],
  ["exports_avoided", "CHN", 2024, "CO2", 350, "Mt CO2", null],
];

/**
 * What Panshi·Yuheng 1.0 announced, as the press reported it. No calculation uses these figures, and none is fitted to them.
 */
export function buildAnnounced(): TableDataset {
  const column = <K extends keyof Row>(at: K) => rows.map((row) => row[at]) as Row[K][];
  return table(
    {
      name: "panorama_announced",
      title: "What Panshi·Yuheng 1.0 announced",
      title_zh: "磐石·玉衡1.0公布的数值",
      kind: "consumption",
      summary:
        "Three differences between panoramic accounting and the IPCC's production side for 2022, and the claim on exported wind and solar goods of 2024.",
      years: [2022, 2024],
      traps: [
        "As reported in the press: tables, metric, boundary and code are not public.",
        "To stand beside one's own figures, not to be used in them.",
        "The unit stands in each row.",
      ],
    },
    origin,
    [
      label("item", column(0), "What was announced: panorama_to_production, exports_making or exports_avoided"),
      label("region", column(1), "ISO 3166 alpha-3"),
      int16("year", column(2), "none", "Year that the figure is of"),
      label("gas", column(3), "GHG for greenhouse gases together, or CO2"),
      float64("value", column(4), "see column unit", "Figure"),
      label("unit", column(5), "Unit of value: % of the production side, or Mt CO2"),
      label(
        "source",
        rows.map(() => source),
        "Who announced it, when, and who reported it",
      ),
      label("method", column(6), "How it was reached, as far as that was said; null where nothing was"),
    ],
  );
}
