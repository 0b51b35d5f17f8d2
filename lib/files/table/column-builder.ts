import {
  Bool,
  type Data,
  DateMillisecond,
  Field,
  Float64,
  Int32,
  makeData,
  TimestampMillisecond,
  Utf8,
} from "apache-arrow";
import { type Message, messages } from "../../message/message.ts";
import { type Misfit, trimmed } from "./column-evidence.ts";
import { dateOf, dateOfDigits } from "./date-text.ts";
import { Duration } from "./duration.ts";
import { isoDay, isoTime, textOf } from "./field-text.ts";
import type { FieldSink, FieldValue } from "./field-value.ts";
import { isMissing } from "./missing-text.ts";
import { type DecimalSign, numberOf } from "./number-text.ts";
import type { ColumnType, DateOrder, ReadColumn } from "./table-reading.ts";

const texts = messages("tableFile", {
  notNumbers: {
    en: '{count} {count:value|values} of `{name}` {count:is no number|are not numbers} and {count:was|were} left empty; the first is "{value}" in {place}.',
    zh: "`{name}` 中有 {count} 个值不是数字，已留空；第一个是{place}的“{value}”。",
  },
  notIntegers: {
    en: '{count} {count:value|values} of `{name}` {count:is no integer|are not integers} and {count:was|were} left empty; the first is "{value}" in {place}.',
    zh: "`{name}` 中有 {count} 个值不是整数，已留空；第一个是{place}的“{value}”。",
  },
  notBooleans: {
    en: '{count} {count:value|values} of `{name}` {count:is|are} neither true nor false and {count:was|were} left empty; the first is "{value}" in {place}.',
    zh: "`{name}` 中有 {count} 个值既不是真也不是假，已留空；第一个是{place}的“{value}”。",
  },
  notDates: {
    en: '{count} {count:value|values} of `{name}` {count:is no date|are not dates} and {count:was|were} left empty; the first is "{value}" in {place}.',
    zh: "`{name}` 中有 {count} 个值不是日期，已留空；第一个是{place}的“{value}”。",
  },
  mixedPercent: {
    en: "Some values of `{name}` have a percent sign and some have none; each number was taken as it is written.",
    zh: "`{name}` 中有的值带百分号，有的不带；数字均按原样读取。",
  },
});

const mismatch: Readonly<Record<Exclude<ColumnType, "text">, typeof texts.notNumbers>> = {
  number: texts.notNumbers,
  integer: texts.notIntegers,
  boolean: texts.notBooleans,
  date: texts.notDates,
  datetime: texts.notDates,
};

/** That a column has numbers with a percent sign and without. */
export function mixedPercent(name: string): Message {
  return texts.mixedPercent({ name });
}

/** How texts are read. */
export interface TextForms {
  readonly decimal: DecimalSign;
  readonly dates: DateOrder;
}

/** Rows for which space is made at first. */
const START = 1_024;
/** Offsets of text are 32 bits wide. */
const MOST_TEXT = 2 ** 31 - 1;
const LONGEST_QUOTED = 60;
const DAY = 86_400_000;

/** Thrown if the texts of a column have more than two gigabytes. */
export class TextTooLarge extends Error {
  override readonly name = "TextTooLarge";
}

/** Builds an Arrow column of one type. A value that does not fit is null, and counted. */
export abstract class ColumnBuilder implements FieldSink {
  readonly column: ReadColumn;
  #rows = 0;
  #nulls = 0;
  #valid = new Uint8Array(START / 8);
  #misfits = 0;
  #first: Misfit | null = null;

  constructor(column: ReadColumn) {
    this.column = column;
  }

