import type { Cell, FoundTable, Row } from "./find-tables.ts";

/** What spreadsheet programs write for a formula that has no value, in the languages of Western Europe. */
const ERROR = /^#(?:[¡¿]?\p{Lu}[\p{Lu}\d/_]{0,20}[!?]|N\/[AD]|NV|GETTING_DATA)$|^Err:5\d\d$/u;

/** The error in a cell, such as #REF!; null if it has none. */
export function formulaError(cell: Cell | undefined): string | null {
  if (typeof cell !== "string" || (cell.charCodeAt(0) !== 35 && cell.charCodeAt(0) !== 69)) return null;
  const text = cell.trim();
  return ERROR.test(text) ? text : null;
}

/** The cells of a table with an error: how many, and the first. */
export function formulaErrors(rows: readonly Row[], { body, end, heads }: FoundTable) {
  let count = 0;
  let first: { readonly row: number; readonly column: string; readonly error: string } | null = null;
  for (let row = body; row < end; row++)
    for (const [c, cell] of rows[row]!.entries()) {
      const error = formulaError(cell);
      if (error === null) continue;
      count++;
      first ??= { row, column: columnOf(heads, c), error };
    }
  return first && { ...first, count };
}

/** A column by its head, or by its number where it has none. */
export function columnOf(heads: FoundTable["heads"], column: number): string {
  return heads[column]?.text || String(column + 1);
}
