import { messages } from "../../../lib/message/message.ts";

/** Texts of the import of a database. */
export const importTexts = messages("workbench.import", {
  looking: { en: "Reading the files…", zh: "正在查看文件…" },
  reading: { en: "Importing, {percent} %: {file}", zh: "正在导入，{percent} %：{file}" },
  done: {
    en: "Imported: {tables}. The datasets are in the catalogue the next time a notebook is opened.",
    zh: "已导入：{tables}。下次打开笔记本时，数据集会出现在目录中。",
  },
  unused: {
    en: "{count} {count:file was|files were} not used: {files}.",
    zh: "有 {count} 个文件未使用：{files}。",
  },
  unusedFor: { en: "{path} ({reason})", zh: "{path}（{reason}）" },
  unusedMore: { en: "{count} more", zh: "另 {count} 个" },
  known: {
    en: "These files were imported on {date} already: {tables}. Nothing was changed.",
    zh: "这些文件已于 {date} 导入过：{tables}。没有任何改动。",
  },
  cancelled: { en: "The import was cancelled. Nothing was stored.", zh: "导入已取消，没有保留任何内容。" },
  failed: { en: "The import failed. {reason}", zh: "导入失败。{reason}" },
  title: { en: "Import {tables}", zh: "导入 {tables}" },
  stressors: { en: "Emissions and other stressors to keep", zh: "要保留的排放及其他环境压力" },
  none: {
    en: "The files contain no satellite account. Select the emissions together with the table: accounts of its publisher, or a file emissions.csv.",
    zh: "这些文件不含卫星账户。可以与表一同选择排放账户：发布方的账户文件，或 emissions.csv。",
  },
  filter: { en: "Filter the stressors", zh: "筛选环境压力" },
  usual: { en: "Greenhouse gases", zh: "温室气体" },
  all: { en: "All that are shown", zh: "全选所示" },
  nothing: { en: "None", zh: "全不选" },
  more: { en: "{count} more; filter to see them", zh: "另有 {count} 项；可用筛选查看" },
  chosen: { en: "{count} of {all} kept", zh: "保留 {count} 项，共 {all} 项" },
  large: { en: "For tables too large for a browser tab", zh: "适用于浏览器标签页放不下的大表" },
  regions: {
    en: "Regions to keep, separated by commas; all others become ROW. Or pick region_concordance.csv and sector_concordance.csv together with the table.",
    zh: "要保留的地区，以逗号分隔；其余并为 ROW。也可与表一同选择 region_concordance.csv 和 sector_concordance.csv。",
  },
  again: { en: "Import again, even if these files were imported before", zh: "即使这些文件已导入过，也重新导入" },
  start: { en: "Import", zh: "导入" },
  cancel: { en: "Cancel", zh: "取消" },
  save: { en: "Save for pymrio", zh: "保存为 pymrio 格式" },
  remove: { en: "Remove from this browser", zh: "从此浏览器移除" },
  removal: {
    en: "Remove {tables} with all its datasets from this browser? To use it again, import its files again.",
    zh: "从此浏览器移除 {tables} 及其全部数据集？再次使用时须重新导入其文件。",
  },
  removed: {
    en: "Removed: {tables}. The catalogue lists it until a notebook is opened again.",
    zh: "已移除：{tables}。重新打开笔记本后，目录中不再列出。",
  },
  saveParquet: { en: "Save for pymrio as Parquet", zh: "保存为 pymrio 格式（Parquet）" },
});
