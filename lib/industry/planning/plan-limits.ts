import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import type { GivenLimit } from "./given-plan.ts";
import type { Limit, Material } from "./plan-problem.ts";
import type { RouteAmounts } from "./plan-routes.ts";
import { valuesByYear } from "./yearly.ts";

const texts = messages("industry.readPlan", {
  crossed: {
    en: "Limit {name} has lo {lo} above hi {hi}. Exchange them, or correct one.",
    zh: "限制 {name} 的下限 {lo} 大于上限 {hi}。请对调或更正。",
  },
  noBound: {
    en: "Limit {name} has neither lo nor hi. Give at least one.",
    zh: "限制 {name} 既无 lo 也无 hi，请至少给出一个。",
  },
});

interface Known {
  readonly routeOf: ReadonlyMap<string, number>;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly materials: readonly Material[];
  readonly amounts: readonly RouteAmounts[];
  readonly years: readonly number[] | null;
}

/** A limit on a route is one on its activity; on a material one on its purchase or, if it is not bought, on what routes make. */
export function limitOf(name: string, { terms, lo, hi }: GivenLimit, known: Known): Limit[] {
  const { routeOf, indexOf, materials, amounts, years } = known;
  const field = `limits.${name}`;
  if (lo === undefined && hi === undefined) throw new IndustryError(field, texts.noBound({ name }));
  const lower = valuesByYear(`${field}.lo`, lo ?? -Infinity, years);
  const upper = valuesByYear(`${field}.hi`, hi ?? Infinity, years);
  lower.forEach((bound, y) => {
    if (bound > upper[y]!) throw new IndustryError(field, texts.crossed({ name, lo: bound, hi: upper[y]! }));
  });
  const routes = new Map<number, number>();
  const purchases = new Map<number, number>();
  for (const [part, coefficient] of Object.entries(terms ?? { [name]: 1 })) {
    const route = routeOf.get(part);
    const material = indexOf.get(part);
    if (route !== undefined) routes.set(route, (routes.get(route) ?? 0) + coefficient);
    else if (material !== undefined && materials[material]!.price)
      purchases.set(material, (purchases.get(material) ?? 0) + coefficient);
    else
      amounts.forEach(({ outputs }, r) => {
        if (Object.hasOwn(outputs, part)) routes.set(r, (routes.get(r) ?? 0) + coefficient * outputs[part]!);
      });
  }
  return [{ name, routes, purchases, lo: lower, hi: upper }];
}
