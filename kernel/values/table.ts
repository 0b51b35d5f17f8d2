import type { Table } from "apache-arrow";
import { type ColumnKind, columnsOf, isArrowTable } from "./column.ts";

/** A column of a table value. */
export interface ValueColumn {
  readonly name: string;
  /** Empty if there is none. */
  readonly unit: string;
  readonly kind: ColumnKind | "flag";
  /** Null for missing values. */
  readonly values: readonly unknown[];
}

/** A value that is a table: an Arrow table, or a list of records. */
export interface ValueTable {
  readonly rows: number;
  readonly columns: readonly ValueColumn[];
  /** The value itself, if it is an Arrow table. */
  readonly arrow?: Table;
}

/** A value as a table; null if it is not one. */
export function valueTable(value: unknown): ValueTable | null {
  if (isArrowTable(value)) return arrowColumns(value);
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) return null;
  const names = [...new Set(value.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => {
    const values = value.map((row) => row[name] ?? null);
    return { name, unit: "", kind: kindOf(values), values };
  });
  return { rows: value.length, columns };
}

function arrowColumns(table: Table): ValueTable {
  const columns = columnsOf(table).map(({ name, unit, kind, get }) => {
    const values = Array.from({ length: table.numRows }, (_, row) => get(row) ?? null);
    return { name, unit, kind: kind === "other" ? kindOf(values) : kind, values };
  });
  return { rows: table.numRows, columns, arrow: table };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function kindOf(values: readonly unknown[]): ValueColumn["kind"] {
  const present = values.filter((value) => value !== null);
  const all = (type: string) => present.length > 0 && present.every((value) => typeof value === type);
  if (all("number")) return "number";
  if (all("string")) return "text";
  if (all("boolean")) return "flag";
  return present.length > 0 && present.every((value) => value instanceof Date) ? "time" : "other";
}
