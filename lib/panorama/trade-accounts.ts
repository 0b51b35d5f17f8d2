import { type Message, messages } from "../message/message.ts";
import { type AccountRow, PanoramaError } from "./account.ts";
import type { Accounts } from "./fossil-accounts.ts";

const texts = messages("panorama", {
  noRegion: { en: "{source} has no region {region}.", zh: "{source} 中没有地区 {region}。" },
  inRestOfWorld: {
    en: "{source} has {missing} in its rest of the world: {region} is without them.",
    zh: "{source} 将 {missing} 计入世界其他地区：{region} 不含这些国家。",
  },
  grossOfMembers: {
    en: "Imports and exports of {region} include trade among its members; their difference does not.",
    zh: "{region} 的进口与出口含成员之间的贸易，两者之差不含。",
  },
  bySectors: {
    en: "emission accounts by sector and households, of residents wherever they are",
    zh: "常住单位（无论在何处）的分部门与住户排放账户",
  },
  inImports: { en: "embodied in imports for final use, S L Y", zh: "最终使用进口中隐含，S L Y" },
  inExports: { en: "embodied in exports for final use, S L Y", zh: "最终使用出口中隐含，S L Y" },
  ofFinalUse: { en: "S L Y and households", zh: "S L Y 与住户" },
  byValueAdded: { en: "enabled by value added (Ghosh)", zh: "由增加值促成（Ghosh）" },

  lengthOfTrade: {
    en: "trade.{field} has {count} values for {regions} regions.",
    zh: "trade.{field} 有 {count} 个数值，而地区有 {regions} 个。",
  },
});

/** The accounts of a multi-regional input–output table, one value per region, Mt CO2, households included on both sides. */
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

/** Residence, imports, exports, consumption and, if given, income, of one region; members that the table lacks are named. */
export function tradeAccounts(region: string, members: readonly string[], trade: TradeResult): Accounts {
  for (const field of ["production", "consumption", "imports", "exports"] as const)
    if (trade[field].length !== trade.regions.length)
      throw new PanoramaError(
        "trade",
        texts.lengthOfTrade({ field, count: trade[field].length, regions: trade.regions.length }),
      );
  const places = members.map((iso3) => trade.regions.indexOf(iso3)).filter((at) => at >= 0);
  if (places.length === 0) return { rows: [], lacks: [texts.noRegion({ source: trade.source, region })] };
  const missing = members.filter((iso3) => !trade.regions.includes(iso3));
  const lacks = missing.length > 0 ? [texts.inRestOfWorld({ source: trade.source, missing, region })] : [];
  // Imports and exports of a group include trade among its members.
  if (places.length > 1) lacks.push(texts.grossOfMembers({ region }));
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
    method: Message,
  ): AccountRow => ({ ...common, principle, category, value, method });
  return {
    rows: [
      row("residence", "total", sum(trade.production), texts.bySectors()),
      row("consumption", "imports", sum(trade.imports), texts.inImports()),
      row("consumption", "exports", sum(trade.exports), texts.inExports()),
      row("consumption", "total", sum(trade.consumption), texts.ofFinalUse()),
      ...(trade.income ? [row("income", "total", sum(trade.income), texts.byValueAdded())] : []),
    ],
    lacks,
  };
}
