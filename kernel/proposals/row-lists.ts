import { Table } from "apache-arrow";

export type Row = Readonly<Record<string, unknown>>;

/** Rows of records within a value: the value itself, or one of its fields. */
export interface RowList {
  /** The field that holds them; null if the value itself does. */
  readonly field: string | null;
  readonly rows: readonly Row[];
  /** A single record, not a list. */
  readonly isSingle: boolean;
  /** An Arrow table, which becomes a list of records when a column is replaced. */
  readonly isTable: boolean;
}

/** Longer lists would be rebuilt in every draw. */
const MOST_ROWS = 2000;

/** The row lists of a value, down to its fields. Fields with getters are not read. */
export function rowListsOf(value: unknown): RowList[] {
  if (value instanceof Table)
    return value.numRows > MOST_ROWS
      ? []
      : [{ field: null, rows: value.toArray().map((row) => ({ ...row })), isSingle: false, isTable: true }];
  if (Array.isArray(value)) return isRows(value) ? [{ field: null, rows: value, isSingle: false, isTable: false }] : [];
  if (!isRecord(value)) return [];
  const own = [{ field: null, rows: [value], isSingle: true, isTable: false }];
  const inFields = Object.entries(Object.getOwnPropertyDescriptors(value)).flatMap(([field, { value: each }]) => {
    if (Array.isArray(each) && isRows(each)) return [{ field, rows: each, isSingle: false, isTable: false }];
    return isRecord(each) ? [{ field, rows: [each], isSingle: true, isTable: false }] : [];
  });
  return [...own, ...inFields];
}

function isRows(values: readonly unknown[]): values is readonly Row[] {
  return values.length > 0 && values.length <= MOST_ROWS && values.every(isRecord);
}

function isRecord(value: unknown): value is Row {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** More uncertain inputs than this are hard to read and slow to divide a spread among: then all rows share one error. */
const MOST_NAMES = 60;
const LONGEST_NAME = 32;

/**
 * The fields whose texts name a row. Rows with the same texts share one error, such as the years of one country. Empty if the
 * rows have no texts, or too many different ones: then all share one error.
 */
export function namingFields(rows: readonly Row[]): string[] {
  const all = Object.keys(rows[0] ?? {}).filter((field) => {
    const values = rows.map((row) => row[field]);
    return values.some((each) => typeof each === "string") && values.every((each) => each === null || isText(each));
  });
  const wanted = countOf(rows, all);
  if (all.length === 0 || wanted < 2 || wanted > MOST_NAMES) return [];
  const alone = all
    .filter((field) => countOf(rows, [field]) === wanted)
    .map((field) => ({ field, length: Math.max(...rows.map((row) => String(row[field] ?? "").length)) }))
    .filter(({ length }) => length <= LONGEST_NAME)
    .sort((a, b) => b.length - a.length);
  if (alone[0]) return [alone[0].field];
  const chosen: string[] = [];
  for (const field of all) if (countOf(rows, [...chosen, field]) > countOf(rows, chosen)) chosen.push(field);
  return chosen;
}

/** The number of different combinations of texts. */
export function countOf(rows: readonly Row[], fields: readonly string[]): number {
  return new Set(rows.map((row) => JSON.stringify(fields.map((field) => row[field])))).size;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
