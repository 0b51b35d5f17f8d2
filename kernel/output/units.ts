import type { DatasetEntry } from "../services/catalogue.ts";

/**
 * The units of columns by their names, as the catalogue has them: a query's result has lost the table's own. Where two
 * datasets give a name different units, it stands for none.
 */
export function unitsOf(catalogue: readonly DatasetEntry[]): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  const torn = new Set<string>();
  for (const { columns } of catalogue) {
    for (const { name, unit } of columns) {
      if ((units.get(name) ?? unit) !== unit) torn.add(name);
      units.set(name, unit);
    }
  }
  for (const name of torn) units.delete(name);
  return units;
}
