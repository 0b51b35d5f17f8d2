import type { NumberDifference } from "../../kernel/values/number-difference.ts";
import type { ChangedEntry, TableDifference } from "../../kernel/values/table-difference.ts";
import type { ValueDifference } from "../../kernel/values/value-difference.ts";

/** The most rows, columns or numbers that a report names. */
const MAX_NAMED = 8;
const MAX_LENGTH = 80;

const format = new Intl.NumberFormat("en-US", { useGrouping: "min2", maximumSignificantDigits: 7 });

/** A number for people: seven digits, narrow spaces between thousands from 10 000 on. */
export function writeFigure(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return String(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return value.toExponential(4);
  return format.format(value).replaceAll(",", "\u202f");
}

/** `8960 → 9300 (+340, +3.79 %)`. */
function writeChange({ before, after, absolute, relative }: NumberDifference, unit = ""): string {
  const share = relative === null ? "" : `, ${signed(Number((100 * relative).toPrecision(3)))} %`;
  return `${writeFigure(before)} → ${writeFigure(after)}${unit && ` ${unit}`} (${signed(absolute)}${share})`;
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${writeFigure(value)}`;
}

/** What changed in a value, as lines: the first belongs to the name, the others below it. */
export function describeDifference(difference: ValueDifference): string[] {
  switch (difference.kind) {
    case "number":
      return [writeChange(difference, difference.unit)];
    case "table":
      return describeTable(difference);
    case "numbers": {
      const { changed, of, largest, others } = difference;
      const lines = largest.slice(0, MAX_NAMED).map((each) => `${each.at}: ${writeChange(each)}`);
      return [
        `${changed} of ${of} numbers changed`,
        ...lines,
        ...more(changed - lines.length),
        ...(others.length > 0 ? [`other than numbers: ${listed(others)}`] : []),
      ];
    }
    case "other":
      return [`${shorten(difference.before)} → ${shorten(difference.after)}`];
  }
}

function describeTable(table: TableDifference): string[] {
  const { key, rows, changedRows, changedEntries, entries } = table;
  const by = key.length > 0 ? ` (rows by ${key.join(", ")})` : " (rows by their place)";
  const head = `${changedRows} of ${Math.max(...rows)} rows changed${by}`;
  const lists = [
    ["new columns", table.addedColumns],
    ["columns gone", table.removedColumns],
    ["new rows", table.addedRows],
    ["rows gone", table.removedRows],
  ] as const;
  const lines = lists.filter(([, names]) => names.length > 0).map(([noun, names]) => `${noun}: ${listed(names)}`);
  const changes = entries.slice(0, MAX_NAMED).map((entry) => `${entry.row} · ${entry.column}: ${writeEntry(entry)}`);
  return [head, ...lines, ...changes, ...more(changedEntries - changes.length)];
}

function writeEntry({ difference, before, after, unit }: ChangedEntry): string {
  return difference ? writeChange(difference, unit) : `${shorten(before)} → ${shorten(after)}`;
}

function more(count: number): string[] {
  return count > 0 ? [`… and ${count} more`] : [];
}

function listed(names: readonly string[]): string {
  const some = names.slice(0, MAX_NAMED).join(", ");
  return names.length > MAX_NAMED ? `${some}, … (${names.length} in all)` : some;
}

function shorten(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value) ?? "nothing");
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
