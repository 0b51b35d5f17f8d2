import { type Table, tableFromIPC } from "apache-arrow";
import type { FoundTable } from "../../../../lib/files/table/table-file.ts";
import { tableFiles } from "../../../../lib/files/table/table-files.ts";
import type { TableReading } from "../../../../lib/files/table/table-reading.ts";
import { writeMessage } from "../../../../lib/message/write.ts";

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A table as found, in short: columns as `name: type unit`, and the notes in English. */
export interface Summary {
  readonly reading: TableReading;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly preview: FoundTable["preview"];
  readonly notes: readonly string[];
  readonly title: string;
}

export async function findAll(
  name: string,
  file: string | Uint8Array,
  asked: Partial<TableReading> = {},
): Promise<Summary[]> {
  const bytes = typeof file === "string" ? bytesOf(file) : file;
  return (await tableFiles.find(name, bytes, asked)).map(({ title, reading, rows, preview, notes }) => ({
    title,
    reading,
    rows,
    preview,
    columns: reading.columns.map((column) => `${column.name}: ${column.type} ${column.unit}`.trim()),
    notes: notes.map((note) => writeMessage(note)),
  }));
}

/** The first table of a file. */
export async function find(
  name: string,
  file: string | Uint8Array,
  asked: Partial<TableReading> = {},
): Promise<Summary> {
  return (await findAll(name, file, asked))[0]!;
}

/** A table by a reading: Arrow's table, its values by column, and the notes in English. */
export async function read(name: string, file: string | Uint8Array, reading: TableReading) {
  const bytes = typeof file === "string" ? bytesOf(file) : file;
  const { bytes: arrow, rows, notes } = await tableFiles.read(name, bytes, reading);
  const table = tableFromIPC(arrow);
  return {
    table,
    rows,
    values: valuesOf(table),
    columns: columnsOf(table),
    notes: notes.map((note) => writeMessage(note)),
  };
}

export function valuesOf(table: Table): Record<string, unknown[]> {
  const columns = columnsOf(table);
  return Object.fromEntries(table.schema.fields.map(({ name }, c) => [name, columns[c]!]));
}

function columnsOf(table: Table): unknown[][] {
  return table.schema.fields.map((_, c) =>
    Array.from({ length: table.numRows }, (_, row) => table.getChildAt(c)!.get(row) as unknown),
  );
}
