import type { Message } from "../message/message.ts";
import { outsideSpan } from "./factor-spans.ts";
import { aboveFuels } from "./intensity-bound.ts";
import { aboveNamed } from "./named-totals.ts";
import { nearlyGas } from "./nearly-gas.ts";
import { aboveWorld } from "./world-totals.ts";

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
