import { factorBetween } from "../graph/unit-names.ts";

/** What the units of the shipped inventories measure: one unit of each kind, as written there. */
const kinds = ["kg", "MJ", "m3", "t*km", "p*km", "kBq", "m2", "m2*a", "m", "h", "Item(s)"] as const;

/** Tens of thousands of exchanges are written in some thirty units. */
const known = new Map<string, string>();

/** What a written unit measures, as the unit of its kind; a unit that converts to none of them measures only itself. */
export function measureOf(unit: string): string {
  const measure = known.get(unit) ?? kinds.find((kind) => factorBetween(unit, kind) !== null) ?? unit;
  known.set(unit, measure);
  return measure;
}
