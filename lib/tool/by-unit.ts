import { parseUnit, type Unit } from "../quantity/unit.ts";

/** The most units that are remembered: there are few, but a faulty loop may create many. */
const MOST = 10_000;

/**
 * What follows from a unit, by how it is written, made once for each. Undefined for texts that are no units: those of tables need not
 * be, and their tools answer for them.
 */
export function byUnit<T>(make: (unit: Unit) => T | undefined): (text: string) => T | undefined {
  const known = new Map<string, T | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    const unit = readable(text);
    const made = unit && make(unit);
    if (known.size > MOST) known.clear();
    known.set(text, made);
    return made;
  };
}

function readable(text: string): Unit | undefined {
  try {
    return parseUnit(text);
  } catch {
    return undefined;
  }
}
