import { deflateSync, strFromU8 } from "fflate";
import { expect, test } from "vitest";
import {
  applyOperation,
  createNotebook,
  type Notebook,
  type Operation,
  readValues,
  serializeNotebook,
} from "../../../kernel/document/index.ts";
import {
  findLink,
  followLink,
  isLinkOf,
  LinkError,
  packLink,
  unpackLink,
} from "../../../kernel/document/patch/index.ts";

const base = createNotebook({
  title: "Base",
  cells: ["const n = view(slider())", "const b = 2", "view(another())"].map((source) => ({ kind: "js", source })),
});
const text = serializeNotebook(base);

function edit(notebook: Notebook, ...operations: Operation[]): Notebook {
  return operations.reduce((current, operation) => {
    const outcome = applyOperation(current, operation);
    return outcome.ok ? outcome.notebook : current;
  }, notebook);
}

const moved = edit(
  base,
  { type: "value", cell: 1, name: "n", value: 7 },
  { type: "value", cell: 3, name: "view 1", value: ["a", "é", "碳"] },
  { type: "source", cell: 2, source: "const b = 5" },
);

test("a link brings values and changes to the notebook it was made on", () => {
  const packed = packLink(findLink("name", { notebook: base, text }, moved, true));
  expect(packed).toMatch(/^1\.[\w-]+$/);
  const link = unpackLink(packed);
  expect(isLinkOf(link, text)).toBe(true);
  const { theirs, values, inputs, cells } = followLink(base, link);
  expect([inputs, cells]).toEqual([2, 1]);
  expect(values).toEqual({ 1: { n: 7 }, 3: { "view 1": ["a", "é", "碳"] } });
  expect(theirs.cells.map(({ source }) => source)).toEqual(moved.cells.map(({ source }) => source));
  // Inputs are the reader's: the document stores none of them.
  expect(theirs.cells.map((cell) => readValues(cell))).toEqual(base.cells.map((cell) => readValues(cell)));
});

test("a link without changes sets values alone, also where the notebook has them already", () => {
  const { theirs, cells } = followLink(base, findLink("name", { notebook: base, text }, moved, false));
  expect(cells).toBe(0);
  expect(theirs.cells[1]!.source).toBe("const b = 2");
  const saved = { notebook: moved, text: serializeNotebook(moved) };
  const kept = findLink("name", saved, moved, true);
  expect(kept.patch).toBeUndefined();
  expect(followLink(base, kept).values[1]).toEqual({ n: 7 });
});

test("a value whose input is gone from its cell is left out, and a link of another version is known as such", () => {
  const link = findLink("name", { notebook: base, text }, moved, false);
  const later = edit(base, { type: "source", cell: 1, source: "const m = view(slider())" });
  expect(followLink(later, link).inputs).toBe(1);
  expect(isLinkOf(link, serializeNotebook(later))).toBe(false);
});

test("what cannot be read is said in a sentence, and never unfolds without end", () => {
  const pack = (text: string) => `1.${btoa(strFromU8(deflateSync(new TextEncoder().encode(text)), true))}`;
  for (const packed of ["", "1.", "1.!!!", pack("[]"), pack('{"base":1}'), pack("x".repeat(64_000_000))]) {
    expect(() => unpackLink(packed), packed.slice(0, 20)).toThrow(LinkError);
  }
  expect(() => unpackLink("2.abc")).toThrow(/newer version/);
});
