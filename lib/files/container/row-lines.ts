import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";

const texts = messages("import", {
  rowOrder: {
    en: "row {row}: rows were expected in rising order, at most {most}",
    zh: "第 {row} 行：行号应递增，且不超过 {most}",
  },
  tooManyColumns: {
    en: "column {column} of row {row}: at most {most} columns were expected",
    zh: "第 {row} 行第 {column} 列：至多应有 {most} 列",
  },
});

/** The maximum size of a sheet (ECMA-376, Excel's limit); a larger, damaged number could exhaust the memory. */
const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** Converts the rows of a sheet to lines with tab-separated fields: row 12 is line 12; missing rows and cells are empty. */
export class RowLines {
  #lines: string[] = [];
  #fields: string[] = [];
  #row = 0;

  /** Begins a row, counted from 1; by default the next one. Throws RangeError for an invalid row number. */
  row(number: number | undefined): void {
    const row = number ?? this.#row + 1;
    if (!Number.isInteger(row) || row <= this.#row || row > ROWS)
      throw new Fault(texts.rowOrder({ row, most: ROWS }), { name: "RangeError" });
    for (let missing = this.#row + 1; missing < row; missing++) this.#lines.push("");
    this.#row = row;
    this.#fields = [];
  }

  /** Sets a field of the row, counted from 1. Throws RangeError for an invalid column number. */
  cell(column: number, text: string): void {
    if (!(column >= 1 && column <= COLUMNS))
      throw new Fault(texts.tooManyColumns({ column, row: this.#row, most: COLUMNS }), { name: "RangeError" });
    while (this.#fields.length < column - 1) this.#fields.push("");
    this.#fields[column - 1] = fieldOf(text);
  }

  endRow(): void {
    this.#lines.push(this.#fields.join("\t"));
  }

  /** The lines completed since the last call. */
  take(): string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }
}

/** Escapes a text so that it remains one field of one line. */
function fieldOf(text: string): string {
  const line = /[\t\r\n]/.test(text) ? text.replace(/[\t\r\n]+/g, " ") : text;
  return line.startsWith('"') ? `"${line.replaceAll('"', '""')}"` : line;
}
