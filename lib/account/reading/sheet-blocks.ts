import type { ColumnRole } from "./column-words.ts";
import { type FoundTable, findTables, type Row, textOf } from "./find-tables.ts";
import { hasPivotWords } from "./pivot-sheet.ts";
import { cellAmount } from "./read-amount.ts";

/** Rows by which columns are known. */
const SEARCHED = 300;

const amountRoles: ReadonlySet<ColumnRole> = new Set([
  "amount",
  "money",
  "total mass",
  "mass each",
  "factor",
  "distance",
]);

/** Columns of a sheet, by places from 0. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Tables that stand side by side, each as the rows of the sheet with its own columns alone. They are told apart by an empty column
 * between them, and by each having names and amounts of its own, or being a pivot; else the sheet is one block.
 */
export function sheetBlocks(rows: readonly Row[]): (readonly Row[])[] {
  // A title may reach across the column between two tables.
  const shown = rows.slice(0, SEARCHED).filter((row) => row.filter((cell) => textOf(cell) !== "").length > 1);
  const spans = withAmounts(shown, spansOf(shown));
  if (spans.length < 2) return [rows];
  const blocks = spans.map((span, i) => columnsOf(rows, i === 0 ? 0 : span.from, spans[i + 1]?.from ?? Infinity));
  const isTable = blocks.map((block) => !hasPivotWords(block) && findTables(block).some(isWhole));
  const areApart = isTable.includes(true) && blocks.every((block, i) => isTable[i] || hasPivotWords(block));
  return areApart ? blocks : [rows];
}

/** Columns with values, without those that are empty. */
function spansOf(rows: readonly Row[]): Span[] {
  const used: boolean[] = [];
  for (const row of rows) for (let c = 0; c < row.length; c++) if (!used[c] && textOf(row[c]) !== "") used[c] = true;
  const spans: Span[] = [];
  for (let c = 0; c < used.length; c++) {
    const last = spans.at(-1);
    if (!used[c]) continue;
    if (last?.to === c) spans[spans.length - 1] = { ...last, to: c + 1 };
    else spans.push({ from: c, to: c + 1 });
  }
  return spans;
}

/** Columns without a number belong to those with numbers before them, or behind them if there are none before. */
function withAmounts(rows: readonly Row[], spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  let words: Span | null = null;
  for (const span of spans) {
    const last = joined.at(-1);
    if (hasNumbers(rows, span)) {
      joined.push({ ...span, from: words?.from ?? span.from });
      words = null;
    } else if (last) joined[joined.length - 1] = { ...last, to: span.to };
    else words ??= span;
  }
  return joined;
}

function hasNumbers(rows: readonly Row[], { from, to }: Span): boolean {
  return rows.some((row) => row.slice(from, to).some((cell) => cellAmount(cell).kind === "number"));
}

function columnsOf(rows: readonly Row[], from: number, to: number): Row[] {
  return rows.map((row) => row.slice(0, to).map((cell, c) => (c < from ? null : cell)));
}

/** Whether a table has columns of names and of amounts by their words. */
function isWhole({ heads }: FoundTable): boolean {
  return (
    heads.some(({ role }) => role === "name" || role === "scope") &&
    heads.some(({ role, unit, period, year }) =>
      role === null ? unit !== null || period !== null || year !== null : amountRoles.has(role),
    )
  );
}
