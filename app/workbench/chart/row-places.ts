import type { PlaceNames } from "./place-names.ts";
import type { PlacedColumn } from "./placed-column.ts";
import type { RowTable } from "./row-table.ts";

/** A column of which at least half of the texts are countries is a column of countries. */
const LEAST_SHARE = 0.5;

/** The columns of texts of which each is compared with the names of countries. */
export function placedColumns({ columns }: RowTable, names: PlaceNames): Map<string, PlacedColumn> {
  return new Map(
    columns.flatMap(({ name, kind, values }) => {
      if (kind !== "text" || values.length === 0) return [];
      const codes = new Map<string, string>();
      const others: string[] = [];
      for (const value of values) {
        const code = names.codeOf(value);
        if (code === undefined) others.push(value);
        else codes.set(value, code);
      }
      return [[name, { codes, others }] as const];
    }),
  );
}

/** The column's countries; null if it is no column of countries. */
export function countriesOf({ places }: RowTable, column: string | null): PlacedColumn | null {
  const placed = column === null ? undefined : places.get(column);
  if (!placed) return null;
  return placed.codes.size >= LEAST_SHARE * (placed.codes.size + placed.others.length) ? placed : null;
}

/** The columns of countries, that with most of them first. */
export function countryColumns(table: RowTable): string[] {
  return [...table.places.keys()]
    .filter((column) => countriesOf(table, column) !== null)
    .sort((a, b) => table.places.get(b)!.codes.size - table.places.get(a)!.codes.size);
}
