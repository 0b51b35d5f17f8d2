import { messages } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import type { LessonInfo, NotebookInfo } from "../../session/contract.ts";

export const lessonTexts = messages("workbench.lessons", {
  title: { en: "Lessons", zh: "课程" },
  minutes: { en: "Lesson, about {minutes} min", zh: "课程，约 {minutes} 分钟" },
  progress: { en: "{solved} of {all} exercises solved", zh: "已完成 {solved}/{all} 个练习" },
});

/** The list of notebooks in two parts. */
export function groupLessons(notebooks: readonly NotebookInfo[]): { lessons: NotebookInfo[]; others: NotebookInfo[] } {
  const isLesson = ({ lesson }: NotebookInfo) => lesson !== null;
  return { lessons: notebooks.filter(isLesson), others: notebooks.filter((each) => !isLesson(each)) };
}

/** A lesson's duration and the reader's progress. */
export function sayLesson({ minutes, solved, all }: LessonInfo): string {
  const parts = [
    minutes === null ? say(lessonTexts.title()) : say(lessonTexts.minutes({ minutes })),
    ...(all > 0 ? [say(lessonTexts.progress({ solved, all }))] : []),
  ];
  return parts.join(" · ");
}
