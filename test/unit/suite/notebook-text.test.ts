import { expect, test } from "vitest";
import { cellKinds } from "../../../kernel/cell/kinds.ts";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { notebookText } from "../../e2e/notebook-text.ts";

// Specs import no sources, so the types of cells stand there once more.
test("a notebook that a test writes has its cells of each kind and their sources", () => {
  const cells = cellKinds().map(({ name }) => ({ kind: name, source: `one ${name}\n  two` }));
  const read = parseNotebook(notebookText("A title", ["1 + 1", ...cells]));
  expect(read.title).toBe("A title");
  expect(read.cells.map(({ kind, source }) => ({ kind, source }))).toEqual([{ kind: "js", source: "1 + 1" }, ...cells]);
});
