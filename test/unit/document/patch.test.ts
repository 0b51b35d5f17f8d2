import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  applyOperation,
  compareVersions,
  createNotebook,
  findDifferences,
  mergeVersions,
  type Notebook,
  type Operation,
} from "../../../kernel/document/index.ts";
import {
  findPatch,
  isEmptyPatch,
  isPatch,
  PatchError,
  patchNotebook,
  readPatch,
  writePatch,
} from "../../../kernel/document/patch/index.ts";
import { compareLines, textOf } from "../../../kernel/document/patch/line-difference.ts";
import { operationOn } from "./arbitrary.ts";

const base = createNotebook({
  title: "Base",
  cells: ["a = 1", "b = 2", "c = 3", "d = 4"].map((source) => ({ kind: "js", source: `const ${source}` })),
});

function edit(notebook: Notebook, ...operations: Operation[]): Notebook {
  return operations.reduce((current, operation) => {
    const outcome = applyOperation(current, operation);
    return outcome.ok ? outcome.notebook : current;
  }, notebook);
}

/** What a notebook says, whatever the numbers of its cells are. */
const saidBy = ({ title, titles, attributes, cells }: Notebook) => ({
  title,
  titles,
  attributes,
  cells: cells.map(({ kind, source, attributes: own }) => ({ kind, source, attributes: own })),
});

const edited = fc.array(operationOn(base), { maxLength: 8 }).map((operations) => edit(base, ...operations));

test("a patch, written and read, makes of its base what it was taken from", () => {
  fc.assert(
    fc.property(edited, (now) => {
      const patch = findPatch("name", base, now);
      const read = readPatch(writePatch(patch));
      expect(read).toEqual(patch);
      const versions = patchNotebook(base, read);
      expect(saidBy(versions.base)).toEqual(saidBy(base));
      expect(saidBy(versions.theirs)).toEqual(saidBy(now));
    }),
  );
});

test("a patch on a version that changed elsewhere brings only its own changes", () => {
  const mine = edit(base, { type: "source", cell: 1, source: "const a = 'mine'" });
  const patch = findPatch(
    "name",
    base,
    edit(
      base,
      { type: "source", cell: 3, source: "const c = 'theirs'" },
      { type: "insert", after: 2, cell: { kind: "md", source: "between" } },
      { type: "delete", cell: 4 },
    ),
  );
  const { base: before, theirs } = patchNotebook(mine, patch);
  const comparison = compareVersions(before, mine, theirs);
  expect(findDifferences(comparison).map(({ change }) => change)).toEqual(["theirs", "theirs", "theirs"]);
  expect(mergeVersions(comparison, theirs, new Map()).cells.map(({ source }) => source)).toEqual([
    "const a = 'mine'",
    "const b = 2",
    "between",
    "const c = 'theirs'",
  ]);
});

test("what both changed, or one changed and the other deleted, is for the person to say", () => {
  const patch = findPatch(
    "name",
    base,
    edit(
      base,
      { type: "source", cell: 1, source: "const a = 'theirs'" },
      { type: "source", cell: 2, source: "const b = 'theirs'" },
    ),
  );
  const mine = edit(base, { type: "source", cell: 1, source: "const a = 'mine'" }, { type: "delete", cell: 2 });
  const { base: before, theirs } = patchNotebook(mine, patch);
  expect(findDifferences(compareVersions(before, mine, theirs)).map(({ change }) => change)).toEqual([
    "conflict",
    "conflict",
  ]);
});

test("a patch that was taken in already changes nothing", () => {
  const now = edit(base, { type: "source", cell: 1, source: "const a = 5" }, { type: "title", title: "New" });
  const { base: before, theirs } = patchNotebook(now, findPatch("name", base, now));
  expect(findDifferences(compareVersions(before, now, theirs))).toEqual([]);
  expect(isEmptyPatch(findPatch("name", now, now))).toBe(true);
});

