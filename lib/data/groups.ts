import { splitByCode } from "./column-index.ts";
import type { Relation } from "./relation.ts";

/** Up to so many combinations of cells are numbered by a table, more by a map. */
const MOST_IN_TABLE = 1 << 22;

/** The rows of a relation by equal cells of the columns, in the order in which they first occur. Without columns all are one group. */
export function groupsOf(relation: Relation, columns: readonly string[]): readonly Int32Array[] {
  let codes = new Int32Array(relation.length);
  if (columns.length === 0) return [codes.map((_, row) => row)];
  let count = 1;
  for (const column of columns) {
    const next = relation.codes(column);
    [codes, count] = renumber(codes, count, next.codes, next.count);
  }
  return splitByCode(codes, count);
}

/** Numbers the pairs of two codes in the order in which they first occur. */
function renumber(
  left: Int32Array,
  leftCount: number,
  right: Int32Array,
  rightCount: number,
): [codes: Int32Array<ArrayBuffer>, count: number] {
  const codes = new Int32Array(left.length);
  const isSmall = leftCount * rightCount <= MOST_IN_TABLE;
  const table = new Int32Array(isSmall ? leftCount * rightCount : 0).fill(-1);
  const map = new Map<number, number>();
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const pair = left[row]! * rightCount + right[row]!;
    let code = isSmall ? table[pair]! : (map.get(pair) ?? -1);
    if (code < 0) {
      code = count++;
      if (isSmall) table[pair] = code;
      else map.set(pair, code);
    }
    codes[row] = code;
  }
  return [codes, count];
}
