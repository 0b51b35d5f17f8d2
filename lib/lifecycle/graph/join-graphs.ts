import { BIOSPHERE } from "./activity-functions.ts";
import type { ExchangeDetails, ExchangeGraph } from "./exchange-graph.ts";

/** An activity of the background that provides an input of the foreground. */
export interface BackgroundProvider {
  /** Index of the activity in the background; −1: the rules of linking choose one that makes the product. */
  readonly activity: number;
  /** Index of its product there. */
  readonly product: number;
  /** How many units of it one unit of the input is. */
  readonly factor: number;
}

/**
 * One inventory of two: all of the background, then all of the foreground, whose inputs take from the background what `providerOf` says
 * (by the index of the exchange in the foreground). Ids must differ; laws of such inputs are dropped if their unit changes.
 */
export function joinGraphs(
  background: ExchangeGraph,
  foreground: ExchangeGraph,
  providerOf: (exchange: number) => BackgroundProvider | undefined,
): ExchangeGraph {
  const [a, p, e] = [background.activities.length, background.products.length, background.flows.length];
  const [first, second] = [background.exchanges, foreground.exchanges];
  const before = first.count;
  const flow = joined(Int32Array, first.flow, second.flow);
  const amount = joined(Float64Array, first.amount, second.amount);
  const provider = joined(Int32Array, first.provider, second.provider);
  const activity = joined(Int32Array, first.activity, second.activity);
  const type = joined(Uint8Array, first.type, second.type);
  const details = new Map<number, ExchangeDetails>(first.details);
  for (let at = 0; at < second.count; at++) {
    const to = before + at;
    const from = providerOf(at);
    const detail = second.details.get(at);
    activity[to]! += a;
    if (from) {
      flow[to] = from.product;
      amount[to]! *= from.factor;
      provider[to] = from.activity;
    } else {
      flow[to]! += second.type[at] === BIOSPHERE ? e : p;
      if (provider[to]! >= 0) provider[to]! += a;
    }
    if (!detail) continue;
    const { only, law, ...rest } = detail;
    const kept = from !== undefined && from.factor !== 1 ? rest : { ...rest, ...(law !== undefined && { law }) };
    details.set(to, { ...kept, ...(only !== undefined && { only: only + p }) });
  }
  return {
    activities: [...background.activities, ...foreground.activities],
    products: [...background.products, ...foreground.products],
    flows: [...background.flows, ...foreground.flows],
    parameters: [
      ...background.parameters,
      ...foreground.parameters.map((each) => ({
        ...each,
        ...(each.activity !== undefined && { activity: each.activity + a }),
      })),
    ],
    exchanges: { count: before + second.count, activity, type, flow, amount, provider, details },
  };
}

function joined<Column extends Int32Array | Uint8Array | Float64Array>(
  kind: new (length: number) => Column,
  first: Column,
  second: Column,
): Column {
  const column = new kind(first.length + second.length);
  column.set(first);
  column.set(second, first.length);
  return column;
}
