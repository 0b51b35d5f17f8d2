import type { Message } from "../../message/message.ts";
import type { Measure } from "./column-shapes.ts";
import { shareAmount } from "./composition.ts";
import { type Row, textOf } from "./find-tables.ts";
import { columnOf, formulaError } from "./formula-error.ts";
import { type CellAmount, cellAmount } from "./read-amount.ts";
import type { WrittenUnit } from "./read-unit.ts";
import { texts } from "./reading-texts.ts";
import { cellAt } from "./table-columns.ts";
import { placeOf, type TableRequest } from "./table-request.ts";
import { cleanSum, isSum } from "./total-rows.ts";

/** An amount as the row states it, before its unit is known. */
export interface Measured {
  readonly measure: Measure;
  readonly value: number;
  readonly unit: WrittenUnit | null;
  readonly notes: readonly Message[];
}

/** Why a cell of amounts is none. */
export interface Unmeasured {
  readonly reason: Message;
}

export function isMeasured(each: Measured | Unmeasured | null): each is Measured {
  return each !== null && "value" in each;
}

/** The amounts in the rows of one table. */
export class RowAmounts {
  readonly #request: TableRequest;

  constructor(request: TableRequest) {
    this.#request = request;
  }

  /** The amount of a measure in a row; null if it is empty. */
  of(r: number, measure: Measure): Measured | Unmeasured | null {
    const row = this.#request.rows[r]!;
    if (measure.columns.length > 1) return this.#sumOf(row, measure);
    const [column] = measure.columns;
    const cell = cellAt(row, column);
    const error = formulaError(cell);
    if (error !== null) return { reason: this.#errorIn(r, column!, error) };
    const amount = measure.shareOf === undefined ? cellAmount(cell) : shareAmount(cell);
    if (amount.kind === "missing") return null;
    const value = amount.kind === "none" ? Number.NaN : this.valueOf(amount, column!);
    if (Number.isNaN(value))
      return { reason: texts.unreadable({ ...placeOf(this.#request, r), text: textOf(cell).slice(0, 60) }) };
    return { measure, value, unit: amount.unit, notes: amount.isAbout ? [texts.about()] : [] };
  }

  #errorIn(r: number, c: number, error: string): Message {
    return texts.formulaError({ ...placeOf(this.#request, r), column: columnOf(this.#request.table.heads, c), error });
  }

  /** By the decimal sign of the column. */
  valueOf({ point, comma }: CellAmount, column: number): number {
    return point === comma ? point : (this.#request.decimals.get(column) ?? ".") === "," ? comma : point;
  }

  #sumOf(row: Row, measure: Measure): Measured | null {
    let sum = 0;
    let unit: WrittenUnit | null = null;
    const empty: string[] = [];
    measure.columns.forEach((column, i) => {
      const amount = cellAmount(cellAt(row, column));
      const value = amount.kind === "number" ? this.valueOf(amount, column) : Number.NaN;
      if (Number.isNaN(value)) empty.push(measure.periods[i] ?? "");
      else sum += value;
      unit ??= amount.unit;
    });
    const total = measure.total === null ? null : cellAmount(cellAt(row, measure.total));
    const said = total?.kind === "number" ? this.valueOf(total, measure.total!) : Number.NaN;
    const names = [measure.periods[0] ?? "", measure.periods.at(-1) ?? ""].join(" – ");
    const count = measure.columns.length - empty.length;
    if (count === 0) return Number.isNaN(said) ? null : { measure, value: said, unit, notes: [texts.fromTotal()] };
    const value = cleanSum(sum);
    const notes = [empty.length > 0 ? texts.monthsLack({ count, names, empty }) : texts.months({ count, names })];
    if (!Number.isNaN(said) && !isSum(said, value)) notes.push(texts.rowTotalDiffers({ total: said, sum: value }));
    return { measure, value, unit, notes };
  }

  /** Whether a row has an amount in any column of amounts. */
  isIn(row: Row): boolean {
    return this.#request.columns.measures.some(({ columns }) =>
      columns.some((c) => cellAmount(cellAt(row, c)).kind === "number"),
    );
  }

  /** Pieces of a row where the mass is that of one. */
  countIn(row: Row): number {
    const { at } = this.#request.columns;
    if (at.count === undefined || at["mass each"] === undefined) return 1;
    const amount = cellAmount(cellAt(row, at.count));
    const count = amount.kind === "number" ? this.valueOf(amount, at.count) : Number.NaN;
    return Number.isNaN(count) ? 1 : count;
  }
}
