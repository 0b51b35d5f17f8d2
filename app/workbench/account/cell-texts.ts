import { messages } from "../../../lib/message/message.ts";

/** The words in the cells of an account, which are written in the reader's language. */
export const cellTexts = messages("workbench.account.cells", {
  companyTitle: { en: "Greenhouse gas account {year}: {file}", zh: "{year} 年温室气体核算：{file}" },
  productTitle: { en: "Product footprint {year}: {file}", zh: "{year} 年产品碳足迹：{file}" },
  inventoryTitle: { en: "Greenhouse gas inventory {year}: {file}", zh: "{year} 年温室气体清单：{file}" },
  dataComment: {
    en: "Each row of the file is a line, or is left out for a stated reason.",
    zh: "文件的每一行要么读作一条记录，要么列出不采用的原因。",
  },
  readCount: { en: "Lines read: {lines}. Rows left out: {rows}.", zh: "读取记录：{lines} 条；未采用：{rows} 行。" },
  mappingComment: {
    en: "What was settled by hand. The file is kept beside the data and applies to next year's file too.",
    zh: "人工确认的内容。该文件与数据放在一起，也适用于下一年的文件。",
  },
  accountComment: { en: "The account: matched, converted and summed.", zh: "核算：匹配、换算并求和。" },
  linesComment: {
    en: "Each line, what it was taken for, and the factor.",
    zh: "每条记录、所匹配的活动及其排放因子。",
  },
  chartComment: { en: "Emissions by scope, category or stage.", zh: "按范围、类别或阶段的排放。" },
  missingComment: {
    en: "What is in no figure, and what the account does not cover.",
    zh: "未计入任何数字的内容，以及核算未覆盖的范围。",
  },
  sourcesComment: {
    en: "The sources of the factors, and how it was computed.",
    zh: "排放因子的来源与计算方法。",
  },
  reportComment: {
    en: "The report as a workbook or a page to print. What you state in the dialog stands in its fields.",
    zh: "报告，可存为工作簿或可打印页面。在对话框中填写的说明会列入报告。",
  },
  line: { en: "Line", zh: "记录" },
  row: { en: "Row", zh: "行" },
  site: { en: "Site", zh: "场所" },
  amount: { en: "Amount", zh: "数量" },
  unit: { en: "Unit", zh: "单位" },
  match: { en: "Taken for", zh: "匹配为" },
  how: { en: "Why", zh: "依据" },
  factor: { en: "Factor", zh: "排放因子" },
  source: { en: "Source", zh: "来源" },
  emissions: { en: "Emissions", zh: "排放" },
  scope: { en: "Scope", zh: "范围" },
  largest: {
    en: "{name} is the largest part: {share} of {total}",
    zh: "{name} 占比最大：占 {total} 的 {share}",
  },
  nothing: { en: "No line has emissions yet", zh: "尚无记录得出排放量" },
  companyParts: {
    en: "Emissions by scope and category, {unit} ({metric}), {year}",
    zh: "{year} 年按范围和类别的排放，{unit}（{metric}）",
  },
  productParts: { en: "Emissions by line of the bill, {unit} ({metric})", zh: "清单各行的排放，{unit}（{metric}）" },
  inventoryParts: {
    en: "Emissions by IPCC category, {unit} ({metric}), {year}",
    zh: "{year} 年按 IPCC 类别的排放，{unit}（{metric}）",
  },
  what: { en: "In no figure", zh: "未计入" },
  needed: { en: "Why, or what would be needed", zh: "原因或所需信息" },
  noneMissing: { en: "Every line of the file is in the account.", zh: "文件中的每条记录都已计入。" },
  notCovered: { en: "Not covered by this account", zh: "本核算未覆盖" },
  year: { en: "Year", zh: "年份" },
  lines: { en: "Lines", zh: "记录数" },
  total: { en: "Total", zh: "合计" },
  value: { en: "Value", zh: "数值" },
  share: { en: "Share of the total", zh: "占总量比例" },
  method: { en: "Method", zh: "方法" },
});
