import type { Message } from "../../../lib/message/message.ts";
import type { RowList } from "../../../lib/tool/row-list.ts";
import { isAxis, lengthOf, type Numbers, type ResultTable } from "../../../lib/tool/table.ts";
import { missingIn, type PackedColumn, type PackedTable } from "./packed-table.ts";
import { rowTable } from "./row-table.ts";
import { rememberSentences } from "./sentences.ts";

/**
 * A tool's result in the form in which it is sent: its lists of numbers are separate typed arrays, which are transferred and not
 * copied, and are converted to lists when they are first read. A table is described by its columns; those with the numbers of a
 * field share its array.
 */
export interface PackedResult {
  /** The result, in which each long list of numbers is replaced by a `PackedList`. */
  readonly $result: unknown;
  readonly numbers: readonly Float64Array<ArrayBuffer>[];
  readonly tables: Readonly<Record<string, PackedTable>>;
  /** The fields that are lists of records, which also become tables. */
  readonly rows: readonly RowList[];
  /** The messages that the result has in English. */
  readonly sentences: readonly Message[];
}

/** A list, or nested lists of equal lengths: the index of its numbers, and its length at each level. */
interface PackedList {
  readonly $numbers: number;
  readonly shape: readonly number[];
}

/** Shorter lists are faster to copy than to pack. */
const SHORT = 32;

/** Packs a result with its tables. A result without long lists, tables and sentences is returned unchanged. */
export function packResult(
  result: unknown,
  tables: Readonly<Record<string, ResultTable>> = {},
  rows: readonly RowList[] = [],
  sentences: readonly Message[] = [],
): unknown {
  const numbers: Float64Array<ArrayBuffer>[] = [];
  const places = new Map<object, number>();
  const place = (list: object, packed: () => Float64Array<ArrayBuffer>): number => {
    const at = places.get(list) ?? numbers.push(packed()) - 1;
    places.set(list, at);
    return at;
  };
  const $result = packValue(result, place);
  const packedTables = Object.entries(tables).map(([name, { columns, ...table }]) => [
    name,
    { ...table, columns: columns.map((column) => packColumn(column, place)) },
  ]);
  if (numbers.length + packedTables.length + rows.length + sentences.length === 0) return result;
  return { $result, numbers, tables: Object.fromEntries(packedTables), rows, sentences } satisfies PackedResult;
}

type Place = (list: object, packed: () => Float64Array<ArrayBuffer>) => number;

function packValue(value: unknown, place: Place): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) {
    const shape = shapeOf(value);
    if (!shape) return value.map((each) => packValue(each, place));
    if (shape.reduce((size, length) => size * length, 1) < SHORT) return value;
    return { $numbers: place(value, () => flatten(value)), shape } satisfies PackedList;
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, packValue(each, place)]));
}

/** The length of nested lists of numbers at each level; undefined if there are other values or uneven lengths. */
function shapeOf(list: readonly unknown[]): number[] | undefined {
  if (list.length === 0) return undefined;
  const inner = Array.isArray(list[0]) ? shapeOf(list[0]) : [];
  const shape = inner && [list.length, ...inner];
  return shape && hasShape(list, shape) ? shape : undefined;
}

/** Whether a value is nested lists of these lengths, with numbers in the innermost. */
function hasShape(value: unknown, shape: readonly number[], level = 0): boolean {
  if (level === shape.length) return typeof value === "number";
  if (!Array.isArray(value) || value.length !== shape[level]) return false;
  for (const each of value) if (!hasShape(each, shape, level + 1)) return false;
  return true;
}

/** The numbers of nested lists in one array; missing ones are NaN. */
function flatten(list: Numbers): Float64Array<ArrayBuffer> {
  const flat = new Float64Array(lengthOf(list));
  fillFrom(list, flat, 0);
  return flat;
}

