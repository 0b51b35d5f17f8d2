import { z } from "zod";
import { messages } from "../../message/message.ts";
import { gasIn } from "../../tool/gas.ts";
import { notesOut, sentenceOut, unitOut } from "../../tool/outcome.ts";
import type { Read } from "../../tool/read.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn } from "../../tool/table.ts";
import { tableYear } from "../../tool/table-year.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { compareWithPublished, type Published, publishedShape } from "../account/comparison.ts";
import { buildInventory } from "../account/inventory.ts";
import { InventoryError } from "../account/inventory-error.ts";
import {
  keyCategoryShape,
  levelAssessment,
  oneYearOnly,
  sourcesOf,
  trendAssessment,
} from "../account/key-categories.ts";
import { recalculation, recalculationShape } from "../account/recalculation.ts";
import {
  checkSeries,
  interpolate,
  seriesFindingShape,
  spliceByOverlap,
  spliceBySurrogate,
} from "../account/time-series.ts";
import { emissionRows, metricIn, seriesIn } from "./emission-rows.ts";

const texts = messages("inventory", {
  yearUnread: {
    en: "emissions: no row of {year} can be read. {problems:lines}",
    zh: "emissions：{year} 年没有可读取的行。{problems:lines}",
  },
  yearsNotRising: {
    en: "years[{at}] is {year} after {before}; expected years in ascending order.",
    zh: "years[{at}] 为 {year}，而其前为 {before}；年份应递增。",
  },
  lengthOfSeries: {
    en: "{name} has {count} entries, but there are {years} years: one a year is needed, null where there is none.",
    zh: "{name} 有 {count} 项，而年份有 {years} 个：每年应有一项，缺失处用 null。",
  },
});

const VOLUME1 = "IPCC 2006 Guidelines, Volume 1: General Guidance and Reporting";

const ranked = z.array(keyCategoryShape);

export const inventoryKeyCategories = defineTool({
  name: "inventory.keyCategories",
  title: { en: "Key categories by level and trend", zh: "关键类别分析（水平与趋势）" },
  summary: {
    en: "Approach 1 up to 95 %, or Approach 2 with uncertainties up to 90 %, with or without LULUCF.",
    zh: "方法1（累计95%）或考虑不确定性的方法2（累计90%），可含或不含 LULUCF。",
  },
  input: z.object({
    emissions: emissionRows,
    metric: metricIn,
    base: yearIn,
    year: yearIn,
    lulucf: z.boolean().default(true),
    approach: z.union([z.literal(1), z.literal(2)]).default(1),
    uncertainties: z
      .array(z.object({ category: z.string(), gas: gasIn, percent: numberIn("%").min(0) }))
      .default([])
      .describe("Half of the 95 % interval; needed for Approach 2"),
  }),
  output: z.object({ level: ranked, trend: ranked, notes: notesOut, problems: z.array(sentenceOut) }),
  formula: "L = |E| / Σ|E|; T = |E_0| / Σ|E_0| × |(E − E_0)/|E_0| − (ΣE − ΣE_0)/|ΣE_0||; Approach 2: L × U, T × U.",
  assumptions: ["Removals count by their absolute value."],
  references: [`${VOLUME1}, Ch 4: Eq 4.1 to 4.5.`],
  run({ emissions, metric, base, year, lulucf, approach, uncertainties }) {
    const half = new Map(uncertainties.map(({ category, gas, percent }) => [`${category} ${gas}`, percent]));
    const uncertainty = (category: string, gas: string) => half.get(`${category} ${gas}`);
    const { inventory, problems } = buildInventory(emissions);
    const unread = [base, year].find(
      (each) => !inventory.years.includes(each) && emissions.some((row) => row.year === each),
    );
    // A value that cannot be read takes its year with it: the row is at fault, not the year.
    if (unread !== undefined)
      throw new InventoryError(
        "emissions",
        texts.yearUnread({ year: unread, problems: problems.map(({ message }) => message) }),
      );
    const sources = sourcesOf(inventory, metric, base, year, { lulucf, uncertainty });
    const plain = (list: ReturnType<typeof levelAssessment>) => list.map((row) => ({ ...row }));
    return {
      level: plain(levelAssessment(sources, approach)),
      trend: plain(trendAssessment(sources, approach)),
      notes: oneYearOnly(inventory, sources, base, year),
      problems: problems.map(({ message }) => message),
    };
  },
});

