import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import type { InputOf } from "../../tool/shape.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { ProductProperties } from "./exchange-graph.ts";
import { factorBetween } from "./unit-names.ts";

const texts = messages("lifecycle.allocation", {
  activity: { en: "Activity {name}", zh: "活动“{name}”" },
  noRule: {
    en: "{activity} has several products: {products}. Choose an allocation rule for it: {rules:or}.",
    zh: "{activity}有多种产品：{products}。请为其选择分配规则：{rules:or}。",
  },
  noProperty: {
    en: "{activity}: its product {product} has no {property}, by which its burdens are to be allocated. State it, or choose another rule.",
    zh: "{activity}的产品 {product} 没有 {property}，无法据此分配。请给出该属性，或选择其他规则。",
  },
  negative: {
    en: "{activity}: by {property} its product {product} counts {worth}, but a part cannot be negative. If it is a waste, declare it as one.",
    zh: "{activity}的产品 {product} 按 {property} 计为 {worth}，而份额不能为负。若它是废物，请声明为废物。",
  },
  nothing: {
    en: "{activity}: by {property} all its products count 0 together, so nothing can be allocated.",
    zh: "{activity}的所有产品按 {property} 合计为 0，无法分配。",
  },
  shares: {
    en: "{activity}: the stated shares of its products sum to {sum}, not to 1.",
    zh: "{activity}各产品给出的份额之和为 {sum}，而不是 1。",
  },
  noReference: {
    en: "{activity} has several products and names none as its reference product, which the rule {rule} needs: {products}.",
    zh: "{activity}有多种产品但没有指定参考产品，而规则 {rule} 需要它：{products}。",
  },
});

/** Rules that divide what an activity exchanges among its products. */
export const partitionRules = ["none", "mass", "energy", "price", "share"] as const;
export type PartitionRule = (typeof partitionRules)[number];

/**
 * How the burdens of an activity with several functions are attributed (ISO 14044, allocation).
 *
 * - `none`: all to the reference product; the others are free of burdens.
 * - `mass`, `energy`, `price`: in proportion to amount × property. The mass of a product whose unit is one of mass need not be
 *   stated, nor the energy of one whose unit is one of energy. The size of a treated waste counts with its mass and energy; by
 *   price it earns what its generator pays, amount × price with both negative. A product with a negative price is a waste and
 *   must be declared as one (`Product.waste`): then it is no function, and its treatment belongs to the activity.
 * - `share`: as stated.
 * - `substitution` (system expansion): all to the reference product, with a credit for what its co-products replace.
 * - `subdivision`: exchanges that belong to one product (`only`) go to it, the rest by the rule `rest`.
 */
export const allocationRules = [...partitionRules, "substitution", "subdivision"] as const;
export type AllocationRule = (typeof allocationRules)[number];

export const allocationChoiceShape = z.strictObject({
  rule: z.enum(allocationRules),
  /** With `subdivision`: the rule for what belongs to no single product. */
  rest: z.enum(partitionRules).optional(),
});
export type AllocationChoice = InputOf<typeof allocationChoiceShape>;

/** Rules that need a property of every product, so that another may take their place where one lacks it. */
export const fallbackRules = ["mass", "energy", "price", "share"] as const;
export type FallbackRule = (typeof fallbackRules)[number];

export interface Allocation {
  readonly rule?: AllocationRule | undefined;
  readonly rest?: PartitionRule | undefined;
  /**
   * Rules that are tried in this order for an activity of which a product lacks what `rule` needs. Where none of them can be applied, all
   * burdens stay with the reference product and the activity is named (`LinkedSystem.allocations`), instead of refused as
   * without `fallback`. Which rule each activity got is named, too.
   */
  readonly fallback?: readonly FallbackRule[] | undefined;
  /** By id of an activity. */
  readonly byActivity?: Readonly<Record<string, AllocationRule | AllocationChoice>> | undefined;
}

