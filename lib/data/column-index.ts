import type { DatasetColumns } from "../tool/read.ts";
import type { Cell } from "./cell.ts";
import type { DatasetTable } from "./dataset-table.ts";

/** The distinct cells of a column, and for each row the position of its cell among them. */
export interface ColumnIndex {
  readonly distinct: readonly Cell[];
  readonly codes: Int32Array;
}

/** Indexes live as long as the columns of their dataset: a slider asks the same dataset again and again. */
const indexes = new WeakMap<DatasetColumns, Map<string, ColumnIndex>>();
const rowLists = new WeakMap<ColumnIndex, ReadonlyMap<Cell, Int32Array>>();

/** The index of a column, made once. */
export function columnIndex(table: DatasetTable, column: string): ColumnIndex {
  const known = indexes.get(table.columns) ?? new Map<string, ColumnIndex>();
  indexes.set(table.columns, known);
  const index = known.get(column) ?? indexOf(table.cells(column));
  known.set(column, index);
  return index;
}

/** The rows in which a column has one of the values, in order. */
export function rowsOfValues(table: DatasetTable, column: string, values: readonly Cell[]): Int32Array {
  const index = columnIndex(table, column);
  const lists = rowLists.get(index) ?? rowsByValue(index);
  rowLists.set(index, lists);
  const found = [...new Set(values)].flatMap((value) => lists.get(value) ?? []);
  if (found.length === 1) return found[0]!;
  const rows = new Int32Array(found.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const each of found) {
    rows.set(each, at);
    at += each.length;
  }
  return rows.sort();
}

function indexOf(cells: ArrayLike<Cell>): ColumnIndex {
  const codeOf = new Map<Cell, number>();
  const codes = new Int32Array(cells.length);
  for (let row = 0; row < codes.length; row++) {
    const cell = cells[row]!;
    let code = codeOf.get(cell);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(cell, code);
    }
    codes[row] = code;
  }
  return { distinct: [...codeOf.keys()], codes };
}

function rowsByValue({ distinct, codes }: ColumnIndex): ReadonlyMap<Cell, Int32Array> {
  return new Map(splitByCode(codes, distinct.length).map((rows, code) => [distinct[code]!, rows]));
}

/** The positions of each code, in order. */
export function splitByCode(codes: Int32Array, count: number): readonly Int32Array[] {
  const sizes = new Int32Array(count);
  for (const code of codes) sizes[code]!++;
  const lists = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(count);
  for (let row = 0; row < codes.length; row++) lists[codes[row]!]![filled[codes[row]!]!++] = row;
  return lists;
}
