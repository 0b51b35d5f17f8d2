import type { ExchangeGraph } from "../../lifecycle/graph/exchange-graph.ts";
import { type Message, messages } from "../../message/message.ts";

const texts = messages("exchange.provider", {
  missing: {
    en: "{count} exchanges name a provider that is not among the files; they were kept without one.",
    zh: "{count} 个交换所指定的供应活动不在文件中；已保留这些交换，但不指定供应活动。",
  },
});

/** A note if fewer providers were found than the files name. */
export function providerNote(graph: ExchangeGraph, named: number): Message[] {
  const found = graph.exchanges.provider.reduce((count, place) => count + (place >= 0 ? 1 : 0), 0);
  return named > found ? [texts.missing({ count: named - found })] : [];
}
