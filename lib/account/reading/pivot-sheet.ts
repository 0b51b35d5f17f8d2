import type { Sheet } from "../line-shape.ts";
import { pivotPrefixes, pivotWords } from "./column-words.ts";
import { textOf } from "./find-tables.ts";

/** Whether rows begin with the words of a pivot table. */
export function hasPivotWords(rows: Sheet["rows"]): boolean {
  // The heads of a pivot stand in a row without numbers; "sum of subcategories" is a remark beside one.
  const words = rows
    .slice(0, 12)
    .filter((row) => row.every((cell) => typeof cell !== "number"))
    .flatMap((row) => row.slice(0, 12).map((cell) => textOf(cell).toLowerCase()));
  return (
    words.some((word) => pivotWords.includes(word) && word !== "values") ||
    words.some((word) => pivotPrefixes.some((prefix) => word.startsWith(prefix)))
  );
}
