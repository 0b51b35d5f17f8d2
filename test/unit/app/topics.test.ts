import { afterEach, expect, test } from "vitest";
import { speech } from "../../../app/language/speech.ts";
import type { NotebookInfo } from "../../../app/session/contract.ts";
import { sayTopic, topicsOf } from "../../../app/workbench/library/topics.ts";

const notebook = (topic: string | null): NotebookInfo => ({
  name: "a",
  title: "A",
  summary: "",
  project: null,
  example: null,
  modified: null,
  order: null,
  topic,
  lesson: null,
});

afterEach(() => speech.speak("en"));

test("Known topics come in a fixed order, and an author's own topics after them, by name", () => {
  const all = [null, "nature", "Steel", "start", "nature", "Glass"].map(notebook);
  expect(topicsOf(all)).toEqual(["start", "nature", "Glass", "Steel"]);
  expect(topicsOf([notebook(null)])).toEqual([]);
});

test("A known topic is named in the page's language, an author's own by itself, even if it is a word of the programming language", () => {
  expect(["nature", "Steel", "constructor"].map(sayTopic)).toEqual([
    "Natural sources and sinks",
    "Steel",
    "constructor",
  ]);
  speech.speak("zh-CN");
  expect(["nature", "Steel"].map(sayTopic)).toEqual(["自然源与汇", "Steel"]);
});
