import { joinedHead } from "../../files/table/head-rows.ts";
import type { Sheet } from "../line-shape.ts";
import type { ColumnRole } from "./column-words.ts";
import { numberedHeads } from "./numbered-heads.ts";
import { cellAmount } from "./read-amount.ts";
import { type ColumnHead, periodOf, readHead } from "./read-head.ts";
import { readUnit } from "./read-unit.ts";

export type Cell = Sheet["rows"][number][number];
export type Row = readonly Cell[];

/** A table in a sheet, by places of rows from 0. */
export interface FoundTable {
  /** First row of the head; equal to `body` if it has none. */
  readonly first: number;
  readonly body: number;
  /** Behind the last row. */
  readonly end: number;
  readonly heads: readonly ColumnHead[];
}

/** Rows below a head by which its columns are known, and rows of a sheet in which its first head is looked for. */
const BELOW = 40;
const SEARCHED = 300;
/** The least score of a head: two columns whose words are known, one of them above numbers. */
const ENOUGH = 3;
/** Rows of a title between two tables. */
const MOST_TITLES = 3;

/** Columns whose words are labels of forms, too. */
const fieldRoles: ReadonlySet<ColumnRole> = new Set(["comment", "site", "supplier", "place", "period", "year", "code"]);

export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell).trim();
}

export function isBlank(row: Row): boolean {
  return row.every((cell) => cell === null || cell === "" || (typeof cell === "string" && cell.trim() === ""));
}

/** A cell of a head: a text that is no amount, a year, or a month. */
function isHeadCell(cell: Cell): boolean {
  if (typeof cell === "number")
    return Number.isInteger(cell) && ((cell >= 1990 && cell <= 2060) || (cell >= 1 && cell <= 12));
  if (typeof cell !== "string") return false;
  const text = cell.trim();
  return (
    /^(?:19|20)\d\d$/.test(text) ||
    /^(?:19|20)\d\d[-/]\d\d?/.test(text) ||
    cellAmount(text).kind !== "number" ||
    isRatio(text)
  );
}

/** EUR/100 is a head, and no amount of 100 EUR. */
function isRatio(text: string): boolean {
  return /^\p{L}{1,12} ?\/ ?\d{1,6}$/u.test(text);
}

function filled(row: Row): number[] {
  const places: number[] = [];
  for (let c = 0; c < row.length; c++) if (textOf(row[c]) !== "") places.push(c);
  return places;
}

/** Whether a row may be one of a head: two texts at least, and no amounts. */
function mayBeHead(row: Row): boolean {
  const places = filled(row);
  return (
    places.length >= 2 &&
    places.every((c) => isHeadCell(row[c]!)) &&
    places.some((c) => typeof row[c] === "string" && !/^\d/.test(textOf(row[c]))) &&
    !isForm(row, places)
  );
}

/** "Site: | Munich | Year: | 2024": labels beside their values. */
function isForm(row: Row, places: readonly number[]): boolean {
  if (places.some((c) => /[:：]$/.test(textOf(row[c])))) return true;
  const [first, second] = places;
  return places.length === 2 && /[:：]/.test(textOf(row[first!])) && second === first! + 1;
}

function areNumbersBelow(rows: readonly Row[], from: number, column: number): boolean {
  let numbers = 0;
  let others = 0;
  for (let r = from; r < Math.min(rows.length, from + BELOW); r++) {
    const cell = rows[r]![column];
    if (cell === null || cell === undefined || cell === "") continue;
    const { kind } = cellAmount(cell);
    if (kind === "number") numbers++;
    else if (kind === "none") others++;
  }
  return numbers > 0 && numbers >= others;
}

/** How well a row heads what is below it: words that are known, and texts above numbers. */
function scoreOf(rows: readonly Row[], at: number): number {
  const row = rows[at]!;
  const places = filled(row);
  // A row of units is the last of a head, never all of it.
  if (isRowOfUnits(rows, at, places) || areFields(rows, at, places) || isFieldAlone(rows, at, places)) return 0;
  let score = 0;
  let contrast = 0;
  for (const c of places) {
    const head = readHead(textOf(row[c]));
    if (head.role !== null) score += head.isExact ? 1.5 : 1;
    else if (head.unit || head.period !== null || head.year !== null || head.isCarrier) score += 0.75;
    if (areNumbersBelow(rows, at + 1, c)) contrast++;
  }
  const gapped = contrast === 0 && areNumbersInGaps(rows, at, places);
  return contrast > 0 || gapped ? score + Math.min(3, 1.5 * contrast) : 0;
}

/** A row of units, or of units and signs (#, degree-days) below a row with a word for each of them. */
function isRowOfUnits(rows: readonly Row[], at: number, places: readonly number[]): boolean {
  const row = rows[at]!;
  const units = places.filter((c) => readUnit(textOf(row[c])) !== null).length;
  if (units === places.length) return true;
  const above = rows[at - 1];
  if (units < 2 || units * 2 < places.length || above === undefined || !mayBeHead(above)) return false;
  return places.every((c) => textOf(above[c]) !== "" && readUnit(textOf(above[c])) === null);
}

