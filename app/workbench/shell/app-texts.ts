import { messages } from "../../../lib/message/message.ts";

/** Texts of the page around notebooks. */
export const appTexts = messages("workbench.app", {
  name: { en: "Yuheng Notebook", zh: "玉衡笔记本" },
  tagline: {
    en: "Live carbon accounts: edit a cell and everything that depends on it updates.",
    zh: "实时更新的碳核算：修改一个单元格，所有依赖它的结果随即更新。",
  },
  main: { en: "Notebook", zh: "笔记本正文" },
  skip: { en: "Skip to the notebook", zh: "跳到笔记本正文" },
  opening: { en: "Opening {name}…", zh: "正在打开 {name}…" },
  openingFrame: { en: "Opening…", zh: "正在打开…" },
  notFound: { en: "This notebook could not be opened", zh: "无法打开这个笔记本" },
  noAddress: { en: "This address leads nowhere", zh: "此地址无效" },
  noAddressWhy: {
    en: "The address is incomplete or malformed. Open the notebook from the list of all notebooks.",
    zh: "地址不完整或格式有误。请从全部笔记本的列表中打开笔记本。",
  },
  back: { en: "Back to all notebooks", zh: "返回全部笔记本" },
  again: { en: "Try again", zh: "重试" },
});
