import type { Aggregation } from "./aggregation.ts";

/** The files of a database as they were published, however they are packed. */
export interface SourceFiles {
  /** Paths with forward slashes, as they stand in the archive. */
  readonly paths: readonly string[];
  /**
   * The text of one file in chunks that may end anywhere. Of a workbook (.xlsx, .xlsb) the first sheet, or that whose name follows
   * behind "#", one row a line with tabs between its fields.
   */
  open(path: string): AsyncIterable<string>;
  /** Names of the sheets of a workbook. Left out where no path is one. */
  sheets?(path: string): Promise<readonly string[]>;
}

/** What an import may be told, and what it tells. */
export interface ImportOptions {
  /** Which stressors to keep, by name or by pattern; greenhouse gases when left out, and all where none has such a name. */
  readonly stressors?: RegExp | readonly string[];
  /** Labels brought together while the files are read, for tables larger than a browser holds. */
  readonly aggregation?: Aggregation;
  /** Called between blocks of rows; throws when the import is given up. */
  readonly pause?: () => void | Promise<void>;
  /** A line of what is being read. */
  readonly step?: (sentence: string) => void;
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The four digits of a path that can be a year between 1970 and 2059, the last of them first. */
export function yearIn(path: string): number | undefined {
  const found = [...path.matchAll(/(?<!\d)(19[7-9]\d|20[0-5]\d)(?!\d)/g)].map((match) => Number(match[1]));
  return found.at(-1);
}
