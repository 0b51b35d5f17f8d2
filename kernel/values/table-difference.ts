import { type NumberDifference, numberDifference, weightOf } from "./number-difference.ts";
import type { ValueColumn, ValueTable } from "./table.ts";

/** A changed entry of a table: a number with its difference, or other values. */
export interface ChangedEntry {
  /** The key of the row, or its number from 1. */
  readonly row: string;
  readonly column: string;
  readonly unit: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly difference: NumberDifference | null;
}

/** The changes of a table. */
export interface TableDifference {
  readonly kind: "table";
  /** The columns by which rows are matched; empty if they are matched by position. */
  readonly key: readonly string[];
  readonly rows: readonly [before: number, after: number];
  readonly addedColumns: readonly string[];
  readonly removedColumns: readonly string[];
  readonly addedRows: readonly string[];
  readonly removedRows: readonly string[];
  readonly changedRows: number;
  readonly changedEntries: number;
  /** The largest first. */
  readonly entries: readonly ChangedEntry[];
}

/** The maximum number of listed entries. */
const MOST_ENTRIES = 50;
/** The maximum number of columns that are considered for the key. */
const CANDIDATES = 8;

/** The changes from one table to another; null if there are none. */
export function tableDifference(before: ValueTable, after: ValueTable, tolerance?: number): TableDifference | null {
  const names = (table: ValueTable) => table.columns.map(({ name }) => name);
  const shared = before.columns.filter(({ name }) => names(after).includes(name));
  const key = findKey(before, after);
  const place = (table: ValueTable) => keysOf(table, key);
  const [from, to] = [place(before), place(after)];
  const found = new Map(to.map((row, i) => [row, i]));
  const entries: ChangedEntry[] = [];
  const changed = new Set<string>();
  for (const [i, row] of from.entries()) {
    const j = found.get(row);
    if (j === undefined) continue;
    for (const { name, unit, values } of shared) {
      const entry = entryOf(values[i], columnOf(after, name).values[j], tolerance);
      if (!entry) continue;
      changed.add(row);
      entries.push({ row, column: name, unit, ...entry });
    }
  }
  const known = new Set(from);
  const difference = {
    kind: "table" as const,
    key,
    rows: [before.rows, after.rows] as const,
    addedColumns: names(after).filter((name) => !names(before).includes(name)),
    removedColumns: names(before).filter((name) => !names(after).includes(name)),
    addedRows: to.filter((row) => !known.has(row)),
    removedRows: from.filter((row) => !found.has(row)),
    changedRows: changed.size,
    changedEntries: entries.length,
    entries: entries.sort((a, b) => weigh(b) - weigh(a)).slice(0, MOST_ENTRIES),
  };
  const { addedColumns, removedColumns, addedRows, removedRows } = difference;
  const lists = [addedColumns, removedColumns, addedRows, removedRows, entries];
  return lists.every(({ length }) => length === 0) ? null : difference;
}

function weigh({ difference }: ChangedEntry): number {
  return difference ? weightOf(difference) : Number.POSITIVE_INFINITY;
}

function entryOf(
  before: unknown,
  after: unknown,
  tolerance: number | undefined,
): Pick<ChangedEntry, "before" | "after" | "difference"> | null {
  if (typeof before === "number" && typeof after === "number") {
    const difference = numberDifference(before, after, tolerance);
    return difference && { before, after, difference };
  }
  const [a, b] = [before, after].map((value) =>
    JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}` : part)),
  );
  return a === b ? null : { before, after, difference: null };
}

/** The smallest set of label or year columns that uniquely identifies the rows of both tables. */
function findKey(before: ValueTable, after: ValueTable): string[] {
  const candidates = before.columns
    .filter(isLabel)
    .map(({ name }) => name)
    .filter((name) => after.columns.some((column) => column.name === name && isLabel(column)))
    .slice(0, CANDIDATES);
  for (let size = 1; size <= candidates.length; ++size) {
    const combination = combinations(candidates, size).find((key) => isUnique(before, key) && isUnique(after, key));
    if (combination) return combination;
  }
  return [];
}

function isLabel({ kind, name, values }: ValueColumn): boolean {
  if (kind === "text" || kind === "time") return true;
  return kind === "number" && /year|^id$|code|number|row|col/i.test(name) && values.every(Number.isInteger);
}

function isUnique(table: ValueTable, key: readonly string[]): boolean {
  return new Set(keysOf(table, key)).size === table.rows;
}

function keysOf(table: ValueTable, key: readonly string[]): string[] {
  const columns = key.map((name) => columnOf(table, name));
  return Array.from({ length: table.rows }, (_, row) =>
    columns.length === 0 ? String(row + 1) : columns.map(({ values }) => String(values[row])).join(" · "),
  );
}

function columnOf(table: ValueTable, name: string): ValueColumn {
  return table.columns.find((column) => column.name === name)!;
}

function combinations(names: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return names.flatMap((name, i) => combinations(names.slice(i + 1), size - 1).map((rest) => [name, ...rest]));
}
