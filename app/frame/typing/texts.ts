import { messages } from "../../../lib/message/message.ts";

/** Texts of the language help. */
export const typingTexts = messages("frame.typing", {
  rename: { en: "Rename {name} in all cells", zh: "在所有单元格中重命名 {name}" },
  submit: { en: "Rename", zh: "重命名" },
  from: { en: "from cell {place}", zh: "来自第 {place} 个单元格" },
  overload: { en: "{at} of {count}", zh: "第 {at} 种，共 {count} 种" },
  nothing: { en: "There is no name to rename here.", zh: "此处没有可以重命名的名称。" },
  notAName: { en: "“{name}” cannot be a name.", zh: "“{name}”不能用作名称。" },
  taken: {
    en: "The name “{name}” is taken: cell {place} defines it.",
    zh: "名称“{name}”已被占用：由第 {place} 个单元格给出。",
  },
  clash: {
    en: "“{name}” is already used in cell {place} and would mean something else there.",
    zh: "“{name}”已出现在第 {place} 个单元格中，改名后含义会变。",
  },
  library: {
    en: "This name belongs to a library or a module and stays as it is.",
    zh: "这个名称属于库或模块，不能更改。",
  },
  older: {
    en: "Cell {place}, in Observable's older JavaScript, has this name. Convert the cell first.",
    zh: "第 {place} 个单元格（Observable 旧式 JavaScript）中有这个名称。请先转换该单元格。",
  },
  noDefinition: { en: "No cell declares this name.", zh: "没有单元格声明这个名称。" },
  noDescription: { en: "Nothing is known about this place.", zh: "此处没有可说明的内容。" },
});
