import { type Message, messages } from "../message/message.ts";
import { type AccountRow, rangeOf } from "./account.ts";
import type { Edition } from "./edition.ts";
import { type NationalSeries, WORLD } from "./national-series.ts";
import { SharedSentences } from "./shared-sentences.ts";

const texts = messages("panorama", {
  noProduction: {
    en: "{source} has no production of {region} in {year}.",
    zh: "{source} 没有 {region} 在 {year} 年的生产端数据。",
  },
  noProductionOfMembers: {
    en: "{source} has no production of {missing} in {year}: {region} is without them.",
    zh: "{source} 没有 {missing} 在 {year} 年的生产端数据：{region} 不含这些国家。",
  },
  noConsumption: {
    en: "{source} has no consumption of {region} in {year}.",
    zh: "{source} 没有 {region} 在 {year} 年的消费端数据。",
  },
  noConsumptionOfMembers: {
    en: "{source} has no consumption of {missing} in {year}: their net transfer is left out.",
    zh: "{source} 没有 {missing} 在 {year} 年的消费端数据：未计其净转移。",
  },
  byTerritory: {
    en: "energy statistics and cement, by territory, bunkers separate",
    zh: "能源统计与水泥，按属地，国际燃料舱单列",
  },
  noTransfer: { en: "none: what the world uses it makes", zh: "无：全球所用即全球所产" },
  byTables: {
    en: "multi-regional input–output, imports less exports of embodied CO2",
    zh: "多区域投入产出，隐含 CO2 进口减出口",
  },
  territorialAndTransfer: { en: "territorial plus net transfer", zh: "属地加净转移" },
  ranged: { en: "{method}; lo and hi with {others}", zh: "{method}；lo 与 hi 取自 {others}" },
});

/** Sources of a region's production: an edition, with other estimates of the same quantity as its range. */
export interface FossilSources {
  /** The edition of the values; editions are never mixed in one row. */
  readonly edition: Edition;
  readonly otherEditions: readonly Edition[];
  /** Other estimates of territorial fossil CO2, Mt CO2. */
  readonly otherProduction: readonly NationalSeries[];
}

export interface Accounts {
  readonly rows: AccountRow[];
  /** Notes on missing data. */
  readonly lacks: Message[];
}

/**
 * Territorial fossil CO2, the net transfer, and consumption = territorial + net transfer, of one region and year.
 * lo and hi are the lowest and the highest of the other editions (and, for production, of other sources) and the edition's
 * own: a range of sources, no interval.
 * A source without a member of a group is left out of the range.
 */
export function fossilAccounts(region: string, year: number, sources: FossilSources): Accounts {
  const { edition, otherEditions, otherProduction } = sources;
  const source = edition.name;
  const rows: AccountRow[] = [];
  const lacks: Message[] = [];
  const produced = edition.production.of(region, year);
  if (produced.value === null) return { rows, lacks: [texts.noProduction({ source, region, year })] };
  if (produced.missing.length > 0)
    lacks.push(texts.noProductionOfMembers({ source, missing: produced.missing, year, region }));
  const row = (
    principle: AccountRow["principle"],
    category: AccountRow["category"],
    value: number,
    estimates: readonly Estimate[],
    method: Message,
  ): AccountRow => ({
    region,
    year,
    category,
    gas: "CO2",
    principle,
    value,
    unit: "Mt CO2",
    metric: "",
    ...rangeOf(value, estimates),
    source,
    method: ranged(method, estimates),
  });
  const made = completeEstimates(
    [...otherEditions.map(({ production }) => production), ...otherProduction],
    region,
    year,
  );
  rows.push(row("territorial", "total", produced.value, made, texts.byTerritory()));
  const moved = edition.transfer.of(region, year);
  if (moved.value === null) {
    lacks.push(texts.noConsumption({ source, region, year }));
    return { rows, lacks };
  }
  if (moved.missing.length > 0) lacks.push(texts.noConsumptionOfMembers({ source, missing: moved.missing, year }));
  const traded = region === WORLD ? texts.noTransfer() : texts.byTables();
  const transfers = completeEstimates(
    otherEditions.map(({ transfer }) => transfer),
    region,
    year,
  );
  const consumed = transfers.flatMap(({ name, value }) => {
    const own = otherEditions.find((other) => other.name === name)?.production.completeSum(region, year) ?? null;
    return own === null ? [] : [{ name, value: own + value }];
  });
  rows.push(row("consumption", "net transfer", moved.value, transfers, traded));
  rows.push(row("consumption", "total", produced.value + moved.value, consumed, texts.territorialAndTransfer()));
  return { rows, lacks };
}

interface Estimate {
  readonly name: string;
  readonly value: number;
}

/** The estimates of a region from series with all of its members. */
function completeEstimates(series: readonly NationalSeries[], region: string, year: number): Estimate[] {
  const found: Estimate[] = [];
  for (const each of series) {
    const value = each.completeSum(region, year);
    if (value !== null) found.push({ name: each.name, value });
  }
  return found;
}

const sentences = new SharedSentences();

function ranged(method: Message, estimates: readonly Estimate[]): Message {
  if (estimates.length === 0) return method;
  const names = estimates.map(({ name }) => name);
  return sentences.of(method.code, names, (others) => texts.ranged({ method, others }));
}
