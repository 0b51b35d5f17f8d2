import type { RowColumn } from "../../../lib/tool/row-list.ts";
import { missingIn, type PackedColumn, type PackedTable } from "./packed-table.ts";

type Row = Readonly<Record<string, unknown>>;

/** The packed table of a list of records, and its numbers. */
export function rowTable(
  rows: readonly Row[],
  columns: readonly RowColumn[],
): { readonly table: PackedTable; readonly numbers: Float64Array<ArrayBuffer>[] } {
  const numbers: Float64Array<ArrayBuffer>[] = [];
  const packed = columns.map((column): PackedColumn => {
    const { name, type } = column;
    const values = rows.map((row) => row[name] ?? null);
    const said = { name, type, unit: unitOf(column, rows) };
    if (type === "text" || type === "boolean") return { ...said, values: values as (string | boolean | null)[] };
    return { ...said, numbers: numbers.push(Float64Array.from(values, Number)) - 1, missing: missingIn(values) };
  });
  return { table: { rows: rows.length, columns: packed }, numbers };
}

/** The unit of a column, if all rows have the same. */
function unitOf({ unit = "", unitIn }: RowColumn, rows: readonly Row[]): string {
  const one = (name: string) => {
    const [first, ...others] = new Set(rows.map((row) => row[name]));
    return typeof first === "string" && others.length === 0 ? first : undefined;
  };
  if (unitIn !== undefined) return one(unitIn) ?? "";
  const holes = [...unit.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, one(name!)] as const);
  if (holes.some(([, value]) => !value)) return "";
  return holes.reduce((text, [name, value]) => text.replace(`{${name}}`, value!), unit);
}
