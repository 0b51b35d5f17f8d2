import { type ExchangeGraph, exchangeTypes } from "../../lifecycle/graph/exchange-graph.ts";
import type { EcoSpold1Products } from "./ecospold1-products.ts";

const PRODUCTION = exchangeTypes.indexOf("production");
const BIOSPHERE = exchangeTypes.indexOf("biosphere");

/**
 * The graph with products without a place, which no activity makes, replaced by the only made product of the same name, kind and unit:
 * some programs write the place of a product at its maker only. `merged` is called for each with its name.
 */
export function mergedProducts(
  graph: ExchangeGraph,
  ids: EcoSpold1Products,
  merged: (name: string) => void,
): ExchangeGraph {
  const { count, type, flow } = graph.exchanges;
  const made = new Set<number>();
  for (let i = 0; i < count; i++) if (type[i] === PRODUCTION) made.add(flow[i]!);
  const keyOf = (index: number) => {
    const { id, unit } = graph.products[index]!;
    const [name, , ...kind] = ids.partsOf(id);
    return JSON.stringify([name, ...kind, unit]);
  };
  const makers = new Map<string, number[]>();
  for (const index of made) makers.set(keyOf(index), [...(makers.get(keyOf(index)) ?? []), index]);
  const target = new Map<number, number>();
  for (const [index, { id, name }] of graph.products.entries()) {
    if (made.has(index) || ids.partsOf(id)[1] !== "") continue;
    const candidates = makers.get(keyOf(index)) ?? [];
    if (candidates.length !== 1) continue;
    target.set(index, candidates[0]!);
    merged(name);
  }
  if (target.size === 0) return graph;
  const places = new Int32Array(graph.products.length);
  const products = graph.products.filter((_, index) => !target.has(index));
  for (let index = 0, place = 0; index < places.length; index++) places[index] = target.has(index) ? -1 : place++;
  for (const [index, other] of target) places[index] = places[other]!;
  const flows = flow.map((index, i) => (type[i] === BIOSPHERE ? index : places[index]!));
  const details = new Map(
    [...graph.exchanges.details].map(([i, detail]) => [
      i,
      detail.only === undefined ? detail : { ...detail, only: places[detail.only]! },
    ]),
  );
  return { ...graph, products, exchanges: { ...graph.exchanges, flow: flows, details } };
}
