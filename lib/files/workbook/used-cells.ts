import { messages } from "../../message/message.ts";
import type { FieldValue } from "../table/field-value.ts";
import { MOST_SHEET_CELLS, MOST_SHEET_COLUMNS, MOST_SHEET_ROWS } from "../table/limits.ts";
import { TableFileError } from "../table/table-file-error.ts";
import { type CellFormula, CellFormulas } from "./cell-formulas.ts";

const texts = messages("tableFile", {
  beyondSheet: {
    en: 'the sheet "{sheet}" has a cell in row {row} and column {column}, and a sheet has at most {rows} rows and {columns} columns. Open the workbook in a spreadsheet program and save it anew.',
    zh: "工作表“{sheet}”在第 {row} 行、第 {column} 列有单元格，而工作表最多有 {rows} 行、{columns} 列。请用电子表格软件打开并重新保存。",
  },
  tooManyCells: {
    en: 'the sheet "{sheet}" has values from {first} to {last}, which with the empty cells between them makes {cells} cells; at most {most} are read. Delete what stands apart, or save the part that you need as CSV.',
    zh: "工作表“{sheet}”的值从 {first} 延伸到 {last}，连同其间的空单元格共有 {cells} 个，最多读取 {most} 个。请删除远离表格的内容，或将所需的部分另存为 CSV。",
  },
});

/** The part of a sheet between the first and the last row and column that have a value. */
export interface UsedCells {
  readonly rows: readonly (readonly FieldValue[])[];
  /** The number of its first row and column in the sheet, from 1. */
  readonly firstRow: number;
  readonly firstColumn: number;
  /** Places, from 1, of formulas whose value the file does not have: the first twenty. */
  readonly uncomputed?: readonly { readonly row: number; readonly column: number }[];
  /** Places, from 1, of formulas whose value was calculated, as the file does not have it: the first twenty. */
  readonly calculated?: readonly { readonly row: number; readonly column: number }[];
}

/** Formulas without a value that are calculated, and places of such that are told. */
const MOST_FORMULAS = 100_000;
const MOST_TOLD = 20;

interface Row {
  readonly at: number;
  readonly columns: number[];
  readonly values: FieldValue[];
}

/**
 * Collects the cells of a sheet that have a value. Nothing is made for the cells between them before it is known how many these are: a
 * workbook of a kilobyte may have one in the first place and one in the last.
 */
export class CellCollector {
  readonly #file: string;
  readonly #sheet: string;
  readonly #rows: Row[] = [];
  readonly #formulas: CellFormula[] = [];
  #isSorted = true;
  #left = Number.POSITIVE_INFINITY;
  #right = 0;

  constructor(file: string, sheet: string) {
    this.#file = file;
    this.#sheet = sheet;
  }

  /** Adds a cell; row and column are counted from 1. Throws TableFileError for a place that no sheet has. */
  add(row: number, column: number, value: FieldValue): void {
    if (!isWithin(row, MOST_SHEET_ROWS) || !isWithin(column, MOST_SHEET_COLUMNS)) {
      const most = { rows: MOST_SHEET_ROWS, columns: MOST_SHEET_COLUMNS };
      throw new TableFileError(this.#file, texts.beyondSheet({ sheet: this.#sheet, row, column, ...most }));
    }
    if (value === null || value === "") return;
    let last = this.#rows.at(-1);
    if (last?.at !== row) {
      if (last && last.at > row) this.#isSorted = false;
      last = { at: row, columns: [], values: [] };
      this.#rows.push(last);
    }
    last.columns.push(column);
    last.values.push(value);
    this.#left = Math.min(this.#left, column);
    this.#right = Math.max(this.#right, column);
  }

  /** Notes a cell whose formula has no value in the file. */
  addUncomputed(row: number, column: number, formula: string): void {
    if (this.#formulas.length < MOST_FORMULAS) this.#formulas.push({ row, column, formula });
  }

  /** Adds the values of formulas that can be calculated. */
  #calculate(): Pick<UsedCells, "uncomputed" | "calculated"> {
    if (this.#formulas.length === 0) return {};
    const cells = new Map<number, Map<number, FieldValue>>();
    for (const { at, columns, values } of this.#rows) {
      const row = cells.get(at) ?? new Map<number, FieldValue>();
      columns.forEach((column, i) => {
        row.set(column, values[i]!);
      });
      cells.set(at, row);
    }
    const formulas = new CellFormulas(this.#formulas, (row, column) => cells.get(row)?.get(column));
    const [uncomputed, calculated]: { row: number; column: number }[][] = [[], []];
    for (const each of this.#formulas) {
      const value = formulas.valueOf(each);
      const { row, column } = each;
      if (value !== null) this.add(row, column, value);
      const places = value === null ? uncomputed! : calculated!;
      if (places.length < MOST_TOLD) places.push({ row, column });
    }
    return {
      ...(uncomputed!.length > 0 && { uncomputed: uncomputed! }),
      ...(calculated!.length > 0 && { calculated: calculated! }),
    };
  }

  /** The cells as rows. @param taken cells of other sheets, which count too. Throws TableFileError for too many. */
  used(taken: number): UsedCells {
    const told = this.#calculate();
    if (!this.#isSorted) this.#rows.sort((a, b) => a.at - b.at);
    const first = this.#rows[0]?.at;
    if (first === undefined) return { rows: [], firstRow: 1, firstColumn: 1 };
    const last = this.#rows.at(-1)!.at;
    const width = this.#right - this.#left + 1;
    const cells = (last - first + 1) * width;
    if (cells + taken > MOST_SHEET_CELLS) {
      const places = { first: placeOf(first, this.#left), last: placeOf(last, this.#right) };
      const counts = { cells: cells + taken, most: MOST_SHEET_CELLS };
      throw new TableFileError(this.#file, texts.tooManyCells({ sheet: this.#sheet, ...places, ...counts }));
    }
    const blank: FieldValue[] = new Array(width).fill(null);
    const rows: FieldValue[][] = new Array(last - first + 1).fill(blank);
    for (const { at, columns, values } of this.#rows) {
      // Rows that a file has twice are one.
      const row = rows[at - first] === blank ? [...blank] : rows[at - first]!;
      columns.forEach((column, i) => {
        row[column - this.#left] = values[i]!;
      });
      rows[at - first] = row;
    }
    return { rows, firstRow: first, firstColumn: this.#left, ...told };
  }
}

function isWithin(place: number, most: number): boolean {
  return Number.isInteger(place) && place >= 1 && place <= most;
}

/** The name of a cell: `XFD1048576`. */
function placeOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
