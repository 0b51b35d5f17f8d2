import type { CommunicationSheet } from "../../border/cbam/communication-sheets.ts";
import { workbookBytes } from "../../files/workbook/workbook-writer.ts";

/** Units stand in the header, so that a column of numbers holds nothing else. */
const headerOf = ({ columns }: CommunicationSheet): string[] =>
  columns.map(({ title, unit }) => (unit === "" ? title : `${title} [${unit}]`));

/** One CSV file for each sheet (RFC 4180). */
export function communicationCsv(sheets: readonly CommunicationSheet[]): { path: string; text: string }[] {
  return sheets.map((sheet) => ({
    path: `${sheet.name.toLowerCase().replaceAll(" ", "-")}.csv`,
    text: [headerOf(sheet), ...sheet.rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join(""),
  }));
}

function cellOf(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  // A text that begins like a formula would be computed by spreadsheets.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The workbook with a sheet for each, as the bytes of an .xlsx file. The same sheets give the same bytes. */
export function communicationWorkbook(sheets: readonly CommunicationSheet[]): Uint8Array {
  return workbookBytes(
    sheets.map((sheet) => ({ name: `${sheet.name} ${sheet.nameZh}`, rows: [headerOf(sheet), ...sheet.rows] })),
  );
}
