import type { Message } from "../../message/message.ts";
import { messages } from "../../message/message.ts";
import type { GivenMaterial, GivenPlan } from "./given-plan.ts";
import type { Material } from "./plan-problem.ts";
import type { RouteAmounts } from "./plan-routes.ts";
import { valuesByYear, type Yearly } from "./yearly.ts";

const texts = messages("industry.readPlan", {
  productPrice: {
    en: "The price of {name} changes nothing: its demand is met by routes. Give materials.{name}.price if it may be bought instead.",
    zh: "{name} 的价格不影响结果：其需求由工艺路线满足。若可外购，请给出 materials.{name}.price。",
  },
  soldByProduct: {
    en: "{name} is made and not used: it is sold at its price.",
    zh: "{name} 有产出而无使用：按其价格出售。",
  },
  unboughtFactor: {
    en: "materials.{name}.emissions_t changes nothing: {name} is made and not bought. Give its price if it may be bought, or the emissions of the route that makes it.",
    zh: "materials.{name}.emissions_t 不影响结果：{name} 为自产而非外购。若可外购请给出价格，否则请给出其生产路线的排放。",
  },
  unused: {
    en: "No route uses or makes {name}: what is said of it changes nothing.",
    zh: "没有工艺路线使用或生产 {name}：相关内容不影响结果。",
  },
  free: {
    en: "{names:and} {count:has|have} no price: {count:it is|they are} bought at 0.",
    zh: "{names:and} 没有价格：按 0 购入。",
  },
});

/** The materials in numbers, with notes on prices that change nothing or were decided. */
export function planMaterials(
  given: GivenPlan,
  names: readonly string[],
  amounts: readonly RouteAmounts[],
  years: readonly number[] | null,
): { readonly materials: readonly Material[]; readonly notes: readonly Message[] } {
  const others = [...given.materials.map(({ name }) => name), ...Object.keys(given.prices)];
  const strangers = new Set(others.filter((name) => !names.includes(name)));
  const notes: Message[] = [...strangers].map((name) => texts.unused({ name }));
  const described = new Map(given.materials.map((material) => [material.name, material]));
  const byYear = (field: string, values: Yearly) => valuesByYear(field, values, years);
  const free: string[] = [];
  const materials = names.map((name): Material => {
    const about = described.get(name);
    const isDemanded = Object.hasOwn(given.demand, name);
    const isUsed = amounts.some(({ inputs }) => Object.hasOwn(inputs, name));
    const prices = pricesOf(name, given, about, {
      isDemanded,
      isUsed,
      isMade: amounts.some(({ outputs }) => Object.hasOwn(outputs, name)),
    });
    notes.push(...prices.notes);
    if (prices.isFree && isUsed) free.push(name);
    const { price, salePrice } = prices;
    return {
      name,
      isDemanded,
      demand: byYear(`demand.${name}`, isDemanded ? given.demand[name]! : 0),
      price: price === undefined ? null : byYear(`prices.${name}`, price),
      supply: byYear(`materials.${name}.limit`, about?.limit ?? Infinity),
      emissions: byYear(`materials.${name}.emissions_t`, about?.emissions_t ?? 0),
      salePrice: salePrice === undefined ? null : byYear(`prices.${name}`, salePrice),
    };
  });
  if (free.length > 0) notes.push(texts.free({ names: free, count: free.length }));
  return { materials, notes };
}

interface MaterialUse {
  readonly isDemanded: boolean;
  readonly isUsed: boolean;
  readonly isMade: boolean;
}

interface Prices {
  /** Undefined if it is not bought. */
  readonly price: Yearly | undefined;
  readonly salePrice: Yearly | undefined;
  /** Whether it is bought at 0 because no price was given. */
  readonly isFree: boolean;
  readonly notes: readonly Message[];
}

/** At what a material is bought and sold. */
function pricesOf(
  name: string,
  given: GivenPlan,
  about: GivenMaterial | undefined,
  { isDemanded, isUsed, isMade }: MaterialUse,
): Prices {
  const notes: Message[] = [];
  const listed = Object.hasOwn(given.prices, name) ? given.prices[name]! : undefined;
  let [price, salePrice] = [about?.price, about?.sellPrice];
  if (listed !== undefined && price === undefined) {
    if (isDemanded && isMade) notes.push(texts.productPrice({ name }));
    else if (isMade && !isUsed && salePrice === undefined) {
      salePrice = listed;
      notes.push(texts.soldByProduct({ name }));
    } else price = listed;
  }
  const isSupplied = about?.limit !== undefined || (Object.hasOwn(given.limits, name) && !isMade);
  const isFree = price === undefined && (isSupplied || !isMade) && !(isDemanded && about?.limit === undefined);
  if (isFree) price = 0;
  if (price === undefined && about?.emissions_t !== undefined) notes.push(texts.unboughtFactor({ name }));
  return { price, salePrice, isFree, notes };
}
