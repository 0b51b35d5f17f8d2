import type { Message } from "../message/message.ts";
import { aboveFuels } from "./intensity-bound.ts";
import { aboveWorld } from "./world-totals.ts";

/** What is odd about a number because of its unit alone: more than the world has, or more CO2 than any fuel gives for its energy. */
export function outsideUnit(value: number, unit: string, field: string): Message[] {
  return [...aboveWorld(value, unit, field), ...aboveFuels(value, unit, field)];
}
