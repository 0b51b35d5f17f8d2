import { compareCells } from "./cell.ts";
import { noColumn } from "./dataset-table.ts";
import type { SortKey } from "./request.ts";
import type { ResultColumns } from "./result-columns.ts";

/** The rows of a result in order, equal ones as they were; missing values last in both directions. Throws DataError for an unknown key. */
export function orderedRows(result: ResultColumns, order: readonly SortKey[], dataset: string): readonly number[] {
  const rows = Array.from({ length: result.rows }, (_, row) => row);
  if (order.length === 0) return rows;
  const keys = order.map((key, i) => keyOf(result, key, dataset, `order[${i}]`));
  return rows.sort((a, b) => {
    for (const { cells, descending } of keys) {
      const [left, right] = [cells[a]!, cells[b]!];
      const compared = compareCells(left, right);
      if (compared !== 0) return descending && left !== null && right !== null ? -compared : compared;
    }
    return 0;
  });
}

function keyOf(result: ResultColumns, key: SortKey, dataset: string, field: string) {
  const find = (name: string) =>
    result.columns.find((column) => column.name === name)?.cells ?? result.unselected(name);
  const isMinus = typeof key === "string" && key.startsWith("-") && !find(key);
  const { by, descending = false } =
    typeof key === "string" ? { by: isMinus ? key.slice(1) : key, descending: isMinus } : key;
  const cells = find(by);
  if (!cells)
    throw noColumn(
      dataset,
      by,
      result.columns.map(({ name }) => name),
      field,
    );
  return { cells, descending };
}