/**
 * The allocation of a request over that of the source of an inventory, which it replaces; but where the source has rules to fall back on, one
 * activity that lacks a property does not refuse the whole inventory: they stand in for the rule of the request, too.
 */
export function allocationOver(own: Allocation | undefined, given: Allocation): Allocation {
  if (own?.fallback === undefined) return given;
  const { rule = own.rule, fallback } = given;
  const all = [own.rule, ...own.fallback].filter((each): each is FallbackRule =>
    (fallbackRules as readonly (string | undefined)[]).includes(each),
  );
  return { ...given, rule, fallback: fallback ?? all.filter((each) => each !== rule) };
}

/** The rule of an activity; undefined if none is chosen for it. */
export function choiceFor({ rule, rest, byActivity }: Allocation, id: string): AllocationChoice | undefined {
  const own = byActivity && Object.hasOwn(byActivity, id) ? byActivity[id] : undefined;
  if (typeof own === "string") return { rule: own, rest };
  return own ?? (rule && { rule, rest });
}

/** A product that an activity makes, or a waste that it treats (amount < 0), as a rule sees it. */
export interface AllocatedProduct {
  readonly name: string;
  readonly unit: string;
  readonly amount: number;
  readonly properties?: ProductProperties | undefined;
}

/**
 * The share of each product in what the activity exchanges, which sum to 1. A single product takes all, whatever the rule.
 * Throws LifecycleError, which names activity and product.
 *
 * @param of name of the activity, or how sentences call it
 * @param reference index of the reference product; −1 if there is none
 */
export function sharesOf(
  of: string | Message,
  products: readonly AllocatedProduct[],
  rule: PartitionRule,
  reference: number,
): Float64Array {
  if (products.length === 1) return Float64Array.of(1);
  const activity = called(of);
  if (rule === "none") {
    if (reference < 0) throw new LifecycleError("reference", noReference(of, products, rule));
    return Float64Array.from(products, (_, at) => (at === reference ? 1 : 0));
  }
  const worths = products.map((product) => {
    const worth = worthOf(activity, product, rule);
    if (!(worth >= 0))
      throw new LifecycleError(rule, texts.negative({ activity, property: rule, product: product.name, worth }));
    return worth;
  });
  const sum = worths.reduce((total, worth) => total + worth, 0);
  if (!(sum > 0)) throw new LifecycleError(rule, texts.nothing({ activity, property: rule }));
  if (rule === "share" && Math.abs(sum - 1) > ROUNDED) throw new LifecycleError(rule, texts.shares({ activity, sum }));
  return Float64Array.from(worths, (worth) => worth / sum);
}

/** Published shares are rounded, often to whole per cents: within this of 1 they are scaled to it. */
const ROUNDED = 0.01;

export function noReference(of: string | Message, products: readonly AllocatedProduct[], rule: AllocationRule) {
  return texts.noReference({ activity: called(of), rule, products: products.map(({ name }) => name) });
}

export function noRule(activity: string, products: readonly AllocatedProduct[]) {
  return texts.noRule({
    activity: called(activity),
    products: products.map(({ name }) => name),
    rules: allocationRules,
  });
}

function called(of: string | Message): Message {
  return typeof of === "string" ? texts.activity({ name: of }) : of;
}

function worthOf(activity: Message, product: AllocatedProduct, rule: Exclude<PartitionRule, "none">): number {
  const { name, unit, amount, properties } = product;
  const stated = properties?.[rule] ?? impliedBy(unit, rule);
  if (stated === null || !Number.isFinite(stated))
    throw new LifecycleError(rule, texts.noProperty({ activity, product: name, property: rule }));
  if (rule === "share") return stated;
  return rule === "price" ? amount * stated : Math.abs(amount) * stated;
}

/** What a unit of the product says by itself: its mass in kg, its energy in MJ. */
function impliedBy(unit: string, rule: PartitionRule): number | null {
  if (rule === "mass") return factorBetween(unit, "kg");
  return rule === "energy" ? factorBetween(unit, "MJ") : null;
}
