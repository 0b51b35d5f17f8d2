import { messages } from "../../../lib/message/message.ts";

/** Texts about other versions of the open notebook. */
export const otherTexts = messages("workbench.other", {
  download: { en: "Download my version", zh: "下载我的版本" },
  origin: { en: "The original of this copy has moved on.", zh: "这个副本的原件已有新版本。" },
  link: { en: "A link changes cells that you have changed as well.", zh: "链接改动的单元格您也改动过。" },
  patch: { en: "A patch waits to be looked at.", zh: "有一个补丁等待查看。" },
  proposal: {
    en: "An assistant proposes changes to this notebook.",
    zh: "助手提议改动这个笔记本。",
  },
  disk: { en: "The file has changed since it was opened.", zh: "打开之后，文件有改动。" },
  published: { en: "A newer version of this notebook has been published.", zh: "这个笔记本已发布新版本。" },
  tab: { en: "Another tab has changes to this notebook that are not saved.", zh: "另一个标签页中有尚未保存的改动。" },
  draft: { en: "Changes to this notebook of {time} were never saved.", zh: "这个笔记本 {time} 的改动一直没有保存。" },
  advice: {
    en: "Nothing was overwritten. Compare both and choose, cell by cell.",
    zh: "没有覆盖任何内容。请逐个单元格对照并选择。",
  },
  ghosts: {
    en: "They are shown at their places in the notebook, with a dashed outline. One undo takes them back.",
    zh: "它们以虚线框显示在笔记本中的相应位置。保留后可一步撤销。",
  },
  runCopy: { en: "Run on a copy", zh: "在副本上运行" },
  runAbout: {
    en: "Runs the notebook with these changes beside yours and shows what they give. The code is the assistant's: it has no network, but may block the page for some seconds.",
    zh: "在旁边运行含这些改动的笔记本副本并显示结果。代码来自助手：它不能联网，但可能使页面停顿数秒。",
  },
  running: { en: "Running on a copy…", zh: "正在副本上运行……" },
  stop: { en: "Stop", zh: "停止" },
  ran: { en: "Run on a copy: what it gives is shown with each cell.", zh: "已在副本上运行，结果显示在各单元格处。" },
  ranFailed: {
    en: "Run on a copy: {count} {count:cell|cells} failed or did not run.",
    zh: "已在副本上运行：{count} 个单元格出错或未运行。",
  },
  notRun: { en: "The copy did not run: {why}", zh: "副本未能运行：{why}" },
  keepAll: { en: "Keep all", zh: "全部保留" },
  discard: { en: "Discard", zh: "放弃" },
  compare: { en: "Compare and choose", zh: "对照并选择" },
});

/** Texts about unsaved changes. */
export const draftTexts = messages("workbench.draft", {
  resumed: {
    en: "Restored your unsaved changes from {time}.",
    zh: "已接着 {time} 的改动继续；这些改动尚未写入文件。",
  },
  discard: { en: "Discard my changes", zh: "放弃我的改动" },
  keep: { en: "Keep them", zh: "保留" },
  discarded: { en: "Your changes were set aside. Redo restores them.", zh: "已放弃改动。点“重做”可以找回。" },
  notKept: {
    en: "The browser cannot keep what you type: its storage is full or denied.",
    zh: "浏览器无法保留您输入的内容：存储空间已满或被禁用。",
  },
  notKeptAdvice: {
    en: "Your changes are still in this page. Save or download the notebook before you close it.",
    zh: "改动仍在页面中。关闭之前请保存或下载笔记本。",
  },
});

/** Texts about the rights of assistants. */
export const assistantTexts = messages("workbench.assistant", {
  asks: {
    en: "An assistant asks to run notebooks of this folder on this machine.",
    zh: "助手请求在本机运行此文件夹中的笔记本。",
  },
  asksAbout: {
    en: "Cells then run with your rights, outside of the sandbox, and the assistant sees what they give, also what its proposals give on a copy. This holds until its connection ends or you take it back.",
    zh: "单元格将以您的权限在沙箱之外运行，助手可看到运行结果以及其提议在副本上的结果。连接结束或您收回之前一直有效。",
  },
  asksToSee: {
    en: "The browser's assistant asks to see what its proposals give on a copy.",
    zh: "浏览器助手请求查看其提议在副本上的结果。",
  },
  asksToSeeAbout: {
    en: "A proposed cell can read this notebook and others of the workbench. This holds until you close the notebook or take it back.",
    zh: "提议的单元格可以读取此笔记本及工作台中的其他笔记本。关闭笔记本或您收回之前一直有效。",
  },
  allow: { en: "Allow", zh: "允许" },
  refuse: { en: "Do not allow", zh: "不允许" },
  mayRun: {
    en: "An assistant may run notebooks of this folder with your rights.",
    zh: "助手可以您的权限运行此文件夹中的笔记本。",
  },
  maySee: {
    en: "The browser's assistant sees what its proposals give on a copy.",
    zh: "浏览器助手可查看其提议在副本上的结果。",
  },
  foreignProposal: {
    en: "A proposal for this notebook came with its folder and was not made by a program of yours. It is not offered.",
    zh: "此笔记本的文件夹附带了一项提议，但它不是由您的程序写入的，因此不予显示。",
  },
  foreignRights: {
    en: "{count} {count:right|rights} of assistants came with this folder and {count:was|were} not given by you. {count:It does|They do} not apply.",
    zh: "此文件夹附带了 {count} 项助手权限，但并非由您授予，因此无效。",
  },
  revoke: { en: "Take back", zh: "收回" },
});
