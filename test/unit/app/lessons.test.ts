import { afterEach, expect, test } from "vitest";
import { speech } from "../../../app/language/speech.ts";
import type { NotebookInfo } from "../../../app/session/contract.ts";
import { groupLessons, sayLesson } from "../../../app/workbench/library/lessons.ts";

const notebook = (name: string, id?: string, language: string | null = null): NotebookInfo => ({
  name,
  title: name,
  summary: "",
  modified: null,
  order: null,
  topic: null,
  lesson: id === undefined ? null : { id, minutes: 40, language, solved: 1, all: 6 },
});
const names = (list: readonly NotebookInfo[]) => list.map(({ name }) => name);

afterEach(() => {
  speech.speak("en");
});

test("a lesson in several languages stands once in the list, in the reader's own where there is that", () => {
  const all = [
    notebook("trade"),
    notebook("a", "a", "en"),
    notebook("a-zh", "a", "zh"),
    notebook("b-de", "b", "de"),
    notebook("b-fr", "b", "fr"),
    notebook("c", "c"),
  ];
  expect(names(groupLessons(all).others)).toEqual(["trade"]);
  expect(names(groupLessons(all).lessons)).toEqual(["a", "b-de", "c"]);
  speech.speak("zh-CN");
  expect(names(groupLessons(all).lessons)).toEqual(["a-zh", "b-de", "c"]);
});

test("a lesson says how long it takes and how far the reader has come", () => {
  expect(sayLesson(notebook("a", "a").lesson!)).toBe("Lesson, about 40 min · 1 of 6 exercises solved");
});
