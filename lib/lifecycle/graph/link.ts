import { messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { type ActivityFunctions, functionsOf, PRODUCTION, SUBSTITUTION, TECHNOSPHERE } from "./activity-functions.ts";
import type { ExchangeGraph } from "./exchange-graph.ts";
import { everyFunction, type LinkRule, linkRules, ProviderSearch, type SearchOptions } from "./provider-search.ts";

const texts = messages("lifecycle.link", {
  missing: {
    en: "Activity {activity} exchanges {amount} {unit} of {product}, which no activity of the inventory provides. Add one, or let it be cut off.",
    zh: "活动“{activity}”交换 {amount} {unit} 的 {product}，而清单中没有活动提供它。请补充，或允许截断。",
  },
  notMade: {
    en: "Activity {activity} takes {product} from {provider}, which does not make it.",
    zh: "活动“{activity}”的 {product} 注明由“{provider}”提供，但后者并不产出它。",
  },
  share: {
    en: "cutSelfSupply is {share}; expected a number > 0.",
    zh: "cutSelfSupply 应大于 0，实际为 {share}。",
  },
});

/**
 * Why an exchange is not part of the system: nobody provides it; it stands for the product of others; the stated provider does
 * not make it.
 */
export const cutOffReasons = ["no-provider", "self-supply", "other-provider"] as const;
export type CutOffReason = (typeof cutOffReasons)[number];

/** An exchange that is not part of the system, with indices of activity, product and exchange. */
export interface CutOff {
  readonly activity: number;
  readonly product: number;
  readonly exchange: number;
  /** At the amounts of the activity, with the sign of the source. */
  readonly amount: number;
  readonly unit: string;
  readonly reason: CutOffReason;
}

/** Exchanges of a product for which several activities could provide it, and one rule chose one. */
export interface LinkChoice {
  readonly product: number;
  /** The chosen activity. */
  readonly provider: number;
  readonly rule: LinkRule;
  readonly candidates: number;
  readonly exchanges: readonly number[];
}

export interface LinkOptions extends SearchOptions {
  /**
   * Cuts off what an activity takes of its own product if it is this much or more per unit made: in some inventories such an
   * input stands for the product of others. By default such loops are kept.
   */
  readonly cutSelfSupply?: number | undefined;
  /** What becomes of exchanges that nobody provides: listed as cut off (default), or refused. */
  readonly missing?: "list" | "refuse" | undefined;
}

/** The providers of the E exchanges. */
export interface LinkedExchanges {
  /** E: index of the providing activity; −1 for what has none or needs none. */
  readonly provider: Int32Array;
  /** E: the production exchange by which it provides; −1 without a provider. */
  readonly making: Int32Array;
  /** E: index in `linkRules`. */
  readonly rule: Uint8Array;
  readonly cutOffs: readonly CutOff[];
  readonly choices: readonly LinkChoice[];
}

/**
 * Finds the provider of every technosphere and substitution exchange, and of every waste given to be treated: the activity that
 * the source states, or one by the rules of `ProviderSearch`. Throws LifecycleError, which names the activity, if one is
 * missing and `missing` is "refuse". Time is linear in the number of exchanges.
 *
 * @param answering E: 1 for the production exchanges by which activities provide; default: all functions
 */
export function link(
  graph: ExchangeGraph,
  options: LinkOptions = {},
  functions: ActivityFunctions = functionsOf(graph),
  answering: Uint8Array = everyFunction(graph, functions),
  search: ProviderSearch = new ProviderSearch(graph, functions, answering, options),
): LinkedExchanges {
  const { activities, products, exchanges } = graph;
  const { count, activity, type, flow, amount } = exchanges;
  const { cutSelfSupply = Number.POSITIVE_INFINITY } = options;
  if (!(cutSelfSupply > 0)) throw new LifecycleError("cutSelfSupply", texts.share({ share: cutSelfSupply }));
  const provider = new Int32Array(count).fill(-1);
  const making = new Int32Array(count).fill(-1);
  const rule = new Uint8Array(count);
  const cutOffs: CutOff[] = [];
  const choices = new Choices(graph);
  const cut = (e: number, reason: CutOffReason) => cutOffs.push(cutOffOf(graph, e, reason));
  for (let e = 0; e < count; e++) {
    const isOutput = functions.isWasteOutput[e] === 1;
    if (type[e] !== TECHNOSPHERE && type[e] !== SUBSTITUTION && !isOutput) continue;
    const [consumer, product, stated] = [activity[e]!, flow[e]!, exchanges.provider[e]!];
    const taken = isOutput ? -amount[e]! : amount[e]!;
    const { location } = activities[consumer]!;
    let found = search.find(product, location, taken);
    if (stated >= 0) {
      const by = search.by(stated, product, functions, answering);
      if (by >= 0) found = { making: by, rule: "stated", candidates: Math.max(1, search.count(product, taken)) };
      else if (!makes(graph, functions, stated, product)) {
        if (options.missing === "refuse")
          throw new LifecycleError(
            "exchanges",
            texts.notMade({
              activity: activities[consumer]!.name,
              product: products[product]!.name,
              provider: activities[stated]!.name,
            }),
          );
        cut(e, "other-provider");
        continue;
      }
    }
    if (found.making < 0) {
      if (options.missing === "refuse") throw new LifecycleError("exchanges", missing(graph, e));
      cut(e, "no-provider");
      continue;
    }
    const by = activity[found.making]!;
    if (by === consumer && type[e] === TECHNOSPHERE && taken / amount[found.making]! >= cutSelfSupply) {
      cut(e, "self-supply");
      continue;
    }
    provider[e] = by;
    making[e] = found.making;
    rule[e] = linkRules.indexOf(found.rule);
    if (found.candidates > 1 && found.rule !== "stated") choices.add(e, product, by, found.rule, found.candidates);
  }
  return { provider, making, rule, cutOffs, choices: choices.list() };
}

/** Collects choices, those of one product, provider and rule together. */
export class Choices {
  private readonly groups = new Map<number, (LinkChoice & { exchanges: number[] })[]>();
  private readonly activities: number;

  constructor({ activities }: ExchangeGraph) {
    this.activities = activities.length;
  }

  add(exchange: number, product: number, provider: number, rule: LinkRule, candidates: number): void {
    const key = product * this.activities + provider;
    const groups = this.groups.get(key) ?? [];
    this.groups.set(key, groups);
    const group = groups.find((each) => each.rule === rule && each.candidates === candidates);
    if (group) group.exchanges.push(exchange);
    else groups.push({ product, provider, rule, candidates, exchanges: [exchange] });
  }

  list(): LinkChoice[] {
    return [...this.groups.values()].flat();
  }
}

export function cutOffOf({ products, exchanges }: ExchangeGraph, exchange: number, reason: CutOffReason): CutOff {
  const product = exchanges.flow[exchange]!;
  return {
    activity: exchanges.activity[exchange]!,
    product,
    exchange,
    amount: exchanges.amount[exchange]!,
    unit: products[product]!.unit,
    reason,
  };
}

export function missing({ activities, products, exchanges }: ExchangeGraph, e: number) {
  const { name, unit } = products[exchanges.flow[e]!]!;
  return texts.missing({
    activity: activities[exchanges.activity[e]!]!.name,
    amount: exchanges.amount[e]!,
    unit,
    product: name,
  });
}

/** Whether it makes the product at all, be it by a function that does not answer for it. */
function makes({ exchanges }: ExchangeGraph, { starts }: ActivityFunctions, activity: number, product: number) {
  for (let e = starts[activity]!; e < starts[activity + 1]!; e++)
    if (exchanges.type[e] === PRODUCTION && exchanges.flow[e] === product) return true;
  return false;
}
