import { textOf } from "./column-builder.ts";
import { trimmed } from "./column-evidence.ts";
import { dateShape } from "./date-text.ts";
import type { FieldValue } from "./field-value.ts";
import { isMissing } from "./missing-text.ts";
import { numberShape } from "./number-text.ts";

/** Rows by which the head of a table is recognised. */
export const HEAD_ROWS = 200;

/** The head of a table. */
export interface TableHead {
  /** Rows above it: titles, comments and empty rows. */
  readonly skip: number;
  /** Whether the first row behind these gives the names of the columns. */
  readonly header: boolean;
}

type Row = readonly FieldValue[];

/** The head of a table by its first rows; what is asked is kept. */
export function findHead(
  rows: readonly Row[],
  asked: { readonly skip?: number; readonly header?: boolean },
): TableHead {
  const skip = asked.skip ?? titleRows(rows);
  const header = asked.header ?? isHeader(rows.slice(skip).filter((row) => widthOf(row) > 0));
  return { skip, header };
}

/** The number of fields of a row up to the last that is not empty. */
export function widthOf(row: Row): number {
  let width = row.length;
  while (width > 0 && isEmpty(row[width - 1]!)) width--;
  return width;
}

export function isEmpty(value: FieldValue): boolean {
  return value === null || (typeof value === "string" && trimmed(value) === "");
}

/** Rows above a table: empty ones, comments (`#`), and titles, which fill less than half of its columns. */
function titleRows(rows: readonly Row[]): number {
  const filled = rows.filter((row) => widthOf(row) > 0);
  const usual = mostFrequent(filled.map((row) => row.length));
  const wide = mostFilled(filled.map(widthOf).filter((width) => width > 1));
  let skip = 0;
  while (skip < rows.length) {
    const row = rows[skip]!;
    const width = widthOf(row);
    const isComment = typeof row[0] === "string" && row[0].startsWith("#") && width !== wide;
    const isTitle = wide > 1 && (width === 1 ? row.length < usual || wide > 2 : width <= wide / 2);
    if (width > 0 && !isComment && !isTitle) break;
    skip++;
  }
  // A table of titles alone is a table.
  return skip < rows.length ? skip : 0;
}

function mostFrequent(numbers: readonly number[]): number {
  return best(numbers, (_, count) => count);
}

/** The width of the rows that have most of the fields: a few titles do not outweigh a table. */
function mostFilled(widths: readonly number[]): number {
  return best(widths, (width, count) => width * count);
}

/** The number of the most weight, and of two the larger. */
function best(numbers: readonly number[], weigh: (number: number, count: number) => number): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let found = 0;
  let most = 0;
  for (const [number, count] of counts) {
    const weight = weigh(number, count);
    if (weight > most || (weight === most && number > found)) [found, most] = [number, weight];
  }
  return found;
}

/**
 * Whether the first row gives names. It does unless it has a number or date above values of the same kind, or a text that comes again
 * below it where all are texts. Years above values that are no years are names.
 */
function isHeader([first, ...below]: readonly Row[]): boolean {
  if (!first) return false;
  if (below.length === 0) return first.every((value) => isEmpty(value) || kindOf(value) === "text");
  let isTyped = false;
  for (const [c, value] of first.entries()) {
    if (isEmpty(value)) continue;
    const kinds = new Set(below.flatMap((row) => (isMissingValue(row[c] ?? null) ? [] : [kindOf(row[c]!)])));
    const kind = kindOf(value);
    if (kind === "text") {
      if (kinds.size > 0 && !kinds.has("text")) isTyped = true;
      continue;
    }
    if (kind === "year" && !(kinds.size === 1 && kinds.has("year"))) continue;
    if (kinds.has(kind) || (kind === "number" && kinds.has("year"))) return false;
  }
  if (isTyped) return true;
  const isRepeated = first.some(
    (value, c) =>
      !isEmpty(value) && below.some((row) => !isEmpty(row[c] ?? null) && textOf(row[c]!) === textOf(value!)),
  );
  return !isRepeated;
}

function isMissingValue(value: FieldValue): boolean {
  return value === null || (typeof value === "string" && isMissing(trimmed(value)));
}

function kindOf(value: FieldValue): "year" | "number" | "date" | "other" | "text" {
  if (typeof value === "number" || typeof value === "bigint") return isYear(String(value)) ? "year" : "number";
  if (value instanceof Date) return "date";
  if (typeof value !== "string") return "other";
  const text = trimmed(value);
  if (isYear(text)) return "year";
  if (numberShape(text) !== 0) return "number";
  return dateShape(text) !== 0 ? "date" : "text";
}

function isYear(text: string): boolean {
  return /^(?:1[5-9]|2[01])\d\d$/.test(text);
}

/**
 * Names for columns by the values of the header, of which none is empty and none comes twice: `column3`, `name_2`. Upper and lower case
 * are one, as in SQL. The name of a column depends only on those before it.
 */
export function columnNames(header: Row, columns: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: columns }, (_, c) => {
    const value = header[c] ?? null;
    const given = value === null ? "" : textOf(value).replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME);
    const base = given === "" ? `column${c + 1}` : given;
    let name = base;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${base}_${i}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

const LONGEST_NAME = 200;
