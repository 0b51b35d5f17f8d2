import { z } from "zod";
import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { InputOf } from "../../tool/shape.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { type ActivityFunctions, PRODUCTION } from "./activity-functions.ts";
import type { ExchangeGraph } from "./exchange-graph.ts";

const texts = messages("lifecycle.providers", {
  unknownProduct: {
    en: "providers names the product {product}, which is not in the inventory.",
    zh: "providers 中的产品 {product} 不在清单中。",
  },
  unknownActivity: {
    en: "providers names the activity {provider}, which is not in the inventory.",
    zh: "providers 中的活动 {provider} 不在清单中。",
  },
  doesNotMake: {
    en: "providers names {provider} for {product}, which it does not make. Name one of: {makers}.",
    zh: "providers 指定由 {provider} 提供 {product}，但它并不产出该产品。请指定其中之一：{makers}。",
  },
});

/** The activity that provides a product, for consumers of all places or of some. The first rule that fits counts. */
export const providerRuleShape = z.strictObject({
  product: z.string().describe("Id of the product"),
  provider: z.string().describe("Id of the activity"),
  /** Places of consumers for which it does not hold. */
  except: z.array(z.string()).optional(),
  /** Places of consumers for which alone it holds. */
  only: z.array(z.string()).optional().describe("Places of the consumers for which alone it holds"),
});
export type ProviderRule = InputOf<typeof providerRuleShape>;

export interface SearchOptions {
  /** Rules that come before those of places. */
  readonly providers?: readonly ProviderRule[] | undefined;
  /** Places of providers, the most preferred first, where the consumer's own place has none. */
  readonly preferred?: readonly string[] | undefined;
}

/** What decided on a provider. `alone`: there was no other; `stated`: the source; `given`: a rule of `providers`. */
export const linkRules = ["unlinked", "stated", "given", "alone", "location", "preferred", "first"] as const;
export type LinkRule = (typeof linkRules)[number];

export interface Found {
  /** The production exchange by which the provider makes the product; −1 if nobody does. */
  readonly making: number;
  readonly rule: LinkRule;
  /** How many activities make it. */
  readonly candidates: number;
}

const NOBODY: Found = { making: -1, rule: "unlinked", candidates: 0 };

/** The makers of one product, or the treatments of one waste. */
interface Makers {
  readonly exchanges: number[];
  readonly byLocation: Map<string | null, number>;
}

/**
 * Finds the providers of products: by rule, at the consumer's place, at a preferred place, or the first of the inventory. What
 * is taken comes from those that make it, what is given (< 0) goes to those that treat it; if there are none, from or to the
 * others, as a credit. One pass over the production exchanges; a search costs the number of preferred places at most.
 */
export class ProviderSearch {
  private readonly graph: ExchangeGraph;
  private readonly makers = new Map<number, Makers>();
  private readonly treatments = new Map<number, Makers>();
  private readonly rules = new Map<number, (ProviderRule & { readonly making: number })[]>();
  private readonly preferred: readonly string[];

  /** @param answering E: 1 for the production exchanges by which an activity provides a product */
  constructor(graph: ExchangeGraph, functions: ActivityFunctions, answering: Uint8Array, options: SearchOptions) {
    this.graph = graph;
    this.preferred = options.preferred ?? [];
    const { flow, amount } = graph.exchanges;
    for (const own of functions.of)
      for (const e of own)
        if (answering[e] === 1) this.add(amount[e]! > 0 ? this.makers : this.treatments, flow[e]!, e);
    this.addRules(options.providers ?? []);
  }

  /** The provider of `amount` of a product to a consumer at a place. `except` is an activity that is none. */
  find(product: number, location: string | null, amount: number, except = -1): Found {
    const given = this.given(product, location);
    const makers = this.makersOf(product, amount);
    if (given !== undefined && this.activityOf(given) !== except)
      return { making: given, rule: "given", candidates: makers?.exchanges.length ?? 1 };
    return makers === undefined ? NOBODY : this.among(makers, location, except);
  }

  /** The exchange by which this activity makes the product; −1 if it does not, or does not provide it. */
  by(activity: number, product: number, functions: ActivityFunctions, answering: Uint8Array): number {
    const { flow } = this.graph.exchanges;
    return functions.of[activity]!.find((e) => flow[e] === product && answering[e] === 1) ?? -1;
  }

