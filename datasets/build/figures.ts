import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetMetadata, parquetRead } from "hyparquet";
import { compressors } from "hyparquet-compressors";

/** The entry of a table in the figures' own catalogue, as far as a builder uses it. */
export interface FigureEntry {
  readonly id: string;
  readonly file: string;
  readonly rows: number;
  readonly publisher: string;
  readonly citation: string;
  readonly licence: string;
  readonly licence_confirmed_offline: boolean;
  readonly vintage: string;
  /** The years that the table is of, in the words of its catalogue. */
  readonly years: string | null;
  readonly provenance: string;
  readonly sha256: string;
  readonly columns: readonly { readonly name: string; readonly unit: string; readonly nulls: number }[];
}

/** The columns of one Parquet table. Each accessor throws an error naming file and row if a cell is not as expected. */
export interface Figure {
  readonly entry: FigureEntry;
  readonly rows: number;
  numbers(column: string): number[];
  maybeNumbers(column: string): (number | null)[];
  texts(column: string): string[];
  maybeTexts(column: string): (string | null)[];
  flags(column: string): boolean[];
  dates(column: string): Date[];
}

/** A folder of Parquet tables with a catalogue. */
export interface Figures {
  entry(id: string): FigureEntry;
  /** The table of the latest edition among those whose ids match; the first group of the pattern is the year of the edition. */
  newest(id: RegExp): FigureEntry;
  /** Reads one table after checking its bytes against the catalogue's hash. */
  read(id: string): Promise<Figure>;
}

export function openFigures(folder: string): Figures {
  const path = join(folder, "catalogue.json");
  if (!existsSync(path))
    throw new Error(`${path} does not exist. Give the folder of the figures: npm run datasets -- FIGURES`);
  const catalogue: { tables: FigureEntry[] } = JSON.parse(readFileSync(path, "utf8"));
  const entries = new Map(catalogue.tables.map((entry) => [entry.id, entry]));
  const entry = (id: string): FigureEntry => {
    const found = entries.get(id);
    if (!found) throw new Error(`The figures have no table named ${id}.`);
    return found;
  };
  const newest = (id: RegExp): FigureEntry => {
    const year = (entry: FigureEntry) => Number(id.exec(entry.id)?.[1] ?? Number.NaN);
    const found = catalogue.tables.filter((entry) => year(entry) > 0).sort((a, b) => year(b) - year(a));
    if (!found[0]) throw new Error(`The figures have no table named like ${id.source}.`);
    return found[0];
  };
  return { entry, newest, read: (id) => readFigure(folder, entry(id)) };
}

async function readFigure(folder: string, entry: FigureEntry): Promise<Figure> {
  const bytes = readFileSync(join(folder, entry.file));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== entry.sha256)
    throw new Error(`${entry.file}: its bytes are not those its catalogue describes (sha256 ${sha256}).`);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const metadata = parquetMetadata(file);
  const rows = Number(metadata.num_rows);
  if (rows !== entry.rows)
    throw new Error(`${entry.file}: it has ${rows} rows where its catalogue says ${entry.rows}.`);

  const columns = new Map<string, unknown[]>();
  // Column chunks are taken as decoded, so that no object is made for each of 752,507 rows.
  await parquetRead({
    file,
    metadata,
    compressors,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = columns.get(columnName) ?? new Array<unknown>(rows).fill(null);
      for (let i = 0; i < columnData.length; i++) column[rowStart + i] = columnData[i] ?? null;
      columns.set(columnName, column);
    },
  });

  const cells = (name: string): unknown[] => {
    const column = columns.get(name);
    if (!column) throw new Error(`${entry.file} has no column ${name}.`);
    return column;
  };
  const expected = (what: string, column: string) => (cell: unknown, row: number) =>
    new Error(`${entry.file}, row ${row}: column ${column} holds ${String(cell)} where ${what} is expected.`);
  const number = (column: string) => {
    const fault = expected("a finite number", column);
    return (cell: unknown, row: number): number => {
      // A bigint column (population) stays far below 2^53.
      const value = typeof cell === "bigint" ? Number(cell) : cell;
      if (typeof value !== "number" || !Number.isFinite(value)) throw fault(cell, row);
      return value;
    };
  };
  const text = (column: string) => {
    const fault = expected("a text", column);
    return (cell: unknown, row: number): string => {
      if (typeof cell !== "string" || cell === "") throw fault(cell, row);
      return cell;
    };
  };
  const maybe =
    <T>(read: (cell: unknown, row: number) => T) =>
    (cell: unknown, row: number): T | null =>
      cell === null ? null : read(cell, row);

  return {
    entry,
    rows,
    numbers: (column) => cells(column).map(number(column)),
    maybeNumbers: (column) => cells(column).map(maybe(number(column))),
    texts: (column) => cells(column).map(text(column)),
    maybeTexts: (column) => cells(column).map(maybe(text(column))),
    flags: (column) => {
      const fault = expected("true or false", column);
      return cells(column).map((cell, row) => {
        if (typeof cell !== "boolean") throw fault(cell, row);
        return cell;
      });
    },
    dates: (column) => {
      const fault = expected("a date", column);
      return cells(column).map((cell, row) => {
        if (!(cell instanceof Date)) throw fault(cell, row);
        return cell;
      });
    },
  };
}
