import { z } from "zod";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { type Account, accountShape } from "../account-shapes.ts";
import { compareAccounts } from "../comparison/compare-accounts.ts";
import { type AccountComparison, comparisonShape, policyShape } from "../comparison/comparison-shapes.ts";

const inUnit = { unitIn: "unit" };

export const accountCompare = defineTool({
  name: "account.compare",
  title: { en: "Change between the accounts of two years", zh: "两年账户之间的变化" },
  summary: {
    en: "The change of the main figure, split without residual into amounts, factors and boundary (lines that came or went), by line, by scope and in total; of a company also whether the base year is to be recalculated.",
    zh: "主要数值的变化，无残差地分解为活动量、因子与边界（新增或消失的行），按行、按范围及合计给出；对企业还判断是否需要重新计算基准年。",
  },
  input: z.object({
    earlier: accountShape.describe("The account of the earlier year, which is the base year"),
    later: accountShape.describe("That of the later year; of the same kind and metric"),
    by: z.enum(["location", "market"]).default("location").describe("The method of scope 2"),
    policy: policyShape
      .default({ threshold: 0.05, triggers: ["boundary", "method"], reasons: {} })
      .describe("When the base year is recalculated"),
  }),
  output: comparisonShape,
  tablesOut: {
    changes: recordTable(
      { en: "The lines of both years.", zh: "两年的各行。" },
      {
        name: textColumn({ en: "Name of the line.", zh: "该行的名称。" }),
        site: textColumn({ en: "Site.", zh: "场所。" }),
        kind: textColumn({ en: "both, came or went.", zh: "both（两年）、came（新增）或 went（消失）。" }),
        change: numberColumn({ en: "Later less earlier.", zh: "较晚年份减较早年份。" }, inUnit),
        activity: numberColumn({ en: "By the amount.", zh: "活动量的影响。" }, inUnit),
        factor: numberColumn({ en: "By emissions per amount.", zh: "单位数量排放的影响。" }, inUnit),
        boundary: numberColumn({ en: "By lines of one year only.", zh: "仅在一年出现的行的影响。" }, inUnit),
      },
      ({ lines }: AccountComparison) =>
        lines.map(({ name, site, kind, change, activity, factor, boundary }) => ({
          name,
          site,
          kind,
          change,
          activity,
          factor,
          boundary,
        })),
    ),
  },
  formula: "ΔE = Σ_i [ΔA_i (F_i⁰ + F_i¹)/2 + ΔF_i (A_i⁰ + A_i¹)/2] + Σ_came E¹ − Σ_went E⁰.",
  assumptions: [
    "Lines are joined by name, site and unit; letter case and blanks do not matter, and units that convert are one.",
    "A line of one year only is a change of boundary; so is one that has a factor in one year only.",
    "A factor of the same activity and source with another year is a change of factor; one of another source is also a change of method.",
    "A site that came counts in the base year with what it emits in the later year, and only for a reason that is given.",
  ],
  references: [
    "Dietzenbacher & Los (1998), doi:10.1080/09535319800000023.",
    "Sun (1998), Energy Econ. 20: 85–100.",
    "GHG Protocol, A Corporate Accounting and Reporting Standard, revised edition (2004), Ch 5.",
  ],
  run({ earlier, later, by, policy }) {
    // Messages of an account that comes as data are written already.
    return compareAccounts(earlier as unknown as Account, later as unknown as Account, { by, policy });
  },
});
