import type { FieldValue } from "./field-value.ts";

const DAY = 86_400_000;

/** A value as text; a date in ISO 8601. */
export function textOf(value: Exclude<FieldValue, null>): string {
  if (typeof value === "string") return value;
  if (!(value instanceof Date)) return String(value);
  return Number.isNaN(value.getTime()) ? "" : value.getTime() % DAY === 0 ? isoDay(value) : isoTime(value);
}

/** The day of a time in ISO 8601. */
export function isoDay(time: Date): string {
  return time.toISOString().replace(/T.*$/, "");
}

/** A time in ISO 8601 with a space before the time of day. */
export function isoTime(time: Date): string {
  return time
    .toISOString()
    .replace("T", " ")
    .replace(/(?:\.000)?Z$/, "");
}
