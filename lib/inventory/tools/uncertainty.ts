import { z } from "zod";
import { messages } from "../../message/message.ts";
import { gasIn } from "../../tool/gas.ts";
import { keyedRows } from "../../tool/keyed-rows.ts";
import { recordTable } from "../../tool/record-table.ts";
import { remarked } from "../../tool/remark.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { drawsIn, notesOut, samplerIn, seedIn } from "../../uncertainty/tools/variables.ts";
import { widthPercent } from "../../uncertainty/width-percent.ts";
import { approach1 } from "../uncertainty/approach1.ts";
import { approach2, approach2RowShape } from "../uncertainty/approach2.ts";
import { categoryUncertaintyShape, keyCategories, rankedCategoryShape } from "../uncertainty/key-categories.ts";

const percent = numberIn("%");

const texts = messages("inventory.uncertainty", {
  belowZero: {
    en: "{field}.lo is {value} %: 100 % below or more is zero or a negative amount, for which a lognormal law of the same mean width stands. Give bounds that the quantity can have.",
    zh: "{field}.lo 为 {value} %：向下达到 100 % 或以上意味着零或负值，此处以平均宽度相同的对数正态分布代替。请给出该量可能取的界限。",
  },
});

const sides = z.strictObject({ lo: widthPercent, hi: widthPercent });

const percentIn = remarked(z.union([widthPercent, sides]), (width, field) =>
  typeof width === "object" && width.lo >= 100 ? [texts.belowZero({ field, value: width.lo })] : [],
).describe("Half of the 95 % interval; where not symmetric, below and above");

const sourcesIn = z
  .array(
    z.strictObject({
      category: z.string(),
      gas: gasIn.optional(),
      base: z.number().describe("Emissions of the base year; removals negative"),
      year: z.number().describe("Emissions of year t, same unit"),
      activity: percentIn,
      factor: percentIn,
      factorCorrelated: z.boolean().optional().describe("One factor in both years; true unless said"),
      activityCorrelated: z.boolean().optional().describe("One error of the activity in both years; false unless said"),
      factorGroup: z.string().optional().describe("Lines that share one factor"),
      activityGroup: z.string().optional().describe("Lines that share one statistic"),
    }),
  )
  .describe("One line a category and gas");

export const uncertaintyApproach1 = defineTool({
  name: "uncertainty.approachOne",
  title: { en: "Inventory uncertainty, Approach 1", zh: "清单不确定性：方法 1（误差传播）" },
  summary: {
    en: "Propagation of error for an inventory: the columns of Table 3.2 of the IPCC Guidelines, level and trend, with asymmetric and correlated sources.",
    zh: "清单的误差传播：给出 IPCC 指南表 3.2 的各列、水平与趋势不确定性，含不对称与相关的排放源。",
  },
  input: z.object({ sources: sourcesIn }),
  output: z.object({
    rows: z.array(
      z.object({
        category: z.string(),
        gas: z.string().optional(),
        base: z.number(),
        year: z.number(),
        uActivity: percent.describe("E"),
        uFactor: percent.describe("F"),
        combined: percent.describe("G"),
        contribution: numberIn("%2").describe("H"),
        typeA: ratio.describe("I"),
        typeB: ratio.describe("J"),
        trendFactor: percent.describe("K"),
        trendActivity: percent.describe("L"),
        trendContribution: z.number().describe("M"),
      }),
    ),
    totalBase: z.number(),
    totalYear: z.number(),
    level: percent.describe("Per cent of the total of year t"),
    levelLo: percent,
    levelHi: percent,
    trend: percent.describe("Per cent of the size of the base year: positive where more is emitted or less removed"),
    trendUncertainty: percent.describe("Percentage points"),
    asymmetric: z
      .object({
        corrected: percent,
        geometricMean: z.number(),
        geometricSd: ratio,
        loPercent: percent,
        hiPercent: percent,
      })
      .nullable(),
    notes: notesOut,
  }),
  assumptions: [
    "Factors are the same in both years and activity data independent, unless a line says otherwise.",
    "Lines of one group are fully correlated; all others independent.",
    "First order: above some 60 % the result is an approximation, for which the lognormal interval stands beside.",
  ],
  references: ["IPCC 2006 Guidelines, Vol 1 Ch 3, Equations 3.1 to 3.7, Table 3.2."],
  run({ sources }) {
    const found = approach1(sources);
    const rows = found.rows.map((row) => ({
      category: row.category,
      ...(row.gas === undefined ? {} : { gas: row.gas }),
      base: row.base,
      year: row.year,
      uActivity: row.uActivity,
      uFactor: row.uFactor,
      combined: row.combined,
      contribution: row.contribution,
      typeA: row.typeA,
      typeB: row.typeB,
      trendFactor: row.trendFactor,
      trendActivity: row.trendActivity,
      trendContribution: row.trendContribution,
    }));
    return { ...found, rows, notes: [...found.notes] };
  },
});

