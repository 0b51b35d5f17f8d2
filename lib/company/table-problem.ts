import type { Problem } from "../inventory/account/inventory.ts";

/** What is wrong with a row of one of the tables of a company inventory. The other rows go on. */
export interface TableProblem extends Problem {
  /** rows, facilities, instruments, factors or prices. */
  readonly table: string;
}

/** "rows, row 3, column unit: …". */
export function problemIn(table: string, row: number, column: string, sentence: string): TableProblem {
  return { table, row, column, message: `${table}, row ${row}, column ${column}: ${sentence}` };
}

export type Cells = Readonly<Record<string, unknown>>;

/** The text of a cell without spaces around it; null where there is none. */
export function textOf(cells: Cells, column: string): string | null {
  const cell = cells[column];
  return cell === null || cell === undefined || String(cell).trim() === "" ? null : String(cell).trim();
}

/** The number of a cell: null where it is empty, NaN where it is something else. */
export function numberOf(cells: Cells, column: string): number | null {
  const written = textOf(cells, column);
  if (written === null) return null;
  const value = Number(written);
  return Number.isFinite(value) ? value : Number.NaN;
}
