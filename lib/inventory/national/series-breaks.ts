import { isLulucf } from "../../classification/categories.ts";
import { type Message, type MessageValue, messages } from "../../message/message.ts";
import { type KeyCategory, trendAssessment } from "../account/key-categories.ts";
import { equivalentOf } from "./equivalent.ts";
import type { NationalLine } from "./national-line.ts";

const texts = messages("inventory", {
  linesEnd: {
    en: "From {year} on there is no estimate of {lines}, {value} kt CO2e in {last} ({share} % of the total without land use): their data end. The step in the series is a gap in the data and not a change of emissions.",
    zh: "自 {year} 年起不再估算{lines}，{last} 年为 {value} kt CO2e（占不含土地利用总量的 {share} %）：其数据至此为止。序列中的台阶是数据缺口，并非排放变化。",
  },
  linesBegin: {
    en: "From {year} on there is an estimate of {lines}, {value} kt CO2e in that year ({share} % of the total without land use): their data begin. The step in the series is a gap in the data before and not a change of emissions.",
    zh: "自 {year} 年起开始估算{lines}，当年为 {value} kt CO2e（占不含土地利用总量的 {share} %）：其数据自此开始。序列中的台阶源于此前的数据缺口，并非排放变化。",
  },
  landEnds: {
    en: "From {year} on there is no estimate of {lines}, {value} kt CO2e in {last}: their data end. The total with land use steps there.",
    zh: "自 {year} 年起不再估算{lines}，{last} 年为 {value} kt CO2e：其数据至此为止。含土地利用的总量在此出现台阶。",
  },
  landBegins: {
    en: "From {year} on there is an estimate of {lines}, {value} kt CO2e in that year: their data begin. The total with land use steps there.",
    zh: "自 {year} 年起开始估算{lines}，当年为 {value} kt CO2e：其数据自此开始。含土地利用的总量在此出现台阶。",
  },
  leftOut: {
    en: "The trend from {base} to {year} compares what is estimated in both years. Left out, as only one of them has an estimate: {lines}.",
    zh: "{base} 至 {year} 年的趋势只比较两年均有估算的部分。因只有其中一年有估算而未计入：{lines}。",
  },
});

/** The lines of one year. */
export interface YearOfLines {
  readonly year: number;
  readonly lines: readonly NationalLine[];
}

/** kt CO2e of a line of the inventory in a year. */
export interface LineValue {
  readonly line: NationalLine;
  readonly value: number;
}

/** Where a series begins or ceases to estimate lines. */
export interface SeriesBreak {
  /** The first year that is estimated otherwise than the one before. */
  readonly year: number;
  readonly kind: "ends" | "begins";
  /** Whether the lines are of land use, which is not in the total without it. */
  readonly isLulucf: boolean;
  /** With their last value before the break, or their first after it. */
  readonly lines: readonly LineValue[];
  /** Their sum, kt CO2e. */
  readonly value: number;
  /** Of the total without land use of that year, %; null for land use. */
  readonly share: number | null;
  readonly note: Message;
  /** Whether it is large enough to be told with the result: a tenth of a per cent of the total. */
  readonly isNoted: boolean;
}

/** Share of the total from which a break is told, %: substances of EDGAR come and go with grams. */
const NOTED = 0.1;

/** A change between two years over what is estimated in both. kt CO2e without land use. */
export interface LikeTrend {
  readonly base: number;
  readonly year: number;
  readonly from: number;
  readonly to: number;
  /** Of the first, %; null where it is zero. */
  readonly change: number | null;
  /** By the trend assessment of Approach 1 (Vol 1 Eq 4.2, 4.3), with land use. */
  readonly keyCategories: readonly (Omit<KeyCategory, "category" | "gas"> & { readonly line: NationalLine })[];
  readonly leftOut: readonly {
    readonly line: NationalLine;
    readonly base: number | null;
    readonly value: number | null;
  }[];
  readonly notes: readonly Message[];
}

/** What a year covers: an amount, or that it is known to be nothing. */
interface Coverage {
  readonly line: NationalLine;
  readonly value: number;
  readonly isEstimated: boolean;
}

/** Tables that state petroleum as a whole in one year and by product in the next cover the same. */
const keyOf = ({ category, gas, name, of }: NationalLine) => `${category}\t${gas}\t${of ?? name}`;

/** NO and NA are known to be nothing; NE, C and IE have no number here. */
function coverageOf(lines: readonly NationalLine[], metric: string): Map<string, Coverage> {
  const covered = new Map<string, Coverage>();
  for (const line of lines) {
    if (line.value === null && line.key !== "NO" && line.key !== "NA") continue;
    const [key, value] = [keyOf(line), equivalentOf(line, metric)];
    const before = covered.get(key);
    covered.set(key, {
      line: before && Math.abs(before.value) > Math.abs(value) ? before.line : line,
      value: (before?.value ?? 0) + value,
      isEstimated: line.value !== null || Boolean(before?.isEstimated),
    });
  }
  return covered;
}

