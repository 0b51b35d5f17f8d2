import { isEmpty, kindOf, kindsIn, type Row, widthOf } from "./field-kind.ts";
import { textOf } from "./field-text.ts";
import { findHeadRows, type HeadRows, hasUnitRow } from "./head-rows.ts";
import type { TableReading } from "./table-reading.ts";

/** Rows by which the head of a table is recognised. */
export const HEAD_ROWS = 200;

/** The head of a table. */
export interface TableHead extends HeadRows {
  /** Rows above it: titles, comments and empty rows. */
  readonly skip: number;
  /** Whether the first row behind these gives the names of the columns. */
  readonly header: boolean;
}

/**
 * The head of a table by its first rows; what is asked is kept.
 * @param isLaidOut whether a head of several rows and a row of units are looked for
 */
export function findHead(
  rows: readonly Row[],
  asked: Partial<Pick<TableReading, "skip" | "header" | "head" | "unitRow">>,
  isLaidOut = false,
): TableHead {
  const titles = asked.skip ?? titleRows(rows);
  const none = { head: 1, unitRow: false };
  if (asked.header === false) return { skip: titles, header: false, ...none };
  const found = isLaidOut && asked.head === undefined ? findLaidOut(rows, titles, asked.skip === undefined) : null;
  if (found) return { ...found, header: true, unitRow: asked.unitRow ?? found.unitRow };
  const filled = rows.slice(titles).filter((row) => widthOf(row) > 0);
  const header = asked.header ?? (asked.head !== undefined || isHeader(filled));
  if (!header) return { skip: titles, header, ...none };
  const head = asked.head ?? 1;
  const unitRow = asked.unitRow ?? (isLaidOut && asked.head !== undefined && hasUnitRow(filled, head));
  return { skip: titles, header, head, unitRow };
}

/** Rows of a head that may have been taken for titles, as a few merged cells fill less than half of the columns. */
const MISTAKEN = 2;

/** A head of several rows or with a row of units; null if there is none. */
function findLaidOut(rows: readonly Row[], titles: number, mayBeAbove: boolean): (HeadRows & { skip: number }) | null {
  let first = titles;
  while (mayBeAbove && first > 0 && titles - first < MISTAKEN && isMerged(rows[first - 1]!)) first--;
  for (let skip = first; skip <= titles; skip++) {
    const found = findHeadRows(rows.slice(skip).filter((row) => widthOf(row) > 0));
    if (found && found.head > titles - skip) return { skip, ...found };
  }
  return null;
}

/** Whether a row may have merged cells of a head: two texts at least, or a year above other columns than the first. */
function isMerged(row: Row): boolean {
  const filled = row.filter((value) => !isEmpty(value));
  return filled.length > 1 || (filled.length === 1 && isEmpty(row[0]!) && kindOf(filled[0]!) === "year");
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
    const kinds = kindsIn(below, c);
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
