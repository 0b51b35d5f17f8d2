import { ResourceHandle } from "../../lib/tool/resource-handle.ts";
import { columnsOf, isArrowTable } from "../output/table/column.ts";
import { Amount } from "../stdlib/amount.ts";

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain };

/** The maximum depth of a value. */
const DEEP = 24;

/**
 * A value as JSON: tables by rows, typed arrays as lists, maps as records, amounts with their unit, dates in ISO
 * 8601, non-finite numbers (NaN, ±Infinity) as their names. Undefined for values that are not data: functions, elements, generators.
 */
export function plainValue(value: unknown, depth = 0): Plain | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "bigint":
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    case "object":
      return value === null ? null : depth > DEEP ? undefined : plainObject(value, depth + 1);
    default:
      return undefined;
  }
}

function plainObject(value: object, depth: number): Plain | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Amount) return { value: plainValue(value.value)!, unit: value.unit };
  if (value instanceof ResourceHandle) return recordOf(Object.entries(value.toReference()), depth);
  if (value instanceof Node || value instanceof Promise) return undefined;
  if (isArrowTable(value)) return rowsOf(value, depth);
  if (Array.isArray(value)) return value.map((each) => plainValue(each, depth) ?? null);
  if (ArrayBuffer.isView(value)) {
    return value instanceof DataView
      ? undefined
      : Array.from(value as never, (each) => plainValue(each, depth) ?? null);
  }
  if (value instanceof Map)
    return recordOf(
      [...value].map(([key, each]) => [String(key), each]),
      depth,
    );
  if (value instanceof Set) return [...value].map((each) => plainValue(each, depth) ?? null);
  if (typeof (value as { next?: unknown }).next === "function") return undefined;
  return recordOf(Object.entries(value), depth);
}

function recordOf(entries: readonly [string, unknown][], depth: number): Plain {
  const plain = entries.map(([name, each]) => [name, plainValue(each, depth)] as const);
  return Object.fromEntries(plain.filter((entry): entry is [string, Plain] => entry[1] !== undefined));
}

function rowsOf(table: Parameters<typeof columnsOf>[0], depth: number): Plain {
  const columns = columnsOf(table);
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, get }) => [name, plainValue(get(row), depth) ?? null])),
  );
}
