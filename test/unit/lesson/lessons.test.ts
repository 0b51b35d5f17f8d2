import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseNotebook, serializeNotebook } from "../../../kernel/document/index.ts";
import type { Exercise } from "../../../kernel/lesson/declaration.ts";
import { packExercises, unpackExercises } from "../../../kernel/lesson/pack.ts";
import { exercisesOf, lessonFolder, lessonText } from "./shipped-lessons.ts";

const files = readdirSync(lessonFolder).filter((file) => /^lesson-.*\.html$/.test(file));
const textOf = (file: string) => lessonText(file.replace(/\.html$/, ""));

/** All that is said to a reader. */
function saidIn({ title, hints = [], praise, why, mistakes = [] }: Exercise): string[] {
  return [title, ...hints, praise, why, ...mistakes.map(({ reply }) => reply)].filter((text) => text !== undefined);
}

test("there are six lessons, each in English and in Chinese", () => {
  const about = files.map((file) => parseNotebook(textOf(file)).attributes);
  expect(new Set(about.map((of) => of["data-lesson"]))).toHaveLength(6);
  for (const file of files) {
    const { titles, cells } = parseNotebook(textOf(file));
    expect(titles["zh-CN"]).toMatch(/[\u4e00-\u9fff]/);
    const texts = cells.flatMap(({ attributes }) => attributes.lang ?? []);
    expect(texts.filter((tag) => tag === "en").length).toBe(texts.filter((tag) => tag === "zh-CN").length);
  }
  for (const of of about) expect(Number(of["data-minutes"])).toBeLessThan(45);
});

describe.each(files)("The lesson %s", (file) => {
  const exercises = exercisesOf(textOf(file), "en");
  const inChinese = exercisesOf(textOf(file), "zh");

  test("has four to seven exercises with hints, foreseen mistakes and a solution, none of them in plain text", () => {
    const text = textOf(file);
    expect(exercises.length).toBeGreaterThanOrEqual(4);
    expect(exercises.length).toBeLessThanOrEqual(7);
    for (const exercise of [...exercises, ...inChinese]) {
      expect(exercise.hints?.length, exercise.id).toBeGreaterThanOrEqual(2);
      expect(exercise.mistakes?.length, exercise.id).toBeGreaterThanOrEqual(3);
      // The open cells stand once in the file, with their comments in English.
      if (exercises.includes(exercise)) expect(text).toContain(exercise.starter);
      for (const said of saidIn(exercise)) if (said.length > 40) expect(text).not.toContain(said);
    }
  });

  test("unpacks for its teacher, and packs again to the same file", () => {
    const unpacked = unpackExercises(parseNotebook(textOf(file)));
    expect(unpacked.count).toBe(exercises.length);
    const draft = parseNotebook(serializeNotebook(unpacked.notebook));
    expect(serializeNotebook(packExercises(draft).notebook)).toBe(textOf(file));
  });

  test("asks the same in both languages, each in its own words", () => {
    const kernel = ({ id, answer, unit, tolerance, mistakes = [], hints = [] }: Exercise) => {
      return [id, answer, unit, tolerance, mistakes.length, hints.length];
    };
    expect(inChinese.map(kernel)).toEqual(exercises.map(kernel));
    const isProse = (text: string) => !/^`[^`]*`$/.test(text);
    for (const text of inChinese.flatMap(saidIn).filter(isProse)) expect(text).toMatch(/[\u4e00-\u9fff]/);
    for (const text of exercises.flatMap(saidIn)) expect(text).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
