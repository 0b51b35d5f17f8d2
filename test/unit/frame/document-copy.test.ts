import { describe, expect, it } from "vitest";
import { DocumentCopy } from "../../../app/frame/document-copy.ts";
import type { DocumentCell } from "../../../kernel/document/document-cell.ts";
import type { FrameEdit } from "../../../kernel/sandbox/protocol.ts";
import { fingerprintOf } from "../../../kernel/sandbox/text-changes.ts";

const cell = (id: number, source: string): DocumentCell => ({ id, kind: "js", source, attributes: {} });

function copyOf(...sources: string[]): { copy: DocumentCopy; told: [FrameEdit, number][] } {
  const told: [FrameEdit, number][] = [];
  const copy = new DocumentCopy((edit, sequence) => told.push([edit, sequence]));
  copy.load(sources.map((source, i) => cell(i + 1, source)));
  return { copy, told };
}

describe("The frame's copy of the document", () => {
  it("tells the page of each edit, with its number", () => {
    const { copy, told } = copyOf("a", "b");
    copy.type(2, "bc");
    copy.choose(1, "x", 3, false);
    expect(told).toEqual([
      [{ type: "text", cell: 2, source: "bc" }, 1],
      [{ type: "value", cell: 1, name: "x", value: 3, initial: false }, 2],
    ]);
    expect(copy.cellOf(2)?.source).toBe("bc");
  });

  it("tells the page what of a text changed, where that is known and fits the text that is here", () => {
    const { copy, told } = copyOf("ab", "a\r\nb");
    copy.type(1, "axb", [{ from: 1, to: 1, insert: "x" }]);
    // An editor of this text has a line break of one character.
    copy.type(2, "a\nbc", [{ from: 3, to: 3, insert: "c" }]);
    copy.type(2, "\nbc", [{ from: 0, to: 1, insert: "" }]);
    copy.sendText(1);
    expect(told.map(([edit]) => edit)).toEqual([
      {
        type: "changes",
        cell: 1,
        length: 2,
        fingerprint: fingerprintOf("ab"),
        changes: [{ from: 1, to: 1, insert: "x" }],
      },
      { type: "text", cell: 2, source: "a\nbc" },
      {
        type: "changes",
        cell: 2,
        length: 4,
        fingerprint: fingerprintOf("a\nbc"),
        changes: [{ from: 0, to: 1, insert: "" }],
      },
      { type: "text", cell: 1, source: "axb" },
    ]);
  });

  it("keeps what was typed since the page last heard of it, and takes what the page says of all else", () => {
    const { copy } = copyOf("a", "b");
    copy.type(1, "a1");
    copy.type(2, "b1");
    const [first, second] = copy.merge([cell(1, "undone"), cell(2, "b")], 1);
    expect(first).toMatchObject({ cell: { source: "undone" }, isChanged: true, isTyped: false });
    expect(second).toMatchObject({ cell: { source: "b1" }, isChanged: false, isTyped: true });
  });

  it("knows of a text whether it was typed here, of this cell, at any time", () => {
    const { copy } = copyOf("a", "b");
    copy.type(1, "a1");
    copy.type(1, "a12");
    const wasTyped = (...sources: string[]) =>
      copy
        .merge(
          sources.map((source, i) => cell(i + 1, source)),
          2,
        )
        .map((merged) => merged.wasTyped);
    expect(wasTyped("a1", "a1")).toEqual([true, false]);
    expect(wasTyped("a", "b")).toEqual([false, false]);
  });

  it("says of a cell whether a choice in its views still has to reach the page", () => {
    const { copy } = copyOf("a", "b");
    copy.choose(1, "x", 3, false);
    const cells = [...copy.cells];
    expect(copy.merge(cells, 0).map(({ isChosen }) => isChosen)).toEqual([true, false]);
    expect(copy.merge(cells, 1).map(({ isChosen }) => isChosen)).toEqual([false, false]);
  });

  it("leaves a cell the same object where nothing is new, and knows new ones and the places of all", () => {
    const { copy } = copyOf("a", "b");
    const [a] = copy.cells;
    const merged = copy.merge([cell(3, "c"), cell(1, "a")], 0);
    expect(merged.map(({ isNew }) => isNew)).toEqual([true, false]);
    expect(copy.cells[1]).toBe(a);
    expect([3, 1, 2].map((id) => copy.placeOf(id))).toEqual([1, 2, 0]);
  });
});
