import { exchangesByActivity } from "../../../../lib/exchange/lifecycle/graph-exchanges.ts";
import type { InventoryFormat } from "../../../../lib/exchange/lifecycle/inventory-format.ts";
import type { SourceFiles } from "../../../../lib/exchange/mrio/source-files.ts";
import type { ExchangeGraph } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";

/** The exchanges of an activity by its name, with the names of flows, providers and owners. */
export function exchangesOf(graph: ExchangeGraph, activity: string) {
  const index = graph.activities.findIndex(({ name }) => name === activity);
  return [...exchangesByActivity(graph)][index]!.map(({ flow, provider, only, ...exchange }) => ({
    ...exchange,
    flow: (exchange.type === "biosphere" ? graph.flows : graph.products)[flow]!.name,
    ...(provider >= 0 && { provider: graph.activities[provider]!.name }),
    ...(only !== undefined && { only: graph.products[only]!.name }),
  }));
}

/** An inventory with its notes written out. */
export async function readBy(format: InventoryFormat, source: SourceFiles) {
  const { graph, notes, title } = await format.read(source, uninterrupted);
  return { graph, title, notes: notes.map((note) => writeMessage(note)) };
}
