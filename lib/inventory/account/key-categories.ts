import { z } from "zod";
import { isLulucf, memoCategories } from "../../classification/categories.ts";
import { type Message, messages } from "../../message/message.ts";
import { metricValue } from "../../quantity/co2e.ts";
import { findMetric } from "../../quantity/substance.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import type { Inventory } from "./inventory.ts";
import { cellAt } from "./inventory.ts";
import { InventoryError } from "./inventory-error.ts";

const texts = messages("inventory", {
  emptyBase: {
    en: "The emissions of the base year are 0 or missing in every category: a trend from it has no shares. Choose another year as base.",
    zh: "基准年各类别的排放量均为 0 或缺失，无法计算趋势的份额。请在 base 中选择其他年份。",
  },
  yearOutside: {
    en: "The inventory has no year {year}; it has {first} to {last}.",
    zh: "清单中没有 {year} 年；现有 {first} 至 {last} 年。",
  },
  oneYearOnly: {
    en: "{gas} of {category} has a number for {known} but none for {missing} (blank or a notation key): it is counted as 0 there, so that its trend is that of the gap. Give the missing number, or choose years that have both.",
    zh: "{category} 的 {gas} 有 {known} 年的数值而缺 {missing} 年（空白或符号键）：该年按 0 计，其趋势只反映缺口。请补上该数值，或选择两年均有数值的年份。",
  },
  noUncertainty: {
    en: "{gas} of {category} has no uncertainty; Approach 2 needs half of its 95 % interval in per cent.",
    zh: "{category} 的 {gas} 没有不确定性；方法2 需要其 95 % 区间的一半（百分数）。",
  },
});

/** A category and gas in descending order of its assessment, with the cumulative share. */
export const keyCategoryShape = z.object({
  category: z.string(),
  gas: z.string(),
  /** kt CO2e of the year. */
  value: numberIn("kt CO2e {metric}"),
  /** kt CO2e of the base year; 0 in a level assessment without one. */
  base: numberIn("kt CO2e {metric}"),
  /** L, T, LU or TU as a share of the sum over all. */
  share: ratio,
  cumulative: ratio,
  isKey: z.boolean(),
});
export type KeyCategory = ResultOf<typeof keyCategoryShape>;

/** One category and gas, kt CO2e. */
export interface Source {
  readonly category: string;
  readonly gas: string;
  readonly base: number;
  readonly value: number;
  /** Half of the 95 % interval, per cent; needed for Approach 2. */
  readonly uncertainty?: number;
}

/** Categories that together have this share are key: Vol 1 Ch 4. */
const THRESHOLDS = { 1: 0.95, 2: 0.9 } as const;

/** The sources of an inventory by category and gas for two years. Memo items and biogenic CO2 are left out. */
export function sourcesOf(
  inventory: Inventory,
  metric: string,
  base: number,
  year: number,
  {
    lulucf = true,
    uncertainty,
  }: { lulucf?: boolean; uncertainty?: (category: string, gas: string) => number | undefined } = {},
): Source[] {
  const by = findMetric(metric);
  const [b, t] = [inventory.years.indexOf(base), inventory.years.indexOf(year)];
  for (const [field, asked, at] of [["base", base, b] as const, ["year", year, t] as const])
    if (at < 0)
      throw new InventoryError(
        field,
        texts.yearOutside({ year: asked, first: inventory.years[0], last: inventory.years.at(-1) }),
      );
  const sources: Source[] = [];
  inventory.gases.forEach((gas, g) => {
    const [name, origin] = gas.split(" ") as [string, ("fossil" | "biogenic")?];
    if (name === "CO2" && origin === "biogenic") return;
    const weight = metricValue(name, by, origin).value;
    inventory.categories.forEach((category, c) => {
      if (memoCategories.has(category) || (!lulucf && isLulucf(category))) return;
      const numbers = [b, t].map((y) => inventory.values[cellAt(inventory, c, g, y)]!);
      if (numbers.every(Number.isNaN)) return;
      const [before, now] = numbers.map((value) => (Number.isNaN(value) ? 0 : value * weight)) as [number, number];
      const half = uncertainty?.(category, gas);
      sources.push({ category, gas, base: before, value: now, ...(half === undefined ? {} : { uncertainty: half }) });
    });
  });
  return sources;
}

/** What is said of each category and gas that has a number in one of the two years alone. */
export function oneYearOnly(inventory: Inventory, sources: readonly Source[], base: number, year: number): Message[] {
  const [b, t] = [inventory.years.indexOf(base), inventory.years.indexOf(year)];
  return sources.flatMap(({ category, gas }) => {
    const [c, g] = [inventory.categories.indexOf(category), inventory.gases.indexOf(gas)];
    const isBlank = (y: number) => Number.isNaN(inventory.values[cellAt(inventory, c, g, y)]!);
    if (isBlank(b) === isBlank(t)) return [];
    const [known, missing] = isBlank(b) ? [year, base] : [base, year];
    return [texts.oneYearOnly({ category, gas, known, missing })];
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** Level: L = |E| / Σ|E|. Vol 1 Eq 4.1; with uncertainty L·U / Σ L·U, Eq 4.4. */
export function levelAssessment(sources: readonly Source[], approach: 1 | 2 = 1): KeyCategory[] {
  const all = sum(sources.map(({ value }) => Math.abs(value)));
  return ranked(
    sources,
    sources.map((source) => (Math.abs(source.value) / all) * weightOf(source, approach)),
    approach,
  );
}

/**
 * Trend: T = |E₀| / Σ|E₀| · |(E − E₀)/|E₀| − (ΣE − ΣE₀)/|ΣE₀||, and |E| / Σ|E₀| for a source that did not exist in the base
 * year. Vol 1 Eq 4.2, 4.3; with uncertainty T·U, Eq 4.5.
 */
export function trendAssessment(sources: readonly Source[], approach: 1 | 2 = 1): KeyCategory[] {
  const before = sum(sources.map(({ base }) => base));
  const absolute = sum(sources.map(({ base }) => Math.abs(base)));
  if (sources.length > 0 && absolute === 0) throw new InventoryError("base", texts.emptyBase());
  const change = (sum(sources.map(({ value }) => value)) - before) / Math.abs(before);
  const trends = sources.map((source) => {
    const { base, value } = source;
    const T =
      base === 0
        ? Math.abs(value) / absolute
        : (Math.abs(base) / absolute) * Math.abs((value - base) / Math.abs(base) - change);
    return T * weightOf(source, approach);
  });
  return ranked(sources, trends, approach);
}

function weightOf({ category, gas, uncertainty }: Source, approach: 1 | 2): number {
  if (approach === 1) return 1;
  if (uncertainty === undefined) throw new InventoryError("year", texts.noUncertainty({ gas, category }));
  return uncertainty;
}

function ranked(sources: readonly Source[], scores: readonly number[], approach: 1 | 2): KeyCategory[] {
  const all = sum(scores);
  const order = sources.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  let cumulative = 0;
  return order.map((i) => {
    const { category, gas, value, base } = sources[i]!;
    const share = all === 0 ? 0 : scores[i]! / all;
    // The category that crosses the threshold is still key.
    const isKey = cumulative < THRESHOLDS[approach] && share > 0;
    cumulative += share;
    return { category, gas, value, base, share, cumulative, isKey };
  });
}
