import { type Message, messages } from "../../message/message.ts";
import type { TextTypes } from "./column-evidence.ts";
import type { FieldSink } from "./field-value.ts";
import { MOST_COLUMNS, MOST_ROWS } from "./limits.ts";
import { TableFileError } from "./table-file-error.ts";
import type { ColumnType, TableReading } from "./table-reading.ts";

const texts = messages("tableFile", {
  tooManyRows: {
    en: "the table has more than {most} rows, which is the limit. Split the file, or take the rows that you need.",
    zh: "表格超过 {most} 行的上限。请拆分文件，或只取所需的行。",
  },
  tooManyColumns: {
    en: "the table has more than {most} columns, which is the limit. Take the columns that you need, or make them rows.",
    zh: "表格超过 {most} 列的上限。请只取所需的列，或将列转换为行。",
  },
  line: { en: "line {number}", zh: "第 {number} 行" },
  row: { en: "row {number}", zh: "第 {number} 行" },
  record: { en: "record {number}", zh: "第 {number} 条记录" },
});

/** How the bytes of a table are read, apart from its columns. */
export type TableForm = Omit<TableReading, "columns" | "decimal" | "dates">;

/** What the places of values are: lines of a text, rows of a sheet, records of a list. */
export type PlaceKind = "line" | "row" | "record";

/** How far a scan goes. */
export interface ScanOptions<Sink extends FieldSink = FieldSink> {
  /** Makes the sink of a column in which values are found beyond those that were given; it is added to these. */
  readonly grow?: () => Sink;
  /** Rows after which it ends. */
  readonly most?: number;
}

/** A table in a file, whose values can be gone through any number of times. */
export interface TableSource {
  readonly file: string;
  readonly title: string;
  readonly form: TableForm;
  readonly texts: TextTypes;
  readonly places: PlaceKind;
  /** The number of columns that are known before its values are gone through. */
  readonly width: number;
  /** The types that the file states of its columns; null where their values decide. Undefined if it states none. */
  readonly types?: readonly (ColumnType | null)[];
  /** The units that the file states of its columns; empty where it states none. */
  readonly units?: readonly string[];
  /** What a reader should know; complete after a scan. */
  readonly notes: readonly Message[];
  /** Unique names of its first columns. */
  names(columns: number): string[];
  /** Gives every value of each column that has a sink to it; returns the number of rows. Throws TableFileError. */
  scan<Sink extends FieldSink>(sinks: (Sink | null)[], options?: ScanOptions<Sink>): number | Promise<number>;
}

/** The place of a value, in words. */
export function placeIn({ places }: Pick<TableSource, "places">, number: number): Message {
  return texts[places]({ number });
}

/** Throws TableFileError if a table has more rows than are read. */
export function checkRows(file: string, rows: number): void {
  if (rows > MOST_ROWS) throw new TableFileError(file, texts.tooManyRows({ most: MOST_ROWS }));
}

/** Throws TableFileError if a table has more columns than are read. */
export function checkColumns(file: string, columns: number, most = MOST_COLUMNS): void {
  if (columns > most) throw new TableFileError(file, texts.tooManyColumns({ most }));
}

/** The name of a file without folders and without its ending. */
export function stemOf(file: string): string {
  const name = file.replace(/^.*[/\\]/, "");
  return name.replace(/(?<=.)\.[^.]{1,10}$/, "") || name;
}
