import { z } from "zod";
import { keyedRows } from "../../tool/keyed-rows.ts";
import { unitOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { burdenAndGrowth, moleFractionShape } from "../atmosphere.ts";
import { estimateShape } from "../estimate.ts";
import { methaneBudget, methaneLineShape, methaneRowShape } from "../methane-budget.ts";
import { N2O_LIFETIME, nitrousOxideBudget, nitrousOxideRowShape } from "../nitrous-oxide-budget.ts";

const moleFractions = keyedRows(moleFractionShape, ["year"]);

const teragrams = numberIn("Tg CH4/yr");

export const budgetMethane = defineTool({
  name: "budget.methane",
  title: { en: "The global methane budget", zh: "全球甲烷收支" },
  summary: {
    en: "Sources = sinks + growth + B_IM, bottom-up or top-down, with every category and its range, and the sums of parts with the totals.",
    zh: "源 = 汇 + 大气增长 + 不平衡项（自下而上或自上而下），含各类别及其范围，并核对分项与合计。",
  },
  input: z.object({
    rows: z.array(methaneRowShape).describe("Rows of the dataset methane_budget, Tg CH4/yr"),
    period: z.string().default("2008-2017"),
    approach: z.enum(["bottom_up", "top_down"]).default("bottom_up"),
    moleFractions: moleFractions
      .optional()
      .describe("CH4 in ppb by year, to measure the growth; the table's own if left out"),
  }),
  output: z.object({
    period: z.string(),
    approach: z.string(),
    unit: unitOut,
    lines: z.array(methaneLineShape),
    sources: teragrams,
    sinks: teragrams,
    surplus: teragrams,
    growth: teragrams,
    imbalance: teragrams,
    anthropogenicShare: ratio,
    checks: z.array(z.object({ check: z.string(), sum: teragrams, total: teragrams, apart: teragrams })),
  }),
  assumptions: [
    "lo and hi are the smallest and largest model.",
    "Growth from mole fractions: 2.75 Tg CH4 for each ppb.",
  ],
  references: ["Saunois et al. (2020), The Global Methane Budget 2000–2017, doi:10.5194/essd-12-1561-2020."],
  run({ rows, period, approach, moleFractions: series }) {
    const [first = 0, last = first] = period.split("-").map(Number);
    const growth = series ? burdenAndGrowth("CH4", series, first, last).growth : undefined;
    const { lines, checks, ...rest } = methaneBudget(rows, period, approach, growth);
    return { ...rest, lines: lines.map((line) => ({ ...line })), checks: checks.map((check) => ({ ...check })) };
  },
});

interface NitrousOxideTerms
  extends Readonly<Record<"anthropogenic" | "natural" | "loss", z.output<typeof estimateShape>>> {
  readonly growth: number;
  readonly imbalance: number;
}

export const budgetNitrousOxide = defineTool({
  name: "budget.nitrousOxide",
  title: { en: "The global nitrous oxide budget", zh: "全球氧化亚氮收支" },
  summary: {
    en: "Sources = loss + growth + B_IM: sources as published, the loss from burden and lifetime, the growth from measured mole fractions.",
    zh: "源 = 平流层损失 + 大气增长 + 不平衡项：源取文献值，损失由大气储量与寿命计算，增长由实测浓度计算。",
  },
  input: z.object({
    rows: keyedRows(nitrousOxideRowShape, ["source"]).describe("Rows of the dataset nitrous_oxide_budget, Tg N/yr"),
    moleFractions: moleFractions.describe("N2O in ppb by year"),
    from: yearIn.default(2007),
    to: yearIn.default(2016),
    lifetime: z
      .object({ value: numberIn("yr").positive(), sigma: numberIn("yr").min(0) })
      .default(N2O_LIFETIME)
      .describe("Years"),
  }),
  output: z.object({
    unit: unitOut,
    anthropogenic: estimateShape,
    natural: estimateShape,
    sources: estimateShape,
    loss: estimateShape,
    growth: numberIn("Tg N/yr"),
    imbalance: numberIn("Tg N/yr"),
    anthropogenicShare: ratio,
    partsApart: numberIn("Tg N/yr"),
    burden: numberIn("Tg N"),
  }),
  tablesOut: {
    byTerm: recordTable(
      {
        en: "Every term of the budget; growth and imbalance have no range.",
        zh: "收支各项；大气增长与不平衡项没有范围。",
      },
      {
        term: textColumn({
          en: "anthropogenic, natural, loss, growth or imbalance.",
          zh: "anthropogenic（人为源）、natural（自然源）、loss（损失）、growth（大气增长）或 imbalance（不平衡项）。",
        }),
        side: textColumn({
          en: "source, sink, growth or imbalance.",
          zh: "source（源）、sink（汇）、growth（大气增长）或 imbalance（不平衡项）。",
        }),
        value: numberColumn({ en: "The term.", zh: "该项的值。" }, "Tg N/yr"),
        lo: numberColumn({ en: "Lower end of its range.", zh: "范围下限。" }, "Tg N/yr"),
        hi: numberColumn({ en: "Upper end of its range.", zh: "范围上限。" }, "Tg N/yr"),
      },
      ({ anthropogenic, natural, loss, growth, imbalance }: NitrousOxideTerms) => [
        { term: "anthropogenic", side: "source", ...anthropogenic },
        { term: "natural", side: "source", ...natural },
        { term: "loss", side: "sink", ...loss },
        { term: "growth", side: "growth", value: growth },
        { term: "imbalance", side: "imbalance", value: imbalance },
      ],
    ),
  },
  assumptions: ["4.79 Tg N for each ppb of N2O.", "The range of the sum of two sources is the sum of their ranges."],
  references: [
    "Tian et al. (2020), doi:10.1038/s41586-020-2780-0.",
    "Prather et al. (2015), doi:10.1002/2015JD023267.",
  ],
  run({ rows, moleFractions: series, from, to, lifetime }) {
    const air = burdenAndGrowth("N2O", series, from, to);
    return { ...nitrousOxideBudget(rows, air, lifetime), burden: air.burden };
  },
});
