import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";

const said = messages("import", {
  rowOrder: {
    en: "row {row}: rows were expected in rising order, at most {most}",
    zh: "第 {row} 行：行号应递增，且不超过 {most}",
  },
  tooManyColumns: {
    en: "column {column} of row {row}: at most {most} columns were expected",
    zh: "第 {row} 行第 {column} 列：至多应有 {most} 列",
  },
});

/** The size of a sheet of the format (ECMA-376, Excel's own limit): what a damaged number claims beyond it would fill the memory. */
const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** Rows of a sheet as lines with tabs between their fields: row 12 is line 12, rows and cells that are left out are empty. */
export class RowLines {
  #lines: string[] = [];
  #fields: string[] = [];
  #row = 0;

  /** Begins a row, counted from 1; the one after the last where no number is given. Throws RangeError where no sheet has it. */
  row(number: number | undefined): void {
    const row = number ?? this.#row + 1;
    if (!Number.isInteger(row) || row <= this.#row || row > ROWS)
      throw new Fault(said.rowOrder({ row, most: ROWS }), { name: "RangeError" });
    for (let missing = this.#row + 1; missing < row; missing++) this.#lines.push("");
    this.#row = row;
    this.#fields = [];
  }

  /** Sets a field of the row, counted from 1. Throws RangeError where no sheet has it. */
  cell(column: number, text: string): void {
    if (!(column >= 1 && column <= COLUMNS))
      throw new Fault(said.tooManyColumns({ column, row: this.#row, most: COLUMNS }), { name: "RangeError" });
    while (this.#fields.length < column - 1) this.#fields.push("");
    this.#fields[column - 1] = fieldOf(text);
  }

  endRow(): void {
    this.#lines.push(this.#fields.join("\t"));
  }

  /** The lines that are whole since the last call. */
  take(): string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }
}

/** A text that has to stay one field of one line. */
function fieldOf(text: string): string {
  const line = /[\t\r\n]/.test(text) ? text.replace(/[\t\r\n]+/g, " ") : text;
  return line.startsWith('"') ? `"${line.replaceAll('"', '""')}"` : line;
}
