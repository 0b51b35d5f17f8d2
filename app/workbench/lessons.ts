import { say, speech } from "../language/speech.ts";
import type { LessonInfo, NotebookInfo } from "../session/contract.ts";

/** The list of notebooks in two parts. A lesson that there is in several languages stands once, in the reader's own. */
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

/** How long a lesson takes, and how far the reader has come. */
export function sayLesson({ minutes, solved, all }: LessonInfo): string {
  const parts = [
    minutes === null ? say("lessons.title") : say("lessons.minutes", { minutes }),
    ...(all > 0 ? [say("lessons.progress", { solved, all })] : []),
  ];
  return parts.join(" · ");
}
