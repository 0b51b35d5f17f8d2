import { accounts } from "../../lib/mrio/accounts.ts";
import { shippedTable } from "../../lib/mrio/resource/shipped-table.ts";
import { footprintUncertainty } from "../../lib/mrio/uncertainty/footprint-uncertainty.ts";
import { editionOf } from "../../lib/panorama/tools/editions.ts";
import { Count, type ShippedInterval } from "./interval.ts";
import { read } from "./shipped.ts";

const YEAR = 2011;
/** The sliders of the notebook as it opens: half-widths, per cent; flows by size in million US$. */
const bySize = [
  { size: 10, halfWidthPercent: 100 },
  { size: 100_000, halfWidthPercent: 10 },
];
const assumed = [
  { name: "national emissions", part: "F", shared: "region", error: { halfWidthPercent: 8 } },
  { name: "sectoral emissions", part: "F", shared: "row", error: { halfWidthPercent: 20 } },
  { name: "input structure", part: "Z", shared: "column", error: { halfWidthPercent: 10 } },
  { name: "intermediate flows", part: "Z", shared: "cell", error: { bySize } },
  { name: "final demand", part: "Y", shared: "cell", error: { bySize } },
] as const;
const sources = assumed.map((source) => ({ ...source, law: "lognormal" as const }));

/** Consumption relative to production by the table of 2011 with the errors that a notebook assumes, against the Global Carbon Budget. */
export async function assumedTableErrors(): Promise<ShippedInterval[]> {
  const table = await shippedTable({ year: YEAR, edits: [] }, read);
  const options = { draws: 2000, exact: 0, seed: 1, output: "follows" } as const;
  const drawn = await footprintUncertainty(table, await accounts(table), sources, options);
  const edition = await editionOf("GCB 2025", { regions: "all", years: [YEAR] }, read);
  const count = new Count();
  for (const { region, adjustment } of drawn.regions) {
    const [made, moved] = [edition.production.at(region, YEAR), edition.transfer.at(region, YEAR)];
    if (adjustment && made && moved !== null) count.add((100 * moved) / made, adjustment.lo, adjustment.hi);
  }
  return [
    {
      name: "balance by assumed errors of a table",
      shownBy: ["uncertainty.footprint", "how-sure-is-the-balance"],
      nominal: "95 %",
      tests: [count.against("carbonBudget")],
    },
  ];
}
