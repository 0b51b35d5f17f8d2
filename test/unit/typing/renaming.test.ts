import { expect, it } from "vitest";
import { planRename, type RenamePlan } from "../../../app/typing/renaming.ts";
import { atCursor, type TestCell } from "./notebook.ts";

function rename(cells: readonly TestCell[], to: string) {
  const { notebook, module, offset } = atCursor(cells);
  const plan = planRename(notebook, module, offset, to);
  if ("refused" in plan) return plan;
  const sources = [...notebook.modules].map(({ cell }) => applied(cell.id, cell.source, plan));
  return plan.output === undefined ? sources : [...sources, `output of ${plan.output}`];
}

function applied(id: number, source: string, plan: RenamePlan): string {
  const edits = plan.cells.find(({ cell }) => cell === id)?.edits ?? [];
  return edits.reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), source);
}

it("changes a name in every cell that reads it, from wherever it is asked", () => {
  const wanted = ["const base = 2", "const b = base * 10", "In ${base + 1}", "({base: base, b}); // base"];
  const cells = (cursor: number): TestCell[] =>
    ["const a = 2", "const b = a * 10", { kind: "md", source: "In ${a + 1}" }, "({a: a, b}); // a"].map((cell, i) => {
      if (i !== cursor) return cell;
      return typeof cell === "string"
        ? cell.replace(/\ba\b/, "‸a")
        : { ...cell, source: cell.source.replace("a ", "‸a ") };
    });
  const expected = [...wanted.slice(0, 3), "({a: base, b}); // a"];
  expect(rename(cells(0), "base")).toEqual(expected);
  expect(rename(cells(1), "base")).toEqual(expected);
  expect(rename(cells(2), "base")).toEqual(expected);
});

it("keeps the key of a shorthand property and leaves another variable of the same name alone", () => {
  expect(rename(["const ‸x = 1", "({x})", "const f = (x) => x + 1", "x.y"], "width_px")).toEqual([
    "const width_px = 1",
    "({x: width_px})",
    "const f = (x) => x + 1",
    "width_px.y",
  ]);
});

it("renames a variable of one cell in that cell only", () => {
  expect(rename(["const f = (‸x) => x + 1", "const x = 2"], "value")).toEqual([
    "const f = (value) => value + 1",
    "const x = 2",
  ]);
});

it("renames functions and classes, and what an attribute names", () => {
  expect(rename(["function ‸f() { return f }", "f()"], "g")).toEqual(["function g() { return g }", "g()"]);
  expect(
    rename([{ kind: "sql", source: "select 1", attributes: { output: "rows" } }, "‸rows.numRows"], "lines"),
  ).toEqual(["select 1", "lines.numRows", "output of 1"]);
});

it("refuses what is no name, is taken, would clash, or is the library's", () => {
  const cells = ["const ‸a = 1", "const b = (c) => a + c"];
  expect(rename(cells, "2x")).toEqual({ refused: "not a name" });
  expect(rename(cells, "class")).toEqual({ refused: "not a name" });
  expect(rename(cells, "b")).toEqual({ refused: "taken", cell: 2 });
  expect(rename(cells, "c")).toEqual({ refused: "clash", cell: 2 });
  expect(rename(cells, "a")).toEqual({ refused: "nothing" });
  expect(rename(["‸consumption.table()"], "x")).toEqual({ refused: "library" });
  expect(rename(["‸Plot.plot()"], "x")).toEqual({ refused: "library" });
});
