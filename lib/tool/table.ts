import type { Text } from "../message/message.ts";
import type { ChartDeclaration, Fact, TableCharts } from "./chart-declaration.ts";
import type { UnitOf } from "./unit.ts";

export type ColumnType = "text" | "number" | "integer" | "boolean";

/** The declaration of a column. */
export interface ColumnDeclaration {
  readonly type: ColumnType;
  /** The unit of its numbers, or its path in the result or in `about`; see `unit.ts`. */
  readonly unit?: UnitOf;
  readonly description: Text;
}

/** Numbers in the order of the rows: a list, or a matrix, or a matrix for each stressor, row by row. */
export type Numbers = Float64Array | readonly (number | null)[] | readonly Numbers[];

/** Labels of one axis of a matrix: each is repeated for `each` rows, and the sequence repeats to the end of the table. */
export interface Axis {
  readonly labels: readonly string[];
  readonly each: number;
}

export type ColumnValues = Axis | Numbers | readonly (string | null)[] | readonly (boolean | null)[];

/**
 * A table of a result besides its fields, for plots, queries and display; it is not part of the output's JSON. A
 * column with the numbers of a matrix refers to the matrix itself, so that a table costs almost nothing before it is
 * read.
 */
export interface TableDeclaration {
  readonly description: Text;
  readonly columns: Readonly<Record<string, ColumnDeclaration>>;
  /** The charts that draw it, by name. */
  readonly charts?: Readonly<Record<string, ChartDeclaration>>;
  /**
   * The values of the columns; the length of at least one determines the number of rows. `about` is what the
   * result refers to: its input, and the labels of its resources.
   */
  values(output: never, about: never): Readonly<Record<string, ColumnValues | undefined>>;
}

/** A column with its values and their unit, which is empty if there is none. */
export interface ResultColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit: string;
  readonly values: ColumnValues;
}

export interface ResultTable {
  readonly rows: number;
  readonly columns: readonly ResultColumn[];
  readonly charts?: TableCharts;
}

export function textColumn(description: Text): ColumnDeclaration {
  return { type: "text", description };
}

export function numberColumn(description: Text, unit: UnitOf = "1"): ColumnDeclaration {
  return { type: "number", unit, description };
}

/** A column of integers, such as years. */
export function integerColumn(description: Text): ColumnDeclaration {
  return { type: "integer", description };
}

export function booleanColumn(description: Text): ColumnDeclaration {
  return { type: "boolean", description };
}

/** The tables of a result, by the names in its tool's declaration. */
export function tablesOf(
  declared: Readonly<Record<string, TableDeclaration>>,
  output: unknown,
  about: unknown,
): Record<string, ResultTable> {
  const tables = Object.entries(declared).map(([name, declaration]) => [name, tableOf(declaration, output, about)]);
  return Object.fromEntries(tables);
}

function tableOf(declaration: TableDeclaration, output: unknown, about: unknown): ResultTable {
  const given = declaration.values(output as never, about as never);
  const columns = Object.entries(declaration.columns).flatMap(([name, { type, unit }]) => {
    const values = given[name];
    if (values === undefined) return [];
    return [{ name, type, unit: unit === undefined ? "" : unitFound(unit, [output, about]), values }];
  });
  const lengths = columns.flatMap(({ values }) => (isAxis(values) ? [] : [lengthOf(values)]));
  const rows = lengths[0] ?? 0;
  return declaration.charts
    ? { rows, columns, charts: chartsOf(declaration.charts, [output, about]) }
    : { rows, columns };
}

function chartsOf(declared: Readonly<Record<string, ChartDeclaration>>, places: readonly unknown[]): TableCharts {
  const charts = Object.entries(declared).map(([name, { facts = {}, ...chart }]) => {
    const found = Object.entries(facts).flatMap(([fact, path]) => {
      const value = factAt(path.split("."), places);
      return value === undefined ? [] : [[fact, value] as const];
    });
    return [name, { ...chart, facts: Object.fromEntries(found) }] as const;
  });
  return Object.fromEntries(charts);
}

/** The number or text at a path, if it is the same wherever the path leads. */
function factAt(path: readonly string[], places: readonly unknown[]): Fact | undefined {
  for (const place of places) {
    const ends = path.reduce<readonly unknown[]>((at, step) => at.flatMap((each) => fieldOf(each, step)), [place]);
    const found = new Set(ends.filter((each): each is Fact => typeof each === "string" || typeof each === "number"));
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined;
  }
  return undefined;
}

export function isAxis(values: ColumnValues): values is Axis {
  return !Array.isArray(values) && !ArrayBuffer.isView(values);
}

/** The number of values in lists that may be nested. */
export function lengthOf(values: Exclude<ColumnValues, Axis>): number {
  if (ArrayBuffer.isView(values) || typeof values[0] !== "object" || values[0] === null) return values.length;
  return (values as readonly Exclude<ColumnValues, Axis>[]).reduce((sum, each) => sum + lengthOf(each), 0);
}

/** The value of a unit declaration. Rows of several units have no common unit: they have a column of units. */
export function unitFound(unit: UnitOf, places: readonly unknown[]): string {
  if (typeof unit === "string") return unit === "1" || unit.includes("{") ? "" : unit;
  const parts = unit.unitIn.split(" / ").map((path) => (path === "person" ? path : unitAt(path.split("."), places)));
  return parts.every((part) => part !== "") ? parts.join("/") : "";
}

function unitAt(path: readonly string[], places: readonly unknown[]): string {
  for (const place of places) {
    const ends = path.reduce<readonly unknown[]>((at, step) => at.flatMap((each) => fieldOf(each, step)), [place]);
    const found = new Set(ends.filter((each) => typeof each === "string"));
    if (found.size > 0) return found.size === 1 ? [...found][0]! : "";
  }
  return "";
}

/** A field of a record, or its entries if it is a list. */
function fieldOf(record: unknown, name: string): readonly unknown[] {
  const value = (record as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return Array.isArray(value) ? value : [value];
}
