import { expect, test } from "vitest";
import { NotebookDocument } from "../../../app/live/notebook-document.ts";
import { ConvertedCells } from "../../../app/session/converted-cells.ts";
import { notebookText } from "../../e2e/notebook-text.ts";

const ojs = (source: string, attributes = "") => ({ kind: "ojs", source, attributes });

function opened(cells: Parameters<typeof notebookText>[1]) {
  const text = notebookText("Older", cells);
  const document = new NotebookDocument(text);
  return { text, document, converted: new ConvertedCells(document) };
}

const never = () => {
  throw new Error("There is nothing to wait for.");
};

test("Older cells get what runs in their place, and the document keeps them to the byte", async () => {
  const { text, document, converted } = opened([
    ojs("viewof n = Inputs.range([0, 9])"),
    ojs("double = { return n * 2; }", 'hidden=""'),
    "n + 1",
  ]);
  await converted.prepare();
  const [view, block, current] = converted.with([...document.cells], never);
  expect(view).toMatchObject({
    kind: "ojs",
    source: "viewof n = Inputs.range([0, 9])",
    converted: { kind: "js", source: "const n = view(Inputs.range([0, 9]))", hidden: false },
  });
  expect(block!.converted).toEqual({ kind: "js", source: "const double = (() => { return n * 2; })()", hidden: true });
  expect(current).toBe(document.cells[2]);
  expect(document.text).toBe(text);
  expect(document.untouched).toBe(true);
});

test("A cell that cannot be converted shows why, though it is hidden", async () => {
  const { document, converted } = opened([ojs('import {chart} from "@somebody/else"', 'hidden=""')]);
  await converted.prepare();
  const [cell] = converted.with([...document.cells], never);
  expect(cell!.converted).toMatchObject({ kind: "md", hidden: false });
  expect(cell!.converted!.source).toContain("it imports from another notebook");
});

test("An edit converts anew: the edited cell, and those whose form depends on it", async () => {
  const { document, converted } = opened([ojs("viewof n = Inputs.range([0, 9])"), ojs("m = n")]);
  await converted.prepare();
  document.apply({ type: "text", cell: 2, source: "m = viewof n" });
  const [view, reader] = converted.with([...document.cells], never);
  expect(view!.converted!.source).toBe("const viewof$n = Inputs.range([0, 9]);\nconst n = view(viewof$n)");
  expect(reader!.converted!.source).toBe("const m = viewof$n");
});

test("Without the converter cells are as they are, until it has been loaded", async () => {
  const { document, converted } = opened(["1"]);
  await converted.prepare();
  expect(converted.with([...document.cells], never)).toEqual(document.cells);
  document.insert(1, "ojs", "a = 1");
  const loaded = new Promise<void>((resolve) => {
    expect(converted.with([...document.cells], resolve)).toEqual(document.cells);
  });
  await loaded;
  expect(converted.with([...document.cells], never)[1]!.converted!.source).toBe("const a = 1");
});
