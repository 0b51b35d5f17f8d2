import type { Cell } from "./cell.ts";
import { type Condition, isBounds, type Where } from "./request.ts";

/** The conditions in SQL, as a source of a figure is stated; empty for all rows. */
export function sqlOf(where: Where): string {
  return Object.entries(where)
    .flatMap(([column, condition]) => termsOf(column, condition))
    .join(" and ");
}

function termsOf(column: string, condition: Condition): string[] {
  if (!isBounds(condition)) return [amongOf(column, [condition].flat() as Cell[])];
  const { from, to, above, below, not, contains } = condition;
  const compared = [
    [">=", from],
    ["<=", to],
    [">", above],
    ["<", below],
  ] as const;
  return [
    ...compared.flatMap(([by, bound]) => (bound === undefined ? [] : [`${column} ${by} ${literal(bound)}`])),
    ...(not === undefined ? [] : [withoutOf(column, [not].flat() as Cell[])]),
    ...(contains === undefined ? [] : [`contains(${column}, ${literal(contains)})`]),
  ];
}

function amongOf(column: string, cells: readonly Cell[]): string {
  const values = cells.filter((cell) => cell !== null).map(literal);
  const among = values.length === 1 ? `${column} = ${values[0]}` : `${column} in (${values.join(", ")})`;
  if (values.length === cells.length) return among;
  return values.length === 0 ? `${column} is null` : `(${among} or ${column} is null)`;
}

/** A missing value is none of the others, as it is not for SQL's own comparison. */
function withoutOf(column: string, cells: readonly Cell[]): string {
  const values = cells.filter((cell) => cell !== null).map(literal);
  const without = values.length === 1 ? `${column} <> ${values[0]}` : `${column} not in (${values.join(", ")})`;
  if (values.length === cells.length) return `(${without} or ${column} is null)`;
  return values.length === 0 ? `${column} is not null` : `(${without} and ${column} is not null)`;
}

function literal(cell: Cell): string {
  return typeof cell === "string" ? `'${cell.replaceAll("'", "''")}'` : String(cell);
}
