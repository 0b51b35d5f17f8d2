import { PRODUCTION, TECHNOSPHERE } from "../graph/activity-functions.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";

/**
 * Inputs that name another database for what an activity of the same inventory makes, by name and unit, are taken from that activity:
 * published inventories state "market for anode, graphite" of a licensed database, and carry the anode in the next workbook. The maker
 * is the only one in the workbook of the consumer, else the only one at all; where several could be meant, the input stays as it is. Outputs to be treated
 * are not touched.
 *
 * @param isLinked whether a product has another substitute, which comes first.
 */
export function withOwnProviders(graph: ExchangeGraph, isLinked: (product: number) => boolean): ExchangeGraph {
  const { activities, products, exchanges } = graph;
  const { count, activity, type, amount } = exchanges;
  const [flow, provider] = [exchanges.flow.slice(), exchanges.provider.slice()];
  const key = (product: number) => `${products[product]!.name}|${products[product]!.unit}`;
  const makers = new Map<string, { readonly activity: number; readonly product: number }[]>();
  const isMade = new Uint8Array(products.length);
  for (let e = 0; e < count; e++) {
    if (type[e] !== PRODUCTION) continue;
    isMade[flow[e]!] = 1;
    if (!(amount[e]! > 0)) continue;
    const known = makers.get(key(flow[e]!)) ?? [];
    makers.set(key(flow[e]!), [...known, { activity: activity[e]!, product: flow[e]! }]);
  }
  const workbook = (at: number) => activities[at]!.category;
  for (let e = 0; e < count; e++) {
    if (type[e] !== TECHNOSPHERE || provider[e] !== -1 || !(amount[e]! > 0)) continue;
    if (isMade[flow[e]!] !== 0 || isLinked(flow[e]!)) continue;
    const others = (makers.get(key(flow[e]!)) ?? []).filter((maker) => maker.activity !== activity[e]);
    const near = others.filter((maker) => workbook(maker.activity) === workbook(activity[e]!));
    const only = [near, others].find(({ length }) => length === 1)?.[0];
    if (!only) continue;
    flow[e] = only.product;
    provider[e] = only.activity;
  }
  return { ...graph, exchanges: { ...exchanges, flow, provider } };
}
