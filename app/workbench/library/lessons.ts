import { messages } from "../../../lib/message/message.ts";
import { say, speech } from "../../language/speech.ts";
import type { LessonInfo, NotebookInfo } from "../../session/contract.ts";

export const lessonTexts = messages("workbench.lessons", {
  title: { en: "Lessons", zh: "课程" },
  minutes: { en: "Lesson, about {minutes} min", zh: "课程，约 {minutes} 分钟" },
  progress: { en: "{solved} of {all} exercises solved", zh: "已完成 {solved}/{all} 个练习" },
});

/** The list of notebooks in two parts. A lesson in several languages is listed once, in the reader's language. */
export function groupLessons(notebooks: readonly NotebookInfo[]): { lessons: NotebookInfo[]; others: NotebookInfo[] } {
  const lessons = notebooks.filter(({ lesson }) => lesson !== null);
  const isMine = ({ language }: LessonInfo) => language?.slice(0, 2) === speech.language.slice(0, 2);
  const shown = lessons.filter(({ lesson }) => {
    if (isMine(lesson!)) return true;
    const same = lessons.filter((other) => other.lesson!.id === lesson!.id);
    return !same.some((other) => isMine(other.lesson!)) && same[0]?.lesson === lesson;
  });
  return { lessons: shown, others: notebooks.filter(({ lesson }) => lesson === null) };
}

/** A lesson's duration and the reader's progress. */
export function sayLesson({ minutes, solved, all }: LessonInfo): string {
  const parts = [
    minutes === null ? say(lessonTexts.title()) : say(lessonTexts.minutes({ minutes })),
    ...(all > 0 ? [say(lessonTexts.progress({ solved, all }))] : []),
  ];
  return parts.join(" · ");
}
