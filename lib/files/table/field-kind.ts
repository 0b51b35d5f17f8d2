import { trimmed } from "./column-evidence.ts";
import { dateShape } from "./date-text.ts";
import { Duration } from "./duration.ts";
import type { FieldValue } from "./field-value.ts";
import { isMissing } from "./missing-text.ts";
import { numberShape } from "./number-text.ts";

export type Row = readonly FieldValue[];

/** What a field of a head or below it looks like. */
export type FieldKind = "year" | "number" | "date" | "other" | "text";

export function kindOf(value: FieldValue): FieldKind {
  if (typeof value === "number" || typeof value === "bigint") return isYear(String(value)) ? "year" : "number";
  if (value instanceof Duration) return "number";
  if (value instanceof Date) return "date";
  if (typeof value !== "string") return "other";
  const text = trimmed(value);
  if (isYear(text)) return "year";
  if (numberShape(text) !== 0) return "number";
  return dateShape(text) !== 0 ? "date" : "text";
}

function isYear(text: string): boolean {
  return /^(?:1[5-9]|2[01])\d\d$/.test(text);
}

/** The kinds of the values of a column. */
export function kindsIn(rows: readonly Row[], column: number): Set<FieldKind> {
  return new Set(rows.flatMap((row) => (isMissingValue(row[column] ?? null) ? [] : [kindOf(row[column]!)])));
}

function isMissingValue(value: FieldValue): boolean {
  return value === null || (typeof value === "string" && isMissing(trimmed(value)));
}

export function isEmpty(value: FieldValue): boolean {
  return value === null || (typeof value === "string" && trimmed(value) === "");
}

/** The number of fields of a row up to the last that is not empty. */
export function widthOf(row: Row): number {
  let width = row.length;
  while (width > 0 && isEmpty(row[width - 1]!)) width--;
  return width;
}
