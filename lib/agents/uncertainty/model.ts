import type { Json } from "../../dialogue/plan.ts";
import type { AgentState } from "../state.ts";
import type { UncertaintyRequest } from "./request.ts";
import { factorShape } from "./shapes.ts";

/** Factors of a fuel that have bounds: its heating value and its emission factor. */
export const factors = [
  { id: "heatingValue", parameter: "NCV" },
  { id: "emissionFactor", parameter: "EF", gas: "CO2" },
] as const;

/** A model as tools of uncertainty take it. */
export interface UncertainModel {
  readonly model: string;
  readonly variables: { readonly [name: string]: Json };
  /** The unit of its result. */
  readonly unit: string;
}

/**
 * The formula and laws that were given, or the combustion of a fuel: tonnes × heating value (TJ/Gg) × factor (kg/TJ) / 10⁶ are t CO2.
 * The laws name the cells of the factors, so that an edit there is seen.
 */
export function modelOf(state: AgentState<UncertaintyRequest>): UncertainModel {
  const { model, variables, amount, unit = "1" } = state.request;
  if (model !== undefined && variables !== undefined)
    return { model, variables: variables as UncertainModel["variables"], unit };
  const laws = factors.map(({ id }) => {
    const { distribution } = state.read(id, factorShape).factor;
    const law = { type: "factor", ...Object.fromEntries(parts.map((part) => [part, from(id, `factor.${part}`)])) };
    return [id, { ...law, law: distribution }];
  });
  return {
    model: `${amount} * heatingValue * emissionFactor / 1e6`,
    variables: Object.fromEntries(laws),
    unit: "t CO2",
  };
}

const parts = ["value", "lo", "hi"] as const;
const from = (step: string, path: string): Json => ({ $from: step, path });
