import { type Message, messages } from "../../lib/message/message.ts";
import { type BinnedCell, findRestoring, updateBin } from "./bin.ts";
import { invertBetween } from "./inversion.ts";
import { type Notebook, nextCellId } from "./notebook.ts";
import type { Operation, Outcome, Refusal } from "./operation.ts";
import { applyOperation } from "./operations.ts";

const texts = messages("document", {
  nothingToUndo: {
    en: "There is nothing to undo.",
    zh: "没有可以撤销的操作。",
  },
  nothingToRedo: {
    en: "There is nothing to redo.",
    zh: "没有可以重做的操作。",
  },
  noDeletedCell: {
    en: "There is no deleted cell {id} to restore.",
    zh: "没有可以恢复的已删除单元格 {id}。",
  },
});

/** The unit of undo and redo. */
export interface HistoryEntry {
  /** Applied in order, they undo (or redo) what was done. */
  readonly operations: readonly Operation[];
  /** The type of the first operation, and the cell it changed. */
  readonly subject: { readonly type: Operation["type"]; readonly cell?: number };
  /** When the entry was last extended, in milliseconds. */
  readonly time: number;
  /** Whether the entry is closed to further changes. */
  readonly sealed: boolean;
  /** Its size in characters. */
  readonly size: number;
}

/** Everything that can be undone and redone, and the deleted cells. Plain data that can be stored as JSON. */
export interface History {
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
  readonly bin: readonly BinnedCell[];
}

export interface HistoryLimits {
  /** Edits of the same place within this time (ms) of the last keystroke are undone as one. */
  readonly coalesce: number;
  /** The maximum number of entries, and of their characters in total. */
  readonly entries: number;
  readonly characters: number;
  /** The maximum number of deleted cells. */
  readonly bin: number;
}

export const defaultLimits: HistoryLimits = { coalesce: 1000, entries: 500, characters: 4_000_000, bin: 100 };

export const emptyHistory: History = { undo: [], redo: [], bin: [] };

/** A notebook and its history after a step, and the operations of the step, which other copies apply, too. */
export interface Step {
  readonly notebook: Notebook;
  readonly history: History;
  readonly operations: readonly Operation[];
}

/** Applies operations as one undoable step: all of them, or none if one is refused. */
export function perform(
  notebook: Notebook,
  history: History,
  operations: Operation | readonly Operation[],
  time: number,
  limits: HistoryLimits = defaultLimits,
): Outcome<Step> {
  const all = withIds(notebook, history, isList(operations) ? operations : [operations]);
  const run = runAll(notebook, history, all, true, time, limits);
  if (!run.ok) return run;
  const [first] = all;
  if (!first || run.notebook === notebook) return { ...run, operations: all };
  const top = history.undo.at(-1);
  const fresh = createEntry(run.inverses, findSubject(first), time, false);
  const joined =
    top && history.redo.length === 0 && all.length === 1
      ? joinEntries(top, notebook, run.notebook, first, time, limits)
      : undefined;
  const undo = joined ? [...history.undo.slice(0, -1), joined] : [...history.undo, fresh];
  return {
    ok: true,
    notebook: run.notebook,
    operations: all,
    history: { ...run.history, undo: trim(undo, limits), redo: [] },
  };
}

/** Undoes the last step. */
export function undo(notebook: Notebook, history: History, time: number, limits = defaultLimits): Outcome<Step> {
  return step(notebook, history, "undo", "redo", time, limits);
}

/** Redoes the step that was undone last. */
export function redo(notebook: Notebook, history: History, time: number, limits = defaultLimits): Outcome<Step> {
  return step(notebook, history, "redo", "undo", time, limits);
}

/** Closes the last step, so that further typing is not joined to it. */
export function sealHistory(history: History): History {
  const top = history.undo.at(-1);
  return top && !top.sealed ? { ...history, undo: [...history.undo.slice(0, -1), { ...top, sealed: true }] } : history;
}

/** Restores a deleted cell next to its former neighbours. */
export function restoreCell(
  notebook: Notebook,
  history: History,
  id: number,
  time: number,
  limits: HistoryLimits = defaultLimits,
): Outcome<Step> {
  const binned = history.bin.find(({ cell }) => cell.id === id);
  if (binned) return perform(notebook, history, findRestoring(notebook, binned), time, limits);
  return refuse("no such cell", texts.noDeletedCell({ id }));
}

