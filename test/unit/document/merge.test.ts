import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyOperation,
  type Choice,
  compareVersions,
  createNotebook,
  emptyHistory,
  findDifferences,
  findOperations,
  mergeVersions,
  type Notebook,
  type Operation,
  perform,
  preselect,
  serializeNotebook,
  undo,
} from "../../../kernel/document/index.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { operationOn } from "./arbitrary.ts";

const base = createNotebook({
  title: "Base",
  cells: ["a = 1", "b = 2", "c = 3", "d = 4"].map((source) => ({ kind: "js", source: `const ${source}` })),
});

/** A notebook after some operations; those that are refused do nothing. */
const edited: fc.Arbitrary<Notebook> = fc.array(operationOn(base), { maxLength: 8 }).map((operations) =>
  operations.reduce((notebook, operation) => {
    const outcome = applyOperation(notebook, operation);
    return outcome.ok ? outcome.notebook : notebook;
  }, base),
);

function edit(...operations: Operation[]): Notebook {
  return operations.reduce((notebook, operation) => {
    const outcome = applyOperation(notebook, operation);
    if (!outcome.ok) throw new Fault(outcome.refusal.message);
    return outcome.notebook;
  }, base);
}

function merge(mine: Notebook, theirs: Notebook, choose: Choice | ReadonlyMap<string, Choice> = new Map()) {
  const comparison = compareVersions(base, mine, theirs);
  const rows = findDifferences(comparison);
  const choices = typeof choose === "string" ? new Map(rows.map(({ key }) => [key, choose])) : choose;
  const operations = findOperations(mine, mergeVersions(comparison, theirs, choices));
  const step = perform(mine, emptyHistory, operations, 0);
  if (!step.ok) throw new Fault(step.refusal.message);
  return { ...step, comparison, operations };
}

const contentOf = ({ cells }: Notebook) => cells.map(({ kind, source, attributes }) => ({ kind, source, attributes }));

describe("Two versions of a notebook", () => {
  it("take what only one side changed from that side", () => {
    const mine = edit({ type: "source", cell: 1, source: "const a = 10" });
    const theirs = edit(
      { type: "source", cell: 3, source: "const c = 30" },
      { type: "delete", cell: 4 },
      { type: "insert", after: 1, cell: { kind: "md", source: "theirs" } },
    );
    const { notebook, comparison } = merge(mine, theirs);
    expect(notebook.cells.map(({ source }) => source)).toEqual([
      "const a = 10",
      "theirs",
      "const b = 2",
      "const c = 30",
    ]);
    expect(findDifferences(comparison).map(preselect)).not.toContain(null);
  });

  it("leave it to the person where both changed one cell", () => {
    const mine = edit({ type: "source", cell: 2, source: "const b = 'mine'" });
    const theirs = edit({ type: "source", cell: 2, source: "const b = 'theirs'" });
    const [row] = findDifferences(compareVersions(base, mine, theirs));
    expect(row).toMatchObject({ key: "cell 2", change: "conflict" });
    const sources = (choice: Choice) =>
      merge(mine, theirs, new Map([["cell 2", choice]])).notebook.cells.map(({ source }) => source);
    expect(sources("mine")[1]).toBe("const b = 'mine'");
    expect(sources("theirs")[1]).toBe("const b = 'theirs'");
    expect(sources("both").slice(1, 3)).toEqual(["const b = 'mine'", "const b = 'theirs'"]);
  });

  it("keep a cell that one deleted and the other edited until somebody says which", () => {
    const mine = edit({ type: "delete", cell: 2 });
    const theirs = edit({ type: "source", cell: 2, source: "const b = 20" });
    expect(findDifferences(compareVersions(base, mine, theirs))[0]?.change).toBe("conflict");
    expect(merge(mine, theirs).notebook.cells.map(({ source }) => source)).toContain("const b = 20");
  });

  it("do not mistake a new cell for an old one where a file numbers its cells anew", () => {
    const theirs = createNotebook({
      title: "Base",
      cells: ["new = 0", "a = 1", "b = 2", "c = 3", "d = 4"].map((source) => ({
        kind: "js",
        source: `const ${source}`,
      })),
    });
    const mine = edit({ type: "source", cell: 2, source: "const b = 'mine'" });
    const { notebook } = merge(mine, theirs);
    expect(notebook.cells.map(({ source }) => source)).toEqual([
      "const new = 0",
      "const a = 1",
      "const b = 'mine'",
      "const c = 3",
      "const d = 4",
    ]);
  });

  it("take the order of the side that moved cells", () => {
    const moved = edit({ type: "move", cell: 4, after: null });
    const other = edit({ type: "insert", after: 2, cell: { kind: "js", source: "x" } });
    const sources = ["const d = 4", "const a = 1", "const b = 2", "x", "const c = 3"];
    expect(merge(moved, other).notebook.cells.map(({ source }) => source)).toEqual(sources);
    expect(merge(other, moved).notebook.cells.map(({ source }) => source)).toEqual(sources);
  });

  it("are merged without a choice into the other where this one did not change, and into this one where the other did not", () => {
    fc.assert(
      fc.property(edited, (version) => {
        const taken = merge(base, version).notebook;
        expect(contentOf(taken)).toEqual(contentOf(version));
        expect([taken.title, taken.titles, taken.attributes]).toEqual([
          version.title,
          version.titles,
          version.attributes,
        ]);
        expect(merge(version, base).operations).toEqual([]);
      }),
    );
  });

  it("give mine to the byte where all of mine is chosen, and all that theirs says where theirs is", () => {
    fc.assert(
      fc.property(edited, edited, (mine, theirs) => {
        expect(merge(mine, theirs, "mine").operations).toEqual([]);
        const { notebook } = merge(mine, theirs, "theirs");
        expect(contentOf(notebook)).toEqual(contentOf(theirs));
        expect([notebook.title, notebook.titles, notebook.attributes]).toEqual([
          theirs.title,
          theirs.titles,
          theirs.attributes,
        ]);
      }),
    );
  });

  it("lose nothing: what either changed stands in the result unless somebody chose against it", () => {
    fc.assert(
      fc.property(edited, edited, (mine, theirs) => {
        const { notebook } = merge(mine, theirs);
        const kept = new Set(notebook.cells.map(({ kind, source }) => `${kind} ${source}`));
        const before = new Set(base.cells.map(({ kind, source }) => `${kind} ${source}`));
        for (const { kind, source } of [...mine.cells, ...theirs.cells]) {
          if (!before.has(`${kind} ${source}`)) expect(kept).toContain(`${kind} ${source}`);
        }
      }),
    );
  });

  it("keep every cell of both where both are chosen", () => {
    fc.assert(
      fc.property(edited, edited, (mine, theirs) => {
        const kept = contentOf(merge(mine, theirs, "both").notebook).map((cell) => JSON.stringify(cell));
        for (const cell of [...contentOf(mine), ...contentOf(theirs)]) expect(kept).toContain(JSON.stringify(cell));
      }),
    );
  });

  it("are merged in one step, which one undo takes back to the byte", () => {
    fc.assert(
      fc.property(edited, edited, fc.constantFrom<Choice>("mine", "theirs", "both"), (mine, theirs, choice) => {
        const { notebook, history } = merge(mine, theirs, choice);
        expect(history.undo).toHaveLength(notebook === mine ? 0 : 1);
        const back = undo(notebook, history, 1);
        if (notebook !== mine) expect(back.ok && serializeNotebook(back.notebook)).toBe(serializeNotebook(mine));
      }),
    );
  });
});
