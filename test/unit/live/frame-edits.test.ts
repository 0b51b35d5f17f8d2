import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentCopy } from "../../../app/frame/document-copy.ts";
import { FrameEdits } from "../../../app/live/frame-edits.ts";
import { NotebookDocument } from "../../../app/live/notebook-document.ts";
import type { FrameEdit, TypedChanges } from "../../../kernel/sandbox/protocol.ts";
import { changedText, fingerprintOf, type TextChange } from "../../../kernel/sandbox/text-changes.ts";

const file = (...sources: string[]) =>
  `<!doctype html><notebook><title>t</title>${sources
    .map((source, i) => `<script id="${i + 1}" type="module">${source}</script>`)
    .join("")}</notebook>`;

/** A page's document and the edits of its frame. */
function page(...sources: string[]) {
  const document = new NotebookDocument(file(...sources), () => 0);
  const asked: number[] = [];
  let caughtUp = 0;
  const edits = new FrameEdits(
    document,
    (cell) => asked.push(cell),
    () => ++caughtUp,
  );
  const take = (edit: FrameEdit, sequence: number) =>
    edits.receive(edit, sequence, (whole) => {
      if (whole.type !== "value") document.apply(whole);
    });
  const text = (cell = 1) => document.cells.find(({ id }) => id === cell)!.source;
  return { document, edits, asked, take, text, caughtUp: () => caughtUp };
}

function typed(text: string, changes: TextChange[], cell = 1): TypedChanges {
  return { type: "changes", cell, length: text.length, fingerprint: fingerprintOf(text), changes };
}

describe("Changes of a text", () => {
  it("are put in one after the other, by their places before all of them", () => {
    expect(
      changedText("abcdef", [
        { from: 0, to: 1, insert: "A" },
        { from: 3, to: 3, insert: "--" },
        { from: 5, to: 6, insert: "" },
      ]),
    ).toBe("Abc--de");
    expect(changedText("", [])).toBe("");
  });

  it.each([
    [[{ from: 2, to: 1, insert: "" }]],
    [[{ from: 0, to: 4, insert: "" }]],
    [[{ from: 4, to: 4, insert: "" }]],
    [
      [
        { from: 1, to: 2, insert: "" },
        { from: 1, to: 2, insert: "" },
      ],
    ],
  ])("that do not fit are none: %j", (changes) => expect(changedText("abc", changes)).toBeNull());

  it("of an editor give the text that the editor has", () => {
    const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.string({ maxLength: 5 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: "grapheme" }), edits, (source, wanted) => {
        const text = source.replaceAll(/\r\n?/g, "\n");
        const specs = wanted
          .map(([a, b, insert]) => ({ from: Math.min(a, b), to: Math.max(a, b), insert: insert.replaceAll("\r", "") }))
          .filter(({ to }) => to <= text.length);
        const set = ChangeSet.of(specs, text.length);
        const changes: TextChange[] = [];
        set.iterChanges((from, to, _from, _to, inserted) => changes.push({ from, to, insert: inserted.toString() }));
        expect(changedText(text, changes)).toBe(set.apply(Text.of(text.split("\n"))).toString());
      }),
    );
  });
});

describe("What is typed in a frame", () => {
  it("comes into the document as changes, and joins into one step as whole texts do", () => {
    const { take, text, document, edits } = page("a");
    take(typed("a", [{ from: 1, to: 1, insert: "b" }]), 1);
    take(typed("ab", [{ from: 2, to: 2, insert: "c" }]), 2);
    expect(text()).toBe("abc");
    expect(edits.seen).toBe(2);
    document.undo();
    expect(text()).toBe("a");
    expect(document.canUndo).toBe(false);
  });

  it("is undone as one step where several places changed at once", () => {
    const { take, text, document } = page("a b a");
    take(
      typed("a b a", [
        { from: 0, to: 1, insert: "x" },
        { from: 4, to: 5, insert: "x" },
      ]),
      1,
    );
    expect(text()).toBe("x b x");
    document.undo();
    expect(text()).toBe("a b a");
  });

  it("stands, although the page has undone meanwhile what was typed before", () => {
    const { take, text, asked, document, edits } = page("a");
    take(typed("a", [{ from: 1, to: 1, insert: "b" }]), 1);
    document.undo();
    expect(text()).toBe("a");
    take(typed("ab", [{ from: 2, to: 2, insert: "c" }]), 2);
    expect([text(), edits.seen, asked]).toEqual(["abc", 2, []]);
  });

  it("is asked for as a whole where the document has another text, be it as long", () => {
    for (const other of ["abcd", "xyz"]) {
      const { take, text, asked, document, edits, caughtUp } = page("abc");
      document.apply({ type: "text", cell: 1, source: other });
      take(typed("abc", [{ from: 3, to: 3, insert: "!" }]), 1);
      expect(asked).toEqual([1]);
      expect(text()).toBe(other);
      // What follows is not put in, and asked for no second time; nothing counts as seen.
      take(typed("abc!", [{ from: 4, to: 4, insert: "?" }]), 2);
      take({ type: "attribute", cell: 1, name: "pinned", value: "" }, 3);
      expect([asked, edits.seen, caughtUp()]).toEqual([[1], 0, 0]);
      take({ type: "text", cell: 1, source: "abc!?" }, 4);
      expect([text(), edits.seen, caughtUp()]).toEqual(["abc!?", 4, 1]);
    }
  });

  it("waits no longer for a cell that is gone, nor for a frame that is", () => {
    const { take, document, edits } = page("a", "b");
    document.apply({ type: "text", cell: 2, source: "other" });
    take(typed("b", [{ from: 0, to: 0, insert: "x" }], 2), 1);
    expect(edits.seen).toBe(0);
    document.apply({ type: "delete", cell: 2 });
    expect(edits.seen).toBe(1);
    edits.restart();
    expect(edits.seen).toBe(0);
  });

  it("is the same in frame and page whatever is typed here and undone there", () => {
    const stroke = fc.record({ at: fc.nat(8), to: fc.nat(8), insert: fc.string({ maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(fc.oneof(stroke, fc.constant("undo" as const)), { maxLength: 12 }), (deeds) => {
        const { take, text, edits, asked, document } = page("start");
        const copy = new DocumentCopy((edit, sequence) => take(structuredClone(edit), sequence));
        copy.load(document.cells);
        for (const deed of deeds) {
          if (deed === "undo") {
            document.undo();
            continue;
          }
          const old = copy.cellOf(1)!.source;
          const [from, to] = [Math.min(deed.at, deed.to, old.length), Math.min(Math.max(deed.at, deed.to), old.length)];
          const changes = [{ from, to, insert: deed.insert }];
          copy.type(1, changedText(old, changes)!, changes);
          for (const cell of asked.splice(0)) copy.sendText(cell);
          expect(text()).toBe(copy.cellOf(1)!.source);
        }
        copy.merge(document.cells, edits.seen);
        expect(copy.cellOf(1)!.source).toBe(text());
      }),
    );
  });
});