export const inventoryRecalculation = defineTool({
  name: "inventory.recalculation",
  title: { en: "Recalculation against an earlier version", zh: "与前一版本的重新计算比较" },
  summary: {
    en: "What changed, is new or is gone by category and year, and the difference of totals.",
    zh: "按类别和年份列出变化、新增与取消，以及合计差异。",
  },
  input: z.object({ before: emissionRows, after: emissionRows, metric: metricIn }),
  output: z.object({
    ...recalculationShape.shape,
    problems: z.array(sentenceOut).describe("Rows that cannot be used, of both versions"),
  }),
  assumptions: ["Both versions are weighed by the same metric, so that a change of metric is no recalculation."],
  references: [`${VOLUME1}, Ch 5.`],
  run({ before, after, metric }) {
    const [old, now] = [buildInventory(before), buildInventory(after)];
    const found = recalculation(old.inventory, now.inventory, metric);
    return {
      rows: found.rows.map((row) => ({ ...row })),
      totals: found.totals.map((row) => ({ ...row })),
      onlyBefore: [...found.onlyBefore],
      onlyAfter: [...found.onlyAfter],
      problems: [...old.problems, ...now.problems].map(({ message }) => message),
    };
  },
});

interface Spliced {
  readonly values: readonly (number | null)[];
  readonly filled: readonly number[];
}

export const inventoryCheckSeries = defineTool({
  name: "inventory.checkSeries",
  title: { en: "Check a time series, and splice it", zh: "时间序列检查与拼接" },
  summary: {
    en: "Gaps, steps, changes of sign and values carried on; gaps filled by overlap with another method, surrogate data or interpolation.",
    zh: "检查缺失、突变、符号变化和沿用值；以重叠法、替代数据或内插填补。",
  },
  input: z.object({
    years: z.array(yearIn),
    values: seriesIn,
    splice: z.enum(["none", "overlap", "surrogate", "interpolation"]).default("none"),
    other: seriesIn.optional().describe("The old method's values, or the surrogate"),
  }),
  output: z.object({
    findings: z.array(seriesFindingShape),
    values: z.array(z.number().nullable()),
    filled: z.array(z.int()),
    ratio: ratio.nullable(),
  }),
  tablesOut: {
    series: recordTable(
      { en: "The series as it is after splicing.", zh: "拼接后的时间序列。" },
      {
        year: integerColumn({ en: "Year.", zh: "年份。" }),
        value: numberColumn({ en: "Its value.", zh: "当年的值。" }),
        isFilled: { type: "boolean", description: { en: "Whether a gap was filled here.", zh: "该值是否为填补。" } },
      },
      ({ values, filled }: Spliced, { years }: { readonly years: readonly number[] }) =>
        years.map((year, i) => ({ year, value: values[i], isFilled: filled.includes(year) })),
    ),
  },
  formula: "Overlap: y_0 = x_0 × mean(y_i / x_i); surrogate: y_0 = y_t × s_0 / s_t.",
  assumptions: ["A step lies six median deviations out of the other changes, and 5 % of the series' size."],
  references: [`${VOLUME1}, Ch 5: Eq 5.1, 5.2; Ch 6.7.`],
  run({ years, values, splice, other }) {
    checkYears(years, { values, ...(other ? { other } : {}) });
    const numbers = values.map((value) => value ?? Number.NaN);
    const beside = years.map((_, i) => other?.[i] ?? Number.NaN);
    const spliced = {
      none: () => ({ values: numbers, filled: [], ratio: null }),
      overlap: () => spliceByOverlap(years, beside, numbers),
      surrogate: () => spliceBySurrogate(years, numbers, beside),
      interpolation: () => interpolate(years, numbers),
    }[splice]();
    return {
      findings: checkSeries(years, numbers).map((finding) => ({ ...finding })),
      values: Array.from(spliced.values, (value) => (Number.isNaN(value) ? null : value)),
      filled: [...spliced.filled],
      ratio: spliced.ratio,
    };
  },
});