/** "Contact | Dale Kowalski": a label beside its value on a cover, with no column of numbers below it. */
function isFieldAlone(rows: readonly Row[], at: number, places: readonly number[]): boolean {
  const [first, second] = places;
  if (places.length !== 2 || second !== first! + 1) return false;
  const [label, value] = [readHead(textOf(rows[at]![first!])), readHead(textOf(rows[at]![second]))];
  const isLabel = label.isExact && label.role !== null && fieldRoles.has(label.role);
  const isValue = value.role === null && value.unit === null && value.period === null && !value.isCarrier;
  if (!isLabel || !isValue) return false;
  const below = rows.slice(at + 1, at + 1 + BELOW).filter((row) => cellAmount(row[second] ?? null).kind === "number");
  return below.length < 2;
}

/** "Company | Vale Ltd | | Registration | AB-17": labels beside their values, as the rows below it have them. */
function areFields(rows: readonly Row[], at: number, places: readonly number[]): boolean {
  if (places.length < 4 || places.length % 2 === 1) return false;
  const labels = places.filter((_, i) => i % 2 === 0);
  const arePairs = labels.every((c, i) => places[2 * i + 1] === c + 1);
  const hasGaps = labels.slice(1).some((c) => textOf(rows[at]![c - 1]) === "");
  const values = labels.map((c) => readHead(textOf(rows[at]![c + 1])));
  const areValues = values.every((of) => !(of.role && of.isExact) && !of.unit && !of.isCarrier && of.period === null);
  if (!arePairs || !hasGaps || !areValues) return false;
  const below = rows.slice(at + 1, at + 1 + MOST_FIELDS).filter((row) => !isBlank(row));
  const texts = below.filter((row) => labels.every((c) => typeof row[c] === "string" && isHeadCell(row[c]!)));
  return texts.length > 0 && texts.length * 2 >= below.length;
}

/** Rows of fields below the first that are looked at. */
const MOST_FIELDS = 3;

function areNumbersInGaps(rows: readonly Row[], at: number, places: readonly number[]): boolean {
  const last = places.at(-1)! + 3;
  for (let c = places[0]!; c <= last; c++) if (!places.includes(c) && areNumbersBelow(rows, at + 1, c)) return true;
  return false;
}

/** The tables of a sheet. @param asked the row of the first head, from 0 */
export function findTables(rows: readonly Row[], asked?: number): FoundTable[] {
  const tables: FoundTable[] = [];
  let head = asked ?? firstHead(rows, 0);
  if (head === null) return headless(rows);
  while (head !== null) {
    const last = lastHeadRow(rows, head);
    const first = asked === head ? head : firstHeadRow(rows, head, tables.at(-1)?.end ?? 0);
    const heads = joinedHeads(rows, first, last);
    const next = nextHead(rows, last + 1, heads);
    tables.push({ first, body: last + 1, end: next === null ? rows.length : titleAbove(rows, next, last + 1), heads });
    head = next;
  }
  return tables;
}

/** The first row of the title that stands directly above a head, so that its unit and year are those of its own table. */
function titleAbove(rows: readonly Row[], head: number, floor: number): number {
  let first = head;
  while (first - 1 > floor && head - first < MOST_TITLES && isTitle(rows[first - 1]!)) first--;
  return first;
}

function isTitle(row: Row): boolean {
  const places = filled(row);
  return places.length === 1 && typeof row[places[0]!] === "string" && isHeadCell(row[places[0]!]!);
}

function firstHead(rows: readonly Row[], from: number): number | null {
  let best: { readonly at: number; readonly score: number } | null = null;
  let seen = 0;
  for (let r = from; r < rows.length && seen < SEARCHED; r++) {
    if (isBlank(rows[r]!)) continue;
    seen++;
    if (best && r > best.at + 4) break;
    if (!mayBeHead(rows[r]!)) continue;
    const score = scoreOf(rows, r);
    if (score >= ENOUGH && score > (best?.score ?? 0) + 0.4) best = { at: r, score };
  }
  if (best) return best.at;
  // Words of no table: the row above the first numbers.
  for (let r = from; r < Math.min(rows.length, from + SEARCHED); r++)
    if (mayBeHead(rows[r]!) && scoreOf(rows, r) >= 1.5 && rows[r + 1] && !mayBeHead(rows[r + 1]!)) return r;
  return null;
}

/** The next head below a table: one of other words behind a gap, or whose words are all known. */
function nextHead(rows: readonly Row[], from: number, heads: readonly ColumnHead[]): number | null {
  const own = new Set(heads.map(({ text }) => text));
  for (let r = from + 1; r < rows.length; r++) {
    const row = rows[r]!;
    // Most rows have an amount, which no head has: that costs least to see.
    if (row.some((cell) => typeof cell === "number" && !isHeadCell(cell)) || !mayBeHead(row)) continue;
    const places = filled(row);
    if (typeof row[places[0]!] !== "string") continue;
    const known = places.filter((c) => {
      const head = readHead(textOf(row[c]));
      return head.role !== null && head.isExact;
    }).length;
    const isApart = isBlank(rows[r - 1]!) || filled(rows[r - 1]!).length === 1;
    if (known < 2 && !(isApart && known >= 1)) continue;
    if (places.every((c) => own.has(textOf(row[c])))) continue;
    if (isApart ? scoreOf(rows, r) >= ENOUGH : known >= 3 && scoreOf(rows, r) >= 2 * ENOUGH) return r;
  }
  return null;
}

