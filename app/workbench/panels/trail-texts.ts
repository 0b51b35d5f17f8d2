import { messages } from "../../../lib/message/message.ts";

/** Texts of the trail. */
export const trailTexts = messages("workbench.trail", {
  ask: {
    en: "Choose a cell and press T, or Alt-click its output: the data, methods and cells behind its figures are listed here.",
    zh: "选中一个单元格后按 T，或按住 Alt 点击其输出：这里会显示其数值的全部来历。",
  },
  of: { en: "Trail of cell {place}", zh: "第 {place} 个单元格的溯源" },
  ofNotebook: { en: "The whole notebook", zh: "整个笔记本" },
  whole: { en: "Whole notebook", zh: "整个笔记本" },
  export: { en: "Save as PROV (JSON-LD)", zh: "保存为 PROV（JSON-LD）" },
  cells: { en: "Cells it depends on", zh: "经过的单元格" },
  self: { en: "The cell itself", zh: "单元格本身" },
  away: { en: "{count} {count:cell|cells} away", zh: "相隔 {count} 个单元格" },
  query: { en: "SQL query", zh: "SQL 查询" },
  reads: { en: "reads {names}", zh: "读取 {names}" },
  file: { en: "reads your file {name} ({bytes} bytes)", zh: "读取您的文件 {name}（{bytes} 字节）" },
  notebook: { en: "names of the notebook {name}", zh: "笔记本 {name} 中的名称" },
  values: { en: "Values", zh: "取值" },
  resultRows: { en: "Rows returned: {count}", zh: "结果行数：{count}" },
  rowsRead: { en: "Rows read", zh: "读取的行" },
  rowsAll: { en: "all {of} rows", zh: "全部 {of} 行" },
  rowsPart: { en: "{rows} of {of} rows", zh: "{of} 行中的 {rows} 行" },
  rowsWait: { en: "Finding the rows that the query read…", zh: "正在询问数据库读取了哪些行……" },
  rowsInsert: { en: "Insert a cell with these rows", zh: "插入显示这些行的单元格" },
  factorUses: { en: "Activity data and their factors", zh: "活动数据及其因子" },
  factorsOf: {
    en: "Rows with a factor: {rows}, counted below the header; different factors: {factors}",
    zh: "有因子的行：{rows}（自表头下一行计起）；不同的因子：{factors}",
  },
  factorsOfFile: {
    en: "Rows of {file} with a factor: {rows}, counted below the header; different factors: {factors}",
    zh: "{file} 中有因子的行：{rows}（自表头下一行计起）；不同的因子：{factors}",
  },
  activityRow: { en: "Row", zh: "行" },
  activity: { en: "Activity", zh: "活动" },
  factor: { en: "Factor", zh: "因子" },
  factorPlace: { en: "Location in the source", zh: "出处" },
  page: { en: "p. {page}", zh: "第 {page} 页" },
  more: { en: "and {count} more", zh: "另有 {count} 项" },
  input: { en: "Input", zh: "输入" },
  methods: { en: "Methods", zh: "方法" },
  assumptions: { en: "Assumptions", zh: "假设" },
  data: { en: "Data and licences", zh: "数据与许可" },
  noData: { en: "No dataset was read.", zh: "其间没有读取任何数据集。" },
  unconfirmed: {
    en: "(licence as stated by the publisher, not confirmed)",
    zh: "（许可依发布者所述，未经核实）",
  },
});

/** The facts about a result. */
export const factTexts = messages("workbench.fact", {
  method: { en: "Method", zh: "方法" },
  residual: { en: "Residual", zh: "残差" },
  iterations: { en: "Iterations", zh: "迭代次数" },
  metric: { en: "Metric", zh: "折算指标" },
  unit: { en: "Unit", zh: "单位" },
  source: { en: "Source", zh: "来源" },
  equation: { en: "Equation", zh: "公式" },
  equations: { en: "Equations", zh: "所用公式" },
  factors: { en: "Factors", zh: "所用因子" },
  tier: { en: "Tier", zh: "方法层级" },
  notes: { en: "Notes", zh: "说明" },
});
