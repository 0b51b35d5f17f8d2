import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { wasRead } from "../quantity/evidence.ts";
import { messageOut, metricOut } from "../tool/outcome.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn, ratio } from "../tool/unit.ts";
import type { CompanyLine } from "./company-line.ts";
import { sourceOf } from "./direct.ts";
import { type ScopeMethod, valueChain } from "./value-chain.ts";

const texts = messages("company", {
  acceptedMetric: {
    en: "{mass} t of it are CO2e by {other}, which you accepted in addition to {metric}.",
    zh: "其中 {mass} t 是按 {other} 的 CO2e，您已接受其与 {metric} 并列。",
  },
  categoryExcluded: {
    en: "Category {number}, {name}, is left out: {reason}",
    zh: "类别 {number}（{name}）未计入：{reason}",
  },
  nothingSaid: {
    en: "{count} of the 15 categories are not reported: {categories}.",
    zh: "15 个类别中有 {count} 个未作说明：{categories}。",
  },
  category: { en: "{number} ({name})", zh: "{number}（{name}）" },
});

/** A total in t CO2e, with notes on gaps and assumptions. */
export const scopeTotalShape = z.object({
  co2e: numberIn("t CO2e {metric}"),
  /** t of biogenic CO2, in no total. */
  biogenicCo2: numberIn("t CO2").describe("Of living matter, in no total"),
  lacks: z.array(messageOut).describe("What the total lacks or rests on"),
});
export type ScopeTotal = ResultOf<typeof scopeTotalShape>;

/** A category of scope 3 in the totals. */
export const categoryTotalShape = z.object({
  number: z.int(),
  name: z.string(),
  /** t CO2e; null without a line. */
  co2e: numberIn("t CO2e {metric}").nullable(),
  /** By the method of the numbers. */
  ways: z.object({
    supplier: numberIn("t CO2e {metric}"),
    activity: numberIn("t CO2e {metric}"),
    spend: numberIn("t CO2e {metric}"),
  }),
  /** `counted`, `excluded` (with a reason), or `missing`. */
  state: z.enum(["counted", "excluded", "missing"]),
  reason: z.string().nullable(),
});
export type CategoryTotal = ResultOf<typeof categoryTotalShape>;

/** The totals of a company. Both totals of scope 2 are always reported. */
export const companyTotalsShape = z.object({
  metric: metricOut,
  scope1: scopeTotalShape.extend({ bySource: z.record(z.string(), numberIn("t CO2e {metric}")) }),
  scope2: z.object({ location: scopeTotalShape, market: scopeTotalShape }).describe("Both, always"),
  scope3: scopeTotalShape.extend({
    categories: z.array(categoryTotalShape),
  }),
  /** Scopes 1 + 2 + 3 with scope 2 by each method. */
  all: z
    .object({ location: numberIn("t CO2e {metric}"), market: numberIn("t CO2e {metric}") })
    .describe("Scopes 1 + 2 + 3, t CO2e"),
  /** t CO2 outside of scopes, from rows with that scope. */
  outsideCo2: numberIn("t CO2").describe("Outside of scopes"),
  /** Share of the market-based total that uses factors without a source for their value. */
  unverifiedShare: ratio.describe("Of the total by market, on factors whose value was read in no source"),
});
export type CompanyTotals = ResultOf<typeof companyTotalsShape>;

/** Gaps found while the lines were made. */
export interface ScopeGaps {
  readonly scope1: readonly Message[];
  readonly location: readonly Message[];
  readonly market: readonly Message[];
  readonly scope3: readonly Message[];
}

/** Sums the lines by scope, source and category. `excluded`: categories of scope 3 excluded on purpose, with the reason. */
export function companyTotals(
  lines: readonly CompanyLine[],
  metric: string,
  gaps: ScopeGaps,
  excluded: ReadonlyMap<number, string>,
): CompanyTotals {
  const parts = grouped(lines, ({ scope, basis }) => (basis === null ? scope : `${scope} ${basis}`));
  const of = (scope: CompanyLine["scope"], basis: CompanyLine["basis"] = null) =>
    parts.get(basis === null ? scope : `${scope} ${basis}`) ?? [];
  const [direct, location, market, chain] = [of(1), of(2, "location"), of(2, "market"), of(3)];
  const bySource: Record<string, number> = {};
  for (const line of direct) bySource[sourceOf(line.category)] = (bySource[sourceOf(line.category)] ?? 0) + line.co2e;
  const byCategory = grouped(chain, ({ category }) => category);
  const categories = valueChain.map(({ number, name }) =>
    categoryTotal(number, name, byCategory.get(String(number)) ?? [], excluded),
  );
  const counted = [...direct, ...market, ...chain];
  const byMarket = sum(counted);
  const unverified = sum(counted.filter(({ valueStatus }) => !wasRead(valueStatus)));
  return {
    metric,
    scope1: { ...totalOf(direct, metric, gaps.scope1), bySource },
    scope2: {
      location: totalOf(location, metric, gaps.location),
      market: totalOf(market, metric, gaps.market),
    },
    scope3: { ...totalOf(chain, metric, [...gaps.scope3, ...missing(categories)]), categories },
    all: { location: sum(direct) + sum(location) + sum(chain), market: byMarket },
    outsideCo2: of("outside").reduce((total, { biogenicCo2 }) => total + biogenicCo2, 0),
    unverifiedShare: byMarket === 0 ? 0 : unverified / byMarket,
  };
}

/** The lines by a key, in one pass, in their order. */
function grouped<Key>(lines: readonly CompanyLine[], keyOf: (line: CompanyLine) => Key): Map<Key, CompanyLine[]> {
  const groups = new Map<Key, CompanyLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

function totalOf(lines: readonly CompanyLine[], metric: string, lacks: readonly Message[]): ScopeTotal {
  const others = lines.filter((line) => line.metric !== metric);
  const mixed = [...new Set(others.map((line) => line.metric))].map((other) => {
    const by = sum(others.filter((line) => line.metric === other));
    return texts.acceptedMetric({ mass: by, other, metric });
  });
  return {
    co2e: sum(lines),
    biogenicCo2: lines.reduce((total, { biogenicCo2 }) => total + biogenicCo2, 0),
    lacks: [...lacks, ...mixed],
  };
}

function categoryTotal(
  number: number,
  name: string,
  mine: readonly CompanyLine[],
  excluded: ReadonlyMap<number, string>,
): CategoryTotal {
  const by = (way: ScopeMethod) => sum(mine.filter((line) => line.way === way));
  const reason = mine.length === 0 ? (excluded.get(number) ?? null) : null;
  return {
    number,
    name,
    co2e: mine.length > 0 ? sum(mine) : null,
    ways: { supplier: by("supplier"), activity: by("activity"), spend: by("spend") },
    state: mine.length > 0 ? "counted" : reason === null ? "missing" : "excluded",
    reason,
  };
}

function missing(categories: readonly CategoryTotal[]): Message[] {
  const sentences = categories
    .filter(({ state }) => state === "excluded")
    .map(({ number, reason }) => texts.categoryExcluded({ number, name: valueChain[number - 1]!.title(), reason }));
  const without = categories
    .filter(({ state }) => state === "missing")
    .map(({ number }) => texts.category({ number, name: valueChain[number - 1]!.title() }));
  if (without.length > 0) sentences.push(texts.nothingSaid({ count: without.length, categories: without }));
  return sentences;
}

function sum(lines: readonly CompanyLine[]): number {
  return lines.reduce((total, { co2e }) => total + co2e, 0);
}