interface Simulated {
  readonly rows: readonly z.output<typeof approach2RowShape>[];
}

export const uncertaintyApproach2 = defineTool({
  name: "uncertainty.approachTwo",
  title: { en: "Inventory uncertainty, Approach 2", zh: "清单不确定性：方法 2（蒙特卡洛）" },
  summary: {
    en: "Monte Carlo simulation of an inventory: the range of the draws of each category, of the total and of the trend, as in Table 3.3 of the IPCC Guidelines.",
    zh: "清单的蒙特卡洛模拟：各类别、总量与趋势的抽样范围，形式同 IPCC 指南表 3.3。",
  },
  input: z.object({
    sources: sourcesIn,
    draws: drawsIn(1_000_000).default(16_384),
    seed: seedIn,
    sampler: samplerIn.default("sobol"),
  }),
  output: z.object({ rows: z.array(approach2RowShape), total: approach2RowShape, draws: z.int(), notes: notesOut }),
  tablesOut: {
    byCategory: recordTable(
      {
        en: "Category by category, with the range of the draws of year t and of the trend.",
        zh: "各类别及其水平与趋势的抽样范围。",
      },
      {
        category: textColumn({ en: "The category.", zh: "类别。" }),
        gas: textColumn({ en: "The gas.", zh: "气体。" }),
        base: numberColumn({ en: "Emissions of the base year.", zh: "基年排放。" }),
        year: numberColumn({ en: "Emissions of year t.", zh: "t 年排放。" }),
        loPercent: numberColumn({ en: "How far the range reaches below.", zh: "范围向下的幅度。" }, "%"),
        hiPercent: numberColumn({ en: "How far it reaches above.", zh: "范围向上的幅度。" }, "%"),
        contribution: numberColumn({ en: "Share of the variance of the total.", zh: "在总量方差中的份额。" }),
        trend: numberColumn({ en: "Change since the base year.", zh: "自基年以来的变化。" }, "%"),
        trendLo: numberColumn({ en: "Lower bound of the change.", zh: "变化的下限。" }, "%"),
        trendHi: numberColumn({ en: "Upper bound of the change.", zh: "变化的上限。" }, "%"),
      },
      ({ rows }: Simulated) => rows.map(({ combined, ...row }) => ({ ...row, ...combined })),
    ),
  },
  assumptions: [
    "Errors have mean 1: normal where symmetric and at most ± 60 %, else lognormal.",
    "Factors are the same in both years and activity data independent, unless a line says otherwise.",
  ],
  references: ["IPCC 2006 Guidelines, Vol 1 Ch 3, 3.2.3.2 and Table 3.3."],
  async run({ sources, ...options }, work) {
    const found = await approach2(sources, options, work);
    return { ...found, rows: [...found.rows], notes: [...found.notes] };
  },
});

export const uncertaintyKeyCategories = defineTool({
  name: "uncertainty.keyCategories",
  title: { en: "Key categories by uncertainty", zh: "按不确定性确定关键类别" },
  summary: {
    en: "Which categories make nine tenths of level times uncertainty, and of trend times uncertainty: where better data would help most.",
    zh: "哪些类别构成“水平×不确定性”与“趋势×不确定性”的九成：改进数据收效最大之处。",
  },
  input: z.object({
    categories: keyedRows(categoryUncertaintyShape, ["name"]),
    threshold: ratio.default(0.9),
  }),
  output: z.object({ level: z.array(rankedCategoryShape), trend: z.array(rankedCategoryShape) }),
  assumptions: ["Removals count by their size."],
  references: ["IPCC 2006 Guidelines, Vol 1 Ch 4, Equations 4.1 to 4.5."],
  run: ({ categories, threshold }) => keyCategories(categories, threshold),
});
