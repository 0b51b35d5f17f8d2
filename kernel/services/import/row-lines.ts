/** Rows of a sheet as lines with tabs between their fields: row 12 is line 12, rows and cells that are left out are empty. */
export class RowLines {
  #lines: string[] = [];
  #fields: string[] = [];
  #row = 0;

  /** Begins a row, counted from 1; the one after the last where no number is given. */
  row(number: number | undefined): void {
    const row = number ?? this.#row + 1;
    for (let missing = this.#row + 1; missing < row; missing++) this.#lines.push("");
    this.#row = row;
    this.#fields = [];
  }

  /** Sets a field of the row, counted from 1. */
  cell(column: number, text: string): void {
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
