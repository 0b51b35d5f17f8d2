import {
  type ElementaryFlow,
  type ExchangeDetails,
  type ExchangeGraph,
  type ExchangeType,
  exchangeTypes,
  type Parameter,
  type Product,
} from "../../lifecycle/graph/exchange-graph.ts";

/** One exchange of a graph as a writer needs it. */
export interface GraphExchange extends ExchangeDetails {
  readonly type: ExchangeType;
  /** Index of the product or elementary flow. */
  readonly flow: number;
  readonly amount: number;
  /** Index of the providing activity, or −1. */
  readonly provider: number;
}

/** The exchanges of each activity, activity by activity. */
export function* exchangesByActivity(graph: ExchangeGraph): Generator<readonly GraphExchange[], void, undefined> {
  const { count, activity, type, flow, amount, provider, details } = graph.exchanges;
  let at = 0;
  for (let index = 0; index < graph.activities.length; index++) {
    const own: GraphExchange[] = [];
    for (; at < count && activity[at] === index; at++)
      own.push({
        ...details.get(at),
        type: exchangeTypes[type[at]!]!,
        flow: flow[at]!,
        amount: amount[at]!,
        provider: provider[at]!,
      });
    yield own;
  }
}

export function productOf(graph: ExchangeGraph, exchange: GraphExchange): Product {
  return graph.products[exchange.flow]!;
}

export function flowOf(graph: ExchangeGraph, exchange: GraphExchange): ElementaryFlow {
  return graph.flows[exchange.flow]!;
}

/** The parameters that hold in each activity: its own, before them the global ones. */
export function parametersOf(graph: ExchangeGraph): (activity: number) => readonly Parameter[] {
  const common = graph.parameters.filter(({ activity }) => activity === undefined);
  const own = new Map<number, Parameter[]>();
  for (const parameter of graph.parameters) {
    if (parameter.activity === undefined) continue;
    const list = own.get(parameter.activity);
    if (list) list.push(parameter);
    else own.set(parameter.activity, [parameter]);
  }
  return (activity) => {
    const inner = own.get(activity) ?? [];
    const names = new Set(inner.map(({ name }) => name));
    return [...common.filter(({ name }) => !names.has(name)), ...inner];
  };
}

/** The parameters that formulas name, directly or through others, in their order. */
export function neededParameters(
  parameters: readonly Parameter[],
  formulas: readonly (string | undefined)[],
): readonly Parameter[] {
  const names = new Set<string>();
  const add = (formula: string | undefined) => {
    for (const [name] of formula?.matchAll(/[\p{L}_][\p{L}\p{N}_.]*/gu) ?? []) names.add(name);
  };
  formulas.forEach(add);
  const needed: Parameter[] = [];
  // From the last to the first, because a formula names only parameters before its own.
  for (const parameter of parameters.toReversed()) {
    if (!names.has(parameter.name)) continue;
    needed.push(parameter);
    add(parameter.formula);
  }
  return needed.reverse();
}
