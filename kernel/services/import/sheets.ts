/** The sheets of a workbook as tab-separated texts. */
export interface Sheets {
  /** The names of the sheets, in order. */
  readonly sheets: readonly string[];
  /** The text of a sheet, by default the first; chunks may end anywhere. Throws ImportError. */
  text(sheet: string | undefined, read: (bytes: number) => void): AsyncIterable<string>;
}
