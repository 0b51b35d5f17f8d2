import { messages } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import { compareCells } from "./cell.ts";
import { DataError } from "./data-error.ts";
import type { SortKey } from "./request.ts";
import type { ResultColumns } from "./result-columns.ts";

const texts = messages("data", {
  noKey: {
    en: "There is no column `{column}` to order by. The result has {columns}.",
    zh: "没有可供排序的列 `{column}`。结果有 {columns}。",
  },
});

/** The rows of a result in order, equal ones as they were; missing values last in both directions. Throws DataError for an unknown key. */
export function orderedRows(result: ResultColumns, order: readonly SortKey[]): readonly number[] {
  const rows = Array.from({ length: result.rows }, (_, row) => row);
  if (order.length === 0) return rows;
  const keys = order.map((key, i) => keyOf(result, key, `order[${i}]`));
  return rows.sort((a, b) => {
    for (const { cells, descending } of keys) {
      const [left, right] = [cells[a]!, cells[b]!];
      const compared = compareCells(left, right);
      if (compared !== 0) return descending && left !== null && right !== null ? -compared : compared;
    }
    return 0;
  });
}

function keyOf(result: ResultColumns, key: SortKey, field: string) {
  const find = (name: string) =>
    result.columns.find((column) => column.name === name)?.cells ?? result.unselected(name);
  const isMinus = typeof key === "string" && key.startsWith("-") && !find(key);
  const { by, descending = false } =
    typeof key === "string" ? { by: isMinus ? key.slice(1) : key, descending: isMinus } : key;
  const cells = find(by);
  if (!cells) {
    const names = result.columns.map(({ name }) => name);
    throw new DataError(field, texts.noKey({ column: by, columns: someOf(names) }));
  }
  return { cells, descending };
}