function step(
  notebook: Notebook,
  history: History,
  from: "undo" | "redo",
  to: "undo" | "redo",
  time: number,
  limits: HistoryLimits,
): Outcome<Step> {
  const entry = history[from].at(-1);
  if (!entry) return refuse(`nothing to ${from}`, from === "undo" ? texts.nothingToUndo() : texts.nothingToRedo());
  // Undoing an insertion is not a deletion: the cell does not go into the bin.
  const run = runAll(notebook, history, entry.operations, from === "redo", time, limits);
  if (!run.ok) return run;
  const back = createEntry(run.inverses, entry.subject, entry.time, true);
  const rest = history[from].slice(0, -1);
  const next: History = { ...run.history, [from]: rest, [to]: trim([...history[to], back], limits) };
  return { ok: true, notebook: run.notebook, history: sealHistory(next), operations: entry.operations };
}

/** Assigns ids to new cells; ids of deleted cells are not reused, so that those can be restored. */
function withIds(notebook: Notebook, { bin }: History, operations: readonly Operation[]): readonly Operation[] {
  let next = bin.reduce((max, { cell }) => Math.max(max, cell.id + 1), nextCellId(notebook));
  return operations.map((operation) => {
    if (operation.type !== "insert" || operation.cell.id !== undefined) return operation;
    return { ...operation, cell: { ...operation.cell, id: next++ } };
  });
}

/** Applies operations in order; the inverses are in the order in which they undo them. */
function runAll(
  notebook: Notebook,
  history: History,
  operations: readonly Operation[],
  binning: boolean,
  time: number,
  limits: HistoryLimits,
): Outcome<{ notebook: Notebook; history: History; inverses: Operation[] }> {
  let current = notebook;
  let bin = history.bin;
  const inverses: Operation[] = [];
  for (const operation of operations) {
    const outcome = applyOperation(current, operation);
    if (!outcome.ok) return outcome;
    if (binning || operation.type !== "delete")
      bin = updateBin(bin, current, outcome.notebook, operation, time, limits.bin);
    inverses.unshift(outcome.inverse);
    current = outcome.notebook;
  }
  return { ok: true, notebook: current, history: { ...history, bin }, inverses };
}

/** Extends the last entry by a change of the same place shortly after; undefined if they do not belong together. */
function joinEntries(
  top: HistoryEntry,
  before: Notebook,
  after: Notebook,
  operation: Operation,
  time: number,
  { coalesce }: HistoryLimits,
): HistoryEntry | undefined {
  const [last, ...more] = top.operations;
  if (top.sealed || !last || more.length > 0 || time < top.time || time - top.time > coalesce) return undefined;
  const place = findPlace(operation);
  if (place === undefined || place !== findPlace(last)) return undefined;
  const first = applyOperation(before, last);
  if (!first.ok) return undefined;
  const inverse = invertBetween(first.notebook, after, operation);
  return inverse && createEntry([inverse], top.subject, time, false);
}

/** The place that an operation changes, if successive changes of it are coalesced. */
function findPlace(operation: Operation): string | undefined {
  switch (operation.type) {
    case "source":
    case "splice":
      return `source ${operation.cell}`;
    case "value":
      return `value ${operation.cell} ${operation.name}`;
    case "attribute":
      return `attribute ${operation.cell} ${operation.name}`;
    case "title":
      return "title";
    case "translated-title":
      return `title-${operation.language}`;
    case "notebook":
      return `notebook ${operation.name}`;
    default:
      return undefined;
  }
}

function findSubject(operation: Operation): HistoryEntry["subject"] {
  const { type } = operation;
  return "cell" in operation && typeof operation.cell === "number" ? { type, cell: operation.cell } : { type };
}

function createEntry(
  operations: readonly Operation[],
  subject: HistoryEntry["subject"],
  time: number,
  sealed: boolean,
): HistoryEntry {
  return { operations, subject, time, sealed, size: JSON.stringify(operations).length };
}

/** Drops the oldest entries beyond the limits. */
function trim(entries: readonly HistoryEntry[], { entries: most, characters }: HistoryLimits): readonly HistoryEntry[] {
  let from = Math.max(0, entries.length - most);
  let size = 0;
  for (let i = entries.length - 1; i >= from; --i) {
    size += entries[i]!.size;
    if (size > characters) from = i + 1;
  }
  return from === 0 ? entries : entries.slice(from);
}

function refuse(reason: Refusal["reason"], message: Message): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { reason, message } };
}

function isList(operations: Operation | readonly Operation[]): operations is readonly Operation[] {
  return Array.isArray(operations);
}
