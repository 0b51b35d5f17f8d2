import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { LinkedSystem } from "./linked-system.ts";
import { factorBetween } from "./unit-names.ts";

const texts = messages("lifecycle.demand", {
  unknown: {
    en: "demand names {id}, which is neither a product nor an activity of the inventory.",
    zh: "demand 中的 {id} 既不是清单中的产品，也不是活动。",
  },
  notMade: {
    en: "No activity provides {product}, so nothing can be demanded of it.",
    zh: "没有活动提供 {product}，因此无法以其为需求。",
  },
  several: {
    en: "{product} is provided by {count} activities; name the activity: {names}.",
    zh: "{product} 由 {count} 个活动提供，请指明活动：{names}。",
  },
  merged: {
    en: "Activity {activity} is merged into those whose wastes it treats, so it cannot be demanded by itself.",
    zh: "活动“{activity}”已并入产生其所处理废物的活动，不能单独作为需求。",
  },
  unit: {
    en: "demand is in {unit}, which does not convert to {expected}, the unit of {product}.",
    zh: "demand 的单位 {unit} 不能换算为 {product} 的单位 {expected}。",
  },
  amount: {
    en: "The demand of {product} is {amount}; expected a finite number.",
    zh: "{product} 的需求应为有限数，实际为 {amount}。",
  },
});

/** The node that a product's or an activity's id names: for an activity that of its reference product. Throws LifecycleError. */
export function nodeNamed({ graph, nodes, nodesOf }: LinkedSystem, id: string): number {
  const activity = graph.activities.findIndex((each) => each.id === id);
  const product = graph.products.findIndex((each) => each.id === id);
  // An id may be both, where an inventory calls a product by the activity that makes it.
  const own = nodesOf[activity]?.find((node) => product < 0 || nodes[node]!.product === product);
  if (own !== undefined) return own;
  if (product >= 0) {
    const makers = nodes.filter((node) => node.product === product);
    if (makers.length === 1) return makers[0]!.index;
    const { name } = graph.products[product]!;
    if (makers.length === 0) throw new LifecycleError("demand", texts.notMade({ product: name }));
    const names = someOf(makers.map((node) => graph.activities[node.activity]!.id));
    throw new LifecycleError("demand", texts.several({ product: name, count: makers.length, names }));
  }
  if (activity >= 0) throw new LifecycleError("demand", texts.merged({ activity: graph.activities[activity]!.name }));
  throw new LifecycleError("demand", texts.unknown({ id }));
}

/**
 * f, P: the demand of an amount of a product, or of a waste to be treated: both are > 0, whatever the sign of the diagonal.
 * `id` is that of the product, or of the activity if several make it. Throws LifecycleError if the unit does not convert.
 */
export function demandOf(system: LinkedSystem, id: string, amount: number, unit?: string): Float64Array {
  const node = system.nodes[nodeNamed(system, id)]!;
  const { name, unit: expected } = system.graph.products[node.product]!;
  if (!Number.isFinite(amount)) throw new LifecycleError("demand", texts.amount({ product: name, amount }));
  const factor = unit === undefined ? 1 : factorBetween(unit, expected);
  if (factor === null) throw new LifecycleError("demand", texts.unit({ unit, expected, product: name }));
  const demand = new Float64Array(system.nodes.length);
  demand[node.index] = amount * factor * Math.sign(system.graph.exchanges.amount[node.exchange]!);
  return demand;
}
