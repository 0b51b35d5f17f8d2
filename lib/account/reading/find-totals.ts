import type { Message } from "../../message/message.ts";
import { isBlank, type Row, textOf } from "./find-tables.ts";
import { unitAsWritten } from "./read-unit.ts";
import { texts } from "./reading-texts.ts";
import { isMeasured, type Measured, type RowAmounts } from "./row-amounts.ts";
import type { RowLabel } from "./row-label.ts";
import type { RowSections } from "./row-sections.ts";
import { cellAt } from "./table-columns.ts";
import { placeOf, type TableRequest } from "./table-request.ts";
import type { TableSums } from "./table-sums.ts";
import { cleanSum, isExactSum, isSum } from "./total-rows.ts";

/** Rows below a total that may be its parts. */
const MOST_BELOW = 2_000;

/** Finds the rows of a table that sum other rows: by their words, and by their values. */
export class TotalsFinder {
  readonly #request: TableRequest;
  readonly #amounts: RowAmounts;
  readonly #sections: RowSections;
  readonly #sums: TableSums;
  readonly #down = new Map<number, Float64Array>();

  constructor(request: TableRequest, amounts: RowAmounts, sections: RowSections, sums: TableSums) {
    this.#request = request;
    this.#amounts = amounts;
    this.#sections = sections;
    this.#sums = sums;
  }

  /** Why a row is a sum; null if it is none. */
  find(r: number, label: RowLabel, found: readonly Measured[]): Message | null {
    if (label.byWords === null) return this.#withoutWord(r, label.text, found);
    if (found.length === 0) return texts.totalByWord();
    const fits =
      found.every((each) => this.#sums.of(each.measure).fits(each.value)) ||
      this.#sums.pieces.fits(found[0]!.value) ||
      this.#fitsBelow(r, found);
    const isChecked = fits || (label.byWords === "all" && this.#sums.units.size > 1);
    const reason = isChecked ? (fits ? texts.total() : texts.totalByWord()) : this.#asked(r, label, found[0]!);
    if (reason !== null) for (const each of found) this.#sums.of(each.measure).end(each.value);
    return reason;
  }

  /** A sum by its words, but not by its value. */
  #asked(r: number, { text, byWords }: RowLabel, { measure, value }: Measured): Message | null {
    const sums = this.#sums.of(measure);
    const place = placeOf(this.#request, r);
    const sum = cleanSum(sums.all);
    const isLikely = byWords === "all" || this.#sums.units.size > 1 || sums.since.count > 1;
    const answer = this.#request.asker.ask(
      {
        key: `total:${place.sheet}:${place.row}`,
        question: () => texts.askTotal({ ...place, name: text, sum, value }),
        options: [
          { value: "total", label: texts.isTotal() },
          { value: "line", label: texts.isLine() },
        ],
        assumed: isLikely ? "total" : "line",
      },
      place,
    );
    return answer === "total" ? texts.totalDiffers({ value, sum }) : null;
  }

  /** Whether the rows below a total that stands first sum to it. */
  #fitsBelow(r: number, found: readonly Measured[]): boolean {
    const { table, columns } = this.#request;
    const last = Math.min(table.end, r + MOST_BELOW);
    return found.every(({ measure, value }) => {
      const sums = this.#sumsDown(columns.measures.indexOf(measure));
      const above = sums[r + 1 - table.body]!;
      for (let k = r + 3; k <= last; k++) if (isSum(value, sums[k - table.body]! - above)) return true;
      return false;
    });
  }

  /** The sum of a measure before each row of the table. */
  #sumsDown(i: number): Float64Array {
    const known = this.#down.get(i);
    if (known) return known;
    const { table, columns } = this.#request;
    const sums = new Float64Array(table.end - table.body + 1);
    for (let r = table.body; r < table.end; r++) {
      const each = this.#amounts.of(r, columns.measures[i]!);
      sums[r - table.body + 1] = sums[r - table.body]! + (isMeasured(each) ? each.value : 0);
    }
    this.#down.set(i, sums);
    return sums;
  }

  /** A row that equals the sum of those above it, without a word for it. */
  #withoutWord(r: number, name: string, found: readonly Measured[]): Message | null {
    if (found.length === 0) return null;
    const row = this.#request.rows[r]!;
    const fits = found.every(({ measure, value }) => {
      const { sum, count } = this.#sums.of(measure).since;
      return count >= 2 && value !== 0 && isExactSum(value, sum);
    });
    if (!(fits && this.#sums.units.size <= 1) && !this.#isSumOfUnit(row, found)) return null;
    if (this.#hasOthers(row) && !this.#isSumAsAnswered(r, name, found[0]!)) return null;
    this.#sums.end();
    return texts.sumWithoutWord();
  }

  /** Whether a row has more than its amounts. */
  #hasOthers(row: Row): boolean {
    const { measures } = this.#request.columns;
    return row.some(
      (cell, c) => textOf(cell) !== "" && !measures.some(({ columns, total }) => columns.includes(c) || total === c),
    );
  }

  #isSumAsAnswered(r: number, name: string, { value }: Measured): boolean {
    const { asker, columns, rows, table } = this.#request;
    const place = placeOf(this.#request, r);
    const next = rows[r + 1] ?? [];
    const isLast = r + 1 >= table.end || isBlank(next) || this.#sections.isHeading(next);
    const { count } = this.#sums.of(columns.measures[0]!).since;
    const digits = String(value).replace(/\D/g, "").replace(/0+$/, "").length;
    const answer = asker.ask(
      {
        key: `sum:${place.sheet}:${place.row}`,
        question: () => texts.askSum({ ...place, name }),
        options: [
          { value: "total", label: texts.isTotal() },
          { value: "line", label: texts.isLine() },
        ],
        assumed: count >= 3 && digits >= 4 && isLast ? "total" : "line",
      },
      place,
    );
    return answer === "total";
  }

  /** Whether an amount is the sum of all above it in its unit, where rows have other units. */
  #isSumOfUnit(row: Row, found: readonly Measured[]): boolean {
    const { at, measures } = this.#request.columns;
    if (measures.length !== 1 || at.unit === undefined || this.#sums.units.size <= 1) return false;
    const sums = this.#sums.ofUnit(unitAsWritten(textOf(cellAt(row, at.unit))).unit);
    const { value } = found[0]!;
    return sums !== undefined && value !== 0 && sums.count >= 3 && isExactSum(value, sums.sum);
  }
}
