import { messages } from "../../lib/message/message.ts";

/** Texts of printing. */
export const printTexts = messages("print", {
  head: { en: "{date} · {address}", zh: "{date} · {address}" },
  made: {
    en: "Saved on {date}. Figures, tables and texts are as they were then. The notebook is in this file: open it in Yuheng to change inputs and to compute everything again.",
    zh: "保存于{date}，图、表与文字均为当时的内容。笔记本就在此文件中：用玉衡打开，即可更改输入并重新计算。",
  },
  unsaved: {
    en: "No file was written: the notebook does not answer. Stop the cell that runs, and try again.",
    zh: "未能写入文件：笔记本没有响应。请先停止正在运行的单元格，再试一次。",
  },
  unfinished: {
    en: "“{name}” was written while cells were still running: their outputs may be missing.",
    zh: "写入“{name}”时仍有单元格在运行：其输出可能缺失。",
  },
  failed: {
    en: "Nothing was printed: the notebook does not answer. Stop the cell that runs, and try again.",
    zh: "未能打印：笔记本没有响应。请先停止正在运行的单元格，再试一次。",
  },
});
