import { shippedDatasets } from "../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import type { DatasetColumns } from "../../lib/tool/read.ts";

/** Reads the datasets as they ship. */
export const read = readOnce(shippedDatasets());

/** The numbers of the row with every one of these values; null if there is none. */
export function rowsWhere(columns: DatasetColumns, where: Readonly<Record<string, string | number>>): number[] {
  const wanted = Object.entries(where).map(([name, value]) => ({
    values: typeof value === "number" ? columns.numbers(name) : columns.texts(name),
    value,
  }));
  return Array.from({ length: columns.rows }, (_, row) => row).filter((row) =>
    wanted.every(({ values, value }) => values[row] === value),
  );
}
