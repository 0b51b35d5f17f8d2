import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A row of a CSV file by its header, with its line. */
export type CsvRow = Readonly<Record<string, string>>;

/** The tables of reference figures in the folder next to the figures. */
export interface Cases {
  csv(file: string): CsvRow[];
  json(file: string): unknown;
}

export function openCases(folder: string): Cases {
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  return { csv: (file) => readCsv(file, read(file)), json: (file) => JSON.parse(read(file)) };
}

/** Lines that begin with # are remarks. Throws if a row and the header differ in length. */
export function readCsv(file: string, text: string): CsvRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const [header, ...rows] = lines.map(cellsOf);
  return rows.map((cells, row) => {
    if (cells.length !== header!.length)
      throw new Error(`${file}, row ${row}: it has ${cells.length} cells where the header has ${header!.length}.`);
    return Object.fromEntries(header!.map((name, i) => [name, cells[i]!]));
  });
}

function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g))
    cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
  return cells;
}
