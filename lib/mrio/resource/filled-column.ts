import type { DatasetColumns } from "../../tool/read.ts";

/** A numeric column without empty cells. */
export function filled(columns: DatasetColumns, column: string): ArrayLike<number> {
  return columns.numbers(column) as ArrayLike<number>;
}

/** A column of labels. */
export function labelsOf(columns: DatasetColumns, column: string): string[] {
  return Array.from(columns.texts(column), String);
}
