import { exchangesByActivity } from "../../../../lib/exchange/lifecycle/graph-exchanges.ts";
import type { ExchangeGraph } from "../../../../lib/lifecycle/graph/exchange-graph.ts";

/** Relative: a spread that passes through its logarithm or square and back keeps 12 digits. */
const DIGITS = 12;

function rounded(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
  return value;
}

/**
 * A graph without the order of its parts, because files come in any order: activities by id, each with its exchanges, whose flows
 * and providers are written out. `idOf` names a product or flow; formats without ids compare by their names.
 */
export function comparable(graph: ExchangeGraph, by: "id" | "name" = "id") {
  const activities = [...exchangesByActivity(graph)].map((exchanges, i) => {
    const activity = graph.activities[i]!;
    return {
      ...activity,
      id: by === "id" ? activity.id : null,
      exchanges: exchanges
        .map(({ flow, provider, only, ...exchange }) => {
          const of = (exchange.type === "biosphere" ? graph.flows : graph.products)[flow]!;
          const maker = provider < 0 ? null : graph.activities[provider]!;
          return rounded({
            ...exchange,
            flow: by === "id" ? of : { ...of, id: null },
            provider: maker && (by === "id" ? maker.id : maker.name),
            ...(only !== undefined && { only: graph.products[only]!.name }),
          });
        })
        .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
    };
  });
  const parameters = graph.parameters.map(({ activity, ...parameter }) => ({
    ...(rounded(parameter) as object),
    activity: activity === undefined ? null : graph.activities[activity]!.name,
  }));
  return {
    activities: activities.sort((a, b) => compare(a.name, b.name)),
    parameters: parameters.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
