import { plainText } from "../../../kernel/output/table/writing.ts";
import type { Column } from "../../../kernel/values/column.ts";
import { STRIDE, type Work } from "./slices.ts";

/** Which rows are shown. `column` counts from 0; null means any. An empty text or a null bound does not restrict. */
export interface Filter {
  readonly column: number | null;
  readonly contains: string;
  readonly least: number | null;
  readonly most: number | null;
}

export const noFilter: Filter = { column: null, contains: "", least: null, most: null };

export function isEmpty({ contains, least, most }: Filter): boolean {
  return contains === "" && least === null && most === null;
}

/** The rows that pass a filter, in the order of the table. */
export function* filterRows(columns: readonly Column[], rows: number, filter: Filter): Work<Uint32Array> {
  const chosen = filter.column === null ? undefined : columns[filter.column];
  const passes =
    chosen?.kind === "number" ? inRange(chosen, filter) : containing(chosen ? [chosen] : columns, filter.contains);
  const found = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; ++row) {
    if (row % STRIDE === 0) yield;
    if (passes(row)) found[count++] = row;
  }
  return found.slice(0, count);
}

function inRange(column: Column, { least, most }: Filter): (row: number) => boolean {
  const [from, to] = [least ?? Number.NEGATIVE_INFINITY, most ?? Number.POSITIVE_INFINITY];
  return (row) => {
    const value = column.number(row);
    return value >= from && value <= to;
  };
}

function containing(columns: readonly Column[], text: string): (row: number) => boolean {
  const wanted = text.toLowerCase();
  return (row) => columns.some((column) => plainText(column.get(row)).toLowerCase().includes(wanted));
}
