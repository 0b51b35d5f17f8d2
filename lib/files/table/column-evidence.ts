import { dateShape, dateShapes } from "./date-text.ts";
import { Duration } from "./duration.ts";
import type { FieldSink, FieldValue } from "./field-value.ts";
import { isMissing } from "./missing-text.ts";
import { type DecimalSign, numberShape, shapes } from "./number-text.ts";
import type { ColumnType, DateOrder } from "./table-reading.ts";

/**
 * Which types the texts of a file may be recognised as: `any` where all values are texts, `dates` where only dates have no form of
 * their own (JSON), `none` where every value has its type.
 */
export type TextTypes = "any" | "dates" | "none";

/** The first value that spoils a type. */
export interface Misfit {
  readonly value: string;
  readonly place: number;
}

const NUMBERS = shapes.point | shapes.comma;
const INTEGERS = shapes.pointInteger | shapes.commaInteger;
const HINTS = shapes.eitherComma | shapes.eitherPoint | shapes.ungrouped;
const ORDERS = dateShapes.ymd | dateShapes.dmy | dateShapes.mdy;
/** After so many values of which most are plain texts, the rest are not examined. */
const ENOUGH = 1_000;
/** A column of texts is said to be almost a number if at least this share of its values are. */
const ALMOST = 0.8;

/** Collects from all values of a column which types it may have. */
export class ColumnEvidence implements FieldSink {
  readonly #texts: TextTypes;
  /** Values that are neither empty nor marked as missing. */
  #values = 0;
  /** Values that have a type of their own, or text that can be no number. */
  #numbers = 0;
  #dates = 0;
  #booleans = 0;
  #durations = 0;
  #plainTexts = 0;
  /** What all numbers so far can be read as; and what some of them hint at. */
  #numberShape: number = NUMBERS | INTEGERS;
  #numberHints = 0;
  #percents = 0;
  #writtenNumbers = 0;
  #dateShape: number = ORDERS;
  #writtenDates = 0;
  #hasTime = false;
  #hasHalf = false;
  #hasOrder = false;
  /** Digits that are codes make the column a text without further words. */
  #codes = 0;
  #firstText: Misfit | null = null;
  #isClosed = false;

  constructor(texts: TextTypes) {
    this.#texts = texts;
  }

