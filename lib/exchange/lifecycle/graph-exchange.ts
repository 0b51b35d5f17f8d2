import {
  type Activity,
  type ElementaryFlow,
  type ExchangeDetails,
  type ExchangeGraph,
  type ExchangeType,
  exchangeTypes,
  type Product,
} from "../../lifecycle/graph/exchange-graph.ts";

/** An exchange of a graph with what it is exchanged with, for writers. */
export interface GraphExchange {
  /** Its index. */
  readonly at: number;
  readonly type: ExchangeType;
  /** Absent if it is a `biosphere` exchange, which has `flow`. */
  readonly product?: Product;
  readonly flow?: ElementaryFlow;
  /** Index of the product or flow. */
  readonly place: number;
  readonly amount: number;
  readonly provider: Activity | undefined;
  /** Index of the provider; −1 if none is stated. */
  readonly providerAt: number;
  readonly details: ExchangeDetails;
}

/** The exchanges of each activity, in the order of the activities. */
export function exchangesByActivity(graph: ExchangeGraph): GraphExchange[][] {
  const { count, activity, type, flow, amount, provider, details } = graph.exchanges;
  const lists: GraphExchange[][] = graph.activities.map(() => []);
  for (let at = 0; at < count; at++) {
    const kind = exchangeTypes[type[at]!]!;
    const place = flow[at]!;
    lists[activity[at]!]!.push({
      at,
      type: kind,
      ...(kind === "biosphere" ? { flow: graph.flows[place]! } : { product: graph.products[place]! }),
      place,
      amount: amount[at]!,
      provider: graph.activities[provider[at]!],
      providerAt: provider[at]!,
      details: details.get(at) ?? {},
    });
  }
  return lists;
}

/** For each product, the indices of the activities that make or treat it. */
export function producersOf(graph: ExchangeGraph): number[][] {
  const { count, activity, type, flow } = graph.exchanges;
  const producers: number[][] = graph.products.map(() => []);
  const production = exchangeTypes.indexOf("production");
  for (let at = 0; at < count; at++) {
    if (type[at] !== production) continue;
    const list = producers[flow[at]!]!;
    if (!list.includes(activity[at]!)) list.push(activity[at]!);
  }
  return producers;
}
