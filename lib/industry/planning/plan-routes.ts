import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import type { Amounts, GivenPlan } from "./given-plan.ts";
import type { Expansion, Route } from "./plan-problem.ts";
import { valuesByYear } from "./yearly.ts";

const texts = messages("industry.readPlan", {
  noOutput: {
    en: "Route {name} makes nothing: give product, or outputs by material.",
    zh: "工艺路线 {name} 没有产出：请给出 product，或按物料给出 outputs。",
  },
  twoOutputs: {
    en: "Route {name} has product and outputs. Give one of them; product stands for one unit of it.",
    zh: "工艺路线 {name} 同时给出了 product 与 outputs，请只给出一个；product 表示产出一个单位。",
  },
  noLifetime: {
    en: "Route {name} has an investment but no lifetime. Give the years that it lasts.",
    zh: "工艺路线 {name} 有投资但没有 lifetime。请给出使用年限。",
  },
  noInvestment: {
    en: "Route {name} has {field}, but no investment, so that nothing can be built. Give investment, 0 if it is free.",
    zh: "工艺路线 {name} 给出了 {field}，但没有 investment，无法新建。请给出 investment（免费则为 0）。",
  },
  noMost: {
    en: "Route {name} can be off, but has no limit when it is on. Give capacity, or maximum if it can be built.",
    zh: "工艺路线 {name} 可以停运，但运行时没有上限。请给出 capacity；若可新建则给出 maximum。",
  },
  minimumAbove: {
    en: "Route {name} has minimum {minimum} above its capacity of {capacity}.",
    zh: "工艺路线 {name} 的 minimum {minimum} 大于其能力 {capacity}。",
  },
});

export interface RouteAmounts {
  readonly outputs: Amounts;
  readonly inputs: Amounts;
}

export function amountsOf({ name, product, outputs, inputs = {} }: GivenPlan["routes"][number]): RouteAmounts {
  if (product !== undefined && outputs) throw new IndustryError(`routes.${name}`, texts.twoOutputs({ name }));
  const made = product === undefined ? (outputs ?? {}) : { [product]: 1 };
  if (Object.keys(made).length === 0) throw new IndustryError(`routes.${name}`, texts.noOutput({ name }));
  return { outputs: made, inputs };
}

export function routeIn(
  given: GivenPlan["routes"][number],
  at: number,
  { outputs, inputs }: RouteAmounts,
  indexOf: ReadonlyMap<string, number>,
  years: readonly number[] | null,
): Route {
  const { name, minimum = 0, onOff = false, fixedCost = 0, retirement } = given;
  const field = `routes[${at}]`;
  const net = new Map<number, number>();
  const add = (material: string, amount: number) => {
    const m = indexOf.get(material)!;
    net.set(m, (net.get(m) ?? 0) + amount);
  };
  for (const [material, amount] of Object.entries(outputs)) add(material, amount);
  for (const [material, amount] of Object.entries(inputs)) add(material, -amount);
  const expansion = expansionOf(given, field, years);
  const installed = valuesByYear(`${field}.capacity`, given.capacity ?? (expansion ? 0 : Infinity), years);
  const standing = years
    ? installed.map((capacity, y) => (retirement !== undefined && years[y]! >= retirement ? 0 : capacity))
    : installed;
  const isSwitched = onOff || fixedCost !== 0;
  const most = expansion ? expansion.maximum : Math.max(...standing);
  if (isSwitched && most === Infinity) throw new IndustryError(field, texts.noMost({ name }));
  const least = expansion ? expansion.maximum : isSwitched ? most : Math.min(...standing);
  if (minimum > least)
    throw new IndustryError(`${field}.minimum`, texts.minimumAbove({ name, minimum, capacity: least }));
  return {
    name,
    net,
    emissions: valuesByYear(`${field}.emissions_t`, given.emissions_t ?? 0, years),
    cost: valuesByYear(`${field}.cost`, given.cost ?? 0, years),
    installed: standing,
    minimum,
    isSwitched,
    fixedCost,
    expansion,
  };
}

function expansionOf(
  { name, investment, lifetime, maximum, unitSize }: GivenPlan["routes"][number],
  field: string,
  years: readonly number[] | null,
): Expansion | null {
  if (investment === undefined) {
    for (const [part, value] of Object.entries({ lifetime, maximum, unitSize }))
      if (value !== undefined) throw new IndustryError(`${field}.${part}`, texts.noInvestment({ name, field: part }));
    return null;
  }
  if (lifetime === undefined) throw new IndustryError(`${field}.lifetime`, texts.noLifetime({ name }));
  return {
    investment: valuesByYear(`${field}.investment`, investment, years),
    lifetime,
    maximum: maximum ?? Infinity,
    unitSize: unitSize ?? null,
  };
}
