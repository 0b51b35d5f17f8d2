import { bytesToHex } from "@noble/hashes/utils.js";
import { intervalText, timeText } from "../arrow/time-text.ts";
import { Duration } from "../table/duration.ts";

/** What the values of a column are. */
export type ParquetKind =
  | "boolean"
  | "int32"
  | "uint32"
  | "int64"
  | "uint64"
  | "float32"
  | "float64"
  | "date"
  | "milliseconds"
  | "microseconds"
  | "nanoseconds"
  /** Nanoseconds of any size: days and the time of day (INT96). */
  | "int96"
  | "dayMilliseconds"
  | "dayMicroseconds"
  | "dayNanoseconds"
  | "interval"
  /** A length of time, of which only Arrow's schema in the file says so. */
  | "duration"
  | "text"
  /** Bytes of which the file does not say that they are text, as some programs write texts. */
  | "bytes"
  | "nested";

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  readonly kind: ParquetKind;
  /** Of decimals, the digits behind the point; of lengths of time, those behind the second. */
  readonly scale: number | undefined;
}

/** A value that is neither null nor a number, as text: lists and objects as JSON. */
export function parquetText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return bytesToHex(value);
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === "bigint") return Number.isSafeInteger(Number(each)) ? Number(each) : String(each);
    return each instanceof Uint8Array ? parquetText(each) : each;
  });
}

/** A number of a column; a decimal as the nearest to what is written. */
export function parquetNumber(value: unknown, { scale }: Pick<ParquetColumn, "scale">): number {
  const number = Number(value);
  if (scale === undefined || scale <= 0) return number;
  const whole = Math.round(number * 10 ** scale);
  return Number.isSafeInteger(whole) ? whole / 10 ** scale : number;
}

const perMillisecond: Partial<Record<ParquetKind, bigint>> = {
  microseconds: 1_000n,
  nanoseconds: 1_000_000n,
  int96: 1_000_000n,
};

/** A date or time as a Date; as text if no Date is so far away. */
export function parquetDate(value: unknown, { kind }: Pick<ParquetColumn, "kind">): Date | string {
  const parts = perMillisecond[kind];
  const time = parts
    ? floorDivided(BigInt(value as bigint), parts)
    : Number(value) * (kind === "date" ? 86_400_000 : 1);
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? `${time} ms` : date;
}

/** Times before 1970 are counted down, so that they are rounded as those after it. */
function floorDivided(value: bigint, by: bigint): number {
  const quotient = value / by;
  return Number(value % by < 0n ? quotient - 1n : quotient);
}

const perSecond: Partial<Record<ParquetKind, number>> = {
  dayMilliseconds: 1e3,
  dayMicroseconds: 1e6,
  dayNanoseconds: 1e9,
};

/** A time of day as text: `14:05:09.5`. */
export function parquetTime(value: unknown, { kind }: Pick<ParquetColumn, "kind">): string {
  return timeText(value as number | bigint, perSecond[kind]!);
}

/** A length of time. */
export function parquetDuration(value: unknown, { scale = 0 }: Pick<ParquetColumn, "scale">): Duration {
  // As text, so that it is rounded once.
  return new Duration(Number(`${value}e-${scale}`));
}

/** Bytes as text: an interval of three numbers as `P14M3DT5S` (LogicalTypes.md), others as their digits. */
export function parquetBytes(value: Uint8Array, { kind }: Pick<ParquetColumn, "kind">): string {
  if (kind !== "interval" || value.length !== 12) return bytesToHex(value);
  const view = new DataView(value.buffer, value.byteOffset, 12);
  const part = (at: number) => view.getUint32(at, true);
  return intervalText(part(0), part(4), BigInt(part(8)) * 1_000_000n);
}
