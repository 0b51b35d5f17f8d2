import MarkdownIt from "markdown-it";
import { afterAll, describe, expect, test } from "vitest";
import { replyOf } from "../../../app/frame/exercise/reply.ts";
import { loadWords } from "../../../app/language/languages.ts";
import { speech } from "../../../app/language/speech.ts";
import { type CellContent, createNotebook, parseNotebook, serializeNotebook } from "../../../kernel/document/index.ts";
import { AnsweredOnce } from "../../../kernel/headless/answered-once.ts";
import type { NodeServices } from "../../../kernel/headless/node-services.ts";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { isAnswer, isExercise } from "../../../kernel/lesson/cells.ts";
import type { Exercise, Given } from "../../../kernel/lesson/declaration.ts";
import { judge } from "../../../kernel/lesson/judge.ts";
import { openExercise } from "../../../kernel/lesson/open.ts";
import { outputFaults } from "../../output-faults.ts";
import { openServices } from "../headless/services.ts";
import { exercisesOf, lessonText } from "./shipped-lessons.ts";
import { type WrongAnswers, wrongAnswers } from "./wrong-answers.ts";

const opened = openServices();
// In Chinese, the same is asked of the tools once more.
const once = new AnsweredOnce(opened.compute);
const services = { ...opened, compute: once } as NodeServices;

const languages = [
  { tag: "en", of: "en" },
  { tag: "zh-CN", of: "zh" },
] as const;

/** As cards write what an exercise says. */
const markdown = new MarkdownIt({ html: true, linkify: true });

afterAll(() => speech.speak("en"));

/** An exercise of a lesson as its cell declares it, with what that gives it. */
interface Declared {
  readonly declared: unknown;
  readonly given: Given;
}

/** What a wrong answer is called beside the right one. */
const named = (place: number, i: number) => `wrong${place}_${i}`;

/** The lesson with its exercises only recorded, the solutions in the reader's cells, and beside each the wrong answers. */
function answered(lesson: string, exercises: WrongAnswers, language: "en" | "zh"): string {
  const text = lessonText(lesson);
  const { cells } = parseNotebook(text);
  const solutions = exercisesOf(text, language);
  let place = -1;
  const answeredCells = cells.flatMap((cell, i): CellContent[] => {
    if (isAnswer(cells, i)) return [];
    if (!isExercise(cell)) return [cell];
    const { answer, solution } = solutions[++place]!;
    const declaration = new RegExp(`\\bconst ${answer}\\b`);
    const wrong = exercises[place]![1].map(([source], i) => {
      expect(source).toMatch(declaration);
      return source.replace(declaration, `const ${named(place, i)}`);
    });
    const recorded = `const exercise${place} = ${cell.source.trimStart()}`;
    return [solution!, ...wrong, recorded].map((source) => ({ kind: "js", source }));
  });
  const recorder = { kind: "js", source: "const exercise = (declared, given = {}) => ({declared, given});" };
  return serializeNotebook(createNotebook({ cells: [recorder, ...answeredCells] }));
}

/** All that an exercise says once it is solved, and what its replies were. */
function saidBy({ title, prompt, hints = [], praise, why }: Exercise, replies: readonly string[]): string[] {
  return [title, prompt, ...hints, praise, why, ...replies].filter((text) => text !== undefined);
}

describe.each(Object.entries(wrongAnswers as Record<string, WrongAnswers>))("%s", (lesson, exercises) => {
  afterAll(() => once.forget());

  test.each(languages)(
    "wrong answers get their replies, every solution is right, and what it leads to reads well in $tag",
    async ({ tag, of }) => {
      speech.speak(tag, await loadWords(tag));
      const text = answered(lesson, exercises, of);
      const { values, cells, failed } = await runNotebook(text, { services, language: tag });
      const errors = new Map(cells.flatMap(({ names, error }) => names.map((name) => [name, error])));
      for (const [place, [title, wrong]] of exercises.entries()) {
        const { declared, given } = values.get(`exercise${place}`) as Declared;
        const { exercise } = openExercise(declared);
        if (of === "en") expect(exercise.title).toBe(title);
        const right = await judge(exercise, values.get(exercise.answer), given);
        expect(right, title).toMatchObject({ right: true });
        const replies = [replyOf(right, exercise.answer)];
        for (const [i, [source, reply]] of wrong.entries()) {
          const name = named(place, i);
          // An answer that does not run gets its error for a reply.
          const error = errors.get(name);
          const said = error?.message ?? replyOf(await judge(exercise, values.get(name), given), exercise.answer);
          // As it is read: without the marks of Markdown.
          const read = said.replaceAll(/[*`$]/g, "");
          if (of === "en") expect(read, `${title}: ${source}`).toMatch(reply);
          else if (!error) expect(read, `${title}: ${source}`).toMatch(/[\u4e00-\u9fff]/);
          replies.push(said);
        }
        for (const said of saidBy(exercise, replies)) {
          const html = markdown.render(said);
          // Emphasis that Markdown takes for none stays as it is written; in code it is a power.
          expect(html.replaceAll(/<code.*?<\/code>/gs, ""), title).not.toContain("**");
          expect(outputFaults(html), title).toEqual([]);
        }
      }
      expect(values.has(`exercise${exercises.length}`)).toBe(false);
      // What stands between and below the exercises rests on the answers.
      const wrongNames = new Set(exercises.flatMap(([, wrong], place) => wrong.map((_, i) => named(place, i))));
      const shown = cells.filter(({ names }) => !names.some((name) => wrongNames.has(name)));
      expect(shown.flatMap(({ error }) => error?.message ?? [])).toEqual([]);
      expect(failed).toBe(cells.filter(({ error }) => error).length);
      for (const { id, html } of shown) expect(outputFaults(html), `cell ${id}`).toEqual([]);
      expect(outputFaults(shown.findLast(({ html }) => html !== "")!.html, { isLast: true })).toEqual([]);
    },
  );
});
