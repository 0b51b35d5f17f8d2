import type { CompanyInventory } from "../../company/company-inventory.ts";
import { sourceOf } from "../../company/direct.ts";
import { valueChain } from "../../company/value-chain.ts";
import { isMessage, type Message, type MessageValue, messages } from "../../message/message.ts";
import type { AccountTotal, MatchedLine } from "../account-shapes.ts";

const texts = messages("account.company", {
  allLocation: { en: "Scopes 1, 2 (by location) and 3", zh: "范围一、二（基于位置）和三" },
  allMarket: { en: "Scopes 1, 2 (by market) and 3", zh: "范围一、二（基于市场）和三" },
  scope1: { en: "Scope 1, direct emissions", zh: "范围一，直接排放" },
  location: { en: "Scope 2, by location", zh: "范围二，基于位置" },
  market: { en: "Scope 2, by market", zh: "范围二，基于市场" },
  scope3: { en: "Scope 3, value chain", zh: "范围三，价值链" },
  ofSource: { en: "Scope 1, {source}", zh: "范围一，{source}" },
  ofCategory: { en: "Scope 3, category {number}: {name}", zh: "范围三，类别 {number}：{name}" },
  outside: { en: "Outside of scopes (biogenic CO2)", zh: "范围以外（生物源二氧化碳）" },
  notCounted: {
    en: "{count} {count:line has|lines have} no emissions and {count:is|are} not in it.",
    zh: "{count} 行没有排放量，未计入其中。",
  },
});

const sources = messages("account.company.source", {
  "stationary combustion": { en: "stationary combustion", zh: "固定燃烧" },
  "mobile combustion": { en: "mobile combustion", zh: "移动燃烧" },
  process: { en: "process", zh: "工业过程" },
  fugitive: { en: "fugitive", zh: "逸散" },
});

type Lines = readonly MatchedLine[];

/** Lines with emissions, and without, by scope (`1`, `null`) and, of those with emissions, by scope and category (`3`, `6`). */
function tallyOf(lines: Lines) {
  const counted = new Map<string, number>();
  const lacking = new Map<string, number>();
  const categories = new Map<string | null, Map<string | null, number>>();
  for (const { scope, category, emissions } of lines) {
    const counts = emissions === null ? lacking : counted;
    counts.set(`${scope}`, (counts.get(`${scope}`) ?? 0) + 1);
    if (emissions === null) continue;
    const ofScope = categories.get(scope) ?? new Map<string | null, number>();
    categories.set(scope, ofScope.set(category, (ofScope.get(category) ?? 0) + 1));
  }
  const ofCategory = (scope: string, is: (category: string) => boolean) =>
    [...(categories.get(scope) ?? [])].reduce((sum, [category, n]) => sum + (is(category ?? "") ? n : 0), 0);
  return { counted, lacking, ofCategory };
}

/** The figures of the account from those of the inventory, with the main one first. */
export function accountTotals(
  { totals, unknownOrigin }: CompanyInventory,
  lines: Lines,
  rowOf: (row: number) => string,
): AccountTotal[] {
  const unit = `t CO2e ${totals.metric}`;
  const tally = tallyOf(lines);
  const counted = (scope: MatchedLine["scope"]) => tally.counted.get(`${scope}`) ?? 0;
  const lacking = (scope: MatchedLine["scope"]) => tally.lacking.get(`${scope}`) ?? 0;
  const [one, two, three, outside] = [counted("1"), counted("2"), counted("3"), counted("outside")];
  const { scope1, scope2, scope3, all } = totals;
  const marketIsOpen = unknownOrigin.length > 0;
  const gaps = (given: readonly Message[]) =>
    given.filter(({ code }) => code !== "company.leftOutRows").map((of) => withRows(of, rowOf));
  /** Lines without emissions are counted once, whatever scopes they are of. */
  const lacks = (count: number, ...given: (readonly Message[])[]) => [
    ...(count > 0 ? [texts.notCounted({ count })] : []),
    ...given.flatMap(gaps),
  ];
  const total = (
    key: string,
    label: Message,
    value: number | null,
    count: number,
    of: readonly Message[],
    biogenicCo2: number | null,
  ): AccountTotal => ({
    key,
    label,
    value: count > 0 ? value : null,
    unit,
    biogenicCo2: count > 0 ? biogenicCo2 : null,
    lines: count,
    lacks: [...of],
  });
  const { location, market } = scope2;
  const [bio1, bio2, bio3] = [scope1.biogenicCo2, location.biogenicCo2, scope3.biogenicCo2];
  const open = lacking("1") + lacking("2") + lacking("3") + lacking(null);
  return [
    total(
      "all.location",
      texts.allLocation(),
      all.location,
      one + two + three,
      lacks(open, scope1.lacks, location.lacks, scope3.lacks),
      bio1 + bio2 + bio3,
    ),
    total(
      "all.market",
      texts.allMarket(),
      marketIsOpen ? null : all.market,
      one + two + three,
      lacks(open, scope1.lacks, market.lacks, scope3.lacks),
      bio1 + market.biogenicCo2 + bio3,
    ),
    total("scope1", texts.scope1(), scope1.co2e, one, lacks(lacking("1"), scope1.lacks), bio1),
    ...Object.entries(scope1.bySource).map(([source, co2e]) =>
      total(
        `scope1.${source}`,
        texts.ofSource({ source: sources[source as keyof typeof sources]() }),
        co2e,
        tally.ofCategory("1", (category) => sourceOf(category) === source),
        [],
        null,
      ),
    ),
    total("scope2.location", texts.location(), location.co2e, two, lacks(lacking("2"), location.lacks), bio2),
    total(
      "scope2.market",
      texts.market(),
      marketIsOpen ? null : market.co2e,
      two,
      lacks(lacking("2"), market.lacks),
      market.biogenicCo2,
    ),
    total("scope3", texts.scope3(), scope3.co2e, three, lacks(lacking("3"), scope3.lacks), bio3),
    ...scope3.categories
      .filter(({ co2e }) => co2e !== null)
      .map(({ number, co2e }) =>
        total(
          `scope3.${number}`,
          texts.ofCategory({ number, name: valueChain[number - 1]!.title() }),
          co2e,
          tally.ofCategory("3", (category) => category === String(number)),
          [],
          null,
        ),
      ),
    ...(outside > 0 ? [total("outside", texts.outside(), 0, outside, [], totals.outsideCo2)] : []),
  ];
}

/** A message of the inventory, which counts its own rows, with the rows of the file. */
export function withRows(message: Message, rowOf: (row: number) => string): Message {
  const values: Record<string, MessageValue> = {};
  for (const [hole, value] of Object.entries(message.values)) {
    if (hole === "rows" && Array.isArray(value))
      values[hole] = value.map((row) => (typeof row === "number" ? rowOf(row) : row));
    else if ((hole === "row" || hole === "rows") && typeof value === "number") values[hole] = rowOf(value);
    else values[hole] = isMessage(value) ? withRows(value, rowOf) : value;
  }
  return { ...message, values };
}