test("a patch can be read by a person", () => {
  const now = edit(
    base,
    { type: "title", title: "With an → arrow" },
    { type: "translated-title", language: "zh-CN", title: "标题" },
    { type: "source", cell: 2, source: "const b = 2\nconst b2 = 3" },
    { type: "value", cell: 1, name: "a", value: 7 },
    { type: "delete", cell: 4 },
    { type: "insert", after: null, cell: { id: 5, kind: "md", source: "First" } },
  );
  expect(writePatch(findPatch("stock", base, now)).replace(/sha256 \w+/, "sha256 …")).toBe(`Yuheng patch 1
notebook: "stock"
base: sha256 …
title: "Base" → "With an → arrow"
title zh-CN: null → "标题"

cell 4 deleted
  kind: "js"
-|const d = 4

cell 5 added after the title
  kind: "md"
+|First

cell 1 changed
  @data-value: null → "{\\"a\\":7}"

cell 2 changed
 |const b = 2
+|const b2 = 3
`);
});

test("attributes that are named stay out of a patch", () => {
  const now = edit(base, { type: "value", cell: 1, name: "a", value: 7 });
  expect(isEmptyPatch(findPatch("name", base, now, new Set(["data-value"])))).toBe(true);
});

test("what is no patch, or a damaged one, is said with its line", () => {
  const text = writePatch(findPatch("name", base, edit(base, { type: "delete", cell: 1 })));
  const messageOf = (damaged: string) => {
    try {
      readPatch(damaged);
    } catch (error) {
      if (error instanceof PatchError) return error.message;
    }
    return "read";
  };
  expect(isPatch(text)).toBe(true);
  expect(messageOf("hello")).toBe("This is not a patch of a notebook.");
  expect(messageOf(text.replace("patch 1", "patch 2"))).toMatch(/newer version/);
  expect(messageOf(text.replace("-|const", "*|const"))).toMatch(/^Line 7 of the patch/);
  expect(messageOf(text.replace('  kind: "js"\n', ""))).toMatch(/^Cell 1 in line 5/);
  expect(messageOf(text.replace(/base.*\n/, ""))).toMatch(/which version/);
  fc.assert(
    fc.property(fc.nat(), fc.nat(6), fc.string({ maxLength: 4 }), (at, cut, insert) => {
      const from = at % text.length;
      messageOf(text.slice(0, from) + insert + text.slice(from + cut));
    }),
  );
});

test("the lines of two texts are compared so that both come back, and as many are kept as can be", () => {
  const line = fc.constantFrom("a", "b", "c", "");
  const text = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (from, to) => {
      const changes = compareLines(from, to);
      expect(textOf(changes, "before")).toBe(from);
      expect(textOf(changes, "after")).toBe(to);
    }),
  );
  expect(compareLines("a\nb\nc\nd", "a\nc\nx\nd").map((each) => each.join(""))).toEqual([" a", "-b", " c", "+x", " d"]);
});

/** How many lines two texts have in common in one order, by dynamic programming. */
function linesInCommon(from: readonly string[], to: readonly string[]): number {
  let row = new Array<number>(to.length + 1).fill(0);
  for (const line of from) {
    const next = [0];
    for (const [j, other] of to.entries()) {
      next.push(line === other ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    }
    row = next;
  }
  return row.at(-1)!;
}

test("a difference of lines gives both sides, keeps as many lines as they have in common, and takes away before it adds", () => {
  const line = fc.oneof(fc.constantFrom("a", "b", "c", ""), fc.string({ maxLength: 3 }));
  const text = fc.array(line, { minLength: 1, maxLength: 40 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (from, to) => {
      const changes = compareLines(from, to);
      expect(textOf(changes, "before")).toBe(from);
      expect(textOf(changes, "after")).toBe(to);
      expect(changes.filter(([mark]) => mark === " ").length).toBe(linesInCommon(from.split("\n"), to.split("\n")));
      expect(changes.map(([mark]) => mark).join("")).not.toContain("+-");
    }),
  );
});

test("texts with more changed lines than are compared give both sides, with what is alike at their ends kept", () => {
  const lines = (stem: string) => Array.from({ length: 5000 }, (_, i) => `${stem} ${i}`);
  const [from, to] = ["a", "b"].map((stem) => ["head", ...lines(stem), "foot", ""].join("\n")) as [string, string];
  const changes = compareLines(from, to);
  expect(textOf(changes, "before")).toBe(from);
  expect(textOf(changes, "after")).toBe(to);
  expect(changes.filter(([mark]) => mark === " ").map(([, line]) => line)).toEqual(["head", "foot", ""]);
});
