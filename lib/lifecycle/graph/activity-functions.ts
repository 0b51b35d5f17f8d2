import { messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { type ExchangeGraph, exchangeTypes } from "./exchange-graph.ts";

const texts = messages("lifecycle.functions", {
  none: {
    en: "Activity {activity} makes no product and treats no waste. Give it an exchange of type production with an amount other than 0.",
    zh: "活动“{activity}”既不产出产品也不处理废物。请为其给出一个 production 类型且数量不为 0 的交换。",
  },
  twoReferences: {
    en: "Activity {activity} has two reference products, {first} and {second}. Name one.",
    zh: "活动“{activity}”有两个参考产品：{first} 和 {second}。请只指定一个。",
  },
  twice: {
    en: "Activity {activity} makes {product} in two exchanges. Add them up, or divide the activity.",
    zh: "活动“{activity}”以两个交换产出 {product}。请将其相加，或拆分该活动。",
  },
  zeroReference: {
    en: "Activity {activity} makes 0 of its reference product {product}; the amount must be another number.",
    zh: "活动“{activity}”的参考产品 {product} 产出为 0，应为其他数值。",
  },
  order: {
    en: "The exchanges of activity {activity} do not stand together in the order of the activities.",
    zh: "活动“{activity}”的交换没有按活动的顺序排在一起。",
  },
  notFinite: {
    en: "Activity {activity} exchanges {amount} of {flow}; the amount must be a finite number.",
    zh: "活动“{activity}”的 {flow} 交换量为 {amount}，应为有限数。",
  },
});

export const PRODUCTION = exchangeTypes.indexOf("production");
export const TECHNOSPHERE = exchangeTypes.indexOf("technosphere");
export const SUBSTITUTION = exchangeTypes.indexOf("substitution");
export const BIOSPHERE = exchangeTypes.indexOf("biosphere");

/**
 * What the activities of a graph are there for (A activities, E exchanges). A function is a product that an activity makes
 * (production > 0) or a waste that it treats (production < 0). A waste that it makes beside its products is none
 * (ISO 14044, allocation): it is something given to be treated.
 */
export interface ActivityFunctions {
  /** A + 1: the exchanges of activity a are starts[a] … starts[a + 1] − 1. */
  readonly starts: Int32Array;
  /** By activity: its production exchanges that are functions. */
  readonly of: readonly (readonly number[])[];
  /** By activity: the exchange of its reference product; −1 if it has several products and names none. */
  readonly reference: Int32Array;
  /** E: 1 for a production exchange that is a waste given to be treated. */
  readonly isWasteOutput: Uint8Array;
}

/**
 * The functions of every activity. Throws LifecycleError, which names the activity, if one has no function, two reference
 * products or an amount that is not finite.
 */
export function functionsOf(graph: ExchangeGraph): ActivityFunctions {
  const { activities, products, exchanges } = graph;
  const { count, type, flow, amount, details } = exchanges;
  const starts = startsOf(graph);
  const isWasteOutput = new Uint8Array(count);
  const reference = new Int32Array(activities.length).fill(-1);
  const of = activities.map((activity, a) => {
    const made: number[] = [];
    for (let e = starts[a]!; e < starts[a + 1]!; e++) {
      if (!Number.isFinite(amount[e]!)) throw new LifecycleError("exchanges", notFinite(graph, a, e));
      if (type[e] === PRODUCTION) made.push(e);
    }
    const nameOf = (e: number) => products[flow[e]!]!.name;
    const named = made.filter((e) => details.get(e)?.reference === true);
    if (named.length > 1)
      throw new LifecycleError(
        "reference",
        texts.twoReferences({ activity: activity.name, first: nameOf(named[0]!), second: nameOf(named[1]!) }),
      );
    const main = named[0] ?? (made.length === 1 ? made[0] : undefined);
    if (main !== undefined && amount[main] === 0)
      throw new LifecycleError("production", texts.zeroReference({ activity: activity.name, product: nameOf(main) }));
    const functions: number[] = [];
    for (const e of made) {
      if (amount[e] === 0) continue;
      if (e !== main && products[flow[e]!]!.waste && amount[e]! > 0) isWasteOutput[e] = 1;
      else functions.push(e);
    }
    if (functions.length === 0) throw new LifecycleError("production", texts.none({ activity: activity.name }));
    const flows = functions.map((e) => flow[e]!);
    const again = functions.find((_, i) => flows.indexOf(flows[i]!) !== i);
    if (again !== undefined)
      throw new LifecycleError("production", texts.twice({ activity: activity.name, product: nameOf(again) }));
    reference[a] = main ?? (functions.length === 1 ? functions[0]! : -1);
    return functions;
  });
  return { starts, of, reference, isWasteOutput };
}

/** The first exchange of each activity, and the count of exchanges at the end. Throws LifecycleError if they are not in order. */
function startsOf({ activities, exchanges }: ExchangeGraph): Int32Array {
  const { count, activity } = exchanges;
  const starts = new Int32Array(activities.length + 1);
  for (let e = 0; e < count; e++) {
    const a = activity[e]!;
    if (e > 0 && a < activity[e - 1]!)
      throw new LifecycleError("exchanges", texts.order({ activity: activities[a]!.name }));
    starts[a + 1]!++;
  }
  for (let a = 0; a < activities.length; a++) starts[a + 1]! += starts[a]!;
  return starts;
}

function notFinite({ activities, products, flows, exchanges }: ExchangeGraph, a: number, e: number) {
  const { type, flow, amount } = exchanges;
  const { name } = (type[e] === BIOSPHERE ? flows : products)[flow[e]!]!;
  return texts.notFinite({ activity: activities[a]!.name, flow: name, amount: amount[e]! });
}
