import { messages } from "../../lib/message/message.ts";

/** Texts of the controls and notices of a cell. */
export const cellTexts = messages("frame.cell", {
  cell: { en: "Cell {place}", zh: "第 {place} 个单元格" },
  editor: { en: "Source of cell {place}", zh: "第 {place} 个单元格的源代码" },
  menu: { en: "Cell menu", zh: "单元格菜单" },
  kind: { en: "Kind", zh: "类型" },
  showCode: { en: "Show code", zh: "显示代码" },
  hideCode: { en: "Hide code", zh: "隐藏代码" },
  add: { en: "Add a cell", zh: "添加单元格" },
  data: { en: "Data", zh: "数据" },
  waiting: { en: "waiting", zh: "等待中" },
  edited: { en: "edited, not run", zh: "已修改，未运行" },
  line: { en: "line {line}", zh: "第 {line} 行" },
  blockedBy: { en: "Waits for `{name}`, which could not be computed.", zh: "等待 `{name}`，而它未能得出。" },
  pausedBy: {
    en: "Paused, because it reads `{name}` from a paused cell.",
    zh: "已暂停：所读取的 `{name}` 来自暂停的单元格。",
  },
  stale: {
    en: "Its code or inputs changed. Run the cell to update it.",
    zh: "代码或输入已改变。运行此单元格即可更新。",
  },
  goThere: { en: "Go there", zh: "前往" },
  renameTo: { en: "Rename it here to `{name}`", zh: "在此改名为 `{name}`" },
  renameThere: { en: "Rename it in cell {place} to `{name}`", zh: "在第 {place} 个单元格中改名为 `{name}`" },
  pauseThis: { en: "Pause this cell", zh: "暂停此单元格" },
});
