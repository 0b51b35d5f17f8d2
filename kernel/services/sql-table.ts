import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { ValueTable } from "../values/table.ts";

const texts = messages("services", {
  columnType: {
    en: "The column `{column}` contains values that cannot be used in a query; leave it out, as with `table.select([…])`.",
    zh: "字段 `{column}` 的值不能用于查询；请去掉它，例如用 `table.select([…])`。",
  },
  largeTable: {
    en: "A table of {rows} rows and {columns} columns is too large to be used in a query; {most} values fit.",
    zh: "{rows} 行 {columns} 列的表太大，不能用于查询；至多 {most} 个值。",
  },
});

/** The maximum number of values in a table that is written into a statement. */
const MOST_VALUES = 1_000_000;

/** A table as a parameter of a statement, in the form in which it is sent: `from ${accounts.balance}`. */
export interface SqlTable {
  readonly $columns: readonly { readonly name: string; readonly type: string; readonly values: readonly unknown[] }[];
}

export function isSqlTable(value: unknown): value is SqlTable {
  return typeof value === "object" && value !== null && "$columns" in value && Array.isArray(value.$columns);
}

/** Prepares a table as a parameter. Throws a sentence if it is too large, or has a column with other than plain values. */
export function sqlTable({ rows, columns }: ValueTable): SqlTable {
  if (rows * columns.length > MOST_VALUES) {
    throw new Fault(texts.largeTable({ rows, columns: columns.length, most: MOST_VALUES }));
  }
  const $columns = columns.map(({ name, kind, values }) => {
    if (values.some((value) => typeof value === "bigint")) return wholeColumn(name, values);
    const type = types[kind];
    if (type === undefined) throw new Fault(texts.columnType({ column: name }));
    return { name, type, values };
  });
  return { $columns };
}

/** A column with integers of any size: exact, unless there are fractions among them. */
function wholeColumn(name: string, values: readonly unknown[]): SqlTable["$columns"][number] {
  const isFraction = (value: unknown) => typeof value === "number" && !Number.isSafeInteger(value);
  const number = (value: unknown) => (value === null ? null : Number(value));
  if (values.some(isFraction)) return { name, type: "DOUBLE", values: values.map(number) };
  const whole = values.map((value) => (typeof value === "number" ? BigInt(value) : value));
  const fits = whole.every((value) => typeof value !== "bigint" || BigInt.asIntN(64, value) === value);
  return { name, type: fits ? "BIGINT" : "HUGEINT", values: whole };
}

const types: Readonly<Record<string, string | undefined>> = {
  number: "DOUBLE",
  text: "VARCHAR",
  flag: "BOOLEAN",
  time: "TIMESTAMP",
};

/** The table as a subquery that unnests its columns in parallel. `literal` writes one value. */
export function tableLiteral({ $columns }: SqlTable, literal: (value: unknown) => string): string {
  const columns = $columns.map(({ name, type, values }) => {
    const list = values.map((value) => (typeof value === "number" ? exact(value, literal) : literal(value)));
    return `unnest([${list.join(", ")}]::${type}[]) AS "${String(name).replaceAll('"', '""')}"`;
  });
  return `(SELECT ${columns.join(", ")})`;
}

/** A number with an exponent is parsed exactly as a double; without one, as a decimal. */
function exact(value: number, literal: (value: unknown) => string): string {
  const text = String(value);
  if (!Number.isFinite(value)) return literal(value);
  return text.includes("e") ? text : `${text}e0`;
}
