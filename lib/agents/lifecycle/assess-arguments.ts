import type { z } from "zod";
import type { Step } from "../../dialogue/plan.ts";
import type { AgentState } from "../state.ts";
import type { LifecycleRequest } from "./request.ts";
import { activityShape, goalShape } from "./shapes.ts";

/** The id of the plant's own operation in the foreground, and the name of its line. */
export const OPERATION = "operation of the plant";

/** Kilograms of units of mass in which a functional unit may be given. */
const kilograms: Readonly<Record<string, number>> = { g: 1e-3, kg: 1, t: 1000, kt: 1e6, Mt: 1e9 };

/** Tonnes of the functional unit; undefined if it is no mass. */
export function tonnesOf({ amount, unit }: { readonly amount: number; readonly unit: string }): number | undefined {
  const each = kilograms[unit];
  return each === undefined ? undefined : (amount * each) / 1000;
}

/** Electricity that the plant buys for a tonne of its product, in MWh; 0 without a plant. */
export function electricityOf(state: AgentState<LifecycleRequest>): number {
  if (!state.results.has("operation")) return 0;
  const bought = exchangesOf(state).find(({ type, product }) => type === "technosphere" && product === "electricity");
  return bought?.amount ?? 0;
}

type Exchange = z.output<typeof activityShape>["activities"][number]["exchanges"][number];

/** The exchanges of the plant for a tonne of its product. */
export function exchangesOf(state: AgentState<LifecycleRequest>): readonly Exchange[] {
  return state.read("operation", activityShape).activities[0]!.exchanges;
}

/**
 * What `lifecycle.assess` is given, by names of the steps before it: the scope, the bill and what the scope assumes. Losses are not: those
 * that would be the feeds without the product let every balance of mass close.
 */
export function assessArguments(state: AgentState<LifecycleRequest>): Step["args"] {
  const { function: made, functionalUnit, boundary } = state.read("goal", goalShape);
  const { place } = state.request;
  const tonnes = tonnesOf(functionalUnit);
  const bought = boundary === "gate-to-gate" ? 0 : electricityOf(state);
  return {
    $from: "background",
    description: made,
    functionalUnit: { ...functionalUnit },
    bill: { $from: "inventory", path: "bill" },
    ...(bought > 0 && tonnes !== undefined
      ? { electricity: { amount: bought * tonnes, unit: "MWh", ...(place === undefined ? {} : { place }) } }
      : {}),
    answers: {
      application: "learning",
      audience: "organisation",
      comparative: "no",
      boundary,
      transport: "none",
      ...(bought > 0 ? {} : { energy: "none" }),
      ...(state.results.has("operation") ? { [`match:${OPERATION}`]: OPERATION } : {}),
    },
  };
}
