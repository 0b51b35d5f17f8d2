import type { Sheet } from "../../lib/files/table/table-file.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("attachment", {
  noSheet: {
    en: "“{file}” has no sheet {sheet}; expected one of {sheets}.",
    zh: "“{file}”没有工作表 {sheet}；应为 {sheets} 之一。",
  },
  brokenRange: {
    en: "`{range}` is not a range of cells; expected a form like `A1:C20`, `B2:` or `:D`.",
    zh: "`{range}` 不是单元格区域；应为 `A1:C20`、`B2:` 或 `:D` 这样的形式。",
  },
});

type Value = Sheet["rows"][number][number];

/** How a sheet is read. */
export interface SheetOptions {
  /** Cells from one corner to the other, such as `A2:C20`; either may be left open. */
  readonly range?: string;
  /** Whether the first row gives the names of the columns; else they are `A`, `B`, …. */
  readonly headers?: boolean;
}

/** The rows of a sheet as objects, with the names of the columns. */
export type SheetRows = Record<string, Value>[] & { readonly columns: readonly string[] };

/** A workbook, as in Observable: the names of its sheets, and their rows. */
export class Workbook {
  readonly sheetNames: readonly string[];
  readonly #sheets: readonly Sheet[];
  readonly #file: string;

  constructor(sheets: readonly Sheet[], file: string) {
    this.#sheets = sheets;
    this.#file = file;
    this.sheetNames = sheets.map(({ name }) => name);
  }

  /** @param name the name of a sheet, or its place from 0 */
  sheet(name: string | number, { range = "", headers = false }: SheetOptions = {}): SheetRows {
    const sheet = this.#sheets[typeof name === "number" ? name : this.sheetNames.indexOf(name)];
    if (!sheet) {
      const sheets = this.sheetNames.map((each) => `“${each}”`).join(", ");
      throw new Fault(texts.noSheet({ file: this.#file, sheet: String(name), sheets }));
    }
    const [[left, top], [right, bottom]] = cornersOf(range);
    const width = Math.max(0, ...sheet.rows.map(({ length }) => length));
    const places = Array.from({ length: Math.max(0, Math.min(right + 1, width) - left) }, (_, i) => left + i);
    const taken = sheet.rows.slice(top, bottom + 1);
    const names = uniqueNames(places, headers ? taken[0] : undefined);
    const rows = taken.slice(headers ? 1 : 0).map((row) => {
      const record: Record<string, Value> = {};
      for (const [i, place] of places.entries()) {
        const value = row[place] ?? null;
        if (value !== null) record[names[i]!] = value;
      }
      return record;
    });
    return Object.assign(rows, { columns: names });
  }
}

function uniqueNames(places: readonly number[], heads: readonly Value[] | undefined): string[] {
  const names: string[] = [];
  for (const place of places) {
    let name = String(heads?.[place] ?? letters(place));
    while (names.includes(name)) name += "_";
    names.push(name);
  }
  return names;
}

/** `A`, `B`, … `Z`, `AA`, …. */
function letters(place: number): string {
  return (place >= 26 ? letters(Math.floor(place / 26) - 1) : "") + String.fromCharCode(65 + (place % 26));
}

type Corner = readonly [column: number, row: number];

/** The first and the last column and row, from 0. */
function cornersOf(range: string): [Corner, Corner] {
  const found = /^([A-Z]*)(\d*):([A-Z]*)(\d*)$/i.exec(range === "" ? ":" : range);
  if (!found) throw new Fault(texts.brokenRange({ range }));
  const [, left, top, right, bottom] = found;
  const last = Number.POSITIVE_INFINITY;
  return [
    [left ? columnOf(left) : 0, top ? Number(top) - 1 : 0],
    [right ? columnOf(right) : last, bottom ? Number(bottom) - 1 : last],
  ];
}

function columnOf(written: string): number {
  return [...written.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
