import { equalData } from "../../values/equal.ts";
import { isPacked, openResult, type PackedResult } from "./packed-result.ts";
import type { PackedTable } from "./packed-table.ts";
import { resultTable } from "./result-table.ts";

/** The packed data of results and tables. */
const packedData = new WeakMap<object, unknown>();

/**
 * Opens a result so that it and its tables can be compared as data: if they are equal, readers need not run again. Its tables name the
 * datasets that they depend on.
 */
export function comparableResult(packed: unknown, datasets: readonly string[] = []): unknown {
  const result = openResult(packed, (table, numbers) => comparableTable(table, numbers, datasets));
  if (!isPacked(packed) || typeof result !== "object" || result === null) return result;
  return comparable(result, [packed.$result, packed.numbers]);
}

function comparableTable(table: PackedTable, numbers: PackedResult["numbers"], datasets: readonly string[]) {
  const columns = table.columns.map((column) => ("numbers" in column ? [column, numbers[column.numbers]] : column));
  return comparable(resultTable(table, numbers, datasets), columns);
}

function comparable<T extends object>(value: T, made: unknown): T {
  packedData.set(value, made);
  return Object.defineProperty(value, "equals", { value: (other: object) => equalData(made, packedData.get(other)) });
}
