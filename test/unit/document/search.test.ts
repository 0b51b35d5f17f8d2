import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinCells, replaceMatches, splitCell } from "../../../kernel/document/compound.ts";
import {
  createNotebook,
  emptyHistory,
  type Operation,
  perform,
  serializeNotebook,
  undo,
} from "../../../kernel/document/index.ts";
import { findIn, findMatches, patternOf, type Search } from "../../../kernel/document/search.ts";
import { Fault } from "../../../lib/message/fault.ts";

const search = (text: string, change: Partial<Search> = {}): Search => ({
  text,
  matchCase: false,
  wholeWord: false,
  regexp: false,
  ...change,
});
const found = (source: string, wanted: Search) => findIn(source, wanted).map(({ from, to }) => source.slice(from, to));
const notebook = createNotebook({
  title: "n",
  cells: [
    { kind: "js", source: "const total = 1;\nconst b = total;" },
    { kind: "md", source: "The total is $1." },
  ],
});

/** What operations make of the notebook; undoing them as one step must give back every byte. */
function after(operations: readonly Operation[]): string[] {
  const done = perform(notebook, emptyHistory, operations, 0);
  if (!done.ok) throw new Fault(done.refusal.message);
  const back = undo(done.notebook, done.history, 1);
  if (!back.ok) throw new Fault(back.refusal.message);
  expect(back.history.undo).toHaveLength(0);
  expect(serializeNotebook(back.notebook)).toBe(serializeNotebook(notebook));
  return done.notebook.cells.map(({ source }) => source);
}

describe("A search", () => {
  it("takes what is typed as it is, and as an expression only if asked", () => {
    expect(found("a.b a-b", search("a.b"))).toEqual(["a.b"]);
    expect(found("a.b a-b", search("a.b", { regexp: true }))).toEqual(["a.b", "a-b"]);
    expect(patternOf(search("(", { regexp: true }))).toBeNull();
  });

  it("minds case and words where asked; a word may be Chinese or hold $ and _", () => {
    expect(found("Total total", search("total", { matchCase: true }))).toEqual(["total"]);
    expect(found("total subtotal total_2 $total", search("total", { wholeWord: true }))).toEqual(["total"]);
    expect(found("碳排放 碳", search("碳", { wholeWord: true }))).toHaveLength(1);
  });

  it("does not count finds of nothing", () => {
    expect(found("aab", search("a*", { regexp: true }))).toEqual(["aa"]);
  });
});

describe("Replacing", () => {
  const all = (wanted: Search, text: string) =>
    replaceMatches(notebook.cells, wanted, text, findMatches(notebook.cells, wanted));

  it("of all matches is one step over all cells", () => {
    const { operations, count } = all(search("total"), "sum");
    expect(count).toBe(3);
    expect(after(operations)).toEqual(["const sum = 1;\nconst b = sum;", "The sum is $1."]);
  });

  it("puts in what is typed as it is; in an expression $1 stands for its group", () => {
    expect(after(all(search("total"), "$1$&").operations)[1]).toBe("The $1$& is $1.");
    expect(after(all(search("(to)(tal)", { regexp: true }), "$2$1$$").operations)[1]).toBe("The talto$ is $1.");
  });

  it("leaves out a match that no longer stands where it was found", () => {
    const stale = [{ cell: notebook.cells[0]!.id, from: 1, to: 6 }];
    expect(replaceMatches(notebook.cells, search("total"), "x", stale)).toEqual({ operations: [], count: 0 });
  });
});

describe("A cell", () => {
  const id = notebook.cells[0]!.id;

  it("is split in two of its kind, the line break at the seam gone", () => {
    expect(after(splitCell(notebook.cells, id, 16))).toEqual([
      "const total = 1;",
      "const b = total;",
      "The total is $1.",
    ]);
    expect(splitCell(notebook.cells, 99, 0)).toEqual([]);
  });

  it("takes up the one below; the last has none to take", () => {
    expect(after(joinCells(notebook.cells, id))).toEqual(["const total = 1;\nconst b = total;\nThe total is $1."]);
    expect(joinCells(notebook.cells, notebook.cells[1]!.id)).toEqual([]);
  });

  it("split anywhere and joined again says the same but for blank space", () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), (at) => {
        const sources = after(splitCell(notebook.cells, id, at));
        expect(sources.slice(0, 2).join("").replaceAll(/\s/g, "")).toBe("consttotal=1;constb=total;");
      }),
    );
  });
});
