// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { DocumentCell } from "../../../kernel/document/document-cell.ts";
import { valueAttribute } from "../../../kernel/document/values.ts";
import { ViewValues } from "../../../kernel/notebook/view-values.ts";
import type { Run } from "../../../kernel/runtime/run.ts";

const cell = (values: object) =>
  ({
    id: 1,
    kind: "js",
    source: "",
    attributes: { [valueAttribute]: JSON.stringify(values) },
  }) as unknown as DocumentCell;

function slider(value: number): HTMLInputElement {
  const element = document.createElement("input");
  element.type = "range";
  element.valueAsNumber = value;
  return element;
}

function choose(element: HTMLInputElement, value: number): void {
  element.valueAsNumber = value;
  element.dispatchEvent(new Event("input"));
}

/** The values of a cell with one slider on the page, and all that was said to be the reader's choice. */
function opened(kept: object, initial: number) {
  const chosen: unknown[] = [];
  const values = new ViewValues((...choice) => chosen.push(choice));
  values.take(cell(kept));
  const element = slider(initial);
  let end = () => {};
  const invalidation = new Promise<void>((resolve) => {
    end = resolve;
  });
  values.attach(element, "year", { cell: 1, invalidation } as unknown as Run);
  return { values, element, chosen, end };
}

test("A slider stands where the document says, and where its author put it if the document says nothing", () => {
  expect(opened({ year: 7 }, 3).element.valueAsNumber).toBe(7);
  expect(opened({}, 3).element.valueAsNumber).toBe(3);
});

test("A reader's choice is told once, and what is chosen again is none", () => {
  const { element, chosen } = opened({}, 3);
  choose(element, 5);
  choose(element, 5);
  expect(chosen).toEqual([[1, "year", 5, false]]);
});

test("A document that moves a slider runs its readers and makes no choice of the reader's, whose next one is told", () => {
  const { values, element, chosen } = opened({}, 3);
  let runs = 0;
  element.addEventListener("input", () => ++runs);
  values.take(cell({ year: 8 }));
  expect([element.valueAsNumber, runs, chosen]).toEqual([8, 1, []]);
  values.take(cell({}));
  expect([element.valueAsNumber, runs, chosen]).toEqual([3, 2, []]);
  choose(element, 4);
  expect(chosen).toEqual([[1, "year", 4, false]]);
});

test("A choice of the value that the author set is told as such, also where another was stored", () => {
  const { element, chosen } = opened({ year: 7 }, 3);
  choose(element, 3);
  expect(chosen).toEqual([[1, "year", 3, true]]);
});

test("An element whose cell has run again is no longer listened to", async () => {
  const { element, chosen, end } = opened({}, 3);
  end();
  await Promise.resolve();
  choose(element, 5);
  expect(chosen).toEqual([]);
});

test("The press of a button is neither kept nor made again: what it asked for would run unasked", () => {
  const chosen: unknown[] = [];
  const values = new ViewValues((...choice) => chosen.push(choice));
  values.take(cell({ asked: 3 }));
  const form = document.createElement("form") as HTMLFormElement & { value?: unknown };
  form.className = "inputs-3a86ea";
  form.append(document.createElement("button"));
  form.value = 0;
  values.attach(form, "asked", { cell: 1, invalidation: new Promise(() => {}) } as unknown as Run);
  expect(form.value).toBe(0);
  form.value = 1;
  form.dispatchEvent(new Event("input"));
  expect(chosen).toEqual([]);
});
