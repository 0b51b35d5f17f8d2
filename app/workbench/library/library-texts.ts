import { messages } from "../../../lib/message/message.ts";

/** Texts of the list of notebooks. */
export const libraryTexts = messages("workbench.library", {
  title: { en: "Notebooks", zh: "笔记本" },
  new: { en: "New notebook", zh: "新建笔记本" },
  untitled: { en: "Untitled notebook", zh: "未命名笔记本" },
  account: { en: "From a file to an account", zh: "从文件到核算" },
  accountAbout: {
    en: "Choose a workbook or CSV file with energy, purchases, trips or a bill of materials. Each line is matched with an emission factor and its source; the account is written as cells, with a report.",
    zh: "选择含能源、采购、差旅或物料清单的工作簿或 CSV 文件。每条记录都会匹配排放因子及其来源；核算写成单元格，并附报告。",
  },
  mine: { en: "Mine", zh: "我的" },
  examples: { en: "Examples", zh: "示例" },
  noneMine: {
    en: "Nothing here yet. Start a notebook, open a file, or duplicate an example.",
    zh: "这里还没有内容。可新建笔记本、打开文件，或复制一个示例。",
  },
  newIn: { en: "New notebook in {project}", zh: "在{project}中新建笔记本" },
  newProject: { en: "New project", zh: "新建项目" },
  projectName: { en: "Name of the new project", zh: "新项目的名称" },
  find: { en: "Find a notebook", zh: "查找笔记本" },
  topics: { en: "Topics", zh: "主题" },
  all: { en: "All", zh: "全部" },
  none: { en: "No notebook matches “{text}”.", zh: "没有与“{text}”匹配的笔记本。" },
  empty: { en: "There is no notebook here yet. Start one.", zh: "这里还没有笔记本，新建一个吧。" },
  noFigure: { en: "A preview appears after the first run.", zh: "首次运行后显示预览图。" },
  changed: { en: "Changed {date}", zh: "{date}修改" },
  failed: { en: "The list of notebooks could not be read. {reason}", zh: "无法读取笔记本列表。{reason}" },
  createFailed: { en: "The notebook could not be created. {reason}", zh: "无法新建笔记本。{reason}" },
  readOnly: {
    en: "This copy cannot write to disk. Download a notebook to keep what you change.",
    zh: "当前副本不能写入磁盘。如需保留改动，请下载笔记本。",
  },
});
