import * as z from "zod/mini";

/** The kinds of files that hold tables. `delimited` is text with separated columns (CSV, TSV); a `workbook` is XLSX or XLS. */
export const tableFormats = [
  "delimited",
  "json",
  "jsonlines",
  "geojson",
  "topojson",
  "parquet",
  "arrow",
  "sqlite",
  "workbook",
] as const;

export type TableFormat = (typeof tableFormats)[number];

/** The types that a column may be read as. */
export const columnTypes = ["text", "integer", "number", "boolean", "date", "datetime"] as const;

export type ColumnType = (typeof columnTypes)[number];

/** A column of a table in a file. */
export interface ReadColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** The unit of its values, as the user states it; empty if unknown. */
  readonly unit: string;
}

/** In which order a text in digits gives day, month and year. */
export const dateOrders = ["ymd", "dmy", "mdy"] as const;

export type DateOrder = (typeof dateOrders)[number];

/** How the bytes of a file are read as a table: recognised from the file, or set by the user. */
export interface TableReading {
  readonly format: TableFormat;
  /** The encoding of a text, as a label of the Encoding Standard: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `windows-1252`. */
  readonly encoding?: string;
  /** What separates the columns of a delimited text. */
  readonly delimiter?: string;
  /** The decimal sign of numbers written as text. */
  readonly decimal?: "." | ",";
  /** Whether the first row that is read gives the names of the columns. */
  readonly header?: boolean;
  /** How many rows above that are skipped. */
  readonly skip?: number;
  /** How many rows together give the names, if more than one: those of merged cells are joined, `Energy / 2020`. */
  readonly head?: number;
  /** Whether the row below the names gives units. */
  readonly unitRow?: boolean;
  /** How many rows below the data, such as notes and sources, are left out. */
  readonly foot?: number;
  readonly dates?: DateOrder;
  /** The sheet of a workbook, the table of a database, or the object of a TopoJSON file. */
  readonly part?: string;
  /** The columns, in the order of the file. */
  readonly columns: readonly ReadColumn[];
}

const short = z.string().check(z.maxLength(300));

/** Reads a `TableReading` from storage or from a file. */
export const tableReading = z.object({
  format: z.enum(tableFormats),
  encoding: z.optional(short),
  delimiter: z.optional(z.string().check(z.minLength(1), z.maxLength(1))),
  decimal: z.optional(z.enum([".", ","])),
  header: z.optional(z.boolean()),
  skip: z.optional(z.int().check(z.gte(0), z.lte(1_000_000))),
  head: z.optional(z.int().check(z.gte(1), z.lte(20))),
  unitRow: z.optional(z.boolean()),
  foot: z.optional(z.int().check(z.gte(0), z.lte(1_000))),
  dates: z.optional(z.enum(dateOrders)),
  part: z.optional(short),
  columns: z.array(z.object({ name: short, type: z.enum(columnTypes), unit: short })).check(z.maxLength(10_000)),
}) satisfies z.ZodMiniType<TableReading>;
