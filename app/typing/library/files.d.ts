// The files of a notebook, as `FileAttachment` gives them.

import type { Table } from "./arrow.d.ts";
import type { SQLiteDatabaseClient } from "./sqlite.d.ts";

/** How separated text is read. */
export interface DsvOptions {
  /** What separates the columns; `,` by default. */
  delimiter?: string;
  /** Whether rows are arrays, the first of which has the names, instead of objects. */
  array?: boolean;
  /** Whether numbers, dates and booleans are recognised (`d3.autoType`) instead of texts. */
  typed?: boolean | "auto";
  /** A label of the Encoding Standard, such as `gb18030`; by default that of the file. */
  encoding?: string;
}

export interface SheetOptions {
  /** Cells from one corner to the other, such as `A2:C20`; either may be left open. */
  range?: string;
  /** Whether the first row gives the names of the columns; else they are `A`, `B`, …. */
  headers?: boolean;
}

export interface Workbook {
  readonly sheetNames: readonly string[];
  /** The rows of a sheet as objects, by its name or its place from 0. */
  sheet(name: string | number, options?: SheetOptions): any[] & { readonly columns: readonly string[] };
}

/** All cells of a sheet of a workbook, or of a delimited text. */
export interface SheetCells {
  name: string;
  /** The row of the file that the first of `rows` is, from 1. */
  first: number;
  isHidden?: boolean;
  /** Places, from 1, of formulas whose value the file does not have. */
  uncomputed?: { row: number; column: number }[];
  /** Places, from 1, of formulas that were calculated, as the file does not have their value. */
  calculated?: { row: number; column: number }[];
  /** A date is a text (`2024-03-31`), an empty cell is null. */
  rows: (string | number | boolean | null)[][];
}

/** A file of the notebook: its content is read when a method asks for it. */
export interface NotebookFile {
  /** Its name without a folder. */
  readonly name: string;
  readonly mimeType: string;
  /** In bytes; undefined if the file is unknown. */
  readonly size: number | undefined;
  /** Milliseconds since 1970; undefined if the file is unknown. */
  readonly lastModified: number | undefined;
  /** Its address relative to the notebook. */
  readonly href: string;
  bytes(): Promise<Uint8Array>;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<Blob>;
  stream(): Promise<ReadableStream<Uint8Array>>;
  /** An address that contains the file, for the attributes of elements. */
  url(): Promise<string>;
  /** By default in the encoding of the file, as it is recognised. Bytes that it does not have are an error. */
  text(encoding?: string): Promise<string>;
  json(): Promise<any>;
  dsv(options?: DsvOptions): Promise<any[]>;
  csv(options?: Omit<DsvOptions, "delimiter">): Promise<any[]>;
  tsv(options?: Omit<DsvOptions, "delimiter">): Promise<any[]>;
  arrow(): Promise<Table>;
  parquet(): Promise<Table>;
  xlsx(): Promise<Workbook>;
  /** All cells of its sheets, titles and empty rows included, for `account.read({sheets})`: of a workbook, CSV or TSV. */
  sheets(): Promise<SheetCells[]>;
  html(): Promise<Document>;
  xml(type?: DOMParserSupportedType): Promise<Document>;
  image(properties?: Partial<HTMLImageElement>): Promise<HTMLImageElement>;
  /** The files of a zip archive. */
  zip(): Promise<FileArchive>;
  /** A client of a database of SQLite, in memory. */
  sqlite(): Promise<SQLiteDatabaseClient>;
}

export interface FileArchive {
  readonly filenames: string[];
  file(path: string): NotebookFile;
}