  add(value: FieldValue, place: number): void {
    const row = this.#rows++;
    if ((row & 7) === 0 && row >> 3 === this.#valid.length) this.#valid = doubled(this.#valid);
    if (value !== null) {
      const fit = this.write(row, value);
      if (fit > 0) {
        this.#valid[row >> 3]! |= 1 << (row & 7);
        return;
      }
      if (fit < 0) {
        this.#misfits++;
        this.#first ??= { value: textOf(value), place };
      }
    }
    this.#nulls++;
    this.skip(row);
  }

  get rows(): number {
    return this.#rows;
  }

  isNull(row: number): boolean {
    return (this.#valid[row >> 3]! & (1 << (row & 7))) === 0;
  }

  /** The column with its field, which has the unit. */
  finish(): { readonly field: Field; readonly data: Data } {
    const nullBitmap = this.#nulls > 0 ? this.#valid.slice(0, Math.ceil(this.#rows / 8)) : undefined;
    const data = this.data(this.#rows, { nullCount: this.#nulls, ...(nullBitmap && { nullBitmap }) });
    const { name, unit } = this.column;
    const field = new Field(name, data.type, true, unit === "" ? null : new Map([["unit", unit]]));
    return { field, data };
  }

  /** What a reader should know about values that did not fit. `placed` writes the place of a value. */
  notes(placed: (place: number) => Message): Message[] {
    const { name, type } = this.column;
    if (this.#misfits === 0 || type === "text") return [];
    const { value, place } = this.#first!;
    const quoted = value.length > LONGEST_QUOTED ? `${value.slice(0, LONGEST_QUOTED)}…` : value;
    return [mismatch[type]({ count: this.#misfits, name, value: quoted, place: placed(place) })];
  }

  /** Writes a value: 1 if it fits, 0 if it is missing, -1 if it does not fit. */
  protected abstract write(row: number, value: Exclude<FieldValue, null>): number;
  /** Leaves a row empty. */
  protected skip(_row: number): void {}
  protected abstract data(rows: number, nulls: { nullCount: number; nullBitmap?: Uint8Array }): Data;
  /** A value that is not null, as a person reads it. */
  abstract text(row: number): string;
}

/** A builder for a column. */
export function builderOf(column: ReadColumn, forms: TextForms): ColumnBuilder {
  switch (column.type) {
    case "text":
      return new TextBuilder(column);
    case "boolean":
      return new BooleanBuilder(column);
    case "integer":
    case "number":
      return new NumberBuilder(column, forms.decimal);
    default:
      return new TimeBuilder(column, forms.dates);
  }
}

class NumberBuilder extends ColumnBuilder {
  readonly #decimal: DecimalSign;
  readonly #isInteger: boolean;
  #values = new Float64Array(START);
  #percents = 0;
  #plain = 0;

  constructor(column: ReadColumn, decimal: DecimalSign) {
    super(column);
    this.#decimal = decimal;
    this.#isInteger = column.type === "integer";
  }

  protected override write(row: number, value: Exclude<FieldValue, null>): number {
    let number: number;
    if (typeof value === "number") number = value;
    else if (typeof value === "string") {
      const text = trimmed(value);
      number = numberOf(text, this.#decimal);
      if (Number.isNaN(number)) return isMissing(text) ? 0 : -1;
      if (/[%％]$/.test(text)) this.#percents++;
      else this.#plain++;
    } else if (typeof value === "bigint") number = Number(value);
    else if (value instanceof Duration) {
      number = value.in(this.column.unit);
      // Without a unit of time its number would say nothing.
      if (Number.isNaN(number)) return -1;
    } else return -1;
    // JSON has no infinite numbers, and Arrow's NaN is a missing value here.
    if (Number.isNaN(number)) return 0;
    if (this.#isInteger && !Number.isSafeInteger(number)) return -1;
    if (row >= this.#values.length) this.#values = doubled(this.#values);
    this.#values[row] = number;
    return 1;
  }

  protected override skip(row: number): void {
    if (row >= this.#values.length) this.#values = doubled(this.#values);
  }

  override notes(placed: (place: number) => Message): Message[] {
    const mixed = this.#percents > 0 && this.#plain > 0 ? [mixedPercent(this.column.name)] : [];
    return [...super.notes(placed), ...mixed];
  }

  protected override data(length: number, nulls: { nullCount: number; nullBitmap?: Uint8Array }): Data {
    const values = this.#values.subarray(0, length);
    if (this.#isInteger && values.every((value) => (value | 0) === value))
      return makeData({ type: new Int32(), length, ...nulls, data: Int32Array.from(values) });
    return makeData({ type: new Float64(), length, ...nulls, data: values });
  }

  override text(row: number): string {
    return String(this.#values[row]);
  }
}

class TimeBuilder extends ColumnBuilder {
  readonly #order: DateOrder;
  readonly #isDay: boolean;
  #values = new Float64Array(START);

  constructor(column: ReadColumn, order: DateOrder) {
    super(column);
    this.#order = order;
    this.#isDay = column.type === "date";
  }

  protected override write(row: number, value: Exclude<FieldValue, null>): number {
    let time: number;
    if (value instanceof Date) time = value.getTime();
    else if (typeof value === "boolean" || value instanceof Duration) return -1;
    else {
      const text = typeof value === "string" ? trimmed(value) : String(value);
      time = dateOf(text, this.#order);
      if (Number.isNaN(time)) time = dateOfDigits(text);
      if (Number.isNaN(time)) return typeof value === "string" && isMissing(text) ? 0 : -1;
    }
    if (Number.isNaN(time)) return -1;
    if (row >= this.#values.length) this.#values = doubled(this.#values);
    this.#values[row] = this.#isDay ? Math.floor(time / DAY) * DAY : time;
    return 1;
  }

  protected override skip(row: number): void {
    if (row >= this.#values.length) this.#values = doubled(this.#values);
  }

  protected override data(length: number, nulls: { nullCount: number; nullBitmap?: Uint8Array }): Data {
    const data = BigInt64Array.from(this.#values.subarray(0, length), BigInt);
    const type = this.#isDay ? new DateMillisecond() : new TimestampMillisecond();
    return makeData({ type, length, ...nulls, data } as Parameters<typeof makeData>[0]);
  }

  override text(row: number): string {
    const time = new Date(this.#values[row]!);
    return this.#isDay ? isoDay(time) : isoTime(time);
  }
}

const yes = new Set(["true", "t", "yes", "y", "1", "是", "真", "wahr", "ja", "vrai", "oui"]);
const no = new Set(["false", "f", "no", "n", "0", "否", "假", "falsch", "nein", "faux", "non"]);

class BooleanBuilder extends ColumnBuilder {
  #values = new Uint8Array(START / 8);

  protected override write(row: number, value: Exclude<FieldValue, null>): number {
    let flag: boolean;
    if (typeof value === "boolean") flag = value;
    else {
      const text = textOf(value).trim().toLowerCase();
      flag = yes.has(text);
      if (!flag && !no.has(text)) return isMissing(text) ? 0 : -1;
    }
    this.#grow(row);
    if (flag) this.#values[row >> 3]! |= 1 << (row & 7);
    return 1;
  }

  protected override skip(row: number): void {
    this.#grow(row);
  }

  #grow(row: number): void {
    if (row >> 3 >= this.#values.length) this.#values = doubled(this.#values);
  }

  protected override data(length: number, nulls: { nullCount: number; nullBitmap?: Uint8Array }): Data {
    return makeData({ type: new Bool(), length, ...nulls, data: this.#values.subarray(0, Math.ceil(length / 8)) });
  }

  override text(row: number): string {
    return String((this.#values[row >> 3]! & (1 << (row & 7))) !== 0);
  }
}

class TextBuilder extends ColumnBuilder {
  #bytes = new Uint8Array(START * 8);
  #end = 0;
  #offsets = new Int32Array(START + 1);

  protected override write(row: number, value: Exclude<FieldValue, null>): number {
    const text = textOf(value);
    if (text.length === 0) return 0;
    // A character of UTF-16 has at most three bytes in UTF-8.
    const most = this.#end + text.length * 3;
    if (most > MOST_TEXT) throw new TextTooLarge();
    while (most > this.#bytes.length) this.#bytes = doubled(this.#bytes, MOST_TEXT);
    this.#append(text);
    this.#mark(row);
    return 1;
  }

  /** Most texts are short and plain, for which the encoder costs more than it does. */
  #append(text: string): void {
    const { length } = text;
    if (length <= 32) {
      let i = 0;
      for (; i < length; i++) {
        const code = text.charCodeAt(i);
        if (code >= 128) break;
        this.#bytes[this.#end + i] = code;
      }
      if (i === length) {
        this.#end += length;
        return;
      }
    }
    this.#end += encoder.encodeInto(text, this.#bytes.subarray(this.#end)).written;
  }

  protected override skip(row: number): void {
    this.#mark(row);
  }

  #mark(row: number): void {
    if (row + 1 >= this.#offsets.length) this.#offsets = doubled(this.#offsets);
    this.#offsets[row + 1] = this.#end;
  }

  protected override data(length: number, nulls: { nullCount: number; nullBitmap?: Uint8Array }): Data {
    const valueOffsets = this.#offsets.subarray(0, length + 1);
    return makeData({ type: new Utf8(), length, ...nulls, valueOffsets, data: this.#bytes.subarray(0, this.#end) });
  }

  override text(row: number): string {
    return new TextDecoder().decode(this.#bytes.subarray(this.#offsets[row], this.#offsets[row + 1]));
  }
}

const encoder = new TextEncoder();

function doubled<A extends Uint8Array | Int32Array | Float64Array>(values: A, most = Number.POSITIVE_INFINITY): A {
  const longer = new (values.constructor as new (length: number) => A)(Math.min(most, values.length * 2));
  longer.set(values as never);
  return longer;
}
