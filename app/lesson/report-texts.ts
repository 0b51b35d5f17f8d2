import { messages } from "../../lib/message/message.ts";

/** Texts of the report on a lesson. */
export const reportTexts = messages("lesson.report", {
  title: { en: "Report on “{title}”", zh: "“{title}”学习报告" },
  about: {
    en: "The file contains your answers with their times, which hints and solutions you opened, and nothing else. It stays on this machine until you hand it in.",
    zh: "文件记录答过什么、何时作答、打开过哪些提示和解答，此外没有别的内容。在你提交之前，它只留在这台计算机上。",
  },
  unmet: { en: "{unmet} more {unmet:exercise has|exercises have} not run yet.", zh: "另有 {unmet} 道练习尚未运行。" },
  name: { en: "Your name, if you like", zh: "姓名（可不填）" },
  html: { en: "Save to read (HTML)", zh: "保存为可阅读的文件（HTML）" },
  json: { en: "Save as data (JSON)", zh: "保存为数据（JSON）" },
  close: { en: "Close", zh: "关闭" },
  forget: { en: "Forget my progress", zh: "清除我的进度" },
  forgotten: { en: "Your progress in this notebook is forgotten.", zh: "你在此笔记本中的进度已清除。" },
  by: { en: "By {name}", zh: "作者：{name}" },
  nameless: { en: "without a name", zh: "未署名" },
  made: { en: "Made on {date}; begun on {begun}", zh: "生成日期：{date}；开始日期：{begun}" },
  exercise: { en: "Exercise", zh: "练习" },
  standing: { en: "Standing", zh: "状态" },
  tries: { en: "Tries", zh: "尝试次数" },
  hints: { en: "Hints", zh: "提示" },
  minutes: { en: "Minutes", zh: "分钟" },
  minutesNote: { en: "From the first answer to the right one.", zh: "自第一次作答到答对为止。" },
  version: { en: "Version", zh: "版本" },
  when: { en: "When", zh: "时间" },
  answer: { en: "Answer", zh: "答案" },
  reply: { en: "Reply", zh: "回复" },
  solved: { en: "solved", zh: "已完成" },
  solvedAfterSolution: { en: "solved after the solution was seen", zh: "看过解答后完成" },
});
