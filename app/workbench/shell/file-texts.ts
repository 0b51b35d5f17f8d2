import { messages } from "../../../lib/message/message.ts";

/** Texts about opening and writing files. */
export const fileTexts = messages("workbench.files", {
  open: { en: "Open a file", zh: "打开文件" },
  drop: {
    en: "Drop a notebook here (.html, .ipynb, .qmd, .ojs or Markdown), or a file with data.",
    zh: "把笔记本（.html、.ipynb、.qmd、.ojs 或 Markdown）或数据文件拖到这里。",
  },
  opened: { en: "“{name}” was opened. {notes}", zh: "已打开“{name}”。{notes}" },
  unreadable: { en: "“{name}” could not be read. {reason}", zh: "无法读取“{name}”。{reason}" },
  unknown: {
    en: "“{name}” is not a notebook. Files that can be opened end in .html, .ipynb, .md, .qmd or .ojs.",
    zh: "“{name}”不是笔记本。可以打开 .html、.ipynb、.md、.qmd 和 .ojs 文件。",
  },
  textOnly: {
    en: "“{name}” is text without code. “+ Data” adds it to this notebook as a file; it can also be a notebook of its own.",
    zh: "“{name}”只有文字，没有代码。可用“+ 数据”将其作为文件添加到此笔记本，也可以单独作为笔记本打开。",
  },
  openNotebook: { en: "Open as a notebook", zh: "作为笔记本打开" },
  pageOnly: {
    en: "“{name}” is a page, but not a notebook. It can be a file of this notebook.",
    zh: "“{name}”是网页，不是笔记本。可将其作为此笔记本的文件。",
  },
  addFile: { en: "Add as a file", zh: "作为文件添加" },
  elsewhere: {
    en: "To open “{name}”, drop it on the bar above the notebook.",
    zh: "要打开“{name}”，请把它拖到笔记本上方的工具栏。",
  },
  notSaved: { en: "“{name}” could not be written. {reason}", zh: "无法写入“{name}”。{reason}" },
  saved: { en: "“{name}” was written.", zh: "已写入“{name}”。" },
  older: {
    en: "{count} {count:cell is|cells are} in Observable's older JavaScript, and {count:runs|run} as converted. The file stays as it is until you convert {count:it|them}.",
    zh: "有 {count} 个单元格使用 Observable 旧式 JavaScript，现按转换后的代码运行。在您选择转换之前，文件保持原样。",
  },
  convertOne: { en: "Convert", zh: "转换" },
  convertAll: { en: "Convert all {count}", zh: "转换全部 {count} 个" },
  converted: { en: "The older cells were converted. {notes}", zh: "旧式单元格已转换。{notes}" },
  dismiss: { en: "Close this message", zh: "关闭这条消息" },
});
