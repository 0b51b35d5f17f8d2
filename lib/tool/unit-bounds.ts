import type { Message } from "../message/message.ts";
import { byUnit } from "./by-unit.ts";
import { outsideSpan, spanRange } from "./factor-spans.ts";
import { aboveFuels, fuelRange } from "./intensity-bound.ts";
import { aboveNamed, namedRange } from "./named-totals.ts";
import { nearlyGas } from "./nearly-gas.ts";
import { aboveWorld, worldRange } from "./world-totals.ts";

/**
 * What is odd about a number because of its unit: more than the world has of anything or of what is named around it, more CO2 than
 * any fuel gives for its energy, a factor far from all that ship, or a unit of what is nearly a gas. `names` gives the texts around it.
 */
export function outsideUnit(value: number, unit: string, field: string, names: () => string = nothing): Message[] {
  const world = aboveWorld(value, unit, field);
  const amounts = world.length > 0 ? world : aboveNamed(value, unit, field, names);
  const fuels = aboveFuels(value, unit, field);
  const factors = fuels.length > 0 ? fuels : outsideSpan(value, unit, field, names);
  return [...amounts, ...factors, ...nearlyGas(unit, field)];
}

const nothing = () => "";

/**
 * Whether nothing can be odd about a number in this unit: for nearly all numbers the answer, which two comparisons give. Units that are
 * none say nothing.
 */
export function isOrdinary(value: number, unit: string): boolean {
  const range = rangeOf(unit);
  if (range === undefined) return true;
  return Math.abs(value) <= range.most && (value <= 0 || value >= range.least);
}

const rangeOf = byUnit((unit) => {
  const { text } = unit;
  if (nearlyGas(text, "").length > 0) return { least: Number.POSITIVE_INFINITY, most: 0 };
  const ranges = [worldRange(text), namedRange(text), fuelRange(text), spanRange(text)];
  const least = Math.max(0, ...ranges.map((range) => range?.least ?? 0));
  const most = Math.min(...ranges.map((range) => range?.most ?? Number.POSITIVE_INFINITY));
  return { least, most };
});
