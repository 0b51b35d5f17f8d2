import { SAMPLE } from "./column-contents.ts";
import { type FoundTable, type Row, textOf } from "./find-tables.ts";
import { cellAmount } from "./read-amount.ts";
import type { TableColumns } from "./table-columns.ts";

/** Columns, from 0, that have numbers and no head and were not used. Those that number the rows are none. */
export function headlessColumns(
  rows: readonly Row[],
  { body, end, heads }: FoundTable,
  { roles }: TableColumns,
): number[] {
  if (heads.length === 0) return [];
  const shown = rows.slice(body, Math.min(end, body + SAMPLE));
  return roles.flatMap((role, c) => {
    if (role !== "not used" || (heads[c]?.text ?? "") !== "") return [];
    const cells = shown.map((row) => row[c] ?? null).filter((cell) => textOf(cell) !== "");
    const numbers = cells
      .map((cell) => cellAmount(cell))
      .flatMap(({ kind, point }) => (kind === "number" ? [point] : []));
    const areRunning = numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1) && numbers.length > 2;
    return numbers.length > 0 && numbers.length * 2 >= cells.length && !areRunning ? [c] : [];
  });
}