/** Throws InventoryError unless a series has one value per year and years ascend. */
function checkYears(years: readonly number[], series: Readonly<Record<string, readonly unknown[]>>): void {
  const back = years.findIndex((year, i) => i > 0 && year <= years[i - 1]!);
  if (back > 0)
    throw new InventoryError("years", texts.yearsNotRising({ at: back, year: years[back], before: years[back - 1] }));
  for (const [name, values] of Object.entries(series))
    if (values.length !== years.length)
      throw new InventoryError(name, texts.lengthOfSeries({ name, count: values.length, years: years.length }));
}

/** The unit of the compared inventory. */
const inOurs = { unitIn: "ours.unit" };

export const inventoryCompare = defineTool({
  name: "inventory.compare",
  title: { en: "Compare a total with published ones", zh: "与已发布数据比较" },
  summary: {
    en: "Differences to figures of others for the same year, in one unit; other metrics are named, not converted.",
    zh: "同一年与他人数据的差异；度量不同者只说明，不换算。",
  },
  input: z.object({
    year: tableYear(["national_co2_by_source"], "others"),
    ours: z.object({ value: numberIn(siblingUnit), unit: z.string() }),
    region: z.string().optional().describe("ISO 3166 alpha-3: adds the shipped figures of CO2 without land use"),
    measure: z.enum(["production", "consumption"]).default("production"),
    others: z.array(publishedShape).default([]),
  }),
  output: z.object({
    ours: numberIn(siblingUnit),
    unit: unitOut,
    rows: z.array(
      z.object({
        source: z.string(),
        year: yearIn,
        value: numberIn(siblingUnit),
        unit: z.string(),
        scope: z.string(),
        inOurUnit: numberIn(inOurs),
        difference: numberIn(inOurs),
        percent: numberIn("%").nullable(),
        outOfSpread: z.boolean(),
      }),
    ),
    lo: numberIn(siblingUnit).nullable(),
    hi: numberIn(siblingUnit).nullable(),
    within: z.boolean(),
    problems: z.array(sentenceOut),
  }),
  datasets: ["national_co2_by_source"],
  assumptions: ["Ours is never moved towards theirs."],
  references: [`${VOLUME1}, Ch 6.10.`],
  async run({ year, ours, region, measure, others }, _work, read) {
    const shipped = region === undefined ? [] : await publishedOf(region, year, measure, read);
    const { rows: compared, problems, year: _, ...found } = compareWithPublished(year, ours, [...others, ...shipped]);
    return { ...found, rows: compared.map((row) => ({ ...row })), problems: [...problems] };
  },
});

/** Figures of the shipped sources for a country and year. */
async function publishedOf(region: string, year: number, measure: string, read: Read): Promise<Published[]> {
  const table = await read("national_co2_by_source", { iso3: region, year, measure });
  const [iso3, years, measures] = [table.texts("iso3"), table.numbers("year"), table.texts("measure")];
  const [sources, scopes, co2] = [table.texts("source"), table.texts("scope"), table.numbers("co2_mt")];
  const found: Published[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (iso3[row] !== region || years[row] !== year || measures[row] !== measure) continue;
    found.push({ source: sources[row]!, year, value: co2[row]!, unit: "Mt CO2", scope: scopes[row]! });
  }
  return found;
}
