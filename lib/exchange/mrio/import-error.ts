/** A file that is not what its name promises. The message names file, line and what was expected. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  readonly file: string;
  /** Counted from 1; undefined when the whole file is concerned. */
  readonly line: number | undefined;
  constructor(file: string, line: number | undefined, sentence: string) {
    super(`${file}${line === undefined ? "" : `, line ${line}`}: ${sentence}`);
    this.file = file;
    this.line = line;
  }
}
