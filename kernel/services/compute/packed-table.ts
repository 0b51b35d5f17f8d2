import type { ColumnType } from "../../../lib/tool/table.ts";

/** A table of a result as it travels: its columns, whose numbers lie elsewhere. */
export interface PackedTable {
  readonly rows: number;
  readonly columns: readonly PackedColumn[];
}

/** The rows of which the value is missing. */
export function missingIn(values: readonly unknown[]): number[] {
  return values.flatMap((value, row) => (value === null ? [row] : []));
}

/** Its values are the labels of an axis, numbers, or are there as they are. */
export type PackedColumn = {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit: string;
} & (
  | { readonly labels: readonly string[]; readonly each: number }
  | { readonly numbers: number; readonly missing: readonly number[] }
  | { readonly values: readonly (string | boolean | null)[] }
);
