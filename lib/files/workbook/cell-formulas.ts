import { columnOf } from "../container/xml-part.ts";

/** A formula whose value the file does not have, by its place from 1. */
export interface CellFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

type ValueAt = (row: number, column: number) => unknown;

/** Longer formulas, deeper ones and larger ranges are not calculated. */
const LONGEST = 300;
const DEEPEST = 60;
const MOST_IN_RANGE = 10_000;

/**
 * Calculates formulas of arithmetic and SUM over cells of their own sheet, as programs that write workbooks without a spreadsheet leave them.
 * What else a formula may hold (texts, other sheets, other functions) is not guessed: it has no value. ECMA-376 part 1, 18.17.
 */
export class CellFormulas {
  readonly #formulas = new Map<string, CellFormula>();
  readonly #known = new Map<string, number | null>();
  readonly #valueAt: ValueAt;
  #depth = 0;

  constructor(formulas: readonly CellFormula[], valueAt: ValueAt) {
    for (const each of formulas) this.#formulas.set(`${each.row}:${each.column}`, each);
    this.#valueAt = valueAt;
  }

  /** The value of the formula in a cell; null if it cannot be calculated. */
  valueOf({ row, column, formula }: CellFormula): number | null {
    const key = `${row}:${column}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A formula that needs itself has no value.
    this.#known.set(key, null);
    if (formula.length > LONGEST || this.#depth > DEEPEST) return null;
    this.#depth++;
    const value = new Parser(formula, (r, c) => this.#at(r, c)).value();
    this.#depth--;
    const found = value !== null && Number.isFinite(value) ? value : null;
    this.#known.set(key, found);
    return found;
  }

  /** The number in a cell: 0 of an empty one, null of a text. */
  #at(row: number, column: number): number | null | "text" {
    const formula = this.#formulas.get(`${row}:${column}`);
    if (formula) return this.valueOf(formula);
    const value = this.#valueAt(row, column);
    if (value === undefined || value === null || value === "") return 0;
    return typeof value === "number" ? value : "text";
  }
}

/** Reads one formula from left to right. A part without a value is null, and with it the whole. */
class Parser {
  readonly #tokens: readonly string[];
  readonly #at: (row: number, column: number) => number | null | "text";
  #place = 0;

  constructor(formula: string, at: (row: number, column: number) => number | null | "text") {
    const text = formula.replace(/^=/, "").trim();
    const tokens = text.match(/\$?[A-Z]{1,3}\$?\d{1,7}|SUM(?=\()|\d+(?:\.\d+)?(?:E[+-]?\d+)?|[-+*/():,]|\S/gi) ?? [];
    this.#tokens = tokens;
    this.#at = at;
  }

  value(): number | null {
    const value = this.#sum();
    return this.#place === this.#tokens.length ? value : null;
  }

  #next(token: string): boolean {
    if (this.#tokens[this.#place]?.toUpperCase() !== token) return false;
    this.#place++;
    return true;
  }

  #sum(): number | null {
    let value = this.#product();
    for (;;) {
      const sign = this.#next("+") ? 1 : this.#next("-") ? -1 : 0;
      if (sign === 0) return value;
      const other = this.#product();
      value = value === null || other === null ? null : value + sign * other;
    }
  }

  #product(): number | null {
    let value = this.#part();
    for (;;) {
      const isTimes = this.#next("*");
      if (!isTimes && !this.#next("/")) return value;
      const other = this.#part();
      value = value === null || other === null ? null : isTimes ? value * other : value / other;
    }
  }

  #part(): number | null {
    if (this.#next("-")) {
      const value = this.#part();
      return value === null ? null : -value;
    }
    if (this.#next("(")) {
      const value = this.#sum();
      return this.#next(")") ? value : null;
    }
    if (this.#next("SUM")) return this.#next("(") ? this.#sumOfRanges() : null;
    const token = this.#tokens[this.#place++] ?? "";
    if (/^\d/.test(token)) return Number(token);
    const cell = cellOf(token);
    const value = cell === null ? null : this.#at(cell.row, cell.column);
    return value === "text" ? null : value;
  }

  #sumOfRanges(): number | null {
    let sum: number | null = 0;
    do {
      const from = cellOf(this.#tokens[this.#place++] ?? "");
      const to = this.#next(":") ? cellOf(this.#tokens[this.#place++] ?? "") : from;
      if (from === null || to === null) return null;
      if ((to.row - from.row + 1) * (to.column - from.column + 1) > MOST_IN_RANGE) return null;
      for (let row = from.row; row <= to.row; row++)
        for (let column = from.column; column <= to.column; column++) {
          const value = this.#at(row, column);
          // SUM leaves out texts.
          if (value !== "text") sum = sum === null || value === null ? null : sum + value;
        }
    } while (this.#next(","));
    return this.#next(")") ? sum : null;
  }
}

function cellOf(token: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(token) ?? [];
  const column = letters === undefined ? undefined : columnOf(letters.toUpperCase() + digits);
  return column === undefined ? null : { row: Number(digits), column };
}
