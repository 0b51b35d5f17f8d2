import { type FoundTable, type Row, textOf } from "./find-tables.ts";
import { fiscalYearIn, namedYearIn } from "./fiscal-year.ts";
import { cellAmount } from "./read-amount.ts";
import { periodOf } from "./read-head.ts";
import { readUnit } from "./read-unit.ts";
import { areRowNumbers } from "./row-numbers.ts";

/** What the cells of a column are. */
export interface ColumnContents {
  readonly filled: number;
  readonly numbers: number;
  readonly integers: number;
  readonly years: number;
  readonly units: number;
  /** Units that are pieces. */
  readonly pieces: number;
  readonly periods: number;
  readonly distinct: number;
  /** The first texts, each once. */
  readonly texts: readonly string[];
  /** Whether each row has a code of its own, of one form. */
  readonly isCode: boolean;
  /** Whether few texts come again, in rows below each other. */
  readonly isInRuns: boolean;
  /** Whether all are whole numbers of as many digits, three at least. */
  readonly isOfOneLength: boolean;
  /** Whether the cells number the rows. */
  readonly isNumbering: boolean;
}

/** Rows by which columns are known. */
export const SAMPLE = 400;
/** Distinct texts that are looked at. */
const MOST_TEXTS = 50;

export function columnContents(rows: readonly Row[], { body, end }: FoundTable, column: number): ColumnContents {
  const counts = { filled: 0, numbers: 0, integers: 0, years: 0, units: 0, pieces: 0, periods: 0 };
  const distinct = new Set<string>();
  const texts: string[] = [];
  const cells: string[] = [];
  for (let r = body; r < Math.min(end, body + SAMPLE); r++) {
    const cell = rows[r]![column] ?? null;
    const text = textOf(cell);
    if (text === "") continue;
    const { kind, point } = cellAmount(cell);
    if (kind === "missing") continue;
    counts.filled++;
    cells.push(text);
    if (distinct.size < MOST_TEXTS) distinct.add(text);
    if (kind === "number") {
      counts.numbers++;
      if (Number.isInteger(point)) counts.integers++;
      if (Number.isInteger(point) && point >= 1990 && point <= 2060) counts.years++;
    } else {
      texts.push(text);
      if (fiscalYearIn(text) !== null || namedYearIn(text) !== null) counts.years++;
      const unit = readUnit(text);
      if (unit) counts.units++;
      if (unit?.unit === "item") counts.pieces++;
    }
    if (periodOf(text) !== null || /^(?:19|20)\d\d[-/.年]\d{1,2}/.test(text)) counts.periods++;
  }
  return {
    ...counts,
    distinct: distinct.size,
    texts: [...new Set(texts.slice(0, 2 * MOST_TEXTS))],
    isCode: areCodes(texts),
    isInRuns: areInRuns(texts),
    isOfOneLength: cells.length > 1 && cells.every((text) => /^\d{3,}$/.test(text) && text.length === cells[0]!.length),
    isNumbering: areRowNumbers(cells),
  };
}

/** P01, P02, P03: all differ, and letters and digits stand at the same places. */
function areCodes(texts: readonly string[]): boolean {
  if (texts.length < 3 || new Set(texts).size < texts.length) return false;
  const forms = new Set(texts.map((text) => text.replace(/\p{L}+/gu, "A").replace(/\d+/g, "9")));
  return forms.size === 1 && /^[A9._-]*9[A9._-]*$/.test([...forms][0]!);
}

function areInRuns(texts: readonly string[]): boolean {
  const distinct = new Set(texts).size;
  const runs = texts.filter((text, i) => text !== texts[i - 1]).length;
  return texts.length >= 4 && distinct * 2 <= texts.length && runs === distinct;
}
