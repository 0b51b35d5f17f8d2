import { messages } from "../message/message.ts";
import { type AccountRow, PanoramaError } from "./account.ts";
import type { Accounts } from "./fossil-accounts.ts";

const said = messages("panorama", {
  tradeValuesRegions: {
    en: "trade.{field} has {count} values for {count2} regions.",
    zh: "trade.{field} 有 {count} 个数值，而地区有 {count2} 个。",
  },
});

/** The accounts of a multi-regional input–output table, one value a region, Mt CO2: households are in both sides. */
export interface TradeResult {
  readonly year: number;
  readonly source: string;
  readonly regions: readonly string[];
  readonly production: readonly number[];
  readonly consumption: readonly number[];
  readonly imports: readonly number[];
  readonly exports: readonly number[];
  /** Emissions enabled by the region's value added. */
  readonly income?: readonly number[] | undefined;
}

/** Residence, imports, exports, consumption and, if given, income, of one region; regions of the group that the table lacks are named. */
export function tradeAccounts(region: string, members: readonly string[], trade: TradeResult): Accounts {
  for (const field of ["production", "consumption", "imports", "exports"] as const)
    if (trade[field].length !== trade.regions.length)
      throw new PanoramaError(
        "trade",
        said.tradeValuesRegions({ field, count: trade[field].length, count2: trade.regions.length }),
      );
  const places = members.map((iso3) => trade.regions.indexOf(iso3)).filter((at) => at >= 0);
  if (places.length === 0) return { rows: [], lacks: [`${trade.source} has no region ${region}.`] };
  const missing = members.filter((iso3) => !trade.regions.includes(iso3));
  const lacks =
    missing.length > 0
      ? [`${trade.source} has ${missing.join(", ")} in its rest of the world: ${region} is without them.`]
      : [];
  // Within a group imports and exports are gross of what its members trade with one another.
  if (places.length > 1)
    lacks.push(
      `Imports and exports of ${region} hold what its members trade with one another; their difference does not.`,
    );
  const sum = (values: readonly number[]) => places.reduce((total, at) => total + values[at]!, 0);
  const common = {
    region,
    year: trade.year,
    gas: "CO2",
    unit: "Mt CO2",
    metric: "",
    lo: null,
    hi: null,
    bounds: "none",
    source: trade.source,
  } as const;
  const row = (
    principle: AccountRow["principle"],
    category: AccountRow["category"],
    value: number,
    method: string,
  ): AccountRow => ({ ...common, principle, category, value, method });
  return {
    rows: [
      row(
        "residence",
        "total",
        sum(trade.production),
        "emission accounts by sector and households, of residents wherever they are",
      ),
      row("consumption", "imports", sum(trade.imports), "embodied in imports for final use, S L Y"),
      row("consumption", "exports", sum(trade.exports), "embodied in exports for final use, S L Y"),
      row("consumption", "total", sum(trade.consumption), "S L Y and households"),
      ...(trade.income ? [row("income", "total", sum(trade.income), "enabled by value added (Ghosh)")] : []),
    ],
    lacks,
  };
}
