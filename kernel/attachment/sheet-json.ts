import type { Sheet } from "../../lib/files/table/table-file.ts";

/** Sheets as JSON in UTF-8; a date is `{"$date": milliseconds}`. */
export function writeSheets(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const rows = (sheet: Sheet) =>
    sheet.rows.map((row) => row.map((value) => (value instanceof Date ? { $date: value.getTime() } : value)));
  return new TextEncoder().encode(JSON.stringify(sheets.map((sheet) => ({ name: sheet.name, rows: rows(sheet) }))));
}

/** The sheets that `writeSheets` wrote. */
export function readSheets(bytes: Uint8Array): Sheet[] {
  return JSON.parse(new TextDecoder().decode(bytes), (_, value) =>
    typeof value === "object" && value !== null && "$date" in value ? new Date(value.$date) : value,
  );
}
