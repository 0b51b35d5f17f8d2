import { expect, test } from "vitest";
import { NotebookDocument } from "../../../app/live/notebook-document.ts";
import type { DocumentEdit } from "../../../kernel/sandbox/protocol.ts";
import { fingerprintOf } from "../../../kernel/sandbox/text-changes.ts";

const text = `<!doctype html>
<notebook>
  <title>Marked</title>
  <script id="1"  type="module" data-value='{"share": 80}'>
    const share = view(Inputs.range([0, 100]));
  </script>
  <script id="2" type="application/sql" output="rows" hidden>select 1</script>
  <script type='module' id=3>share</script>
</notebook>
`;
const source = "const share = view(Inputs.range([0, 100]));";

function mark(edit: Omit<Extract<DocumentEdit, { type: "mark" }>, "type">): NotebookDocument {
  const document = new NotebookDocument(text);
  document.apply({ type: "mark", ...edit });
  return document;
}

test("marking an input is one step: its text, its stored value, and a cell below", () => {
  const document = mark({
    cell: 1,
    fingerprint: fingerprintOf(source),
    source: source.replace("share", "shareChosen"),
    renamed: { from: "share", to: "shareChosen" },
    below: "const share = 2 * shareChosen;",
  });
  expect(document.cells.map((cell) => cell.source)).toEqual([
    source.replace("share", "shareChosen"),
    "const share = 2 * shareChosen;",
    "select 1",
    "share",
  ]);
  expect(JSON.parse(document.cells[0]!.attributes["data-value"]!)).toEqual({ shareChosen: 80 });
  document.undo();
  expect(document.text).toBe(text);
  document.redo();
  expect(document.cells).toHaveLength(4);
});

test("the name of a query is its output", () => {
  const edit = { cell: 2, fingerprint: fingerprintOf("select 1"), source: "select 1" };
  const document = mark({ ...edit, renamed: { from: "rows", to: "rowsStated" }, below: "const rows = rowsStated;" });
  expect(document.cells[1]!.attributes.output).toBe("rowsStated");
  document.undo();
  expect(document.text).toBe(text);
});

test("a text that has changed meanwhile is not overwritten", () => {
  expect(mark({ cell: 1, fingerprint: fingerprintOf("older"), source: "x" }).text).toBe(text);
  expect(mark({ cell: 9, fingerprint: 0, source: "x" }).text).toBe(text);
});
