import * as arrow from "apache-arrow";
import { parquetWriteBuffer } from "hyparquet-writer";
import { csvField, plainText } from "../../kernel/output/table/writing.ts";
import type { ValueColumn, ValueTable } from "../../kernel/values/table.ts";

/** A table as CSV (RFC 4180), with units in the column names. */
export function csvOf({ columns, rows }: ValueTable): string {
  const head = columns.map(({ name, unit }) => csvField(unit ? `${name} (${unit})` : name)).join(",");
  const lines = Array.from({ length: rows }, (_, row) =>
    columns.map(({ values }) => csvField(plainText(values[row]))).join(","),
  );
  return `${[head, ...lines].join("\r\n")}\r\n`;
}

/** A table as an Arrow IPC file: an Arrow table unchanged, another with float64, text, booleans and timestamps. */
export function arrowOf(table: ValueTable): Uint8Array {
  return arrow.tableToIPC(table.arrow ?? arrowTable(table), "file");
}

function arrowTable({ columns }: ValueTable): arrow.Table {
  const vectors = columns.map((column) => [column.name, arrow.vectorFromArray(writable(column), arrowType(column))]);
  return new arrow.Table(Object.fromEntries(vectors) as Record<string, arrow.Vector>);
}

function arrowType({ kind }: ValueColumn): arrow.DataType {
  if (kind === "number") return new arrow.Float64();
  if (kind === "flag") return new arrow.Bool();
  return kind === "time" ? new arrow.TimestampMillisecond() : new arrow.Utf8();
}

/** A table as a Parquet file; `about` is added to the metadata of the file. */
export function parquetOf({ columns }: ValueTable, about: Readonly<Record<string, string>> = {}): Uint8Array {
  const columnData = columns.map((column) => {
    const { name, kind } = column;
    const type = { number: "DOUBLE", flag: "BOOLEAN", time: "TIMESTAMP", text: "STRING", other: "STRING" } as const;
    return { name, data: [...writable(column)], type: type[kind], nullable: true };
  });
  const kvMetadata = Object.entries(about).map(([key, value]) => ({ key, value }));
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }));
}

/** A column's values of one type: numbers unchanged, values without a type as text. */
function writable({ kind, values }: ValueColumn): readonly unknown[] {
  if (kind === "number") return values.map((value) => (value === null ? null : Number(value)));
  if (kind === "flag" || kind === "time") return values;
  return values.map((value) => (value === null ? null : plainText(value)));
}
