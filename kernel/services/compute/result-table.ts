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
  Vector,
} from "apache-arrow";
import type { PackedResult } from "./packed-result.ts";
import { missingIn, type PackedColumn, type PackedTable } from "./packed-table.ts";

/** The metadata of a table that says how charts draw it, as JSON. */
export const CHARTS = "charts";
/** The metadata of a table that names the datasets it depends on, as JSON. */
export const DATASETS = "datasets";

/** The Arrow table of packed columns. Its fields contain their units; numbers are not copied. */
export function resultTable(
  { rows, columns, charts }: PackedTable,
  numbers: PackedResult["numbers"],
  datasets: readonly string[] = [],
): Table {
  const children = columns.map((column) => dataOf(column, rows, numbers));
  const metadata = new Map<string, string>();
  if (charts) metadata.set(CHARTS, JSON.stringify(charts));
  if (datasets.length > 0) metadata.set(DATASETS, JSON.stringify(datasets));
  const schema = new Schema(
    columns.map((column, i) => fieldOf(column, children[i]!.type)),
    metadata,
  );
  const struct = makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children });
  return new Table([new RecordBatch(schema, struct)]);
}

/** A missing unit is marked explicitly; otherwise the table viewer would look for one by the column's name. */
function fieldOf({ name, unit }: PackedColumn, type: DataType): Field {
  return new Field(name, type, true, new Map([["unit", unit || "none"]]));
}

function dataOf(column: PackedColumn, rows: number, numbers: PackedResult["numbers"]): Data {
  if ("labels" in column) return labelled(column.labels, column.each, rows);
  if ("values" in column) {
    return column.type === "boolean"
      ? booleanData(column.values as readonly (boolean | null)[])
      : textData(column.values as readonly (string | null)[]);
  }
  const values = numbers[column.numbers]!;
  return column.type === "integer" ? integerData(values, column.missing) : numberData(values, column.missing);
}

/** A column of numbers with missing rows. */
export function numberData(data: Float64Array, missing: readonly number[]): Data {
  return makeData({ type: new Float64(), data, ...presence(data.length, missing) });
}

function integerData(values: Float64Array, missing: readonly number[]): Data {
  return makeData({ type: new Int32(), data: Int32Array.from(values), ...presence(values.length, missing) });
}

/** An axis of a matrix: its labels as a dictionary, and an index for every row. */
function labelled(labels: readonly string[], each: number, rows: number): Data {
  const data = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / each) % labels.length);
  const dictionary = new Vector([textData(labels)]);
  const type = new Dictionary(new Utf8(), new Int32());
  return makeData({ type, data, dictionary, length: rows, nullCount: 0 });
}

// Written by hand, because the library's builders for all types would be larger than the rest of this program.
function textData(values: readonly (string | null)[]): Data<Utf8> {
  const encoder = new TextEncoder();
  const texts = values.map((value) => encoder.encode(value ?? ""));
  const valueOffsets = new Int32Array(texts.length + 1);
  for (const [row, { length }] of texts.entries()) valueOffsets[row + 1] = valueOffsets[row]! + length;
  const data = new Uint8Array(valueOffsets.at(-1)!);
  for (const [row, text] of texts.entries()) data.set(text, valueOffsets[row]!);
  return makeData({ type: new Utf8(), data, valueOffsets, ...presence(values.length, missingIn(values)) });
}

function booleanData(values: readonly (boolean | null)[]): Data {
  const data = bitsOf(values.length, false);
  for (const [row, value] of values.entries()) if (value) data[row >> 3]! |= 1 << (row & 7);
  return makeData({ type: new Bool(), data, ...presence(values.length, missingIn(values)) });
}

function bitsOf(length: number, isSet: boolean): Uint8Array {
  return new Uint8Array(Math.ceil(length / 64) * 8).fill(isSet ? 0xff : 0);
}

/** The validity bitmap: a bit for each row, set if its value is present. */
function presence(length: number, missing: readonly number[]) {
  if (missing.length === 0) return { length, nullCount: 0 };
  const nullBitmap = bitsOf(length, true);
  for (const row of missing) nullBitmap[row >> 3]! &= ~(1 << (row & 7));
  return { length, nullCount: missing.length, nullBitmap };
}
