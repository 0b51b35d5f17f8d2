import { parseUnit } from "../../quantity/unit.ts";
import { isEmpty, kindOf, kindsIn, type Row, widthOf } from "./field-kind.ts";
import { textOf } from "./field-text.ts";

/** Rows of a head at most. */
const MOST_HEAD = 4;

/** The rows that name columns and give their units. */
export interface HeadRows {
  /** How many rows together give the names. */
  readonly head: number;
  /** Whether the row below them gives units. */
  readonly unitRow: boolean;
}

/**
 * Whether the names of a table stand in several rows, as statistical offices lay them out, and whether a row of units stands below
 * them; null if not, or in doubt. A row is taken for a part of the head only if it cannot be a row of data: the names of the first
 * column stand in one of the rows alone, those above the last have gaps or repeat themselves, as merged cells do, all columns get
 * different names, and below are labels with numbers.
 *
 * @param rows from the first of the head on, without empty ones
 */
export function findHeadRows(rows: readonly Row[]): HeadRows | null {
  for (let head = 1; head <= MOST_HEAD; head++) {
    for (const unitRow of head === 1 ? [true] : [false, true]) if (fits(rows, head, unitRow)) return { head, unitRow };
  }
  return null;
}

/** Whether the row below a head gives units. */
export function hasUnitRow(rows: readonly Row[], head: number): boolean {
  const row = rows[head];
  const below = rows.slice(head + 1);
  if (!row || !(isEmpty(row[0] ?? null) || isUnitLabel(row[0]))) return false;
  const places = filled(row).filter((c) => c > 0 && !isDash(row[c]));
  // Under the word for a unit all are units.
  const areUnits = places.every((c) => kindOf(row[c]!) === "text" && (isUnitLabel(row[0]) || isUnit(row[c])));
  return places.length > 0 && areUnits && places.every((c) => areNumbers(below, c));
}

/** The units in a row below a head, one for each column. */
export function unitsIn(row: Row, columns: number): string[] {
  return Array.from({ length: columns }, (_, c) => (c === 0 || isDash(row[c]) ? "" : unitText(row[c]).slice(0, 300)));
}

/** The names in the rows of a head: merged cells hold for all columns that they cover. `Energy / 2020`. */
export function joinedHead(rows: readonly Row[]): Row {
  if (rows.length === 1) return rows[0]!;
  return Array.from({ length: Math.max(0, ...rows.map(widthOf)) }, (_, c) => {
    const parts = rows.flatMap((row, r) => {
      const value = isEmpty(row[c] ?? null) ? covering(rows, r, c) : row[c]!;
      return value === null ? [] : [textOf(value).replace(/\s+/g, " ").trim()];
    });
    return parts.filter((part, i) => part !== parts[i - 1]).join(" / ");
  });
}

/** The value of the merged cell that covers an empty one; null if none does. The labels of rows cover no other column. */
function covering(rows: readonly Row[], r: number, c: number): Row[number] {
  if (!rows.slice(r + 1).some((row) => !isEmpty(row[c] ?? null))) return null;
  for (let left = c; left > 0; left--) {
    if (!isEmpty(rows[r]![left] ?? null)) return rows[r]![left]!;
    // Where a cell above begins, what is below it begins as well.
    if (rows.slice(0, r).some((row) => !isEmpty(row[left] ?? null))) return null;
  }
  return null;
}

function fits(rows: readonly Row[], head: number, unitRow: boolean): boolean {
  const above = rows.slice(0, head);
  const below = rows.slice(head + Number(unitRow));
  if (above.length < head || below.length === 0) return false;
  if (unitRow && !hasUnitRow(rows, head)) return false;
  const names = joinedHead(above).map((name) => (name === null ? "" : textOf(name).trim().toLowerCase()));
  // A table may have no name for the labels of its rows.
  const given = names.slice(1);
  if (given.length === 0 || given.includes("") || new Set(given).size < given.length) return false;
  if (head === 1) return true;
  const last = above[head - 1]!;
  if (above.filter((row) => !isEmpty(row[0] ?? null)).length !== 1) return false;
  if (!above.every((row) => filled(row).every((c) => ["text", "year"].includes(kindOf(row[c]!))))) return false;
  if (!above.slice(0, -1).every((row) => isSpanning(row, names.length))) return false;
  const labelled = below.filter((row) => !isEmpty(row[0] ?? null));
  if (isEmpty(below[0]![0] ?? null) || labelled.length * 2 < below.length) return false;
  const places = filled(last).filter((c) => c > 0);
  const areYears = (c: number) => [...kindsIn(below, c)].every((kind) => kind === "year");
  if (places.some((c) => kindOf(last[c]!) === "year" && areYears(c))) return false;
  return places.some((c) => areNumbers(below, c));
}

/** Whether a row of a head has gaps behind its first name, or the same name again, as a merged cell has. */
function isSpanning(row: Row, columns: number): boolean {
  const places = filled(row).filter((c) => c > 0);
  const texts = places.map((c) => textOf(row[c]!));
  if (places.length === 0) return false;
  return places.length < columns - places[0]! || new Set(texts).size < texts.length;
}

function filled(row: Row): number[] {
  return row.flatMap((value, c) => (isEmpty(value) ? [] : [c]));
}

/** Whether a column has numbers and nothing else. */
function areNumbers(rows: readonly Row[], column: number): boolean {
  const kinds = kindsIn(rows, column);
  return kinds.size > 0 && [...kinds].every((kind) => kind === "number" || kind === "year");
}

function isUnitLabel(value: Row[number] | undefined): boolean {
  return (
    typeof value === "string" &&
    /^\s*(?:\(?units?\)?|einheit(?:en)?|unités?|unidad(?:es)?|单位|计量单位)\s*[:：]?\s*$/iu.test(value)
  );
}

function isDash(value: Row[number] | undefined): boolean {
  return typeof value === "string" && /^\s*[-–—]\s*$/.test(value);
}

/** A unit, which may stand in brackets. */
function unitText(value: Row[number] | undefined): string {
  const text = typeof value === "string" ? value.trim() : "";
  const [, within = text] = /^[([（［]([^()[\]（）［］]*)[)\]）］]$/.exec(text) ?? [];
  return within.trim();
}

function isUnit(value: Row[number] | undefined): boolean {
  const text = unitText(value);
  if (text === "%") return true;
  try {
    return text !== "" && parseUnit(text) !== null;
  } catch {
    return false;
  }
}
