import { joinCells, replaceMatches, splitCell, translateCell } from "../../kernel/document/compound.ts";
import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import {
  type BinnedCell,
  createNotebook,
  type DesiredNotebook,
  type Editing,
  emptyHistory,
  findOperations,
  type History,
  type Notebook,
  nextCellId,
  type Operation,
  type Outcome,
  parseNotebook,
  perform,
  readValues,
  redo,
  restoreCell,
  type Step,
  sealHistory,
  serializeNotebook,
  stringifyEditing,
  titleIn,
  undo,
} from "../../kernel/document/index.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import { editedTitle } from "../../kernel/document/translations.ts";
import { valueAttribute } from "../../kernel/document/values.ts";
import { type Chance, readChance, samplerAttribute } from "../../kernel/random/chance.ts";
import { isDrawSampler } from "../../kernel/random/draw-sampler.ts";
import type { DocumentEdit, MarkingEdit } from "../../kernel/sandbox/protocol.ts";
import { fingerprintOf } from "../../kernel/sandbox/text-changes.ts";
import { type Message, messages } from "../../lib/message/message.ts";

const texts = messages("live", {
  problemAt: {
    en: "Line {line}: {problem}",
    zh: "第 {line} 行：{problem}",
  },
});

/** The page's copy of a notebook: every edit is an operation that can be undone. */
export class NotebookDocument {
  #notebook: Notebook;
  #history: History = emptyHistory;
  readonly #now: () => number;

  /** From the text of a file, or from a draft with its history. */
  constructor(from: string | Editing, now: () => number = Date.now) {
    this.#notebook = typeof from === "string" ? parseNotebook(from) : from.notebook;
    if (typeof from !== "string") this.#history = sealHistory(from.history);
    this.#now = now;
  }

  get notebook(): Notebook {
    return this.#notebook;
  }