const sum = (values: readonly { readonly value: number }[]) => values.reduce((total, { value }) => total + value, 0);
const withoutLand = (covered: ReadonlyMap<string, Coverage>) =>
  [...covered.values()].filter(({ line }) => !isLulucf(line.category));

/** Names of lines, those of a group once. */
export function namesOf(lines: readonly NationalLine[]): MessageValue[] {
  const labels = lines.map(({ group, label }) => group ?? label);
  return [...new Map(labels.map((label) => [JSON.stringify(label), label])).values()];
}

/** Where the set of lines that are estimated changes from one year of a series to the next. Lines of zero change nothing. */
export function seriesBreaks(series: readonly YearOfLines[], metric: string): SeriesBreak[] {
  const covered = series.map(({ year, lines }) => ({ year, of: coverageOf(lines, metric) }));
  return covered.slice(1).flatMap(({ year, of: now }, i) => {
    const { year: last, of: before } = covered[i]!;
    const lost = (from: ReadonlyMap<string, Coverage>, to: ReadonlyMap<string, Coverage>) =>
      [...from].flatMap(([key, { line, value }]) => (to.has(key) || value === 0 ? [] : [{ line, value }]));
    const changes = [
      { kind: "ends" as const, lines: lost(before, now), total: sum(withoutLand(before)) },
      { kind: "begins" as const, lines: lost(now, before), total: sum(withoutLand(now)) },
    ];
    return changes.flatMap(({ kind, lines, total }) =>
      [false, true].flatMap((isLand): SeriesBreak[] => {
        const some = lines.filter(({ line }) => isLulucf(line.category) === isLand);
        if (some.length === 0) return [];
        const value = sum(some);
        const share = isLand || total === 0 ? null : (100 * value) / total;
        const told = { year, last, lines: namesOf(some.map(({ line }) => line)), value: value.toFixed(0) };
        const note = isLand
          ? (kind === "ends" ? texts.landEnds : texts.landBegins)(told)
          : (kind === "ends" ? texts.linesEnd : texts.linesBegin)({ ...told, share: (share ?? 100).toFixed(1) });
        const isNoted = Math.abs(value) >= (NOTED / 100) * Math.abs(total);
        return [{ year, kind, isLulucf: isLand, lines: some, value, share, note, isNoted }];
      }),
    );
  });
}

/** kt CO2e a year of what is estimated in every year of the series, without land use. */
export function likeTotals(series: readonly YearOfLines[], metric: string): number[] {
  const covered = series.map(({ lines }) => coverageOf(lines, metric));
  const always = [...(covered[0]?.keys() ?? [])].filter((key) => covered.every((of) => of.has(key)));
  return covered.map((of) => sum(always.map((key) => of.get(key)!).filter(({ line }) => !isLulucf(line.category))));
}

/** The change between two years over like coverage, with the key categories of the trend. */
export function likeTrend(before: YearOfLines, now: YearOfLines, metric: string): LikeTrend {
  const [base, value] = [coverageOf(before.lines, metric), coverageOf(now.lines, metric)];
  const keys = [...new Set([...base.keys(), ...value.keys()])];
  const both = keys.filter((key) => base.has(key) && value.has(key));
  const leftOut = keys
    .filter((key) => !both.includes(key) && (base.get(key) ?? value.get(key))!.value !== 0)
    .map((key) => ({
      line: (base.get(key) ?? value.get(key))!.line,
      base: base.get(key)?.value ?? null,
      value: value.get(key)?.value ?? null,
    }));
  const emitting = both.filter((key) => base.get(key)!.value !== 0 || value.get(key)!.value !== 0);
  const ranked = trendAssessment(
    emitting.map((key) => {
      const { line } = value.get(key)!;
      return { category: key, gas: line.gas, base: base.get(key)!.value, value: value.get(key)!.value };
    }),
  );
  const of = (covered: ReadonlyMap<string, Coverage>) =>
    sum(both.map((key) => covered.get(key)!).filter(({ line }) => !isLulucf(line.category)));
  const [from, to] = [of(base), of(value)];
  const told = { base: before.year, year: now.year, lines: namesOf(leftOut.map(({ line }) => line)) };
  return {
    base: before.year,
    year: now.year,
    from,
    to,
    change: from === 0 ? null : (100 * (to - from)) / from,
    keyCategories: ranked.map(({ category, gas: _, ...rest }) => ({ line: value.get(category)!.line, ...rest })),
    leftOut,
    notes: leftOut.length > 0 ? [texts.leftOut(told)] : [],
  };
}
