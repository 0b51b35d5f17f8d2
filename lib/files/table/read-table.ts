import {
  type Data,
  type Field,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Table,
} from "apache-arrow";
import { type Message, messages } from "../../message/message.ts";
import { builderOf, type ColumnBuilder, type TextForms, TextTooLarge } from "./column-builder.ts";
import { ColumnEvidence } from "./column-evidence.ts";
import { PREVIEW_ROWS } from "./limits.ts";
import { settleColumns } from "./settled-columns.ts";
import type { FoundTable, ReadTable } from "./table-file.ts";
import { TableFileError } from "./table-file-error.ts";
import type { ReadColumn, TableReading } from "./table-reading.ts";
import { placeIn, type TableSource } from "./table-source.ts";

const texts = messages("tableFile", {
  noColumn: {
    en: "there is no column `{name}` in it. It has {names}.",
    zh: "其中没有列 `{name}`。现有列：{names}。",
  },
  columnTooLarge: {
    en: "the texts of a column have more than 2 GB, which is the limit. Split the file.",
    zh: "一列文本超过 2 GB 的上限。请拆分文件。",
  },
});

const SHOWN_NAMES = 20;

/** A table for the user's choice: how it is recognised, its first rows, and what a reader should know. Throws TableFileError. */
export async function foundTable(source: TableSource, asked: Partial<TableReading>): Promise<FoundTable> {
  const grow = () => new ColumnEvidence(source.texts);
  const evidence: ColumnEvidence[] = Array.from({ length: source.width }, grow);
  // Columns of which the file states the type need not be examined.
  const sinks = source.types ? evidence.map((each, c) => (source.types?.[c] ? null : each)) : evidence;
  const rows = await source.scan(sinks, { grow });
  const names = namesFor(source, evidence.length, asked);
  const { columns, decimal, dates, notes } = settleColumns(source, evidence, names, asked);
  const reading: TableReading = {
    ...source.form,
    ...(decimal !== undefined && { decimal }),
    ...(dates !== undefined && { dates }),
    columns,
  };
  const forms = textForms(reading);
  const shown = columns.map((column) => builderOf(column, forms));
  const shownRows = await source.scan([...shown], { most: PREVIEW_ROWS });
  return {
    title: source.title,
    reading,
    rows,
    preview: Array.from({ length: shownRows }, (_, row) =>
      shown.map((column) => (column.isNull(row) ? null : column.text(row))),
    ),
    notes: [...notes, ...(await misfits(source, columns, forms, asked)), ...source.notes],
  };
}

/** Without a header, columns have the names that were given to as many columns. */
function namesFor(source: TableSource, count: number, { columns }: Partial<TableReading>): string[] {
  const isNamed = source.form.header === false && columns?.length === count;
  return isNamed ? columns.map(({ name }) => name) : source.names(count);
}

/** Notes on values that do not fit the types that the user has set; recognised types fit all values. */
async function misfits(
  source: TableSource,
  columns: readonly ReadColumn[],
  forms: TextForms,
  asked: Partial<TableReading>,
): Promise<Message[]> {
  const set = new Set(asked.columns?.map(({ name }) => name));
  const builders = columns.map((column) =>
    set.has(column.name) && column.type !== "text" ? builderOf(column, forms) : null,
  );
  if (builders.every((builder) => builder === null)) return [];
  await source.scan(builders);
  return notesOf(source, builders);
}

/** Reads a table as Arrow. Throws TableFileError. */
export async function readTable(source: TableSource, reading: TableReading): Promise<ReadTable> {
  const forms = textForms(reading);
  const builders = reading.columns.map((column) => builderOf(column, forms));
  const places = placesOf(source, reading);
  const sinks: (ColumnBuilder | null)[] = Array.from({ length: Math.max(0, ...places) + 1 }, () => null);
  for (const [i, place] of places.entries()) sinks[place] = builders[i]!;
  let rows: number;
  try {
    rows = await source.scan(sinks);
  } catch (error) {
    throw error instanceof TextTooLarge ? new TableFileError(source.file, texts.columnTooLarge()) : error;
  }
  const columns = builders.map((builder) => builder.finish());
  return { bytes: arrowBytes(columns, rows), rows, notes: [...notesOf(source, builders), ...source.notes] };
}

/** Where the columns of a reading are in the file: by name, or by place where the file has no names. Throws TableFileError. */
function placesOf(source: TableSource, { columns }: TableReading): number[] {
  if (source.form.header === false) return columns.map((_, i) => i);
  const names = source.names(source.width + columns.length);
  const places = new Map(names.map((name, i) => [name, i]));
  return columns.map(({ name }) => {
    const place = places.get(name);
    if (place !== undefined) return place;
    throw new TableFileError(
      source.file,
      texts.noColumn({ name, names: names.slice(0, Math.min(source.width, SHOWN_NAMES)) }),
    );
  });
}

function textForms({ decimal = ".", dates = "ymd" }: TableReading): TextForms {
  return { decimal, dates };
}

function notesOf(source: TableSource, builders: readonly (ColumnBuilder | null)[]): Message[] {
  return builders.flatMap((builder) => builder?.notes((place) => placeIn(source, place)) ?? []);
}

/** Columns as an Arrow IPC stream. */
export function arrowBytes(
  columns: readonly { readonly field: Field; readonly data: Data }[],
  length: number,
): Uint8Array<ArrayBuffer> {
  const fields = columns.map(({ field }) => field);
  const children = columns.map(({ data }) => data);
  const schema = new Schema(fields);
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length, nullCount: 0, children }));
  const bytes = RecordBatchStreamWriter.writeAll(new Table(schema, [batch])).toUint8Array(true);
  return bytes as Uint8Array<ArrayBuffer>;
}
