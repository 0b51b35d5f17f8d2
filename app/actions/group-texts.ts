import { messages } from "../../lib/message/message.ts";

/** The names of the groups of actions. */
export const groupTexts = messages("actions.group", {
  notebook: { en: "Notebook", zh: "笔记本" },
  run: { en: "Run", zh: "运行" },
  edit: { en: "Edit", zh: "编辑" },
  view: { en: "View", zh: "视图" },
  page: { en: "Page", zh: "页面" },
  cell: { en: "Cell", zh: "单元格" },
  slides: { en: "Presentation", zh: "演示" },
});
