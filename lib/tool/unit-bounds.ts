import type { Message } from "../message/message.ts";
import { parseUnit, type Unit } from "../quantity/unit.ts";
import { aboveFuels } from "./intensity-bound.ts";
import { aboveWorld } from "./world-totals.ts";

/** What is odd about a number because of its unit alone: more than the world has, or more CO2 than any fuel gives for its energy. */
export function outsideUnit(value: number, unit: string, field: string): Message[] {
  const known = unitOf(unit);
  return known ? [...aboveWorld(value, unit, field), ...aboveFuels(value, known, field)] : [];
}

/** Texts of tables need not be units: those are what their tools answer for. */
function unitOf(text: string): Unit | undefined {
  try {
    return parseUnit(text);
  } catch {
    return undefined;
  }
}