  add(value: FieldValue, place: number): void {
    if (value === null || this.#isClosed) return;
    if (typeof value === "string") this.#addText(value, place);
    else {
      this.#values++;
      if (typeof value === "number") {
        this.#numbers++;
        if (!Number.isSafeInteger(value)) this.#numberShape &= ~INTEGERS;
      } else if (typeof value === "bigint") {
        this.#numbers++;
        if (!Number.isSafeInteger(Number(value))) this.#codes++;
      } else if (typeof value === "boolean") this.#booleans++;
      else if (value instanceof Duration) this.#durations++;
      else {
        this.#dates++;
        if (value.getTime() % 86_400_000 !== 0) this.#hasTime = true;
      }
    }
  }

  #addText(given: string, place: number): void {
    const text = trimmed(given);
    if (text.length === 0 || (this.#texts === "any" && isMissing(text))) return;
    this.#values++;
    if (this.#texts === "any") {
      const shape = numberShape(text);
      if (shape & NUMBERS) {
        this.#numbers++;
        this.#writtenNumbers++;
        this.#numberShape &= shape;
        this.#numberHints |= shape & HINTS;
        if (shape & shapes.percent) this.#percents++;
        return;
      }
      if (shape & shapes.code) {
        this.#codes++;
        return;
      }
      if (/^(?:true|false)$/i.test(text)) {
        this.#booleans++;
        return;
      }
    }
    const date = this.#texts === "none" ? 0 : dateShape(text);
    if (date !== 0) {
      this.#dates++;
      this.#writtenDates++;
      this.#dateShape &= date;
      if (date & dateShapes.time) this.#hasTime = true;
      if (date & dateShapes.half) this.#hasHalf = true;
      if (!(date & dateShapes.ymd)) this.#hasOrder = true;
    } else {
      this.#plainTexts++;
      this.#firstText ??= { value: given, place };
      if (this.#values >= ENOUGH && this.#plainTexts * 2 > this.#values) this.#isClosed = true;
    }
  }

  /** Whether numbers are written as text in it. */
  get hasWrittenNumbers(): boolean {
    return this.#writtenNumbers > 0;
  }

  /** Whether the values are numbers if this is the decimal sign. */
  isNumber(decimal: DecimalSign): boolean {
    const wanted = decimal === "." ? shapes.point : shapes.comma;
    return (
      this.#values > 0 && this.#numbers === this.#values && this.#codes === 0 && (this.#numberShape & wanted) !== 0
    );
  }

  /** Whether the values are lengths of time, which as numbers have a unit. */
  get isDuration(): boolean {
    return this.#durations > 0 && this.#durations === this.#values;
  }

  /** Which of the signs may be either decimal or grouping in it; null if none. */
  get eitherSign(): DecimalSign | null {
    if (!this.isNumber(".") || !this.isNumber(",")) return null;
    if (this.#numberHints & shapes.eitherComma) return ",";
    return this.#numberHints & shapes.eitherPoint ? "." : null;
  }

  /** Whether it has integers beyond a thousand that are not grouped. */
  get hasUngrouped(): boolean {
    return (this.#numberHints & shapes.ungrouped) !== 0;
  }

  /** Whether all of its numbers have a percent sign. */
  get isPercent(): boolean {
    return this.#percents > 0 && this.#percents === this.#numbers;
  }

  /** Whether some of its numbers have a percent sign and some have none. */
  get isPartlyPercent(): boolean {
    return this.#percents > 0 && this.#percents < this.#numbers;
  }

  /** Whether it has dates of which only their order says which part is the day. */
  get hasDateOrder(): boolean {
    return this.#hasOrder && this.isDate();
  }

  /** Whether it has dates that are written as text. */
  get hasWrittenDates(): boolean {
    return this.#writtenDates > 0 && this.isDate();
  }

  /** Whether times of day are written with am and pm. */
  get hasHalfDays(): boolean {
    return this.#hasHalf;
  }

  /** Whether the values are dates, in the given order or in any. */
  isDate(order?: DateOrder): boolean {
    const wanted = order === undefined ? ORDERS : dateShapes[order];
    return this.#values > 0 && this.#dates === this.#values && (this.#dateShape & wanted) !== 0;
  }

  /** The type that all values fit. */
  typeBy(decimal: DecimalSign, dates: DateOrder): ColumnType {
    if (this.#values === 0) return "text";
    if (this.#booleans === this.#values) return "boolean";
    if (this.isDuration) return "number";
    if (this.isNumber(decimal)) {
      const integer = decimal === "." ? shapes.pointInteger : shapes.commaInteger;
      return (this.#numberShape & integer) !== 0 && this.#percents === 0 ? "integer" : "number";
    }
    if (this.isDate(dates)) return this.#hasTime ? "datetime" : "date";
    return "text";
  }

  /** The values for which almost all numbers are read as text; null if it is not so. */
  get spoiltNumbers(): { readonly count: number; readonly first: Misfit } | null {
    const count = this.#values - this.#numbers;
    if (this.#isClosed || this.#firstText === null || this.#codes > 0 || count !== this.#plainTexts) return null;
    return this.#numbers >= ALMOST * this.#values ? { count, first: this.#firstText } : null;
  }
}

/** Texts without space around them; most have none. */
export function trimmed(text: string): string {
  const { length } = text;
  if (length === 0) return text;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(length - 1);
  return first <= 32 || last <= 32 || first >= 160 || last >= 160 ? text.trim() : text;
}