  /** The notebook with its history as one text. */
  get editing(): string {
    return stringifyEditing({ notebook: this.#notebook, history: this.#history });
  }

  /** Whether the history is empty. */
  get untouched(): boolean {
    const { undo, redo, bin } = this.#history;
    return undo.length + redo.length + bin.length === 0;
  }

  /** The deleted cells, the last one first. */
  get bin(): readonly BinnedCell[] {
    return this.#history.bin.toReversed();
  }

  /** The id from which all are free for new cells: those of cells in the bin stay reserved. */
  get freeId(): number {
    return this.bin.reduce((most, { cell }) => Math.max(most, cell.id + 1), nextCellId(this.#notebook));
  }

  get cells(): readonly DocumentCell[] {
    return this.#notebook.cells;
  }

  /** The problems of the file, as messages. */
  get problems(): Message[] {
    return this.#notebook.problems.map(({ line, message }) => texts.problemAt({ line, problem: message }));
  }

  get text(): string {
    return serializeNotebook(this.#notebook);
  }

  /** Changes a part of the file that is no subject of edits. This is no step that can be undone. */
  amend(change: (notebook: Notebook) => Notebook): void {
    this.#notebook = change(this.#notebook);
  }

  /** The seed and, in reproducible mode, the time, as set in the notebook's attributes. */
  get chance(): Chance {
    return readChance(this.#notebook.attributes);
  }

  get canUndo(): boolean {
    return this.#history.undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.redo.length > 0;
  }

  undo(): boolean {
    return this.#apply(undo(this.#notebook, this.#history, this.#now()));
  }

  redo(): boolean {
    return this.#apply(redo(this.#notebook, this.#history, this.#now()));
  }

  /** Puts a deleted cell back among its old neighbours. */
  restore(cell: number): boolean {
    return this.#apply(restoreCell(this.#notebook, this.#history, cell, this.#now()));
  }

  /** Changes the notebook to the wanted one, in one step. */
  become(wanted: DesiredNotebook): boolean {
    // Ids of cells in the bin stay reserved.
    const free = this.bin.reduce((most, { cell }) => Math.max(most, cell.id + 1), 1);
    return this.perform(findOperations(this.#notebook, wanted, free));
  }

  /** Performs several operations as one step. */
  perform(operations: readonly Operation[]): boolean {
    if (operations.length === 0) return true;
    this.seal();
    const done = this.#apply(perform(this.#notebook, this.#history, operations, this.#now()));
    this.seal();
    return done;
  }

  /** Undoes, or else redoes, until the text is the given one. If no step leads there, returns false and changes nothing. */
  goTo(text: string): boolean {
    for (const step of [undo, redo]) {
      let at: Editing = { notebook: this.#notebook, history: this.#history };
      while (serializeNotebook(at.notebook) !== text) {
        const outcome = step(at.notebook, at.history, this.#now());
        if (!outcome.ok) break;
        at = outcome;
      }
      if (serializeNotebook(at.notebook) !== text) continue;
      this.#notebook = at.notebook;
      this.#history = at.history;
      return true;
    }
    return false;
  }

  /** The title for a reader of a language. */
  titleIn(language: string): string {
    return titleIn(this.#notebook, language);
  }

  /** Changes the title that a reader of a language sees; in a notebook with texts in that language, the title in it. */
  rename(title: string, language: string): void {
    const edited = editedTitle(this.#notebook, language);
    const translated = { type: "translated-title", title: title === "" ? null : title } as const;
    // A notebook without a title gets its own first.
    const isDone = edited !== undefined && this.#perform({ ...translated, language: edited });
    if (!isDone) this.#perform([{ type: "title", title }, ...this.#renameHeading(title)]);
  }

  /** Where the notebook begins with its title as a heading, as a new one does, the heading is changed with the title. */
  #renameHeading(title: string): Operation[] {
    const [first] = this.cells;
    const from = "# ".length;
    const to = from + this.#notebook.title.length;
    const isHeading = first?.kind === "md" && /^# (.*)/.exec(first.source)?.[1] === this.#notebook.title;
    return isHeading && title !== "" ? [{ type: "splice", cell: first.id, from, to, insert: title }] : [];
  }

  /** Sets an attribute of the notebook; null removes it. */
  setAttribute(name: string, value: string | null): void {
    this.#perform({ type: "notebook", name, value });
  }

  /** Inserts a cell with its code open and returns its id. */
  insert(after: number | null, kind: string, source: string): number | null {
    return this.#inserted(() =>
      this.#perform({ type: "insert", after, cell: { kind, source, attributes: { pinned: "" } } }),
    );
  }

  /** The cell that a step adds. */
  #inserted(step: () => void): number | null {
    const before = new Set(this.cells.map(({ id }) => id));
    step();
    return this.cells.find(({ id }) => !before.has(id))?.id ?? null;
  }

  /** Replaces matches by a text, as one step; returns how many of them were still in their place. */
  replace(search: Search, replacement: string, matches: readonly Match[]): number {
    const { operations, count } = replaceMatches(this.cells, search, replacement, matches);
    if (count === 0) return 0;
    this.seal();
    this.#perform(operations);
    this.seal();
    return count;
  }

  /** Applies an edit made in the frame. Returns the id of the cell that it inserted, if any. */
  apply(edit: Exclude<DocumentEdit, { type: "value" }>): number | null {
    switch (edit.type) {
      case "insert":
        return this.insert(edit.after, edit.kind, edit.source);
      case "text":
        this.#perform(spliceOf(this.cells.find(({ id }) => id === edit.cell)?.source ?? "", edit));
        return null;
      case "move": {
        const at = this.cells.findIndex(({ id }) => id === edit.cell);
        const target = edit.by < 0 ? at - 2 : at + 1;
        if (at < 0 || target < -1 || target >= this.cells.length) return null;
        this.#perform({ type: "move", cell: edit.cell, after: this.cells[target]?.id ?? null });
        return null;
      }
      case "split":
        return this.#inserted(() => this.#perform(splitCell(this.cells, edit.cell, edit.at)));
      case "translate":
        return this.#inserted(() => this.#perform(translateCell(this.cells, edit.cell, edit.own, edit.language)));
      case "join":
        this.#perform(joinCells(this.cells, edit.cell));
        return null;
      case "mark":
        this.#mark(edit);
        return null;
      case "sampler":
        // The frame is not trusted: of the notebook's attributes it may set only this one, to a known value.
        if (!isDrawSampler(edit.sampler)) return null;
        this.seal();
        this.setAttribute(samplerAttribute, edit.sampler === "random" ? null : edit.sampler);
        this.seal();
        return null;
      default:
        this.#perform(edit);
        return null;
    }
  }

  /** Makes a value of a cell uncertain: its source, its name, the name of its stored value, and the cell below, as one step. */
  #mark({ cell: id, fingerprint, source, renamed, below }: MarkingEdit): void {
    const cell = this.cells.find((each) => each.id === id);
    if (!cell || fingerprintOf(cell.source) !== fingerprint) return;
    const operations: Operation[] = [];
    if (source !== cell.source) operations.push(spliceOf(cell.source, { cell: id, source }));
    if (renamed) {
      const { from, to } = renamed;
      if (cell.attributes.output === from) operations.push({ type: "attribute", cell: id, name: "output", value: to });
      const values = readValues(cell) ?? {};
      if (Object.hasOwn(values, from)) {
        const { [from]: stored, ...others } = values;
        const value = JSON.stringify({ ...others, [to]: stored });
        operations.push({ type: "attribute", cell: id, name: valueAttribute, value });
      }
    }
    if (below !== undefined)
      operations.push({ type: "insert", after: id, cell: { kind: "js", source: below, attributes: { pinned: "" } } });
    this.seal();
    this.#perform(operations);
    this.seal();
  }

  /** Ends the last step, so that later typing is not merged into it, after a run or a save. */
  seal(): void {
    this.#history = sealHistory(this.#history);
  }

  #perform(operation: Operation | readonly Operation[]): boolean {
    return this.#apply(perform(this.#notebook, this.#history, operation, this.#now()));
  }

  #apply(outcome: Outcome<Step>): boolean {
    // A refused operation names a cell that no longer exists: the frame was behind, and gets the document by `sync`.
    if (!outcome.ok) return false;
    this.#notebook = outcome.notebook;
    this.#history = outcome.history;
    return true;
  }
}

/** The file of a new notebook. */
export function emptyNotebook(title: string): string {
  return serializeNotebook(createNotebook({ title, cells: [{ kind: "md", source: `# ${title}` }] }));
}

/** The change from one text to another as the replacement of one range, so that consecutive typing is merged into one step. */
function spliceOf(old: string, { cell, source }: { cell: number; source: string }): Operation {
  let from = 0;
  while (from < old.length && from < source.length && old[from] === source[from]) ++from;
  let end = 0;
  while (end < old.length - from && end < source.length - from && old.at(-1 - end) === source.at(-1 - end)) ++end;
  return { type: "splice", cell, from, to: old.length - end, insert: source.slice(from, source.length - end) };
}
