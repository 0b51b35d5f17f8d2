import type { Relation } from "./relation.ts";
import { keyOf } from "./row-key.ts";

/** The rows of a relation by equal cells of the columns, in the order in which they first occur. Without columns all are one group. */
export function groupsOf(relation: Relation, columns: readonly string[]): readonly (readonly number[])[] {
  if (columns.length === 0) return [Array.from({ length: relation.length }, (_, row) => row)];
  const cells = columns.map((column) => relation.cells(column));
  const groups = new Map<string, number[]>();
  for (let row = 0; row < relation.length; row++) {
    const key = keyOf(cells.map((column) => column[row]!));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
