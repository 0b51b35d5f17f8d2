/** What is read at most. A file is chosen by a person, but its content may be hostile, and a table must fit the memory of a page. */

/** Rows of a table. */
export const MOST_ROWS = 5_000_000;

/** Columns of a table. */
export const MOST_COLUMNS = 2_000;

/** Tables of a file. */
export const MOST_TABLES = 200;

/** Bytes of a delimited text or of JSON Lines; V8 holds no text of more than 2²⁹ characters. */
export const MOST_TEXT_BYTES = 500_000_000;

/** Bytes of a JSON file, which is held as objects while it is read. */
export const MOST_JSON_BYTES = 200_000_000;

/** Bytes of a Parquet or Arrow file. */
export const MOST_BINARY_BYTES = 500_000_000;

/** Bytes of a workbook. */
export const MOST_WORKBOOK_BYTES = 30_000_000;

/** Bytes of all parts of a workbook when unpacked: a small file may expand to gigabytes. */
export const MOST_UNPACKED_BYTES = 300_000_000;

/** Rows of all sheets of a file of which an account is made in a page: 500 000 lines take 3 GB there, and 900 000 more than a message may. */
export const MOST_PAGE_LINES = 500_000;

/** Points of the shapes of a TopoJSON file, whose arcs may be used any number of times. */
export const MOST_POINTS = 20_000_000;

/** Rows that are shown before a table is taken. */
export const PREVIEW_ROWS = 20;

/** Bytes of all columns of a Parquet file when unpacked, as it declares them. */
export const MOST_UNPACKED_PARQUET_BYTES = 4_000_000_000;

/** Values of a nested column of a Parquet file in one group of rows; in others there are as many as rows. */
export const MOST_VALUES = 50_000_000;

/** Rows and columns of a sheet of a workbook, which Excel has at most (ECMA-376); other programs may state two thousand million. */
export const MOST_SHEET_ROWS = 1_048_576;
export const MOST_SHEET_COLUMNS = 16_384;

/** Cells of the sheets of a workbook, the empty ones between those with values included. */
export const MOST_SHEET_CELLS = 25_000_000;
