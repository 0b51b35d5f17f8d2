import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { isExercise } from "../../../kernel/lesson/cells.ts";
import type { Exercise } from "../../../kernel/lesson/declaration.ts";
import { openExercise } from "../../../kernel/lesson/open.ts";

export const lessonFolder = join(import.meta.dirname, "../../../notebooks");

/** The file of a shipped lesson. */
export function lessonText(name: string): string {
  return readFileSync(join(lessonFolder, `${name}.html`), "utf8");
}

/** The exercises of a lesson as they are packed in its file, without running it. */
export function exercisesOf(lesson: string, language: "en" | "zh"): Exercise[] {
  const text = new RegExp(`\\b${language}: \`\\n([^\`]*)\``);
  return parseNotebook(lesson).cells.flatMap((cell) => {
    const sealed = isExercise(cell) ? text.exec(cell.source)?.[1] : undefined;
    return sealed === undefined ? [] : [openExercise(sealed).exercise];
  });
}
