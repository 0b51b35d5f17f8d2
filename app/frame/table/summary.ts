import { plainText } from "../../../kernel/output/table/writing.ts";
import type { Column } from "../../../kernel/values/column.ts";
import { STRIDE, type Work } from "./slices.ts";

/** A summary of a column's values. */
export type Summary = { nulls: number } & (
  | { kind: "numbers"; least: number; most: number; bins: Uint32Array }
  /** `distinct` is null if there are more than are counted. */
  | { kind: "texts"; distinct: number | null; top: { text: string; count: number }[] }
);

const BINS = 20;
const TOP = 3;

/** Most different texts that are counted; in a column with more, frequencies say nothing. */
const DISTINCT = 10_000;

/** Reads a whole column: range and histogram of numbers, or the most frequent texts. */
export function* summarise(column: Column, rows: number): Work<Summary> {
  return column.kind === "number" || column.kind === "time"
    ? yield* summariseNumbers(column, rows)
    : yield* summariseTexts(column, rows);
}

function* summariseNumbers(column: Column, rows: number): Work<Summary> {
  let nulls = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows; ++row) {
    if (row % STRIDE === 0) yield;
    const value = column.number(row);
    if (Number.isNaN(value)) ++nulls;
    else {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  const bins = new Uint32Array(BINS);
  const scale = most > least && Number.isFinite(most - least) ? BINS / (most - least) : 0;
  for (let row = 0; row < rows; ++row) {
    if (row % STRIDE === 0) yield;
    const value = column.number(row);
    if (Number.isNaN(value)) continue;
    const bin = Math.min(BINS - 1, Math.floor((value - least) * scale));
    bins[bin] = bins[bin]! + 1;
  }
  return { kind: "numbers", nulls, least, most, bins };
}

function* summariseTexts(column: Column, rows: number): Work<Summary> {
  const counts = new Map<string, number>();
  let nulls = 0;
  let uncounted = false;
  for (let row = 0; row < rows; ++row) {
    if (row % STRIDE === 0) yield;
    const value = column.get(row);
    if (value === null || value === undefined) {
      ++nulls;
      continue;
    }
    const text = plainText(value);
    const count = counts.get(text);
    if (count !== undefined || counts.size < DISTINCT) counts.set(text, (count ?? 0) + 1);
    else uncounted = true;
  }
  const top = [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, TOP);
  return { kind: "texts", nulls, distinct: uncounted ? null : counts.size, top };
}
