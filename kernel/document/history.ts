import { type Message, messages } from "../../lib/message/message.ts";
import { type BinnedCell, findRestoring, updateBin } from "./bin.ts";
import { invertBetween } from "./inversion.ts";
import { type Notebook, nextCellId } from "./notebook.ts";
import type { Operation, Outcome, Refusal } from "./operation.ts";
import { applyOperation } from "./operations.ts";

const said = messages("document", {
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

/** What one undo takes back. */
export interface HistoryEntry {
  /** Applied in order, they undo (or redo) what was done. */
  readonly operations: readonly Operation[];
  /** What was done: the type of its first operation, and the cell it was done to. */
  readonly subject: { readonly type: Operation["type"]; readonly cell?: number };
  /** When it was last added to, in milliseconds. */
  readonly time: number;
  /** Whether nothing more is added to it. */
  readonly sealed: boolean;
  /** How much room it takes, in characters. */
  readonly size: number;
}

/** All that can be undone and redone, and the cells that were deleted. Plain data: it can be stored as JSON. */
export interface History {
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
  readonly bin: readonly BinnedCell[];
}

export interface HistoryLimits {
  /** Typing in the same place within this time (ms) of the last stroke is undone as one. */
  readonly coalesce: number;
  /** How many entries are kept, and how many characters they may take in all. */
  readonly entries: number;
  readonly characters: number;
  /** How many deleted cells are kept. */
  readonly bin: number;
}

export const defaultLimits: HistoryLimits = { coalesce: 1000, entries: 500, characters: 4_000_000, bin: 100 };

export const emptyHistory: History = { undo: [], redo: [], bin: [] };

/** A notebook and its history after a step, and the operations that led there: others apply them too. */
export interface Step {
  readonly notebook: Notebook;
  readonly history: History;
  readonly operations: readonly Operation[];
}

/** Does operations as one step that can be undone; all of them, or none if one is refused. */
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

/** Takes back the last step. */
export function undo(notebook: Notebook, history: History, time: number, limits = defaultLimits): Outcome<Step> {
  return goBack(notebook, history, "undo", "redo", time, limits);
}

/** Does again what was last taken back. */
export function redo(notebook: Notebook, history: History, time: number, limits = defaultLimits): Outcome<Step> {
  return goBack(notebook, history, "redo", "undo", time, limits);
}

/** Ends the joining of further typing to the last step. */
export function sealHistory(history: History): History {
  const top = history.undo.at(-1);
  return top && !top.sealed ? { ...history, undo: [...history.undo.slice(0, -1), { ...top, sealed: true }] } : history;
}

/** Puts a deleted cell back where its neighbours are now. */
export function restoreCell(
  notebook: Notebook,
  history: History,
  id: number,
  time: number,
  limits: HistoryLimits = defaultLimits,
): Outcome<Step> {
  const binned = history.bin.find(({ cell }) => cell.id === id);
  if (binned) return perform(notebook, history, findRestoring(notebook, binned), time, limits);
  return refuse("no such cell", said.noDeletedCell({ id }));
}

function goBack(
  notebook: Notebook,
  history: History,
  from: "undo" | "redo",
  to: "undo" | "redo",
  time: number,
  limits: HistoryLimits,
): Outcome<Step> {
  const entry = history[from].at(-1);
  if (!entry) return refuse(`nothing to ${from}`, from === "undo" ? said.nothingToUndo() : said.nothingToRedo());
  // A cell whose insertion is taken back was not deleted.
  const run = runAll(notebook, history, entry.operations, from === "redo", time, limits);
  if (!run.ok) return run;
  const back = createEntry(run.inverses, entry.subject, entry.time, true);
  const rest = history[from].slice(0, -1);
  const next: History = { ...run.history, [from]: rest, [to]: trim([...history[to], back], limits) };
  return { ok: true, notebook: run.notebook, history: sealHistory(next), operations: entry.operations };
}

/** Gives new cells their ids; that of a deleted cell is not given again, so that it can come back. */
function withIds(notebook: Notebook, { bin }: History, operations: readonly Operation[]): readonly Operation[] {
  let next = bin.reduce((max, { cell }) => Math.max(max, cell.id + 1), nextCellId(notebook));
  return operations.map((operation) => {
    if (operation.type !== "insert" || operation.cell.id !== undefined) return operation;
    return { ...operation, cell: { ...operation.cell, id: next++ } };
  });
}

/** Applies operations in order; their inverses come out in the order in which they undo. */
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

/** The last entry with one more change of the same place, done shortly after, if it is that. */
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

/** What an operation changes, if changes of it follow one another quickly as a rule. */
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

/** Forgets the oldest entries beyond the limits. */
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
