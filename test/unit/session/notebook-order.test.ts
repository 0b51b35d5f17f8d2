import fc from "fast-check";
import { expect, it } from "vitest";
import type { NotebookInfo } from "../../../app/session/contract.ts";
import { inOrder } from "../../../app/session/notebook-order.ts";

const notebook = (title: string, order: number | null): NotebookInfo => ({
  name: title,
  title,
  summary: "",
  project: null,
  example: null,
  modified: null,
  lesson: null,
  order,
  topic: null,
});

it("lists notebooks by the place that they say, then the others by title", () => {
  const list = [notebook("b", null), notebook("z", 1), notebook("a", null), notebook("y", 0)];
  expect(inOrder(list).map(({ title }) => title)).toEqual(["y", "z", "a", "b"]);
});

it("keeps every notebook, whatever places they say", () => {
  const places = fc.array(fc.tuple(fc.string(), fc.option(fc.integer())));
  fc.assert(
    fc.property(places, (list) => {
      const notebooks = list.map(([title, order]) => notebook(title, order));
      expect(new Set(inOrder(notebooks))).toEqual(new Set(notebooks));
    }),
  );
});
