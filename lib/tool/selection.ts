import { conditionOf, type Part } from "./part.ts";
import type { DatasetColumns } from "./read.ts";

/** The rows of a dataset that a result depends on. */
export interface Selection {
  readonly dataset: string;
  /** The SQL condition of the rows; empty for all rows. */
  readonly where: string;
  /** The number of rows that match. */
  readonly rows: number;
  /** The number of rows in the dataset. */
  readonly of: number;
}

/** Counts of rows by the values of one column, nested by those of the next. */
interface Counts extends Map<unknown, Counts | number> {}

/** Counts of a dataset, cached as long as its columns, because a slider selects year after year. */
const counted = new WeakMap<DatasetColumns, Map<string, Counts>>();

/** A part of a dataset as a condition and a number of rows. Throws if the dataset has no such column. */
export function selectionOf(dataset: string, columns: DatasetColumns, part: Part = {}): Selection {
  const names = Object.keys(part);
  const selection = { dataset, where: conditionOf(part), of: columns.rows };
  if (names.length === 0) return { ...selection, rows: columns.rows };
  const known = counted.get(columns) ?? new Map<string, Counts>();
  counted.set(columns, known);
  const key = names.join();
  const counts = known.get(key) ?? countsOf(columns, names);
  known.set(key, counts);
  const wanted = Object.values(part).map((values) => [...new Set<unknown>([values].flat())]);
  return { ...selection, rows: sumOf(counts, wanted) };
}

function countsOf(columns: DatasetColumns, names: readonly string[]): Counts {
  // A column of texts and one of numbers are read alike here.
  const cells = names.map((name) => columns.texts(name) as ArrayLike<unknown>);
  const last = cells.pop()!;
  const counts: Counts = new Map();
  for (let row = 0; row < columns.rows; row++) {
    let at = counts;
    for (const column of cells) {
      const within = at.get(column[row]) as Counts | undefined;
      if (!within) at.set(column[row], new Map());
      at = within ?? (at.get(column[row]) as Counts);
    }
    at.set(last[row], ((at.get(last[row]) as number | undefined) ?? 0) + 1);
  }
  return counts;
}

function sumOf(counts: Counts, [wanted, ...others]: readonly (readonly unknown[])[]): number {
  let sum = 0;
  for (const value of wanted!) {
    const found = counts.get(value);
    sum += typeof found === "object" ? sumOf(found, others) : (found ?? 0);
  }
  return sum;
}
