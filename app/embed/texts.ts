import { messages } from "../../lib/message/message.ts";

/** Texts of an embedded notebook. They are part of a small separate script. */
export const embedTexts = messages("embed", {
  loading: { en: "The notebook is being opened…", zh: "正在打开笔记本…" },
  failed: { en: "The notebook could not be shown here.", zh: "无法在此显示笔记本。" },
  open: { en: "Open it in a page of its own", zh: "在单独页面中打开" },
  noSource: {
    en: "Which notebook? The attribute `src` names its page.",
    zh: "缺少笔记本：请用属性 `src` 指明其页面。",
  },
  missing: {
    en: "There is no cell called {cells} in this notebook. It has: {known}.",
    zh: "这个笔记本中没有名为 {cells} 的单元格。现有：{known}。",
  },
  label: { en: "Notebook", zh: "笔记本" },
});