/** Writes the numbers from a place on; returns the place after the last. */
function fillFrom(list: Numbers, flat: Float64Array, start: number): number {
  let at = start;
  for (let i = 0; i < list.length; i++) {
    const each = list[i];
    if (typeof each === "object" && each !== null) at = fillFrom(each, flat, at);
    else flat[at++] = each ?? Number.NaN;
  }
  return at;
}

function packColumn({ values, ...column }: ResultTable["columns"][number], place: Place): PackedColumn {
  if (isAxis(values)) return { ...column, labels: values.labels, each: values.each };
  if (column.type === "text" || column.type === "boolean") return { ...column, values: values as never };
  const list = values as Numbers;
  if (ArrayBuffer.isView(list)) return { ...column, numbers: place(list, () => Float64Array.from(list)), missing: [] };
  return { ...column, numbers: place(list, () => flatten(list)), missing: missingIn(list) };
}

/** The buffers of a packed result to transfer. */
export function buffersOf(packed: unknown): ArrayBuffer[] {
  return isPacked(packed) ? packed.numbers.map(({ buffer }) => buffer) : [];
}

export function isPacked(value: unknown): value is PackedResult {
  return typeof value === "object" && value !== null && "$result" in value && "numbers" in value;
}

/** The packed form of opened results. */
const packedForms = new WeakMap<object, PackedResult>();

/** The packed form of an opened result, for sending it on; any other value is returned unchanged. */
export function packedForm(value: unknown): unknown {
  return (typeof value === "object" && value !== null && packedForms.get(value)) || value;
}

/** Creates a table of a result from its columns and numbers. */
export type TableMaker = (table: PackedTable, numbers: PackedResult["numbers"]) => unknown;

/**
 * Opens a packed result. Its lists and tables are created when they are first read. Tables are not enumerable and not written as
 * JSON. The table of a list of records is its property `table`.
 */
export function openResult(packed: unknown, makeTable?: TableMaker): unknown {
  if (!isPacked(packed)) return packed;
  const { $result, numbers, tables, rows, sentences } = packed;
  rememberSentences(sentences);
  const result = openValue($result, numbers);
  if (typeof result !== "object" || result === null) return result;
  packedForms.set(result, packed);
  if (!makeTable) return result;
  for (const [name, table] of Object.entries(tables)) defineLazy(result, name, () => makeTable(table, numbers), false);
  for (const { field, columns } of rows) {
    const list = (result as Readonly<Record<string, unknown>>)[field];
    if (!Array.isArray(list)) continue;
    const make = () => {
      const { table, numbers } = rowTable(list, columns);
      return makeTable(table, numbers);
    };
    defineLazy(list, "table", make, false);
  }
  return result;
}

function openValue(value: unknown, numbers: PackedResult["numbers"]): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (isList(value)) return listOf(value, numbers);
  if (Array.isArray(value)) return value.map((each) => openValue(each, numbers));
  const opened: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    if (isList(each)) defineLazy(opened, name, () => listOf(each, numbers), true);
    // Assigned, and not defined, which takes ten times as long: results have a hundred thousand properties.
    else if (name !== "__proto__") opened[name] = openValue(each, numbers);
    else Object.defineProperty(opened, name, { ...plain, value: openValue(each, numbers) });
  }
  return opened;
}

const plain = { enumerable: true, configurable: true, writable: true };

function isList(value: unknown): value is PackedList {
  return typeof value === "object" && value !== null && "$numbers" in value;
}

/** Defines a property whose value is created when it is first read. */
function defineLazy(object: object, name: string, make: () => unknown, enumerable: boolean): void {
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
  return nest(numbers[$numbers]!, shape);
}

/** Restores nested lists. */
function nest(flat: Float64Array, [length = 0, ...inner]: readonly number[]): unknown[] {
  if (inner.length === 0) return Array.from(flat);
  const size = flat.length / length;
  return Array.from({ length }, (_, i) => nest(flat.subarray(i * size, (i + 1) * size), inner));
}
