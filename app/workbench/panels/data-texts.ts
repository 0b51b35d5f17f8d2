import { messages } from "../../../lib/message/message.ts";

/** Texts of the catalogue of datasets. */
export const dataTexts = messages("workbench.data", {
  find: { en: "Find a dataset, column or publisher", zh: "查找数据集、字段或发布机构" },
  none: { en: "No dataset matches “{text}”.", zh: "没有与“{text}”匹配的数据集。" },
  failed: { en: "The catalogue could not be read. {reason}", zh: "无法读取数据目录。{reason}" },
  loading: { en: "Reading the catalogue…", zh: "正在读取数据目录…" },
  rows: { en: "{count} {count:row|rows}", zh: "{count} 行" },
  insertSql: { en: "Insert SQL cell", zh: "插入 SQL 单元格" },
  insertJs: { en: "Insert JavaScript cell", zh: "插入 JavaScript 单元格" },
  columns: { en: "Columns", zh: "字段" },
  column: { en: "Column", zh: "字段" },
  unit: { en: "Unit", zh: "单位" },
  publisher: { en: "Publisher", zh: "发布机构" },
  vintage: { en: "Edition", zh: "版本" },
  licence: { en: "Licence", zh: "许可" },
  confirmed: { en: "licence text seen", zh: "已核对许可文本" },
  unconfirmed: { en: "licence not confirmed: check it before you publish", zh: "许可尚未核实，发布前请确认" },
  shareAlike: { en: "share alike", zh: "相同方式共享" },
  source: { en: "Source", zh: "来源" },
  citation: { en: "Cite as", zh: "引用方式" },
  traps: { en: "Caveats", zh: "注意" },
});

/** The kinds of datasets. */
export const datasetKindTexts = messages("workbench.kind", {
  own: { en: "Your data", zh: "您的数据" },
  production: { en: "Production", zh: "生产侧" },
  consumption: { en: "Consumption", zh: "消费侧" },
  trade: { en: "Trade", zh: "贸易" },
  natural: { en: "Natural sources and sinks", zh: "自然源与汇" },
  lifecycle: { en: "Life cycle", zh: "生命周期" },
  electricity: { en: "Electricity", zh: "电力" },
  uncertainty: { en: "Uncertainty", zh: "不确定性" },
  geography: { en: "Geography", zh: "地理" },
});
