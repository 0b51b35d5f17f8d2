import { writeSubstance } from "../quantity/substance.ts";
import { parseUnit, type Unit } from "../quantity/unit.ts";

/** By units, of which a sheet has few. */
const substances = new WeakMap<Unit, string | null>();

/** The gas, or CO2e, that a unit is a mass of; undefined for the unit of an activity. */
export function measuredSubstance(unit: string): string | undefined {
  const parsed = parseUnit(unit);
  const known = substances.get(parsed);
  if (known !== undefined) return known ?? undefined;
  const found = findMeasured(parsed);
  substances.set(parsed, found ?? null);
  return found;
}

function findMeasured({ terms }: Unit): string | undefined {
  const of = terms.length === 1 && terms[0]!.exponent === 1 ? terms[0]!.substance : undefined;
  if (!of || of.kind === "material" || of.kind === "element") return undefined;
  return of.kind === "gas" ? writeSubstance({ ...of, basis: "mass" }) : writeSubstance(of);
}
