import { expect, test } from "vitest";
import { complete } from "../../../app/typing/completion.ts";
import { define } from "../../../app/typing/definition.ts";
import { diagnose } from "../../../app/typing/diagnosis.ts";
import { hover } from "../../../app/typing/hover.ts";
import { planRename } from "../../../app/typing/renaming.ts";
import type { DocumentCell } from "../../../kernel/document/document-cell.ts";
import { openProgram } from "./notebook.ts";

const older: DocumentCell = {
  id: 1,
  kind: "ojs",
  source: "plant = ({mw: 600})",
  attributes: {},
  converted: { kind: "js", source: "const plant = ({mw: 600})", hidden: false },
};
const reader: DocumentCell = { id: 2, kind: "js", source: "const half = plant.mw / 2;", attributes: {} };

function opened() {
  const notebook = openProgram();
  notebook.update({ order: [1, 2], changed: [older, reader] });
  return { notebook, module: notebook.moduleOf(2)!, at: reader.source.indexOf("plant") + 1 };
}

test("What an older cell declares is known to other cells, by what runs in its place", () => {
  const { notebook, module, at } = opened();
  expect(diagnose(notebook, module)).toEqual([]);
  expect(hover(notebook, module, at)?.signature).toContain("mw: number");
  expect(complete(notebook, module, reader.source.indexOf("mw"))?.options.map(({ name }) => name)).toContain("mw");
});

test("Its own text is not touched: its name is not renamed, and the cursor goes to its beginning", () => {
  const { notebook, module, at } = opened();
  expect(planRename(notebook, module, at, "station")).toEqual({ refused: "older", cell: 1 });
  expect(define(notebook, module, at)).toEqual({ cell: 1, offset: 0 });
  expect(diagnose(notebook, notebook.moduleOf(1)!)).toEqual([]);
});
