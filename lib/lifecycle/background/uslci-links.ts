import { type ExchangeGraph, exchangeTypes } from "../graph/exchange-graph.ts";

/** What became of the inputs of products of `linkUslci`. */
export interface UslciLinks {
  /** The graph with the provider of each input that has one. */
  readonly graph: ExchangeGraph;
  /** Inputs of products, credits included; wastes to be treated are not among them. */
  readonly inputs: number;
  /** Exchanges (their indices) of inputs that no process of the release makes, or only as a coproduct. */
  readonly unmade: readonly number[];
  /** Inputs of an activity from itself of half of its output or more, which are cut off. */
  readonly ownHalves: readonly number[];
  /** Inputs for which several processes could be taken. */
  readonly ambiguous: number;
}

/** Which process of several is taken. */
export interface UslciRules {
  /** The provider of "Electricity, at grid", by id: the Eastern US grid. */
  readonly grid: string;
  /** Places of consumers that take the grid of their own place instead. */
  readonly ownGrid: readonly string[];
  /** An activity does not take from itself this share of its output or more. */
  readonly ownShare: number;
}

/** The rules of the published check `uslci_result`. All burdens of an activity stay with its reference product. */
export const uslciRules: UslciRules = { grid: "uslci:128", ownGrid: ["CN"], ownShare: 0.5 };

const production = exchangeTypes.indexOf("production");
const technosphere = exchangeTypes.indexOf("technosphere");
const substitution = exchangeTypes.indexOf("substitution");
const gridElectricity = "Electricity, at grid";

/**
 * Chooses a provider for each input of a product by the name of the product: for electricity of the grid the process that the rules
 * name; otherwise, of the processes with this reference product, the first at the consumer's place, else the first of the US, else the
 * first of the release. Coproducts provide nothing: there is no allocation. What has no provider keeps −1 and is listed.
 */
export function linkUslci(graph: ExchangeGraph, rules: UslciRules = uslciRules): UslciLinks {
  const { activities, exchanges, products } = graph;
  const makers = new Map<number, number[]>();
  const output = new Float64Array(activities.length);
  for (let at = 0; at < exchanges.count; at++) {
    if (exchanges.type[at] !== production || exchanges.details.get(at)?.reference !== true) continue;
    const [activity, product] = [exchanges.activity[at]!, exchanges.flow[at]!];
    const known = makers.get(product);
    if (known) known.push(activity);
    else makers.set(product, [activity]);
    output[activity] = exchanges.amount[at]!;
  }
  const grid = activities.findIndex(({ id }) => id === rules.grid);
  const provider = Int32Array.from(exchanges.provider);
  const unmade: number[] = [];
  const ownHalves: number[] = [];
  let inputs = 0;
  let ambiguous = 0;
  for (let at = 0; at < exchanges.count; at++) {
    const type = exchanges.type[at];
    const product = exchanges.flow[at]!;
    if ((type !== technosphere && type !== substitution) || products[product]!.waste) continue;
    inputs++;
    const activity = exchanges.activity[at]!;
    const candidates = makers.get(product) ?? [];
    if (candidates.length > 1) ambiguous++;
    const { location } = activities[activity]!;
    const taken =
      products[product]!.name === gridElectricity &&
      candidates.includes(grid) &&
      !rules.ownGrid.includes(location ?? "")
        ? grid
        : (candidates.find((each) => activities[each]!.location === location) ??
          candidates.find((each) => activities[each]!.location === "US") ??
          candidates[0]);
    if (taken === undefined) unmade.push(at);
    else if (taken === activity && exchanges.amount[at]! / output[activity]! >= rules.ownShare) ownHalves.push(at);
    else provider[at] = taken;
  }
  return { graph: { ...graph, exchanges: { ...exchanges, provider } }, inputs, unmade, ownHalves, ambiguous };
}
