import { messages } from "../../../lib/message/message.ts";

/** The words in the cells that compare two accounts, which are written in the reader's language. */
export const comparisonTexts = messages("workbench.account.comparison", {
  title: { en: "Change between two years", zh: "两年之间的变化" },
  comment: {
    en: "The earlier year is the base year. In `reasons` stands why a site or line came or went.",
    zh: "较早年份为基准年。`reasons` 中写明场所或记录新增或消失的原因。",
  },
  scope: { en: "Scope", zh: "范围" },
  total: { en: "Total", zh: "合计" },
  change: { en: "Change", zh: "变化" },
  activity: { en: "Activity", zh: "活动量" },
  factor: { en: "Factors", zh: "因子" },
  boundary: { en: "Boundary", zh: "边界" },
  chartComment: { en: "From one year to the other, step by step.", zh: "从一年到另一年的逐项变化。" },
  chartTitle: { en: "{name} changed emissions most: {change}", zh: "{name}对排放的影响最大：{change}" },
  chartUnit: { en: "Emissions, {unit} ({metric})", zh: "排放，{unit}（{metric}）" },
  baseComment: { en: "Whether the base year is to be recalculated.", zh: "是否需要重新计算基准年。" },
  recalculate: { en: "The base year is to be recalculated.", zh: "需要重新计算基准年。" },
  keep: { en: "The base year is kept.", zh: "基准年保持不变。" },
  notTested: {
    en: "The policy of base years applies to accounts of companies in t CO2e alone.",
    zh: "基准年政策仅适用于以 t CO2e 计的企业核算。",
  },
  open: {
    en: "Not counted until the reason stands in `reasons` of the cell that compares:",
    zh: "在进行比较的单元格的 `reasons` 中写明原因之前，下列各项不计入：",
  },
});
