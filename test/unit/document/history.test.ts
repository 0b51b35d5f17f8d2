import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  defaultLimits,
  emptyHistory,
  type History,
  type HistoryLimits,
  type Notebook,
  type Operation,
  type Outcome,
  parseEditing,
  parseHistory,
  parseNotebook,
  perform,
  redo,
  restoreCell,
  type Step,
  sealHistory,
  serializeNotebook,
  stringifyEditing,
  stringifyHistory,
  undo,
} from "../../../kernel/document/index.ts";
import { notebookText, operationOn } from "./arbitrary.ts";
import { files } from "./corpus.ts";

/** A notebook being edited, at a time that is set. */
class Editing {
  notebook: Notebook;
  history: History = emptyHistory;
  time = 0;
  limits: HistoryLimits;

  constructor(text: string, limits: Partial<HistoryLimits> = {}) {
    this.notebook = parseNotebook(text);
    this.limits = { ...defaultLimits, ...limits };
  }

  #take(step: Outcome<Step>): boolean {
    if (step.ok) {
      this.notebook = step.notebook;
      this.history = step.history;
    }
    return step.ok;
  }

  do(...operations: Operation[]): boolean {
    return this.#take(perform(this.notebook, this.history, operations, this.time, this.limits));
  }

  undo(): boolean {
    return this.#take(undo(this.notebook, this.history, this.time, this.limits));
  }

  redo(): boolean {
    return this.#take(redo(this.notebook, this.history, this.time, this.limits));
  }

  restore(id: number): boolean {
    return this.#take(restoreCell(this.notebook, this.history, id, this.time, this.limits));
  }

  /** Types text into a cell, a stroke each `pace` ms. */
  type(cell: number, text: string, pace = 100): void {
    for (const insert of text) {
      const at = this.notebook.cells.find(({ id }) => id === cell)?.source.length ?? 0;
      this.do({ type: "splice", cell, from: at, to: at, insert });
      this.time += pace;
    }
  }

  /** Stores the notebook and its history, and reads them again. */
  reload(): void {
    const editing = parseEditing(stringifyEditing(this));
    if (!editing) throw new Error("nothing came back");
    const known = this.notebook;
    this.notebook = editing.notebook;
    this.history = editing.history;
    expect(this.notebook).toEqual(known);
  }

  get text(): string {
    return serializeNotebook(this.notebook);
  }

  get ids(): number[] {
    return this.notebook.cells.map(({ id }) => id);
  }
}

const text = files[4]!;

describe("the history", () => {
  it("undoes and redoes, one step at a time", () => {
    const editing = new Editing(text);
    expect(editing.undo()).toBe(false);
    editing.do({ type: "kind", cell: 1, kind: "html" });
    const first = editing.text;
    editing.do({ type: "delete", cell: 2 }, { type: "title", title: "T" });
    const second = editing.text;
    expect(editing.undo()).toBe(true);
    expect(editing.text).toBe(first);
    editing.undo();
    expect(editing.text).toBe(text);
    expect(editing.undo()).toBe(false);
    editing.redo();
    editing.redo();
    expect(editing.text).toBe(second);
    expect(editing.redo()).toBe(false);
  });

  it("forgets what was undone when something new is done", () => {
    const editing = new Editing(text);
    editing.do({ type: "title", title: "A" });
    editing.undo();
    editing.do({ type: "title", title: "B" });
    expect(editing.redo()).toBe(false);
    editing.undo();
    expect(editing.text).toBe(text);
  });

  it("does several operations as one step, or none of them", () => {
    const editing = new Editing(text);
    expect(editing.do({ type: "title", title: "A" }, { type: "delete", cell: 99 })).toBe(false);
    expect(editing.text).toBe(text);
    expect(editing.history.undo).toHaveLength(0);
  });

  it("joins typing in one cell while it goes on", () => {
    const editing = new Editing(files[5]!);
    editing.type(3, "abc");
    expect(editing.history.undo).toHaveLength(1);
    editing.time += 5000;
    editing.type(3, "de");
    expect(editing.history.undo).toHaveLength(2);
    editing.type(5, "f");
    editing.type(3, "g");
    expect(editing.history.undo).toHaveLength(4);
    editing.history = sealHistory(editing.history);
    editing.type(3, "h");
    expect(editing.history.undo).toHaveLength(5);
    expect(editing.notebook.cells[0]?.source).toBe("1\n2abcdegh");
    for (let i = 0; i < 3; ++i) editing.undo();
    expect(editing.notebook.cells[0]?.source).toBe("1\n2abcde");
    editing.undo();
    expect(editing.notebook.cells[0]?.source).toBe("1\n2abc");
    editing.type(3, "x");
    expect(editing.history.undo).toHaveLength(2);
    editing.undo();
    editing.undo();
    expect(editing.text).toBe(files[5]);
    editing.redo();
    expect(editing.notebook.cells[0]?.source).toBe("1\n2abc");
  });

  it("joins the values of an input that is dragged, and nothing else with them", () => {
    const editing = new Editing(text);
    for (let value = 0; value < 50; ++value) {
      editing.do({ type: "value", cell: 2, name: "x", value });
      editing.time += 16;
    }
    editing.do({ type: "value", cell: 2, name: "y", value: 1 });
    expect(editing.history.undo).toHaveLength(2);
    editing.undo();
    editing.undo();
    expect(editing.text).toBe(text);
  });

  it("leaves out an operation that changes nothing", () => {
    const editing = new Editing(text);
    editing.do({ type: "kind", cell: 1, kind: "md" });
    editing.do({ type: "title", title: "Carbon & nitrogen" });
    editing.do({ type: "move", cell: 1, after: null });
    expect(editing.text).toBe(text);
    expect(editing.history.undo).toHaveLength(0);
  });

  it("is bounded, and forgets the oldest first", () => {
    const editing = new Editing(text, { entries: 3, coalesce: 0 });
    for (let i = 0; i < 9; ++i) {
      editing.time += 10;
      editing.do({ type: "title", title: `T${i}` });
    }
    expect(editing.history.undo).toHaveLength(3);
    while (editing.undo());
    expect(editing.notebook.title).toBe("T5");
    const small = new Editing(text, { characters: 200 });
    for (let i = 0; i < 9; ++i) small.do({ type: "kind", cell: 1, kind: `k${i}` });
    expect(small.history.undo.length).toBeLessThan(9);
    expect(small.history.undo.length).toBeGreaterThan(0);
  });

  it("survives a reload, and anything that is not a history", () => {
    const editing = new Editing(text);
    editing.type(2, "abc");
    editing.do({ type: "delete", cell: 4 });
    editing.reload();
    editing.undo();
    editing.reload();
    editing.undo();
    expect(editing.text).toBe(text);
    editing.redo();
    editing.reload();
    editing.redo();
    expect(editing.ids).toEqual([1, 2]);
    expect(editing.restore(4)).toBe(true);
    expect(parseHistory(stringifyHistory(editing.history))).toEqual(editing.history);
    const junk = [
      "",
      "null",
      "[]",
      "{",
      '{"undo": 5}',
      '{"undo":[{}],"redo":[{"operations":[{"type":"x"}]}],"bin":[{}, null]}',
    ];
    for (const stored of junk) {
      expect(parseHistory(stored)).toEqual(emptyHistory);
      expect(parseEditing(stored)).toBe(undefined);
    }
    fc.assert(fc.property(fc.json(), (stored) => parseHistory(stored).undo.length === 0 && !parseEditing(stored)));
  });

  it("that belongs to another notebook is refused, not thrown", () => {
    const editing = new Editing(text);
    editing.do({ type: "kind", cell: 4, kind: "js" });
    editing.notebook = parseNotebook("<notebook></notebook>");
    expect(undo(editing.notebook, editing.history, 0)).toMatchObject({
      ok: false,
      refusal: { reason: "no such cell" },
    });
  });
});

