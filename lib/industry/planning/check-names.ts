import { messages } from "../../message/message.ts";
import { nearestName } from "../../tool/nearest-name.ts";
import { IndustryError } from "../industry-error.ts";
import type { GivenPlan } from "./given-plan.ts";
import type { RouteAmounts } from "./plan-routes.ts";

const texts = messages("industry.readPlan", {
  unmade: {
    en: "demand names {name}, which no route makes.",
    zh: "demand 中的 {name} 没有工艺路线能生产。",
  },
  unmadeNear: {
    en: "demand names {name}, which no route makes. Did you mean {near}?",
    zh: "demand 中的 {name} 没有工艺路线能生产。是否应为 {near}？",
  },
  unknown: {
    en: "{field} names {name}, which is neither a material of a route nor a route.",
    zh: "{field} 中的 {name} 既不是工艺路线的物料，也不是工艺路线。",
  },
  unknownNear: {
    en: "{field} names {name}, which is neither a material of a route nor a route. Did you mean {near}?",
    zh: "{field} 中的 {name} 既不是工艺路线的物料，也不是工艺路线。是否应为 {near}？",
  },
  both: {
    en: "limits names {name}, which is a route and a material. Rename one of them.",
    zh: "limits 中的 {name} 既是工艺路线又是物料，请改名其一。",
  },
});

/**
 * A name that is nearly one of the routes' is a slip. In prices and materials it is one only if it is in one of them and that
 * name is not there, too, and otherwise noted: a list of prices may hold more than the plan uses.
 */
export function checkNames(
  given: GivenPlan,
  ofRoutes: ReadonlySet<string>,
  amounts: readonly RouteAmounts[],
  routeOf: ReadonlyMap<string, number>,
): void {
  const made = [...new Set(amounts.flatMap(({ outputs }) => Object.keys(outputs)))];
  const bought = new Set(given.materials.flatMap(({ name, price }) => (price === undefined ? [] : [name])));
  for (const name of Object.keys(given.demand)) {
    if (made.includes(name) || bought.has(name)) continue;
    const near = nearestName(name, made);
    throw new IndustryError(
      `demand.${name}`,
      near === undefined ? texts.unmade({ name }) : texts.unmadeNear({ name, near }),
    );
  }
  const mustBeKnown = (field: string, name: string) => {
    if (ofRoutes.has(name) || bought.has(name) || routeOf.has(name)) return;
    const near = nearestName(name, [...ofRoutes, ...routeOf.keys()]);
    throw new IndustryError(
      `${field}.${name}`,
      near === undefined ? texts.unknown({ field, name }) : texts.unknownNear({ field, name, near }),
    );
  };
  const mustBeNoSlip = (field: string, names: readonly string[], others: readonly string[]) => {
    for (const name of names) {
      if (ofRoutes.has(name) || bought.has(name) || others.includes(name)) continue;
      const near = nearestName(
        name,
        [...ofRoutes].filter((each) => !names.includes(each) && !made.includes(each)),
      );
      if (near !== undefined) throw new IndustryError(`${field}.${name}`, texts.unknownNear({ field, name, near }));
    }
  };
  const [described, priced] = [given.materials.map(({ name }) => name), Object.keys(given.prices)];
  mustBeNoSlip("materials", described, priced);
  mustBeNoSlip("prices", priced, described);
  for (const [name, { terms }] of Object.entries(given.limits)) {
    for (const part of Object.keys(terms ?? { [name]: 1 })) {
      mustBeKnown(terms ? `limits.${name}.terms` : "limits", part);
      if (ofRoutes.has(part) && routeOf.has(part))
        throw new IndustryError(`limits.${name}`, texts.both({ name: part }));
    }
  }
}
