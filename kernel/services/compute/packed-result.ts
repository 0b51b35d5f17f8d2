import type { RowList } from "../../../lib/tool/row-list.ts";
import { isAxis, type Numbers, type ResultTable } from "../../../lib/tool/table.ts";
import { missingIn, type PackedColumn, type PackedTable } from "./packed-table.ts";
import { rowTable } from "./row-table.ts";

/**
 * A tool's result as it travels: its lists of numbers lie in typed arrays of their own, which are transferred and not copied,
 * and become lists where somebody reads them. A table is described by its columns; those that hold the numbers of a field share
 * them with it.
 */
export interface PackedResult {
  /** The result, with a `PackedList` in place of each long list of numbers. */
  readonly $result: unknown;
  readonly numbers: readonly Float64Array<ArrayBuffer>[];
  readonly tables: Readonly<Record<string, PackedTable>>;
  /** The fields that are lists of records, which are tables, too. */
  readonly rows: readonly RowList[];
}

/** A list, or lists in lists of equal length: how many on each level, and which numbers, in their order. */
interface PackedList {
  readonly $numbers: number;
  readonly shape: readonly number[];
}

/** Shorter lists are copied sooner than they are packed. */
const SHORT = 32;

/** Packs a result with its tables. One without long lists and tables stays as it is. */
export function packResult(
  result: unknown,
  tables: Readonly<Record<string, ResultTable>> = {},
  rows: readonly RowList[] = [],
): unknown {
  const numbers: Float64Array<ArrayBuffer>[] = [];
  const places = new Map<object, number>();
  const place = (list: object, packed: () => Float64Array<ArrayBuffer>): number => {
    const at = places.get(list) ?? numbers.push(packed()) - 1;
    places.set(list, at);
    return at;
  };
  const $result = packValue(result, place);
  const packedTables = Object.entries(tables).map(([name, { rows, columns }]) => [
    name,
    { rows, columns: columns.map((column) => packColumn(column, place)) },
  ]);
  if (numbers.length + packedTables.length + rows.length === 0) return result;
  return { $result, numbers, tables: Object.fromEntries(packedTables), rows } satisfies PackedResult;
}

type Place = (list: object, packed: () => Float64Array<ArrayBuffer>) => number;

function packValue(value: unknown, place: Place): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) {
    const shape = shapeOf(value);
    if (!shape) return value.map((each) => packValue(each, place));
    if (shape.reduce((size, length) => size * length, 1) < SHORT) return value;
    return { $numbers: place(value, () => flattened(value)), shape } satisfies PackedList;
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, packValue(each, place)]));
}

/** How many entries a list of numbers has on each level; nothing where it holds something else or is uneven. */
function shapeOf(list: readonly unknown[]): number[] | undefined {
  if (list.length === 0) return undefined;
  if (typeof list[0] === "number") return list.every((each) => typeof each === "number") ? [list.length] : undefined;
  if (!Array.isArray(list[0])) return undefined;
  const inner = shapeOf(list[0]);
  const isEven = inner && list.every((each) => Array.isArray(each) && String(shapeOf(each)) === String(inner));
  return isEven ? [list.length, ...inner] : undefined;
}

function flattened(list: Exclude<Numbers, Float64Array>): Float64Array<ArrayBuffer> {
  const flat = list.flat(3) as (number | null)[];
  return Float64Array.from(flat, (value) => value ?? Number.NaN);
}

function packColumn({ values, ...column }: ResultTable["columns"][number], place: Place): PackedColumn {
  if (isAxis(values)) return { ...column, labels: values.labels, each: values.each };
  if (column.type === "text" || column.type === "boolean") return { ...column, values: values as never };
  const list = values as Numbers;
  if (ArrayBuffer.isView(list)) return { ...column, numbers: place(list, () => Float64Array.from(list)), missing: [] };
  return { ...column, numbers: place(list, () => flattened(list)), missing: missingIn(list) };
}

/** What of a packed result is transferred. */
export function buffersOf(packed: unknown): ArrayBuffer[] {
  return isPacked(packed) ? packed.numbers.map(({ buffer }) => buffer) : [];
}

export function isPacked(value: unknown): value is PackedResult {
  return typeof value === "object" && value !== null && "$result" in value && "numbers" in value;
}

/** What opened results travelled as. */
const travelled = new WeakMap<object, PackedResult>();

/** What an opened result travelled as, to be sent on; any other value is itself. */
export function packedAgain(value: unknown): unknown {
  return (typeof value === "object" && value !== null && travelled.get(value)) || value;
}

/** Makes a table of a result from its columns and numbers. */
export type TableMaker = (table: PackedTable, numbers: PackedResult["numbers"]) => unknown;

/**
 * The result that was packed. Its lists are made when they are first read, its tables too; tables are no fields of it: they are
 * not enumerated and not written as JSON. A list of records has its own as `table`.
 */
export function openResult(packed: unknown, makeTable?: TableMaker): unknown {
  if (!isPacked(packed)) return packed;
  const { $result, numbers, tables, rows } = packed;
  const result = openValue($result, numbers);
  if (typeof result !== "object" || result === null) return result;
  travelled.set(result, packed);
  if (!makeTable) return result;
  for (const [name, table] of Object.entries(tables)) onRead(result, name, () => makeTable(table, numbers), false);
  for (const { field, columns } of rows) {
    const list = (result as Readonly<Record<string, unknown>>)[field];
    if (!Array.isArray(list)) continue;
    const make = () => {
      const { table, numbers } = rowTable(list, columns);
      return makeTable(table, numbers);
    };
    onRead(list, "table", make, false);
  }
  return result;
}

function openValue(value: unknown, numbers: PackedResult["numbers"]): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (isList(value)) return listOf(value, numbers);
  if (Array.isArray(value)) return value.map((each) => openValue(each, numbers));
  const opened = {};
  for (const [name, each] of Object.entries(value)) {
    if (isList(each)) onRead(opened, name, () => listOf(each, numbers), true);
    else Object.defineProperty(opened, name, { ...plain, value: openValue(each, numbers) });
  }
  return opened;
}

const plain = { enumerable: true, configurable: true, writable: true };

function isList(value: unknown): value is PackedList {
  return typeof value === "object" && value !== null && "$numbers" in value;
}

/** A property whose value is made when it is first read. */
function onRead(object: object, name: string, make: () => unknown, enumerable: boolean): void {
  let made: { readonly value: unknown } | undefined;
  const get = () => {
    made ??= { value: make() };
    return made.value;
  };
  const set = (value: unknown) => {
    made = { value };
  };
  Object.defineProperty(object, name, { enumerable, configurable: true, get, set });
}

function listOf({ $numbers, shape }: PackedList, numbers: PackedResult["numbers"]): unknown[] {
  return nested(numbers[$numbers]!, shape);
}

/** The lists that were packed. */
function nested(flat: Float64Array, [length = 0, ...inner]: readonly number[]): unknown[] {
  if (inner.length === 0) return Array.from(flat);
  const size = flat.length / length;
  return Array.from({ length }, (_, i) => nested(flat.subarray(i * size, (i + 1) * size), inner));
}
