import {
  type Data,
  type DataType,
  Dictionary,
  Field,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Utf8,
  Vector,
} from "apache-arrow";
import { booleanData, integerData, numberData, textData } from "./column-data.ts";
import type { PackedResult } from "./packed-result.ts";
import type { PackedColumn, PackedTable } from "./packed-table.ts";
import { CHARTS, DATASETS } from "./table-metadata.ts";

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

/** An axis of a matrix: its labels as a dictionary, and an index for every row. */
function labelled(labels: readonly string[], each: number, rows: number): Data {
  const data = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / each) % labels.length);
  const dictionary = new Vector([textData(labels)]);
  const type = new Dictionary(new Utf8(), new Int32());
  return makeData({ type, data, dictionary, length: rows, nullCount: 0 });
}
