import { equalData } from "../../values/equal.ts";
import { isPacked, openResult, type PackedResult } from "./packed-result.ts";
import type { PackedTable } from "./packed-table.ts";
import { resultTable } from "./result-table.ts";

/** What results and tables were made of. */
const madeOf = new WeakMap<object, unknown>();

/** A result as cells get it: it and its tables say whether another is the same data, so that what reads them need not run. */
export function comparedResult(packed: unknown): unknown {
  const result = openResult(packed, comparedTable);
  if (!isPacked(packed) || typeof result !== "object" || result === null) return result;
  return compared(result, [packed.$result, packed.numbers]);
}

function comparedTable(table: PackedTable, numbers: PackedResult["numbers"]) {
  const columns = table.columns.map((column) => ("numbers" in column ? [column, numbers[column.numbers]] : column));
  return compared(resultTable(table, numbers), columns);
}

function compared<T extends object>(value: T, made: unknown): T {
  madeOf.set(value, made);
  return Object.defineProperty(value, "equals", { value: (other: object) => equalData(made, madeOf.get(other)) });
}
