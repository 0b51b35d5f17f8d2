import { isCategory } from "../../classification/categories.ts";
import { parseUnit } from "../../quantity/unit.ts";
import { type NotationKey, notationKeys, type Problem } from "./inventory.ts";

/** Which column of a sheet holds what. Columns are mapped once and the mapping is kept with the notebook. */
export interface ColumnMapping {
  readonly category: string;
  readonly activity: string;
  /** The column of the unit, or `=kt` for one unit of all rows. */
  readonly unit: string;
  /** For a row a year; left out where the years are columns of their own (2019, 2020, …). */
  readonly year?: string;
  readonly value?: string;
  readonly technology?: string;
  readonly plant?: string;
  readonly note?: string;
}

/** One amount of an activity in one year, or the key that stands in its place. */
export interface ActivityRecord {
  readonly row: number;
  readonly category: string;
  readonly activity: string;
  readonly year: number;
  readonly value: number | NotationKey;
  readonly unit: string;
  readonly technology: string | null;
  readonly plant: string | null;
  readonly note: string | null;
}

type Cells = Readonly<Record<string, unknown>>;

/**
 * Reads activity data as CSV, XLSX or a query gives them. Each problem names row, column and what was expected; the other rows go
 * on. Rows are counted from 1 below the header.
 */
export function readActivity(
  rows: readonly Cells[],
  mapping: ColumnMapping,
): { records: ActivityRecord[]; problems: Problem[] } {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const problems = headerProblems(header, mapping);
  if (problems.length > 0) return { records: [], problems };
  const years = mapping.year === undefined ? header.filter((name) => /^(1[789]|2[01])\d\d$/.test(name.trim())) : [];
  const records: ActivityRecord[] = [];
  rows.forEach((cells, i) => {
    const row = i + 1;
    const report = (column: string, sentence: string) =>
      problems.push({ row, column, message: `Row ${row}, column ${column}: ${sentence}` });
    const shared = readShared(cells, mapping, report);
    if (!shared) return;
    const places =
      mapping.year === undefined
        ? years.map((column) => ({ column, year: Number(column), isWide: true }))
        : [{ column: mapping.value ?? "value", year: yearOf(cells, mapping.year, report), isWide: false }];
    for (const { column, year, isWide } of places) {
      const value =
        year === undefined ? undefined : readValue(cells[column], isWide, (sentence) => report(column, sentence));
      if (value !== undefined) records.push({ row, ...shared, year: year!, value });
    }
  });
  return { records, problems };
}

function headerProblems(header: readonly string[], mapping: ColumnMapping): Problem[] {
  const problems: Problem[] = [];
  const say = (column: string, sentence: string) => problems.push({ row: 0, column, message: `Header: ${sentence}` });
  const nameless = header.filter((name) => /^(\s*|_+empty.*|unnamed.*|column\d+)$/i.test(name));
  if (nameless.length > 0)
    say(
      nameless[0]!,
      `${nameless.length} column${nameless.length > 1 ? "s have" : " has"} no name, as where header cells are merged; give every column a name of its own in one row.`,
    );
  const named = (["category", "activity", "unit", "year", "value", "technology", "plant", "note"] as const).filter(
    (field) => mapping[field] !== undefined && !mapping[field]!.startsWith("="),
  );
  for (const field of named) {
    if (header.includes(mapping[field]!)) continue;
    say(
      mapping[field]!,
      `there is no column "${mapping[field]}" for the ${field}; there are ${header.map((name) => `"${name}"`).join(", ") || "none"}.`,
    );
  }
  if (mapping.year === undefined && !header.some((name) => /^(1[789]|2[01])\d\d$/.test(name.trim())))
    say("year", "no column is mapped to the year, and no column is a year such as 2022.");
  return problems;
}

type Shared = Pick<ActivityRecord, "category" | "activity" | "unit" | "technology" | "plant" | "note">;

function readShared(
  cells: Cells,
  mapping: ColumnMapping,
  report: (column: string, sentence: string) => void,
): Shared | undefined {
  const text = (column: string | undefined): string | null => {
    if (column === undefined) return null;
    if (column.startsWith("=")) return column.slice(1);
    const cell = cells[column];
    return cell === null || cell === undefined || String(cell).trim() === "" ? null : String(cell).trim();
  };
  const [category, activity, unit] = [text(mapping.category), text(mapping.activity), text(mapping.unit)];
  if (category === null || !isCategory(category)) {
    const came = category === null ? "it is empty" : `"${category}" is no category of the IPCC 2006 Guidelines`;
    report(mapping.category, `${came}; a code such as 1.A.1.a is expected.`);
    return undefined;
  }
  if (activity === null) {
    report(mapping.activity, "it is empty; a fuel, product, animal or practice is expected.");
    return undefined;
  }
  if (unit === null) {
    report(mapping.unit, "it is empty; a unit such as kt or TJ is expected.");
    return undefined;
  }
  try {
    parseUnit(unit);
  } catch (error) {
    report(mapping.unit, (error as Error).message);
    return undefined;
  }
  return {
    category,
    activity,
    unit,
    technology: text(mapping.technology),
    plant: text(mapping.plant),
    note: text(mapping.note),
  };
}

function yearOf(cells: Cells, column: string, report: (column: string, sentence: string) => void): number | undefined {
  const year = Number(cells[column]);
  if (Number.isInteger(year) && year >= 1700 && year <= 2200) return year;
  const came =
    cells[column] === null || cells[column] === undefined || cells[column] === ""
      ? "it is empty"
      : `"${cells[column]}" is not a year`;
  report(column, `${came}; a whole number such as 2022 is expected.`);
  return undefined;
}

/** In a wide sheet an empty cell is a year that is missing, which the inventory's total will say; in a long one it is a fault. */
function readValue(
  cell: unknown,
  isWide: boolean,
  report: (sentence: string) => void,
): number | NotationKey | undefined {
  const text = cell === null || cell === undefined ? "" : String(cell).trim();
  if (text === "") {
    if (!isWide) report(`it is empty; a number or one of ${notationKeys.join(", ")} is expected.`);
    return undefined;
  }
  const key = notationKeys.find((candidate) => candidate === text.toUpperCase());
  if (key) return key;
  const value = Number(text);
  if (!Number.isFinite(value)) {
    const hint = /^[\d.,\s']+$/.test(text)
      ? " Write it without separators of thousands, with a point before decimals."
      : "";
    report(`"${text}" is neither a number nor one of ${notationKeys.join(", ")}.${hint}`);
    return undefined;
  }
  if (value < 0) {
    report(`the activity is ${value}; 0 or more is expected.`);
    return undefined;
  }
  return value;
}
