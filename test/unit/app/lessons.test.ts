import { expect, test } from "vitest";
import type { NotebookInfo } from "../../../app/session/contract.ts";
import { groupLessons, sayLesson } from "../../../app/workbench/library/lessons.ts";

const notebook = (name: string, isLesson = false): NotebookInfo => ({
  name,
  title: name,
  summary: "",
  project: null,
  example: null,
  modified: null,
  order: null,
  topic: null,
  lesson: isLesson ? { minutes: 40, solved: 1, all: 6 } : null,
});
const names = (list: readonly NotebookInfo[]) => list.map(({ name }) => name);

test("lessons are listed by themselves", () => {
  const all = [notebook("trade"), notebook("a", true), notebook("welcome"), notebook("b", true)];
  expect(names(groupLessons(all).others)).toEqual(["trade", "welcome"]);
  expect(names(groupLessons(all).lessons)).toEqual(["a", "b"]);
});

test("a lesson says how long it takes and how far the reader has come", () => {
  expect(sayLesson(notebook("a", true).lesson!)).toBe("Lesson, about 40 min · 1 of 6 exercises solved");
});
