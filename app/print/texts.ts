import { messages } from "../../lib/message/message.ts";

/** Texts of printing. */
export const printTexts = messages("print", {
  head: { en: "{date} · {address}", zh: "{date} · {address}" },
  failed: {
    en: "Nothing was printed: the notebook does not answer. Stop the cell that runs, and try again.",
    zh: "未能打印：笔记本没有响应。请先停止正在运行的单元格，再试一次。",
  },
});
