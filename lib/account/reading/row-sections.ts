import type { Message } from "../../message/message.ts";
import type { LeftOut } from "../line-shape.ts";
import { type Cell, type Row, textOf } from "./find-tables.ts";
import { formulaError } from "./formula-error.ts";
import { texts } from "./reading-texts.ts";
import type { RowAmounts } from "./row-amounts.ts";
import { yearIn } from "./sheet-context.ts";
import { LONGEST_NAME, type TableRequest } from "./table-request.ts";
import { namesSite } from "./total-rows.ts";

/** What a heading between rows says of the rows below it. */
interface Section {
  readonly site: string | null;
  readonly scope: string | null;
  /** The text that names the year. */
  readonly yearText: string | null;
}

/** Rows below a heading of which one has an amount. */
const BELOW = 5;
/** Longer texts are notes, and longer texts with a year are names. */
const LONGEST_HEADING = 80;
const LONGEST_YEAR = 15;

/** What rows take over from the rows above them: merged cells, and headings. */
export class RowSections {
  readonly #request: TableRequest;
  readonly #amounts: RowAmounts;
  /** What was last said in columns whose cells are merged down. */
  readonly #carried = new Map<number, Cell>();
  #section: Section = { site: null, scope: null, yearText: null };

  constructor(request: TableRequest, amounts: RowAmounts) {
    this.#request = request;
    this.#amounts = amounts;
  }

  get section(): Section {
    return this.#section;
  }

  /** Behind an empty row nothing is carried on. */
  clear(): void {
    this.#carried.clear();
  }

  /** The text in a column, else the last one above it. */
  carried(row: Row, column: number | undefined): string | null {
    if (column === undefined) return null;
    // What cannot be known is not carried on, as a merged cell is.
    if (formulaError(row[column]) !== null) return null;
    const own = textOf(row[column]).slice(0, LONGEST_NAME) || null;
    if (own !== null) this.#carried.set(column, own);
    return own ?? this.above(column);
  }

  /** The last text of a column above a row. */
  above(column: number): string | null {
    const above = this.#carried.get(column);
    return above === undefined ? null : String(above);
  }

  carry(column: number, text: string): void {
    this.#carried.set(column, text);
  }

  /** Whether a row has a text in one of its first columns and nothing else that is read. */
  isHeading(row: Row): boolean {
    const filled = row.flatMap((cell, c) => (textOf(cell) === "" ? [] : [c]));
    return filled.length === 1 && !/^\d/.test(textOf(row[filled[0]!]));
  }

  /** Takes a row with one text for the heading of the rows below it, or for a note. */
  begin(r: number): { readonly kind: LeftOut["kind"]; readonly reason: Message } {
    const { rows, table } = this.#request;
    const text = rows[r]!.map(textOf).find((each) => each !== "")!;
    const below = rows.slice(r + 1, Math.min(table.end, r + 1 + BELOW));
    if (!below.some((row) => this.#amounts.isIn(row)) || text.length > LONGEST_HEADING)
      return { kind: "note", reason: texts.note() };
    this.clear();
    const year = yearIn(text);
    const bare = text.replace(/^[^:：]{1,20}[:：]\s*/, "").trim();
    const section = { ...this.#section, yearText: year === null ? this.#section.yearText : text };
    if (namesSite(text)) this.#section = { ...section, site: bare || text, scope: null };
    else if (year !== null && text.length <= LONGEST_YEAR) this.#section = section;
    else this.#section = { ...section, scope: text };
    return { kind: "title", reason: texts.section() };
  }
}
