import { messages } from "../../../lib/message/message.ts";

/** Texts of tables. */
export const tableTexts = messages("frame.table", {
  label: { en: "Table of {rows} rows and {columns} columns", zh: "表格，{rows} 行 {columns} 列" },
  rows: { en: "{rows} {rows:row|rows}", zh: "共 {rows} 行" },
  found: { en: "{found} of {rows} rows", zh: "{found} 行，共 {rows} 行" },
  empty: { en: "No rows", zh: "没有数据行" },
  sort: { en: "Sort by {name}", zh: "按 {name} 排序" },
  filter: { en: "Filter", zh: "筛选" },
  in: { en: "Column", zh: "列" },
  anyColumn: { en: "any column", zh: "任意列" },
  contains: { en: "contains", zh: "包含" },
  least: { en: "at least", zh: "不小于" },
  most: { en: "at most", zh: "不大于" },
  copy: { en: "Copy", zh: "复制" },
  copied: { en: "Copied", zh: "已复制" },
  csv: { en: "CSV", zh: "CSV" },
  csvLabel: { en: "Download as CSV", zh: "下载 CSV" },
  working: { en: "working…", zh: "处理中…" },
  nulls: { en: "{count} missing", zh: "缺失 {count}" },
  distinct: { en: "{count} different", zh: "{count} 个不同值" },
  range: { en: "{least} to {most}", zh: "{least} 至 {most}" },
  printed: { en: "The first {shown} of {rows} rows", zh: "共 {rows} 行，此处为前 {shown} 行" },
});
