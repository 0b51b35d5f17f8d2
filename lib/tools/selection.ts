import { conditionOf, type Part } from "./part.ts";
import type { DatasetColumns } from "./read.ts";

/** Rows of a dataset that a result rests on: what lies outside of them has no part in it. */
export interface Selection {
  readonly dataset: string;
  /** What the rows have in common, as a condition of SQL; empty where it is every row. */
  readonly where: string;
  /** How many rows fulfil it. */
  readonly rows: number;
  /** How many rows the dataset has. */
  readonly of: number;
}

/** What was counted of a dataset, for as long as its columns are kept: a slider asks again and again. */
const counted = new WeakMap<DatasetColumns, Map<string, number>>();

/** A part of a dataset as its condition and its number of rows. Throws where the dataset has no such column. */
export function selectionOf(dataset: string, columns: DatasetColumns, part: Part = {}): Selection {
  const where = conditionOf(part);
  const known = counted.get(columns) ?? new Map<string, number>();
  counted.set(columns, known);
  const rows = known.get(where) ?? countOf(columns, part);
  known.set(where, rows);
  return { dataset, where, rows, of: columns.rows };
}

function countOf(columns: DatasetColumns, part: Part): number {
  // A column of texts and one of numbers are read alike here.
  const terms = Object.entries(part).map(
    ([column, wanted]) => [columns.texts(column) as ArrayLike<unknown>, new Set<unknown>([wanted].flat())] as const,
  );
  let rows = 0;
  for (let row = 0; row < columns.rows; row++) if (terms.every(([cells, set]) => set.has(cells[row]))) rows++;
  return rows;
}