function firstHeadRow(rows: readonly Row[], head: number, floor: number): number {
  let first = head;
  while (first > floor && head - first < 2) {
    const above = rows[first - 1]!;
    const places = filled(above);
    const groups = isUnitField(textOf(above[places[0]!])) && places.length > 2 ? places.slice(1) : places;
    if (!mayBeHead(above) || groups.some((_, i) => isLabelled(above, groups, i, rows[first]!))) break;
    // A label that is merged down leaves a gap in the row below.
    const below = filled(rows[first]!);
    const isMergedDown = places[0]! < below[0]! && places.length === below.length;
    if ((places.length >= below.length && !isMergedDown) || isRowOfBody(above)) break;
    first--;
  }
  return first;
}

/** "单位：万元", which may stand before the names of groups of columns. */
function isUnitField(text: string): boolean {
  return /^(?:units?|单位|计量单位|einheit(?:en)?|unité|unidad)\s*[:：]\s*\S/i.test(text);
}

/** Whether a cell is the label of the value beside it, as in forms, or a field such as 单位：万元. */
function isLabelled(row: Row, places: readonly number[], i: number, below: Row): boolean {
  const c = places[i]!;
  const text = textOf(row[c]);
  if (/[:：]\s*\S/.test(text) || text.length > 60) return true;
  const head = readHead(text);
  const under = readHead(textOf(below[c]));
  // A group of columns has names of columns below it, and not another word for a whole column.
  const isOther = head.isExact && under.isExact && head.role !== under.role && places[i + 1] === c + 1;
  if (isOther && textOf(below[c]) !== "") return true;
  return (
    (head.role === "year" || head.role === "period" || head.role === "supplier" || head.role === "site") &&
    places[i + 1] === c + 1 &&
    readHead(textOf(row[c + 1])).role === null &&
    !readHead(textOf(row[c + 1])).isCarrier
  );
}

function isRowOfBody(row: Row): boolean {
  return row.some((cell) => typeof cell === "number" && (cell < 1990 || cell > 2060));
}

/** The last row of a head: rows of units, and of names below merged cells. */
function lastHeadRow(rows: readonly Row[], head: number): number {
  let last = head;
  while (last - head < 2 && last + 1 < rows.length) {
    const row = rows[last + 1]!;
    const places = filled(row);
    if (places.length === 0 || !places.every((c) => isHeadCell(row[c]!))) break;
    const texts = places.map((c) => textOf(row[c]));
    const units = texts.filter((text) => readUnit(text) !== null || /^[-–—%]$/.test(text)).length;
    const firstFilled = filled(rows[head]!)[0]!;
    const isUnder =
      textOf(row[firstFilled]) === "" &&
      places.every((c) => areNumbersBelow(rows, last + 2, c) || textOf(rows[head]![c]) === "");
    const isUnits =
      units >= 1 &&
      units >= texts.length - 1 &&
      !(
        textOf(row[firstFilled]) !== "" &&
        readUnit(textOf(row[firstFilled])) === null &&
        !/unit|单位|einheit/i.test(textOf(row[firstFilled]))
      );
    if (!isUnits && !isUnder) break;
    // A row of data whose amount is missing has its name in the first column.
    if (!places.some((c) => areNumbersBelow(rows, last + 2, c))) break;
    last++;
  }
  return last;
}

function joinedHeads(rows: readonly Row[], first: number, last: number): ColumnHead[] {
  const part = rows
    .slice(first, last + 1)
    .map((row) => row.map((cell) => (first < last && isUnitField(textOf(cell)) ? null : cell)));
  const joined = joinedHead(part as Parameters<typeof joinedHead>[0]);
  const width = Math.max(0, ...part.map(({ length }) => length));
  return [...numberedHeads(Array.from({ length: width }, (_, c) => readHead(textOf(joined[c] as Cell))))];
}

/** A list without a head: a text and a number in most rows. */
function headless(rows: readonly Row[]): FoundTable[] {
  let fits = 0;
  let all = 0;
  for (const row of rows.slice(0, SEARCHED)) {
    const places = filled(row);
    if (places.length === 0) continue;
    all++;
    // A number that may be a year is a field of a cover.
    const isAmount = (c: number) => {
      const { kind, point } = cellAmount(row[c]!);
      return kind === "number" && !(Number.isInteger(point) && point >= 1990 && point <= 2060);
    };
    if (places.some(isAmount) && places.some((c) => !isAmount(c) && periodOf(textOf(row[c])) === null)) fits++;
  }
  return fits > 0 && fits * 2 >= all ? [{ first: 0, body: 0, end: rows.length, heads: [] }] : [];
}