  /** How many activities make the product. */
  count(product: number, amount: number): number {
    return this.makersOf(product, amount)?.exchanges.length ?? 0;
  }

  /** Chooses one of several activities (their indices) by the rules of places. */
  choose(activities: readonly number[], location: string | null): { activity: number; rule: LinkRule } {
    if (activities.length === 1) return { activity: activities[0]!, rule: "alone" };
    const at = (place: string | null) =>
      activities.find((activity) => this.graph.activities[activity]!.location === place);
    const own = location === null ? undefined : at(location);
    if (own !== undefined) return { activity: own, rule: "location" };
    for (const place of this.preferred) {
      const found = at(place);
      if (found !== undefined) return { activity: found, rule: "preferred" };
    }
    return { activity: activities[0]!, rule: "first" };
  }

  private among({ exchanges, byLocation }: Makers, location: string | null, except: number): Found {
    if (except >= 0 && exchanges.some((e) => this.activityOf(e) === except)) {
      const others = exchanges.filter((e) => this.activityOf(e) !== except);
      if (others.length === 0) return NOBODY;
      const { activity, rule } = this.choose(
        others.map((e) => this.activityOf(e)),
        location,
      );
      const making = others.find((e) => this.activityOf(e) === activity)!;
      return { making, rule, candidates: others.length };
    }
    const candidates = exchanges.length;
    if (candidates === 1) return { making: exchanges[0]!, rule: "alone", candidates };
    const own = location === null ? undefined : byLocation.get(location);
    if (own !== undefined) return { making: own, rule: "location", candidates };
    for (const place of this.preferred) {
      const making = byLocation.get(place);
      if (making !== undefined) return { making, rule: "preferred", candidates };
    }
    return { making: exchanges[0]!, rule: "first", candidates };
  }

  private makersOf(product: number, amount: number): Makers | undefined {
    const [these, others] = amount < 0 ? [this.treatments, this.makers] : [this.makers, this.treatments];
    return these.get(product) ?? others.get(product);
  }

  private add(to: Map<number, Makers>, product: number, exchange: number): void {
    const makers: Makers = to.get(product) ?? { exchanges: [], byLocation: new Map() };
    to.set(product, makers);
    makers.exchanges.push(exchange);
    const { location } = this.graph.activities[this.activityOf(exchange)]!;
    if (!makers.byLocation.has(location)) makers.byLocation.set(location, exchange);
  }

  private given(product: number, location: string | null): number | undefined {
    const rule = this.rules
      .get(product)
      ?.find(
        ({ except, only }) =>
          !(location !== null && except?.includes(location)) &&
          (only === undefined || (location !== null && only.includes(location))),
      );
    return rule?.making;
  }

  private addRules(providers: readonly ProviderRule[]): void {
    if (providers.length === 0) return;
    const { products, activities } = this.graph;
    const places = new Map(products.map(({ id }, at) => [id, at]));
    const byId = new Map(activities.map(({ id }, at) => [id, at]));
    for (const rule of providers) {
      const product = places.get(rule.product);
      if (product === undefined) throw new LifecycleError("providers", texts.unknownProduct({ product: rule.product }));
      const activity = byId.get(rule.provider);
      if (activity === undefined)
        throw new LifecycleError("providers", texts.unknownActivity({ provider: rule.provider }));
      const all = [...(this.makers.get(product)?.exchanges ?? []), ...(this.treatments.get(product)?.exchanges ?? [])];
      const making = all.find((e) => this.activityOf(e) === activity);
      if (making === undefined) {
        const makers = someOf(all.map((e) => activities[this.activityOf(e)]!.id));
        throw new LifecycleError(
          "providers",
          texts.doesNotMake({ provider: rule.provider, product: products[product]!.name, makers }),
        );
      }
      const rules = this.rules.get(product) ?? [];
      this.rules.set(product, rules);
      rules.push({ ...rule, making });
    }
  }

  private activityOf(exchange: number): number {
    return this.graph.exchanges.activity[exchange]!;
  }
}

/** E: 1 for every function: the production exchanges by which activities provide products. */
export function everyFunction(graph: ExchangeGraph, functions: ActivityFunctions): Uint8Array {
  const { count, type, amount } = graph.exchanges;
  const answering = new Uint8Array(count);
  for (let e = 0; e < count; e++)
    if (type[e] === PRODUCTION && functions.isWasteOutput[e] === 0 && amount[e] !== 0) answering[e] = 1;
  return answering;
}
