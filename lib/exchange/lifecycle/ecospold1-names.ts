import { type ExchangeGraph, exchangeTypes } from "../../lifecycle/graph/exchange-graph.ts";
import type { ImportNotes } from "./import-notes.ts";
import { lossNotes } from "./writer-notes.ts";

const PRODUCTION = exchangeTypes.indexOf("production");

/** The names by which a format without ids tells products and flows apart. */
export interface WrittenNames {
  /** Of a product as a maker (its index) makes it; −1 if the exchange names none. */
  product(product: number, maker: number): { readonly name: string; readonly location: string };
  flow(flow: number): string;
}

/**
 * Names and places for EcoSpold 1. A product that several activities make is one product for each place of a maker; where names, places
 * and units would be the same, the name is followed by that of the maker, or a number.
 */
export function ecospold1Names(graph: ExchangeGraph, notes: ImportNotes): WrittenNames {
  const { count, type, flow, activity } = graph.exchanges;
  const makers = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    if (type[i] !== PRODUCTION) continue;
    const own = makers.get(flow[i]!);
    if (!own) makers.set(flow[i]!, [activity[i]!]);
    else if (!own.includes(activity[i]!)) own.push(activity[i]!);
  }
  const used = new Set<string>();
  const free = (name: string, maker: string, ...rest: readonly string[]): string => {
    const key = (each: string) => JSON.stringify([each, ...rest]);
    let chosen = name;
    for (let n = 1; used.has(key(chosen)); n++) chosen = n === 1 && maker ? `${name} (${maker})` : `${name} (${n})`;
    if (chosen !== name) notes.add(lossNotes.names, name);
    used.add(key(chosen));
    return chosen;
  };
  const made = new Map<number, Map<number, { name: string; location: string }>>();
  for (const [product, own] of makers) {
    const { name, unit } = graph.products[product]!;
    const labels = new Map<number, { name: string; location: string }>();
    for (const maker of own) {
      const location = graph.activities[maker]!.location ?? "";
      labels.set(maker, { name: free(name, graph.activities[maker]!.name, location, unit), location });
    }
    made.set(product, labels);
  }
  // A product without a place would be taken for a made one of its name and unit.
  const madeNames = new Set(
    [...made].flatMap(([product, labels]) =>
      [...labels.values()].map(({ name }) => [name, graph.products[product]!.unit].join("\n")),
    ),
  );
  const others = new Map<number, { name: string; location: string }>();
  const other = (product: number) => {
    const known = others.get(product);
    if (known) return known;
    const { name, unit } = graph.products[product]!;
    let chosen = free(name, "", "", unit);
    for (let n = 1; madeNames.has([chosen, unit].join("\n")); n++) chosen = free(`${name} [${n}]`, "", "", unit);
    const label = { name: chosen, location: "" };
    others.set(product, label);
    return label;
  };
  const flows = graph.flows.map(({ name, compartment, unit }) => free(name, "", "elementary", compartment, unit));
  return {
    product(product, maker) {
      const labels = made.get(product);
      if (!labels) return other(product);
      const own = labels.get(maker);
      if (own) return own;
      if (labels.size > 1) {
        notes.add(lossNotes.providers, graph.products[product]!.name);
        return other(product);
      }
      return [...labels.values()][0]!;
    },
    flow: (index) => flows[index]!,
  };
}
