import type { Aggregation } from "./aggregation.ts";

/** The files of a database as published, however they are packed. */
export interface SourceFiles {
  /** Paths with forward slashes, as in the archive. */
  readonly paths: readonly string[];
  /**
   * The text of one file in chunks that may end anywhere. For a workbook (.xlsx, .xlsb) the first sheet, or the one named
   * after "#", one row per line with tab-separated fields. `encoding` is that of a text file, UTF-8 by default. Bytes that it does not
   * have end in an ImportError that names file and line, unless they are to be marked by U+FFFD: where a file is only looked at.
   */
  open(path: string, encoding?: string, damage?: "refused" | "marked"): AsyncIterable<string>;
  /** Names of the sheets of a workbook. Omitted if there is no workbook. */
  sheets?(path: string): Promise<readonly string[]>;
}

/** Options and callbacks of an import. */
export interface ImportOptions {
  /** Which stressors to keep, by name or by pattern; by default greenhouse gases, or all if none has such a name. */
  readonly stressors?: RegExp | readonly string[];
  /** Labels aggregated while the files are read, for tables that do not fit in a browser. */
  readonly aggregation?: Aggregation;
  /** Called between blocks of rows; throws if the import is cancelled. */
  readonly pause?: () => void | Promise<void>;
  /** Called with the name of each file when reading begins. */
  readonly step?: (sentence: string) => void;
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The last four-digit year between 1970 and 2059 in a path. */
export function yearIn(path: string): number | undefined {
  const found = [...path.matchAll(/(?<!\d)(19[7-9]\d|20[0-5]\d)(?!\d)/g)].map((match) => Number(match[1]));
  return found.at(-1);
}
