import { messages } from "../../../lib/message/message.ts";

/** Texts about opening and writing files. */
export const fileTexts = messages("workbench.files", {
  open: { en: "Open a file", zh: "打开文件" },
  drop: { en: "Drop a notebook here: .html, .ipynb or Markdown.", zh: "把笔记本拖到这里：.html、.ipynb 或 Markdown。" },
  opened: { en: "“{name}” was opened. {notes}", zh: "已打开“{name}”。{notes}" },
  unreadable: { en: "“{name}” could not be read. {reason}", zh: "无法读取“{name}”。{reason}" },
  unknown: {
    en: "“{name}” is not a notebook. Files that can be opened end in .html, .ipynb or .md.",
    zh: "“{name}”不是笔记本。可以打开 .html、.ipynb 和 .md 文件。",
  },
  notSaved: { en: "“{name}” could not be written. {reason}", zh: "无法写入“{name}”。{reason}" },
  saved: { en: "“{name}” was written.", zh: "已写入“{name}”。" },
  converted: { en: "The older cells were converted. {notes}", zh: "旧式单元格已转换。{notes}" },
  dismiss: { en: "Close this message", zh: "关闭这条消息" },
});
