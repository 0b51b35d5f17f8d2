import {
  Bool,
  type Data,
  type DataType,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import { equalData } from "../../values/equal.ts";
import type { PackedColumn, PackedResult, PackedTable } from "./packed-result.ts";

/** What each table was made of, to tell whether two are the same data. */
const madeOf = new WeakMap<object, readonly unknown[]>();

/** The Arrow table of packed columns. Its fields have their units; numbers are not copied. */
export function resultTable({ rows, columns }: PackedTable, numbers: PackedResult["numbers"]): Table {
  const children = columns.map((column) => dataOf(column, rows, numbers));
  const schema = new Schema(columns.map((column, i) => fieldOf(column, children[i]!.type)));
  const struct = makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children });
  const table = new Table([new RecordBatch(schema, struct)]);
  madeOf.set(
    table,
    columns.map((column) => ("numbers" in column ? [column, numbers[column.numbers]] : column)),
  );
  const equals = (other: object) => equalData(madeOf.get(table), madeOf.get(other));
  return Object.defineProperty(table, "equals", { value: equals });
}

/** A unit that is none is said, too: the table's viewer would look for another by the column's name. */
function fieldOf({ name, unit }: PackedColumn, type: DataType): Field {
  return new Field(name, type, true, new Map([["unit", unit || "none"]]));
}

function dataOf(column: PackedColumn, rows: number, numbers: PackedResult["numbers"]): Data {
  if ("labels" in column) return labelled(column.labels, column.each, rows);
  if ("values" in column) return dataIn(column.values, column.type === "boolean" ? new Bool() : new Utf8());
  const values = numbers[column.numbers]!;
  const bits = column.missing.length > 0 ? { nullBitmap: presence(rows, column.missing) } : {};
  const shared = { length: rows, nullCount: column.missing.length, ...bits };
  return column.type === "integer"
    ? makeData({ type: new Int32(), data: Int32Array.from(values), ...shared })
    : makeData({ type: new Float64(), data: values, ...shared });
}

/** One axis of a matrix: its labels once, and for every row which. */
function labelled(labels: readonly string[], each: number, rows: number): Data {
  const data = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / each) % labels.length);
  const dictionary = vectorFromArray(labels, new Utf8()) as Vector<Utf8>;
  const type = new Dictionary(new Utf8(), new Int32());
  return makeData({ type, data, dictionary, length: rows, nullCount: 0 });
}

function dataIn(values: readonly unknown[], type: DataType): Data {
  return vectorFromArray(values, type).data[0]!;
}

/** A bit for each row, set where its value is not missing. */
function presence(rows: number, missing: readonly number[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(rows / 64) * 8).fill(0xff);
  for (const row of missing) bits[row >> 3]! &= ~(1 << (row & 7));
  return bits;
}
