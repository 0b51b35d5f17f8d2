import { csvField, plainText, tsvField } from "../../../kernel/output/table/writing.ts";
import type { Rows } from "./rows.ts";
import type { Work } from "./slices.ts";

/** Most cells put on the clipboard; more could hardly be pasted anywhere. */
const CLIPBOARD_CELLS = 500_000;

/** Rows written between two pauses. */
const BLOCK = 512;

interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A range of the shown rows as tab-separated text for spreadsheets, with column names above if it is more than one cell. */
export function tabSeparated(rows: Rows, { top, bottom, left, right }: Range): string {
  const columns = rows.columns.slice(left, right + 1);
  const last = Math.min(bottom, rows.count - 1, top + Math.floor(CLIPBOARD_CELLS / Math.max(1, columns.length)));
  const lines: string[] = [];
  if (last > top || columns.length > 1) lines.push(columns.map(({ name }) => tsvField(name)).join("\t"));
  for (let place = top; place <= last; ++place) {
    const row = rows.at(place);
    lines.push(columns.map((column) => tsvField(plainText(column.get(row)))).join("\t"));
  }
  return lines.join("\n");
}

/** All shown rows as the pieces of a CSV file; column names include units. */
export function* commaSeparated(rows: Rows): Work<string[]> {
  const { columns, count } = rows;
  const pieces: string[] = [
    "\ufeff",
    `${columns.map(({ name, unit }) => csvField(unit ? `${name} (${unit})` : name)).join(",")}\r\n`,
  ];
  let lines: string[] = [];
  for (let place = 0; place < count; ++place) {
    const row = rows.at(place);
    lines.push(columns.map((column) => csvField(plainText(column.get(row)))).join(","));
    if (lines.length < BLOCK && place < count - 1) continue;
    pieces.push(`${lines.join("\r\n")}\r\n`);
    lines = [];
    yield;
  }
  return pieces;
}
