import { isMessage } from "../../lib/message/message.ts";
import type { BinnedCell } from "./bin.ts";
import { readCell } from "./cell.ts";
import type { History, HistoryEntry } from "./history.ts";
import { type CellMarkup, isCell, type Notebook, type NotebookPart, type Problem } from "./notebook.ts";
import { fromParts } from "./parse.ts";
import { isOperation } from "./validate.ts";

/** A notebook being edited, and its history. */
export interface Editing {
  readonly notebook: Notebook;
  readonly history: History;
}

/**
 * Writes a notebook being edited as one text from which it can be restored with its history. The file's text alone does not
 * contain the ids of cells without an id attribute, nor what was added to an incomplete file.
 */
export function stringifyEditing({ notebook, history }: Editing): string {
  const { lineEnd, problems } = notebook;
  const parts = notebook.parts.map((part) =>
    isCell(part) ? { type: part.type, id: part.id, markup: part.markup } : part,
  );
  return JSON.stringify({ parts, lineEnd, problems, history });
}

/** Restores a notebook that was stored while being edited; undefined if the text is invalid. */
export function parseEditing(stored: string): Editing | undefined {
  const { parts, lineEnd, problems, history } = fields<Notebook & { history: History }>(parseJson(stored));
  if (!Array.isArray(parts)) return undefined;
  const read = parts.map(maybePart).filter((part) => part !== undefined);
  const only = (type: NotebookPart["type"]) => read.filter((part) => part.type === type).length === 1;
  if (read.length < parts.length || !only("notebook") || !only("title")) return undefined;
  if (new Set(read.filter(isCell).map(({ id }) => id)).size < read.filter(isCell).length) return undefined;
  const notebook = fromParts(read, lineEnd === "\r\n" ? lineEnd : "\n");
  const known = Array.isArray(problems) ? problems.filter(isProblem) : [];
  return { notebook: { ...notebook, problems: known }, history: readHistory(history) };
}

function maybePart(value: unknown): NotebookPart | undefined {
  const part = fields<{
    type: unknown;
    id: unknown;
    text: unknown;
    tag: unknown;
    added: unknown;
    inside: unknown;
    language: unknown;
    markup: unknown;
  }>(value);
  const { type, id, text, tag, markup, added, inside, language } = part;
  if (type === "text") return typeof text === "string" ? { type, text } : undefined;
  if (type === "translated-title")
    return typeof markup === "string" && typeof language === "string" ? { type, markup, language } : undefined;
  if (type === "notebook") return typeof tag === "string" ? { type, tag, added: added === true } : undefined;
  if (type === "title") return typeof markup === "string" ? { type, markup, inside: inside === true } : undefined;
  const { lead, open, body, close } = fields<CellMarkup>(markup);
  if (type !== "cell" || !Number.isInteger(id) || Number(id) < 1) return undefined;
  if (typeof lead !== "string" || typeof open !== "string" || typeof body !== "string" || typeof close !== "string") {
    return undefined;
  }
  return readCell(Number(id), { lead, open, body, close });
}

function isProblem(value: unknown): value is Problem {
  const { message, line, cell } = fields<Problem>(value);
  return isMessage(message) && Number.isInteger(line) && (cell === undefined || Number.isInteger(cell));
}

/** Writes a history. */
export function stringifyHistory(history: History): string {
  return JSON.stringify(history);
}

/** Reads a stored history. An invalid entry is dropped, and so are all entries before it. */
export function parseHistory(stored: string): History {
  return readHistory(parseJson(stored));
}

function readHistory(stored: unknown): History {
  const { undo, redo, bin } = fields<History>(stored);
  return { undo: takeLast(undo, isEntry), redo: takeLast(redo, isEntry), bin: takeLast(bin, isBinned) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function takeLast<T>(list: unknown, is: (value: unknown) => value is T): readonly T[] {
  if (!Array.isArray(list)) return [];
  const wrong = list.findLastIndex((value) => !is(value));
  return list.slice(wrong + 1).filter(is);
}

function isEntry(value: unknown): value is HistoryEntry {
  const { operations, subject, time, sealed, size } = fields<HistoryEntry>(value);
  return (
    Array.isArray(operations) &&
    operations.every(isOperation) &&
    typeof fields<HistoryEntry["subject"]>(subject).type === "string" &&
    typeof time === "number" &&
    typeof sealed === "boolean" &&
    typeof size === "number"
  );
}

function isBinned(value: unknown): value is BinnedCell {
  const { cell, after, before, time } = fields<BinnedCell>(value);
  const { id, kind, source, attributes, markup } = fields<BinnedCell["cell"]>(cell);
  const restoring = { type: "insert", after: null, cell: { id, kind, source, attributes }, spelling: markup };
  const isId = (neighbour: unknown) => neighbour === null || Number.isInteger(neighbour);
  return Number.isInteger(id) && isOperation(restoring) && isId(after) && isId(before) && typeof time === "number";
}

/** The fields of an unknown value; none if it is not an object. */
function fields<T>(value: unknown): Partial<Record<keyof T, unknown>> {
  return typeof value === "object" && value !== null ? value : {};
}
