import { afterEach, expect, test } from "vitest";
import { speech } from "../../../app/language/speech.ts";
import type { NotebookInfo } from "../../../app/session/contract.ts";
import { groupByTopic } from "../../../app/workbench/library/topics.ts";

const notebook = (name: string, topic: string | null): NotebookInfo => ({
  name,
  title: name,
  summary: "",
  modified: null,
  order: null,
  topic,
  lesson: null,
});
const shown = (notebooks: readonly NotebookInfo[]) =>
  groupByTopic(notebooks).map(({ heading, notebooks }) => [heading, ...notebooks.map(({ name }) => name)]);

afterEach(() => speech.speak("en"));

test("Known topics come in a fixed order, an author's own topic after them under its own name, and the rest last", () => {
  const all = [
    notebook("a", null),
    notebook("b", "nature"),
    notebook("c", "Steel"),
    notebook("d", "start"),
    notebook("e", "nature"),
  ];
  expect(shown(all)).toEqual([
    ["Start here", "d"],
    ["Natural sources and sinks", "b", "e"],
    ["Steel", "c"],
    ["More notebooks", "a"],
  ]);
  speech.speak("zh-CN");
  expect(shown(all).map(([heading]) => heading)).toEqual(["从这里开始", "自然源与汇", "Steel", "其他笔记本"]);
});

test("A topic that is a word of the language is only a name", () => {
  expect(shown([notebook("a", "constructor"), notebook("b", "other")])).toEqual([
    ["constructor", "a"],
    ["other", "b"],
  ]);
});
