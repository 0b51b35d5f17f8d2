import { isOlderObservable } from "../../kernel/cell/kinds/unsupported.ts";
import { messages } from "../../lib/message/message.ts";
import type { Session } from "../session/contract.ts";
import type { Action } from "./action.ts";

export const fileActionTexts = messages("actions.file", {
  lessonReport: { en: "Report on this lesson…", zh: "本课的学习报告……" },
  share: { en: "Share", zh: "分享" },
  savePatch: { en: "Save my changes as a patch", zh: "将我的改动存为补丁" },
  editCopy: { en: "Edit a copy", zh: "编辑副本" },
  open: { en: "Open a file", zh: "打开文件" },
  saveCopy: { en: "Save a copy as a file", zh: "另存为文件" },
  exportJupyter: { en: "Export for Jupyter (.ipynb)", zh: "导出为 Jupyter（.ipynb）" },
  exportMarkdown: { en: "Export as Markdown", zh: "导出为 Markdown" },
  exportModule: { en: "Export as a JavaScript module", zh: "导出为 JavaScript 模块" },
  convert: { en: "Convert older Observable cells", zh: "转换旧式 Observable 单元格" },
  discard: { en: "Discard my changes", zh: "放弃我的改动" },
});

const open = (session: Session | null) => session !== null;

/** The actions on files and on versions of a notebook. */
export const fileActions = [
  {
    id: "open",
    group: "page",
    keys: ["mod+o"],
    label: fileActionTexts.open(),
    icon: "library",
    when: () => true,
    run: ({ openFile }) => openFile(),
  },
  {
    id: "save-copy",
    group: "notebook",
    keys: ["mod+shift+s"],
    label: fileActionTexts.saveCopy(),
    icon: "save",
    when: open,
    run: ({ saveCopy }) => saveCopy(),
  },
  {
    id: "share",
    group: "notebook",
    keys: [],
    label: fileActionTexts.share(),
    icon: "share",
    takesKeyboard: true,
    when: open,
    run: ({ openShare }) => openShare(),
  },
  {
    id: "edit-copy",
    group: "notebook",
    keys: [],
    label: fileActionTexts.editCopy(),
    icon: "edit",
    when: (session) => session?.autosave.saveState === "read-only" || session?.settings.mode === "read",
    run: ({ editCopy }) => editCopy(),
  },
  {
    id: "save-patch",
    group: "notebook",
    keys: [],
    label: fileActionTexts.savePatch(),
    icon: "save",
    when: open,
    run: ({ savePatch }) => savePatch(),
  },
  {
    id: "export-jupyter",
    group: "notebook",
    keys: [],
    label: fileActionTexts.exportJupyter(),
    icon: "download",
    when: open,
    run: ({ exportAs }) => exportAs("ipynb"),
  },
  {
    id: "export-markdown",
    group: "notebook",
    keys: [],
    label: fileActionTexts.exportMarkdown(),
    icon: "download",
    when: open,
    run: ({ exportAs }) => exportAs("md"),
  },
  {
    id: "export-module",
    group: "notebook",
    keys: [],
    label: fileActionTexts.exportModule(),
    icon: "download",
    when: open,
    run: ({ exportAs }) => exportAs("js"),
  },
  {
    id: "lesson-report",
    group: "notebook",
    keys: [],
    label: fileActionTexts.lessonReport(),
    icon: "download",
    when: (session) => Object.keys(session?.study.exercises ?? {}).length > 0,
    run: ({ reportLesson }) => reportLesson(),
  },
  {
    id: "convert",
    group: "edit",
    keys: [],
    label: fileActionTexts.convert(),
    icon: "edit",
    when: (session) => session?.cells.some(isOlderObservable) ?? false,
    run: ({ convert }) => convert(),
  },
  {
    id: "discard",
    group: "notebook",
    keys: [],
    label: fileActionTexts.discard(),
    icon: "back",
    when: (session) => session?.autosave.changed ?? false,
    run: ({ discard }) => discard(),
  },
] as const satisfies readonly Action[];
