import { exchangeTypes } from "../graph/exchange-graph.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";
import { BALANCE_TOLERANCE } from "./mass-balance.ts";

const TECHNOSPHERE = exchangeTypes.indexOf("technosphere");

/**
 * Nodes of markets that pass on less of their product than they take, within the tolerance of balances: a market changes nothing, so the
 * rest has no burdens. Published so, with 0.73 kg of battery in a kilogram of battery, or because a supplier is cut off.
 *
 * @param isEmpty whether a node has no score because what it takes is cut off.
 */
export function leakingMarkets(system: LinkedSystem, isEmpty: (node: number) => boolean): ReadonlySet<number> {
  const { graph, nodes, technosphereCells: cells } = system;
  const { activities, exchanges } = graph;
  const isMarket = (node: number) => /^market (group )?for\b/i.test(activities[nodes[node]!.activity]!.name);
  const supplied = new Map<number, number>();
  for (let at = 0; at < cells.exchange.length; at++) {
    const [exchange, consumer, supplier] = [cells.exchange[at]!, cells.column[at]!, cells.row[at]!];
    if (exchanges.type[exchange] !== TECHNOSPHERE || !isMarket(consumer)) continue;
    if (exchanges.flow[exchange] !== nodes[consumer]!.product) continue;
    const passed = isEmpty(supplier) ? 0 : exchanges.amount[exchange]!;
    supplied.set(consumer, (supplied.get(consumer) ?? 0) + passed);
  }
  return new Set(
    [...supplied]
      .filter(([node, passed]) => passed < (1 - BALANCE_TOLERANCE) * Math.abs(exchanges.amount[nodes[node]!.exchange]!))
      .map(([node]) => node),
  );
}
