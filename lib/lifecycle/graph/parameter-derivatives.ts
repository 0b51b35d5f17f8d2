import { BIOSPHERE } from "./activity-functions.ts";
import type { ExchangeGraph } from "./exchange-graph.ts";
import { ParameterValues } from "./parameter-values.ts";

/**
 * The derivatives of a result by the parameters of an inventory, from those by the amounts of its exchanges: through the formulas of
 * exchanges, and of parameters that follow from others. That of a parameter with a formula is by the number that would replace it. One
 * for each parameter. Throws LifecycleError if a formula cannot be read.
 *
 * @param byAmount E: ∂h/∂amount of each exchange
 */
export function parameterDerivatives(graph: ExchangeGraph, byAmount: Float64Array): Float64Array {
  const { parameters, exchanges, activities, products, flows } = graph;
  const derivatives = new Float64Array(parameters.length);
  const values = new ParameterValues();
  const places = new Map<string, number>();
  for (const [at, parameter] of parameters.entries()) {
    values.set(parameter);
    places.set(keyOf(parameter), at);
  }
  const add = (formula: string, name: string, activity: number | undefined, weight: number) => {
    for (const { slope, ...parameter } of values.slopesOf(formula, name, activity))
      derivatives[places.get(keyOf(parameter))!]! += weight * slope;
  };
  for (const [e, { formula }] of exchanges.details) {
    if (formula === undefined || byAmount[e] === 0) continue;
    const activity = exchanges.activity[e]!;
    const { name } = (exchanges.type[e] === BIOSPHERE ? flows : products)[exchanges.flow[e]!]!;
    add(formula, `${activities[activity]!.name}: ${name}`, activity, byAmount[e]!);
  }
  // Each parameter stands after those that its formula names, so that backwards all that depends on it is known.
  for (let at = parameters.length - 1; at >= 0; at--) {
    const { formula, name, activity } = parameters[at]!;
    if (formula !== undefined && derivatives[at] !== 0) add(formula, name, activity, derivatives[at]!);
  }
  return derivatives;
}

function keyOf({ name, activity }: { readonly name: string; readonly activity?: number | undefined }): string {
  return `${activity ?? ""}:${name}`;
}
