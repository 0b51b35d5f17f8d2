import { messages } from "../../../lib/message/message.ts";

/** Texts about opening and writing files. */
export const fileTexts = messages("workbench.files", {
  open: { en: "Open a file", zh: "打开文件" },
  drop: {
    en: "Drop a notebook here (.html, .ipynb or Markdown), or a file with data.",
    zh: "把笔记本（.html、.ipynb 或 Markdown）或数据文件拖到这里。",
  },
  opened: { en: "“{name}” was opened. {notes}", zh: "已打开“{name}”。{notes}" },
  unreadable: { en: "“{name}” could not be read. {reason}", zh: "无法读取“{name}”。{reason}" },
  unknown: {
    en: "“{name}” is not a notebook. Files that can be opened end in .html, .ipynb or .md.",
    zh: "“{name}”不是笔记本。可以打开 .html、.ipynb 和 .md 文件。",
  },
  elsewhere: {
    en: "To open “{name}”, drop it on the bar above the notebook.",
    zh: "要打开“{name}”，请把它拖到笔记本上方的工具栏。",
  },
  notSaved: { en: "“{name}” could not be written. {reason}", zh: "无法写入“{name}”。{reason}" },
  saved: { en: "“{name}” was written.", zh: "已写入“{name}”。" },
  converted: { en: "The older cells were converted. {notes}", zh: "旧式单元格已转换。{notes}" },
  dismiss: { en: "Close this message", zh: "关闭这条消息" },
});
