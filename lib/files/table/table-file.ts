import type { Message } from "../../message/message.ts";
import type { EncodingGuess } from "../container/text-encoding.ts";
import type { TableReading } from "./table-reading.ts";

/** A table that was found in a file, for the user's choice before it is taken. */
export interface FoundTable {
  /** Unique within the file, and short: the name of the sheet or of the database's table, else the file's name without its ending. */
  readonly title: string;
  readonly reading: TableReading;
  /** The number of rows of data. */
  readonly rows: number;
  /** The first rows as they will be read, as text; null for an empty value. One entry per column of the reading. */
  readonly preview: readonly (readonly (string | null)[])[];
  /** What a reader should know: values that could not be read as their column's type, with their number and the first line. */
  readonly notes: readonly Message[];
}

/** A table as read. */
export interface ReadTable {
  /**
   * An Arrow IPC stream. Text columns are Utf8, integers Int32 (Float64 beyond its range), numbers Float64, booleans Bool, dates
   * DateMillisecond, times TimestampMillisecond (UTC), because databases read a DateMillisecond without its time of day.
   */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  readonly notes: readonly Message[];
}

/** A sheet of a workbook as cells see it: rows of values from the first row and column that are used. */
export interface Sheet {
  readonly name: string;
  /** A date is a Date, an empty cell is null, an error is its text (`#DIV/0!`), a length of time is hours, minutes and seconds. */
  readonly rows: readonly (readonly (string | number | boolean | Date | null)[])[];
}

/** All cells of a sheet of a workbook, or of a delimited text as its one sheet: titles and empty rows included. */
export interface SheetCells {
  readonly name: string;
  /** The row of the file that the first of `rows` is, from 1. */
  readonly first: number;
  readonly isHidden?: boolean;
  /** The encoding of a text, where it was guessed. */
  readonly guess?: EncodingGuess;
  /** Whether all its numbers are of a pivot table. */
  readonly isPivot?: boolean;
  /** Places, from 1, of formulas whose value the file does not have; twenty at most. */
  readonly uncomputed?: readonly { readonly row: number; readonly column: number }[];
  /** Places, from 1, of formulas that were calculated, as the file does not have their value; twenty at most. */
  readonly calculated?: readonly { readonly row: number; readonly column: number }[];
  /** A date is a text (`2024-03-31`), an empty cell is null, an error is its text. */
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/**
 * What can be done with files that hold tables; on a page in a worker, because bytes of a file may be hostile.
 *
 * How values are recognised: the type of a column is the narrowest that all of its values fit, not those of the first rows. Years are
 * integers; digits with leading zeros, and integers that would lose digits as numbers, are text. A column of percentages has the
 * numbers as they are written and the unit `%`. Among numbers, dates and booleans the marks of statistical offices and spreadsheets
 * (`NA`, `n/a`, `-`, `..`, `:`, `null`, `#N/A`) are empty; in a column of texts only the empty field is, because `NA` is Namibia.
 * Texts in JSON may be dates but are no numbers; in a workbook they may be both. Of a workbook, hidden sheets come last, with a note.
 */
export interface TableFileApi {
  /**
   * The tables in a file. Without `asked`, all is recognised; its properties are kept as given, the others recognised, so that
   * a changed separator gives new columns. Throws TableFileError.
   */
  find(name: string, bytes: Uint8Array, asked?: Partial<TableReading>): Promise<FoundTable[]>;
  /**
   * Reads a table: the columns of the reading, which are found by their names, or by their places if the file has no header. Values that
   * do not fit their type are null, and said in a note. Throws TableFileError.
   */
  read(name: string, bytes: Uint8Array, reading: TableReading): Promise<ReadTable>;
  /** The sheets of a workbook in its order, the hidden ones included. Throws TableFileError. */
  sheets(name: string, bytes: Uint8Array): Promise<Sheet[]>;
  /** All cells of a workbook or a delimited text, in sheets. Throws TableFileError. */
  cells(name: string, bytes: Uint8Array): Promise<SheetCells[]>;
  /** A Parquet file as an Arrow IPC stream, with its own column types. Throws TableFileError. */
  parquet(name: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}
