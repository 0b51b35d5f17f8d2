import { messages } from "../../../lib/message/message.ts";

/** Texts of lists of cells. */
export const cellListTexts = messages("workbench.cells", {
  none: { en: "This notebook has no cells yet.", zh: "这个笔记本还没有单元格。" },
  find: { en: "Find a name or cell", zh: "查找名称或单元格" },
  noMatch: { en: "No cell matches “{text}”.", zh: "没有与“{text}”匹配的单元格。" },
  reads: { en: "reads {names}", zh: "读取 {names}" },
  empty: { en: "empty cell", zh: "空单元格" },
});
