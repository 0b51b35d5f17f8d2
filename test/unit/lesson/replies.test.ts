import { describe, expect, test } from "vitest";
import { replyOf } from "../../../app/frame/exercise/reply.ts";
import { type CellContent, createNotebook, parseNotebook, serializeNotebook } from "../../../kernel/document/index.ts";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { isAnswer, isExercise } from "../../../kernel/lesson/cells.ts";
import type { Given } from "../../../kernel/lesson/declaration.ts";
import { judge } from "../../../kernel/lesson/judge.ts";
import { openExercise } from "../../../kernel/lesson/open.ts";
import { openServices } from "../headless/services.ts";
import { exercisesOf, lessonText } from "./shipped-lessons.ts";
import { type WrongAnswers, wrongAnswers } from "./wrong-answers.ts";

const services = openServices();

/** An exercise of a lesson as its cell declares it, with what that gives it. */
interface Declared {
  readonly declared: unknown;
  readonly given: Given;
}

/** What a wrong answer is called beside the right one. */
const named = (place: number, i: number) => `wrong${place}_${i}`;

/** The lesson with its exercises only recorded, the solutions in the reader's cells, and beside each the wrong answers. */
function answered(lesson: string, exercises: WrongAnswers): string {
  const text = lessonText(lesson);
  const { cells } = parseNotebook(text);
  const solutions = exercisesOf(text, "en");
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

describe.each(Object.entries(wrongAnswers as Record<string, WrongAnswers>))("%s", (lesson, exercises) => {
  test("wrong answers get their replies, and every solution is right", async () => {
    const { values, cells } = await runNotebook(answered(lesson, exercises), { services });
    const errors = new Map(cells.flatMap(({ names, error }) => names.map((name) => [name, error?.message])));
    for (const [place, [title, wrong]] of exercises.entries()) {
      const { declared, given } = values.get(`exercise${place}`) as Declared;
      const { exercise } = openExercise(declared);
      expect(exercise.title).toBe(title);
      expect(await judge(exercise, values.get(exercise.answer), given), title).toMatchObject({ right: true });
      for (const [i, [source, reply]] of wrong.entries()) {
        const name = named(place, i);
        // An answer that does not run gets its error for a reply.
        const said = errors.get(name) ?? replyOf(await judge(exercise, values.get(name), given), exercise.answer);
        // As it is read: without the marks of Markdown.
        const read = said.replaceAll(/[*`$]/g, "");
        expect(read, `${title}: ${source}`).toMatch(reply);
      }
    }
    expect(values.has(`exercise${exercises.length}`)).toBe(false);
  });
});
