import type { Cell } from "./cell.ts";

/** Cells of a row as one text, different for different cells. */
export function keyOf(cells: readonly Cell[]): string {
  let key = "";
  for (const cell of cells) {
    const text = String(cell);
    // The length keeps apart what texts with the same separator in them would join.
    key += `${(typeof cell)[0]}${text.length}:${text}`;
  }
  return key;
}
