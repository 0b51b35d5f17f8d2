import type { DatasetColumns } from "../tool/read.ts";
import type { Cell } from "./cell.ts";
import type { DatasetTable } from "./dataset-table.ts";

/** Rows of each value of a column, in order. */
type RowIndex = ReadonlyMap<Cell, Int32Array>;

/** Indexes live as long as the columns of their dataset. */
const indexes = new WeakMap<DatasetColumns, Map<string, RowIndex>>();

/** The rows in which a column has one of the values, in order. */
export function rowsOfValues(table: DatasetTable, column: string, values: readonly Cell[]): Int32Array {
  const known = indexes.get(table.columns) ?? new Map<string, RowIndex>();
  indexes.set(table.columns, known);
  const index = known.get(column) ?? indexOf(table.cells(column));
  known.set(column, index);
  const found = [...new Set(values)].flatMap((value) => index.get(value) ?? []);
  if (found.length === 1) return found[0]!;
  const rows = new Int32Array(found.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const each of found) {
    rows.set(each, at);
    at += each.length;
  }
  return rows.sort();
}

function indexOf(cells: ArrayLike<Cell>): RowIndex {
  const counts = new Map<Cell, number>();
  for (let row = 0; row < cells.length; row++) counts.set(cells[row]!, (counts.get(cells[row]!) ?? 0) + 1);
  const index = new Map([...counts].map(([value, count]) => [value, new Int32Array(count)] as const));
  const filled = new Map<Cell, number>();
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    const at = filled.get(cell) ?? 0;
    index.get(cell)![at] = row;
    filled.set(cell, at + 1);
  }
  return index;
}
