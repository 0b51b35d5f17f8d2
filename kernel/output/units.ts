import type { DatasetEntry } from "../services/catalogue.ts";
import { derivedFrom } from "../services/catalogue-derived.ts";

/** The unit of a column's name, in a catalogue whose tables of own files may change. */
export function unitsIn(catalogue: readonly DatasetEntry[]): (column: string) => string | undefined {
  const units = derivedFrom(catalogue, unitsOf);
  return (column) => units().get(column);
}

/**
 * The units of column names in the catalogue, because the result of a query does not contain the units of its tables. A name
 * with different units in two datasets has none.
 */
export function unitsOf(catalogue: readonly DatasetEntry[]): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { columns } of catalogue) {
    for (const { name, unit } of columns) {
      if ((units.get(name) ?? unit) !== unit) ambiguous.add(name);
      units.set(name, unit);
    }
  }
  for (const name of ambiguous) units.delete(name);
  return units;
}
