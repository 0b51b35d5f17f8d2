import { bytesToHex } from "@noble/hashes/utils.js";
import { DataType, IntervalUnit, TimeUnit, Type } from "apache-arrow";
import { Duration } from "../table/duration.ts";
import { textOf } from "../table/field-text.ts";
import type { FieldValue } from "../table/field-value.ts";
import type { ColumnType } from "../table/table-reading.ts";
import { arrowIntervalText, timeText } from "./time-text.ts";

/** How the values of a type of Arrow become fields of a table. */
export interface ArrowValues {
  /** The type of the column; null if its values decide: integers of 64 bits may be too large for numbers. */
  readonly type: ColumnType | null;
  /** The unit that the type has; empty if it has none. */
  readonly unit: string;
  /** Reads a value that is not null. */
  readonly read: (value: unknown) => FieldValue;
}

/**
 * How the values of a type are read; null for a type that is not. Every type is named here: one that falls through to the text of a
 * library's object would be read as something else. A dictionary has the type of its words.
 */
export function arrowValuesOf(type: DataType): ArrowValues | null {
  const values = (column: ColumnType | null, read: ArrowValues["read"], unit = "") => ({ type: column, unit, read });
  if (DataType.isDictionary(type)) return arrowValuesOf(type.dictionary);
  if (DataType.isNull(type)) return values("text", () => null);
  if (DataType.isBool(type)) return values("boolean", (value) => value as boolean);
  if (DataType.isInt(type)) return values(type.bitWidth === 64 ? null : "integer", (value) => value as number | bigint);
  if (DataType.isFloat(type)) return values("number", (value) => value as number);
  if (DataType.isDecimal(type)) {
    const { scale } = type;
    return values("number", (value) => decimalOf(value as Uint32Array, scale));
  }
  if (DataType.isDate(type)) return values("date", (value) => timeOf(Number(value)));
  if (DataType.isTimestamp(type)) return values("datetime", (value) => timeOf(Math.floor(Number(value))));
  if (DataType.isTime(type)) {
    const units = perSecond[type.unit];
    return values("text", (value) => timeText(value as number | bigint, units));
  }
  if (DataType.isDuration(type)) {
    const digits = Math.log10(perSecond[type.unit]);
    // As text, so that it is rounded once.
    return values("number", (value) => new Duration(Number(`${value}e-${digits}`)), "s");
  }
  if (DataType.isInterval(type)) {
    const unit = IntervalUnit[type.unit];
    return values("text", (value) => arrowIntervalText(value as Int32Array, unit));
  }
  if (isText(type)) return values("text", (value) => value as string);
  if (isBinary(type)) return values("text", (value) => bytesToHex(value as Uint8Array));
  const nested = plainOf(type);
  return nested && values("text", (value) => JSON.stringify(nested(value)));
}

const perSecond: Readonly<Record<TimeUnit, number>> = {
  [TimeUnit.SECOND]: 1,
  [TimeUnit.MILLISECOND]: 1e3,
  [TimeUnit.MICROSECOND]: 1e6,
  [TimeUnit.NANOSECOND]: 1e9,
};

function isText(type: DataType): boolean {
  return DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isUtf8View(type);
}

function isBinary(type: DataType): boolean {
  const isPlain = DataType.isBinary(type) || DataType.isLargeBinary(type) || DataType.isBinaryView(type);
  return isPlain || DataType.isFixedSizeBinary(type);
}

/** Milliseconds since 1970 as a date; as text if no Date is so far away. */
function timeOf(time: number): Date | string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? `${time} ms` : date;
}

/** A decimal, a two's-complement integer with the low word first, as the nearest number. */
function decimalOf(words: Uint32Array, scale: number): number {
  let whole = 0n;
  for (let i = words.length - 1; i >= 0; i--) whole = (whole << 32n) | BigInt(words[i]!);
  // As text, so that it is rounded once.
  return Number(`${BigInt.asIntN(words.length * 32, whole)}e${-scale}`);
}

/** How the values of a nested type become plain values of JSON; null for a type that is not read. */
function plainOf(type: DataType): ((value: unknown) => unknown) | null {
  const inner = type.children.map((child: { type: DataType }) => partOf(child.type));
  if (inner.includes(null)) return null;
  const parts = inner as ((value: unknown) => unknown)[];
  switch (type.typeId) {
    case Type.List:
    case Type.LargeList:
    case Type.FixedSizeList:
      return (value) => Array.from(value as Iterable<unknown>, parts[0]!);
    case Type.Struct:
      return (value) =>
        Object.fromEntries([...(value as Iterable<[string, unknown]>)].map(([key, each], i) => [key, parts[i]!(each)]));
    case Type.Map: {
      const [key, item] = (type.children[0]!.type as DataType).children.map((child) => partOf(child.type)!);
      return (value) =>
        Object.fromEntries(
          [...(value as Iterable<[unknown, unknown]>)].map(([name, each]) => [String(key!(name)), item!(each)]),
        );
    }
    default:
      return null;
  }
}

/** How a value within another becomes a plain value; null for a type that is not read. */
function partOf(type: DataType): ((value: unknown) => unknown) | null {
  const nested = !DataType.isDictionary(type) && type.children?.length > 0 ? plainOf(type) : null;
  const values = nested ? null : arrowValuesOf(type);
  const read = nested ?? (values && ((value: unknown) => plainField(values.read(value))));
  return read && ((value) => (value === null || value === undefined ? null : read(value)));
}

function plainField(value: FieldValue): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return value instanceof Date || value instanceof Duration ? textOf(value) : value;
}
