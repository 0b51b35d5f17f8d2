import { writeNumber as writeDecimals } from "../../../lib/charts/number-text.ts";
import type { Column } from "../../values/column.ts";

/**
 * Formats a value for a table: at most six significant digits, narrow spaces between thousands from 10 000 on, a true minus, `—`
 * for missing values.
 */
export function writeValue(value: unknown, { name, kind }: Pick<Column, "name" | "kind">): string {
  if (value === null || value === undefined) return "—";
  if (typeof value === "bigint") return writeWhole(Number(value));
  if (typeof value === "number" && kind === "number") return /year|年/i.test(name) ? String(value) : writeNumber(value);
  return plainText(value);
}

/** A value as text for other programs: no grouping, empty if missing. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "" : value.toISOString().replace("T00:00:00.000Z", "");
  }
  if (typeof value !== "object") return String(value);
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? Number(part) : part));
}

export function writeNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return writeWhole(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e12)) return withMinus(value.toExponential(4));
  const digits = Math.max(0, Math.min(6, 5 - Math.floor(Math.log10(size || 1))));
  return format(value, digits);
}

/** A number with all significant digits. */
export function writePrecise(value: number): string {
  return withMinus(precise.format(value).replaceAll(",", "\u202f"));
}

export function writeWhole(value: number): string {
  return format(value, 0);
}

const precise = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 12, useGrouping: "min2" });

/** With at most so many decimals: zeros at the end say nothing in a column. */
function format(value: number, decimals: number): string {
  const text = writeDecimals(value, decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function withMinus(text: string): string {
  return text.replace(/^-/, "−");
}

const quoted = /[",\r\n]/;

/** A field of a CSV file. */
export function csvField(text: string): string {
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A field of tab-separated text: tabs and line breaks become a space. */
export function tsvField(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, " ");
}
