// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { InputMemory } from "../../../app/live/input-memory.ts";
import { NotebookDocument } from "../../../app/live/notebook-document.ts";
import { ReaderInputs } from "../../../app/live/reader-inputs.ts";
import { readValues } from "../../../kernel/document/index.ts";

const file = `<!doctype html>
<notebook>
  <title>t</title>
  <script id="1" type="module">
    const year = view(Inputs.range([1990, 2023]))
  </script>
  <script id="2" type="module" data-value='{"factor":50}'>
    const factor = view(Inputs.range([0, 100]))
  </script>
</notebook>
`;

const memory = () =>
  new InputMemory(
    () => localStorage,
    () => "inputs t",
  );

function opened(text = file) {
  const document = new NotebookDocument(text, () => 0);
  return { document, inputs: new ReaderInputs(document, memory()) };
}

beforeEach(() => localStorage.clear());

test("a reader's value is shown over the document's, which does not change", () => {
  const { document, inputs } = opened();
  inputs.set(1, "year", 2007, false);
  inputs.set(2, "factor", 80, false);
  expect(inputs.shownCells().map((cell) => readValues(cell))).toEqual([{ year: 2007 }, { factor: 80 }]);
  expect(document.text).toBe(file);
  expect(document.canUndo).toBe(false);
  expect(inputs.count).toBe(2);
  expect(inputs.applyTo(document.notebook).cells.map((cell) => readValues(cell))).toEqual([
    { year: 2007 },
    { factor: 80 },
  ]);
});

test("an input that is back at its default does not count: the author's value, or that of the document", () => {
  const { inputs } = opened();
  inputs.set(1, "year", 2007, false);
  inputs.set(1, "year", 1990, true);
  inputs.set(2, "factor", 0, true);
  expect(inputs.values).toEqual({ 2: { factor: 0 } });
  inputs.set(2, "factor", 50, false);
  expect(inputs.count).toBe(0);
});

test("values return when the page is opened again, of inputs that the notebook still has", () => {
  const first = opened();
  first.inputs.set(1, "year", 2007, false);
  first.inputs.set(2, "factor", 80, false);
  expect(opened().inputs.values).toEqual({ 1: { year: 2007 }, 2: { factor: 80 } });
  expect(opened(file.replace("const year", "const when")).inputs.values).toEqual({ 2: { factor: 80 } });
  // What a reader has set is meanwhile what the document stores.
  expect(opened(file.replace('"factor":50', '"factor":80')).inputs.values).toEqual({ 1: { year: 2007 } });
  first.inputs.clear();
  expect(opened().inputs.values).toEqual({});
});

test("what is stored and is no record of values is ignored, and a denied storage is none", () => {
  for (const text of ["[", "3", '{"1": 2}', "null"]) {
    localStorage.setItem("inputs t", text);
    expect(opened().inputs.values).toEqual({});
  }
  const denied = new InputMemory(
    () => {
      throw new DOMException("denied", "SecurityError");
    },
    () => "inputs t",
  );
  const inputs = new ReaderInputs(new NotebookDocument(file), denied);
  inputs.set(1, "year", 2007, false);
  expect(inputs.values).toEqual({ 1: { year: 2007 } });
});

test("the values become the document's defaults in one step, and undo takes that back", () => {
  const { document, inputs } = opened();
  inputs.set(1, "year", 2007, false);
  inputs.set(2, "factor", 80, false);
  expect(document.perform(inputs.operations())).toBe(true);
  expect(document.cells.map((cell) => readValues(cell))).toEqual([{ year: 2007 }, { factor: 80 }]);
  document.undo();
  expect(document.text).toBe(file);
});

test("a value follows its input to another name, and goes with its cell", () => {
  const { document, inputs } = opened();
  inputs.set(1, "year", 2007, false);
  inputs.rename(1, "year", "when");
  expect(inputs.values).toEqual({ 1: { when: 2007 } });
  document.apply({ type: "delete", cell: 1 });
  expect(inputs.count).toBe(0);
  document.undo();
  expect(inputs.count).toBe(1);
});
