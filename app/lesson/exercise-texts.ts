import { messages } from "../../lib/message/message.ts";

/** Texts of an exercise. */
export const exerciseTexts = messages("lesson.exercise", {
  label: { en: "Exercise: {title}", zh: "练习：{title}" },
  open: { en: "Not solved yet", zh: "尚未完成" },
  solved: { en: "Solved", zh: "已完成" },
  shown: { en: "Solution seen", zh: "已看过解答" },
  check: { en: "Check", zh: "检查" },
  checking: { en: "Checking…", zh: "正在检查……" },
  hint: { en: "Hint {next} of {all}", zh: "提示 {next}/{all}" },
  noHints: { en: "All hints are open", zh: "提示已全部打开" },
  hints: { en: "Hints", zh: "提示" },
  solution: { en: "Solution", zh: "解答" },
  notYet: {
    en: "The solution opens after two different answers, or after one answer and every hint.",
    zh: "提交过两个不同的答案，或提交过一个答案并看完全部提示之后，才能打开解答。",
  },
  put: { en: "Put it into my cell", zh: "填入我的单元格" },
  again: { en: "Start over", zh: "重新开始" },
  progress: { en: "{solved} of {all} solved", zh: "已完成 {solved}/{all}" },
  report: { en: "Report for the teacher…", zh: "生成给教师的报告……" },
  right: { en: "Right.", zh: "正确。" },
  wrong: { en: "Not yet.", zh: "还不对。" },
  changed: {
    en: "Your cell has changed since this check. Check again.",
    zh: "给出这条回复之后，你的单元格又改过。请再检查一次。",
  },
  failed: { en: "The check itself failed: {reason}", zh: "检查程序本身出错：{reason}" },
  missing: {
    en: "No cell declares `{name}`. Write `const {name} = …` in a cell, or start over to have the first one back.",
    zh: "没有单元格声明 `{name}`。请在某个单元格中写 `const {name} = …`，或点“重新开始”恢复最初的单元格。",
  },
  broken: { en: "Your cell does not run yet. {reason}", zh: "你的单元格还不能运行。{reason}" },
  untouched: {
    en: "Your cell is unchanged. Write your answer into it.",
    zh: "你的单元格还是最初的样子。请把答案写进去。",
  },
  waits: { en: "Your cell waits for another one that did not finish.", zh: "你的单元格在等待另一个未完成的单元格。" },
});
