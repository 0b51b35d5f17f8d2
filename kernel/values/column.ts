import type { Data, Table, Vector } from "apache-arrow";

import { arrowIntervalText, timeText } from "../../lib/files/arrow/time-text.ts";

/** The unit of a column name, if the catalogue has one. */
export type UnitOf = (column: string) => string | undefined;

export type ColumnKind = "number" | "time" | "text" | "other";

/** A column of a table for the viewer. */
export interface Column {
  readonly name: string;
  /** Empty if there is none. */
  readonly unit: string;
  readonly kind: ColumnKind;
  /** The value in a row: a number, a text, a date, …; null if it is missing. */
  get(row: number): unknown;
  /** The numeric value for sorting, filtering and histograms; NaN if the value is missing. */
  number(row: number): number;
}

export function isArrowTable(value: unknown): value is Table {
  const table = value as Partial<Table> | null;
  return typeof table === "object" && table !== null && typeof table.getChildAt === "function" && "schema" in table;
}

/** The columns of a table, with units from its fields or else from the catalogue. */
export function columnsOf(table: Table, unitOf: UnitOf = () => undefined): Column[] {
  return table.schema.fields.map((field, i) => {
    const type = String(field.type);
    const kind = kindOf(type);
    const isLength = type.startsWith("Duration");
    // What a type says of its unit is certain.
    const unit = isLength ? "s" : (field.metadata.get("unit") ?? unitOf(field.name) ?? "");
    const convert = converterOf(type);
    const vector = table.getChildAt(i);
    const read = vector ? readerOf(type.startsWith("Dictionary") ? vector.memoize() : vector) : () => null;
    // Arrow returns DECIMAL and HUGEINT unscaled; the field's scale is applied here.
    const scale = "scale" in field.type ? 10 ** -Number(field.type.scale) : 1;
    const get = type.startsWith("Decimal")
      ? (row: number) => decimal(read(row), scale)
      : convert
        ? (row: number) => {
            const value = read(row);
            return value === null || value === undefined ? null : convert(value);
          }
        : kind === "time"
          ? (row: number) => time(read(row))
          : read;
    const number = (row: number) => {
      const value = get(row);
      return value === null || value === undefined ? Number.NaN : Number(value);
    };
    return { name: field.name, unit: unit === "none" ? "" : unit, kind, get, number };
  });
}

function kindOf(type: string): ColumnKind {
  if (/^(Int\d|Uint|Float|Decimal|Duration)/.test(type)) return "number";
  if (/^(Time(32|64)|Interval|Utf8View)/.test(type)) return "text";
  if (/^(Date|Timestamp)/.test(type)) return "time";
  return /^(Utf8|LargeUtf8|Dictionary<[^,]*, (Large)?Utf8)/.test(type) ? "text" : "other";
}

/** How the values of a type that Arrow gives as integers become what they are: lengths of time in seconds, and texts of times; else null. */
function converterOf(type: string): ((value: unknown) => unknown) | null {
  const [, kind, unit = ""] = /^(Duration|Time32|Time64|Interval)<(\w+)/.exec(type) ?? [];
  if (kind === undefined) return null;
  if (kind === "Interval") return (value) => arrowIntervalText(value as Int32Array, unit);
  const units = perSecond[unit];
  if (units === undefined) return null;
  // As text, so that it is rounded once.
  if (kind === "Duration") return (value) => Number(`${value}e-${Math.log10(units)}`);
  return (value) => timeText(value as number | bigint, units);
}

const perSecond: Readonly<Record<string, number>> = { SECOND: 1, MILLISECOND: 1e3, MICROSECOND: 1e6, NANOSECOND: 1e9 };

/** Reads rows without searching for the chunk of the column each time. */
function readerOf(vector: Vector): (row: number) => unknown {
  const pieces: readonly Data[] = vector.data;
  const [only] = pieces;
  if (pieces.length === 1 && only && only.nullCount === 0 && isNumbers(only)) {
    const { values } = only;
    return (row) => values[row] ?? null;
  }
  return (row) => vector.get(row);
}

/** Whether the numbers of a chunk can be read directly from its array. */
function isNumbers(data: Data): data is Data & { values: Float64Array | Int32Array } {
  const { values } = data as { values?: unknown };
  const numbers = values instanceof Float64Array || values instanceof Float32Array || values instanceof Int32Array;
  return numbers && /^(Float64|Float32|Int32)$/.test(String(data.type)) && values.length >= data.length;
}

/** A 128-bit two's-complement integer, low word first, as a number. */
function decimal(value: unknown, scale: number): number | null {
  if (!(value instanceof Uint32Array)) return value === null || value === undefined ? null : Number(value) * scale;
  let whole = 0n;
  for (let i = value.length - 1; i >= 0; --i) whole = (whole << 32n) | BigInt(value[i]!);
  return Number(BigInt.asIntN(value.length * 32, whole)) * scale;
}

function time(value: unknown): Date | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value : new Date(Number(value));
}
