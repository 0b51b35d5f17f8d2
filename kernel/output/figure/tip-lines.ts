import type { Sentence } from "../../../lib/message/message.ts";
import { plainText, writeNumber } from "../table/writing.ts";
import type { DrawnScales, DrawnState } from "./drawn-marks.ts";
import { columnsOfMark, type FigureColumn, isDimension } from "./figure-column.ts";
import { findRow } from "./figure-table.ts";
import { figureHost, figureTexts } from "./figure-words.ts";

/** A line of a tip. */
export interface TipLine {
  readonly label: string;
  readonly value: string;
}

/** Most lines of a tip that are taken from other marks: more would hide the figure. */
const MAX_LINES = 8;
/** Most rows of a mark whose other marks are searched: a tip must follow the pointer. */
const MAX_ROWS = 20_000;
/** Significant digits of a value in a tip. */
const DIGITS = 5;

/** Names of the ends of an interval, whose difference says nothing. */
const intervalEnd = /^(?:lo|low|lower|hi|high|upper|min|max|from|to|start|end|q\d+|p\d+|[xy][12])$|year|date|time/i;

/**
 * The lines of a tip for a row of a mark: the mark's own values, those that other marks show of the same row, and, if these are
 * two values along one axis, their difference.
 *
 * @param svg the plot
 */
export function tipLines(svg: Element, state: DrawnState, scales: DrawnScales, row: number): TipLine[] {
  const { write } = figureHost();
  const own = columnsOfMark(state, scales).map((column) => ({ ...column, value: column.at(row) }));
  const lines: { name: Sentence; field: string; unit: string; scale: string; value: unknown }[] = own.filter(
    ({ value }, i) => isPresent(value) && own.findIndex((other) => Object.is(other.value, value)) === i,
  );
  const found = rowsIn(state.data) <= MAX_ROWS ? findRow(svg, state.data, row) : undefined;
  if (found && found.table.columns.length <= MAX_LINES) {
    for (const column of found.table.columns) {
      const value = column.values[found.row];
      const isShown = lines.some((line) =>
        column.field === "" || line.field === "" ? Object.is(line.value, value) : line.field === column.field,
      );
      if (isPresent(value) && !isShown) lines.push({ ...column, value });
    }
  }
  const measures = (line: (typeof lines)[number]) => Number(!isDimension(line.value, line));
  const ordered = lines.toSorted((a, b) => measures(a) - measures(b));
  const written = ordered.map(({ name, field, unit, value }) => ({
    label: write(name),
    value: withUnit(writeTipValue(value, field || write(name)), unit),
  }));
  const difference = differenceOf(found?.table.columns ?? [], found?.row ?? 0);
  return difference ? [...written, difference] : written;
}

/** The second of two values along an axis less the first, and in per cent of it. */
function differenceOf(columns: readonly FigureColumn[], row: number): TipLine | null {
  for (const axis of ["x", "y"]) {
    const along = columns.filter(
      ({ scale, values, field, name }) =>
        scale === axis &&
        typeof values[row] === "number" &&
        !intervalEnd.test(field || (typeof name === "string" ? name : "from")),
    );
    const [first, second] = along;
    if (along.length !== 2 || !first || !second || first.unit !== second.unit) continue;
    const [from, to] = [first.values[row] as number, second.values[row] as number];
    const { write } = figureHost();
    const isShare = first.unit === "%";
    const unit = isShare ? write(figureTexts.points()) : first.unit;
    const relative = isShare || from <= 0 ? "" : ` (${signed(Number((100 * (to / from - 1)).toPrecision(3)))}\u00a0%)`;
    return { label: write(figureTexts.difference()), value: withUnit(signed(rounded(to - from)), unit) + relative };
  }
  return null;
}

function signed(value: number): string {
  const size = writeNumber(Math.abs(value));
  return value < 0 ? `−${size}` : value > 0 ? `+${size}` : size;
}

function writeTipValue(value: unknown, name: string): string {
  if (typeof value !== "number") return plainText(value);
  // Years are not grouped.
  if (/year|年/i.test(name) && Number.isInteger(value)) return String(value);
  return writeNumber(rounded(value));
}

function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}

function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text}\u00a0${unit}`;
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "";
}

function rowsIn(data: unknown): number {
  const { length, numRows } = (data ?? {}) as { length?: number; numRows?: number };
  return numRows ?? length ?? 0;
}
