import type { SSF } from "@e965/xlsx";
import { Duration } from "../table/duration.ts";
import type { FieldValue } from "../table/field-value.ts";

/** What the number in a cell is by its format. */
export type FormatKind = "number" | "date" | "time" | "duration";

/** What the format of a cell, such as `yyyy-mm-dd`, makes of its number. */
export function formatKind(format: string, { is_date }: typeof SSF): FormatKind {
  // What is quoted or escaped is shown as it is; colours and countries stand in brackets as elapsed hours do.
  const bare = format.replace(/"[^"]*"|\\.|_./g, "");
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return "duration";
  if (!is_date(format)) return "number";
  return /[yd]/i.test(bare.replace(/\[[^\]]*\]/g, "")) ? "date" : "time";
}

/** 1899-12-30 and 1904-01-01, from which days are counted. */
export const EPOCH_1900 = Date.UTC(1899, 11, 30);
export const EPOCH_1904 = Date.UTC(1904, 0, 1);
const DAY = 86_400_000;
/** The year 1900 has a 29 February there; days before it are counted from one day later. */
const FALSE_LEAP = 60;

/** The number of a cell as its format shows it. @param epoch from which the workbook counts days */
export function formattedNumber(value: number, kind: FormatKind, epoch: number): FieldValue {
  if (kind === "number") return value;
  if (kind === "duration") return Duration.ofDays(value);
  if (kind === "time" && value >= 0 && value < 1) return timeOfDay(value);
  const days = epoch === EPOCH_1900 && value < FALSE_LEAP ? value + 1 : value;
  const date = new Date(epoch + Math.round(days * DAY));
  return Number.isNaN(date.getTime()) ? value : date;
}

/** A part of a day as a time: `12:00:00`, with milliseconds where it has them. */
function timeOfDay(part: number): string {
  const time = new Date(Math.min(Math.round(part * DAY), DAY - 1));
  return time
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, "");
}