describe("the bin", () => {
  it("keeps deleted cells, which come back where they were", () => {
    const editing = new Editing(text);
    editing.do({ type: "delete", cell: 2 });
    expect(editing.history.bin).toMatchObject([{ cell: { id: 2 }, after: 1, before: 4 }]);
    editing.restore(2);
    expect(editing.text).toBe(text);
    expect(editing.history.bin).toEqual([]);
    editing.undo();
    expect(editing.ids).toEqual([1, 4]);
  });

  it("knows a cell's old neighbourhood when its neighbours are gone or moved", () => {
    const editing = new Editing(text);
    editing.do({ type: "delete", cell: 2 });
    editing.do({ type: "delete", cell: 1 });
    editing.restore(2);
    expect(editing.ids).toEqual([2, 4]);
    editing.do({ type: "delete", cell: 2 });
    editing.do({ type: "delete", cell: 4 });
    editing.restore(2);
    editing.restore(1);
    editing.restore(4);
    expect(editing.ids).toEqual([1, 2, 4]);
    expect(editing.restore(4)).toBe(false);
  });

  it("loses a cell that comes back by undo, and gets it again by redo", () => {
    const editing = new Editing(text);
    editing.do({ type: "delete", cell: 2 });
    editing.undo();
    expect(editing.history.bin).toEqual([]);
    editing.redo();
    expect(editing.history.bin).toHaveLength(1);
  });

  it("does not take a cell whose insertion is undone", () => {
    const editing = new Editing(text);
    editing.do({ type: "insert", after: 1, cell: { kind: "js", source: "x" } });
    editing.undo();
    expect(editing.history.bin).toEqual([]);
  });

  it("keeps its cells' ids from being given to others", () => {
    const editing = new Editing(text);
    editing.do({ type: "delete", cell: 4 });
    editing.do({ type: "insert", after: 2, cell: { kind: "js", source: "x" } });
    expect(editing.ids).toEqual([1, 2, 5]);
    editing.restore(4);
    expect(editing.ids).toEqual([1, 2, 4, 5]);
  });

  it("is bounded", () => {
    const editing = new Editing(text, { bin: 2 });
    for (const cell of [1, 2, 4]) editing.do({ type: "delete", cell });
    expect(editing.history.bin.map(({ cell }) => cell.id)).toEqual([2, 4]);
  });
});

describe("any sequence of operations", () => {
  it("is undone to the byte and redone to the byte, with reloads between", () => {
    fc.assert(
      fc.property(
        notebookText.chain((file) =>
          fc.tuple(
            fc.constant(file),
            fc.array(fc.tuple(operationOn(parseNotebook(file)), fc.constantFrom(10, 5000), fc.boolean()), {
              maxLength: 12,
            }),
          ),
        ),
        ([file, steps]) => {
          const editing = new Editing(file);
          for (const [operation, pause, reload] of steps) {
            editing.time += pause;
            editing.do(operation);
            if (reload) editing.reload();
          }
          const last = editing.text;
          while (editing.undo());
          expect(editing.text).toBe(file);
          while (editing.redo());
          expect(editing.text).toBe(last);
          while (editing.undo());
          expect(editing.text).toBe(file);
        },
      ),
    );
  });
});
