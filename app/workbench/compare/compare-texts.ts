import { messages } from "../../../lib/message/message.ts";

/** Texts of the comparison of two versions of a notebook. */
export const compareTexts = messages("workbench.compare", {
  origin: { en: "the original", zh: "原件" },
  link: { en: "the link", zh: "链接" },
  patch: { en: "the patch", zh: "补丁" },
  proposal: { en: "the proposal", zh: "提议" },
  title: { en: "Two versions of this notebook", zh: "笔记本的两个版本" },
  mine: { en: "Mine", zh: "我的" },
  mineWhere: { en: "this page", zh: "本页" },
  theirs: { en: "Theirs", zh: "对方的" },
  disk: { en: "the file", zh: "文件" },
  published: { en: "the published version", zh: "已发布的版本" },
  tab: { en: "the other tab", zh: "另一个标签页" },
  draft: { en: "earlier changes", zh: "之前的改动" },
  both: { en: "Both", zh: "两者都要" },
  how: {
    en: "Changes made on one side only are preselected. Undo reverts all of them in one step.",
    zh: "只有一方改动的部分已预先选好。撤销一步即可全部恢复。",
  },
  summary: { en: "{count} {count:difference|differences}", zh: "{count} 处不同" },
  open: { en: "{count} still to choose", zh: "还有 {count} 处待选择" },
  allMine: { en: "All mine", zh: "全用我的" },
  allTheirs: { en: "All theirs", zh: "全用对方的" },
  use: { en: "Use these", zh: "采用所选" },
  cancel: { en: "Not now", zh: "以后再说" },
  show: { en: "Show the texts", zh: "显示文本" },
  notebookTitle: { en: "Title", zh: "标题" },
  titles: { en: "Title in other languages", zh: "其他语言的标题" },
  settings: { en: "Settings of the notebook", zh: "笔记本设置" },
  order: { en: "Order of the cells", zh: "单元格顺序" },
  outside: {
    en: "The other version also differs outside of its cells, such as in comments of the file. That stays unchanged here.",
    zh: "另一版本在单元格之外也有不同（例如文件中的注释）。这部分保持本页的样子。",
  },
  absent: { en: "not there", zh: "不存在" },
  same: { en: "Both versions are now identical.", zh: "两个版本现在相同。" },
});

/** Which side changed a part of a notebook, and how. */
export const changeTexts = messages("workbench.change", {
  mine: { en: "changed by me", zh: "我改动过" },
  theirs: { en: "changed by the other", zh: "对方改动过" },
  conflict: { en: "changed by both", zh: "双方都改动过" },
  mineNew: { en: "new, mine", zh: "我新增的" },
  theirsNew: { en: "new, from the other", zh: "对方新增的" },
  mineGone: { en: "deleted by me", zh: "我已删除" },
  theirsGone: { en: "deleted by the other", zh: "对方已删除" },
  mineGoneEdited: { en: "deleted by me, changed by the other", zh: "我已删除，对方改动过" },
  theirsGoneEdited: { en: "changed by me, deleted by the other", zh: "我改动过，对方已删除" },
});
