import type { Table } from "apache-arrow";
import { columnsOf } from "../../../kernel/values/column.ts";
import { unitInName } from "../../../lib/account/reading/unit-in-name.ts";
import type { DivisorYears, PlacedColumn } from "./placed-column.ts";

/** Where the rows of a chart come from: a table in a file of the notebook, or the value of a cell. */
export interface RowSource {
  readonly is: "own" | "value";
  readonly name: string;
}

/** A column as far as a chart must know it. */
export interface RowColumn {
  readonly name: string;
  /** What it measures: its name without the unit. */
  readonly label: string;
  readonly unit: string;
  readonly kind: "number" | "text" | "time";
  /** The distinct texts of a column of texts, the most frequent first. */
  readonly values: readonly string[];
  /** The years of a column of years that have rows, in their order; null for other columns. */
  readonly years: readonly number[] | null;
}

/** A table whose columns only its rows tell. */
export interface RowTable {
  readonly source: RowSource;
  readonly title: string;
  readonly columns: readonly RowColumn[];
  /** The columns of numbers that can be drawn, by which years are left out. */
  readonly measures: readonly string[];
  /** The countries in columns of texts, once they were compared with names. */
  readonly places: ReadonlyMap<string, PlacedColumn>;
  /** The years of people and GDP by which values of countries may be divided. */
  readonly divisorYears: DivisorYears;
}

/** So many rows tell what a column holds; those after them may have values that are not offered. */
const MOST_ROWS = 50_000;
/** A column with more distinct texts names each row. */
const MOST_VALUES = 500;

/** The table of columns with their values; null if it has no column of numbers. */
function rowTable(source: RowSource, title: string, columns: readonly RowColumn[]): RowTable | null {
  const measures = columns.filter(({ kind, years }) => kind === "number" && years === null).map(({ name }) => name);
  return measures.length > 0 ? { source, title, columns, measures, places: new Map(), divisorYears: {} } : null;
}

/** What an Arrow table offers. */
export function rowTableOfArrow(source: RowSource, title: string, table: Table): RowTable | null {
  const rows = Math.min(table.numRows, MOST_ROWS);
  const columns = columnsOf(table).flatMap(({ name, unit, kind, get }) =>
    kind === "other"
      ? []
      : [
          rowColumn(
            name,
            unit,
            kind,
            Array.from({ length: rows }, (_, i) => get(i)),
          ),
        ],
  );
  return rowTable(source, title, columns);
}

/** What a list of records offers; null for any other value. */
export function rowTableOfRecords(source: RowSource, title: string, value: unknown): RowTable | null {
  if (!Array.isArray(value)) return null;
  const records = value.slice(0, MOST_ROWS).filter((row): row is Readonly<Record<string, unknown>> => {
    return typeof row === "object" && row !== null && !Array.isArray(row);
  });
  const names = [...new Set(records.slice(0, 100).flatMap((row) => Object.keys(row)))].slice(0, 200);
  const columns = names.flatMap((name) => {
    const values = records.map((row) => (Object.hasOwn(row, name) ? row[name] : null));
    const kind = kindOfValues(values);
    return kind === null ? [] : [rowColumn(name, "", kind, values)];
  });
  return rowTable(source, title, columns);
}

function kindOfValues(values: readonly unknown[]): RowColumn["kind"] | null {
  const kinds = new Set(values.flatMap((value) => (value === null || value === undefined ? [] : [typeof value])));
  if (kinds.size !== 1) return null;
  return kinds.has("number") || kinds.has("bigint") ? "number" : kinds.has("string") ? "text" : null;
}

function rowColumn(name: string, unit: string, kind: RowColumn["kind"], values: readonly unknown[]): RowColumn {
  return {
    name,
    ...named(name, unit),
    kind,
    values: kind === "text" ? frequentTexts(values) : [],
    years: kind === "number" ? yearsIn(name, values) : null,
  };
}

/** "Use (kWh)" is a use in kWh, unless the column states its unit beside its name. */
function named(name: string, unit: string): Pick<RowColumn, "label" | "unit"> {
  const [, label, inner] = /^(.*\S)\s*[([（［]([^()[\]（）［］]+)[)\]）］]\s*$/.exec(name) ?? [];
  const written = label === undefined ? null : unitInName(`(${inner})`);
  const isSame = written?.power === 0 && (unit === "" || unit === written.unit);
  return isSame ? { label: label!, unit: written.unit } : { label: name, unit };
}

function frequentTexts(values: readonly unknown[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value === null || value === undefined) continue;
    const text = String(value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.size > MOST_VALUES) return [];
  }
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!);
}

/** Names of columns of years in both languages. */
const yearNames = /^(?:year|yr|jahr|year_?\w*|\w*_year|年|年份|年度)$/i;

function yearsIn(name: string, values: readonly unknown[]): readonly number[] | null {
  if (!yearNames.test(name)) return null;
  const numbers = values.flatMap((value) => (value === null || value === undefined ? [] : [Number(value)]));
  if (numbers.length === 0 || !numbers.every((year) => Number.isInteger(year) && year >= 1700 && year <= 2200))
    return null;
  return [...new Set(numbers)].sort((a, b) => a - b);
}

export function columnOf(table: RowTable, name: string | null): RowColumn | undefined {
  return table.columns.find((column) => column.name === name);
}
