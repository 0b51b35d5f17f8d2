import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import type { Activity, ExchangeGraph } from "../graph/exchange-graph.ts";
import { type GivenExchange, GraphBuilder } from "../graph/graph-builder.ts";
import { factorBetween } from "../graph/unit-names.ts";

/** An activity of an open inventory, whose background products are only named. */
export interface ForegroundActivity {
  readonly activity: Activity;
  readonly product: string;
  readonly unit: string;
  /** The workbook or sheet in which it stands: an input is looked for there first. */
  readonly group: string;
  readonly exchanges: ForegroundExchange[];
}

/** An exchange by names. Of a `production` exchange only amount and law count. */
export interface ForegroundExchange {
  readonly type: "production" | "technosphere" | "biosphere";
  /** The exchanged activity, or the elementary flow. */
  readonly name: string;
  /** Product of the exchanged activity; null if the source names none. */
  readonly product: string | null;
  readonly location: string | null;
  readonly amount: number;
  readonly unit: string;
  readonly compartment: string | null;
  readonly law?: DistributionSpec | "undefined";
}

/**
 * The graph of a foreground. An input is linked to the activity of its name, product and place; if none is at the place, to the only
 * one of its name and product. Any other input is a product of its own, "background", which nothing in the graph makes, even if an
 * activity makes a product of the same name: the source means another provider. A background product of which all inputs are negative
 * is a waste.
 */
export function foregroundGraph(prefix: string, activities: readonly ForegroundActivity[]): ExchangeGraph {
  const builder = new GraphBuilder();
  const byName = new Map<string, ForegroundActivity[]>();
  for (const each of activities) {
    const known = byName.get(each.activity.name);
    if (known) known.push(each);
    else byName.set(each.activity.name, [each]);
  }
  const productId = ({ product, unit }: ForegroundActivity) => `${prefix}:product:${product}|${unit}`;
  const wastes = new Set<string>();
  const uses = new Map<string, { name: string; unit: string; waste: boolean }>();
  const linked = activities.map((each) => each.exchanges.map((exchange) => link(each, exchange)));

  function link(user: ForegroundActivity, exchange: ForegroundExchange): GivenExchange {
    const { type, name, unit, amount, law } = exchange;
    const kept = law && { law };
    if (type === "production") {
      if (amount < 0) wastes.add(productId(user));
      return { type, flow: productId(user), amount, reference: true, ...kept };
    }
    if (type === "biosphere") {
      const compartment = exchange.compartment?.replaceAll("::", "/") ?? "";
      const flow = `${prefix}:flow:${name}|${compartment}|${unit}`;
      if (!builder.hasFlow(flow)) builder.addFlow({ id: flow, name, compartment, unit, cas: null });
      return { type, flow, amount, ...kept };
    }
    const provider = providerOf(user, exchange, byName.get(name) ?? []);
    const factor = provider && factorBetween(unit, provider.unit);
    if (provider && factor === 1) {
      return { type, flow: productId(provider), amount, provider: provider.activity.id, ...kept };
    }
    const product = exchange.product ?? productOfMarket(name);
    const flow = `${prefix}:background:${product}|${unit}`;
    const use = uses.get(flow);
    uses.set(flow, { name: product, unit, waste: amount < 0 && (use?.waste ?? true) });
    return { type, flow, amount, ...kept };
  }

  for (const each of activities) {
    const id = productId(each);
    if (!builder.hasProduct(id)) {
      builder.addProduct({ id, name: each.product, unit: each.unit, waste: wastes.has(id) });
    }
  }
  for (const [id, use] of uses) builder.addProduct({ id, ...use });
  for (const [at, { activity }] of activities.entries()) builder.addActivity(activity, linked[at]!);
  return builder.graph();
}

function providerOf(
  user: ForegroundActivity,
  { product, location }: ForegroundExchange,
  named: readonly ForegroundActivity[],
): ForegroundActivity | undefined {
  const making = named.filter((each) => product === null || each.product === product);
  const near = making.filter(({ group }) => group === user.group);
  for (const candidates of [near, making]) {
    const there = candidates.find(({ activity }) => activity.location === location);
    if (there) return there;
  }
  return [near, making].find(({ length }) => length === 1)?.[0];
}

/** The product of a market, which inventories without product names state as "market for steel, unalloyed". */
function productOfMarket(name: string): string {
  return name.replace(/^market (group )?for /, "");
}
