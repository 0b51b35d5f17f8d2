import type { TableCharts } from "../../../lib/tool/chart-declaration.ts";
import type { ColumnType } from "../../../lib/tool/table.ts";

/** A packed table of a result: its columns, whose numbers are stored separately. */
export interface PackedTable {
  readonly rows: number;
  readonly columns: readonly PackedColumn[];
  /** How charts draw it. */
  readonly charts?: TableCharts;
}

/** The rows with a missing value. */
export function missingIn(values: readonly unknown[]): number[] {
  return values.flatMap((value, row) => (value === null ? [row] : []));
}

/** The values are labels of an axis, numbers, or included as they are. */
export type PackedColumn = {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit: string;
} & (
  | { readonly labels: readonly string[]; readonly each: number }
  | { readonly numbers: number; readonly missing: readonly number[] }
  | { readonly values: readonly (string | boolean | null)[] }
);
