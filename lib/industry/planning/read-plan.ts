import { type Message, messages } from "../../message/message.ts";
import { nearestName } from "../../tool/nearest-name.ts";
import { IndustryError } from "../industry-error.ts";
import type { Expansion, Limit, Material, PlanProblem, Route } from "./plan-problem.ts";
import { valuesByYear, type Yearly } from "./yearly.ts";

const texts = messages("industry.readPlan", {
  noRoutes: { en: "routes is empty. Give at least one route.", zh: "routes 为空，请至少给出一条工艺路线。" },
  noDemand: {
    en: "demand is empty, so that the best plan is to make nothing. Name at least one product.",
    zh: "demand 为空，最优方案即不生产。请至少写入一种产品。",
  },
  twice: {
    en: "{field} has {name} twice. Give each a name of its own.",
    zh: "{field} 中 {name} 出现两次，请分别命名。",
  },
  noOutput: {
    en: "Route {name} makes nothing: give product, or outputs by material.",
    zh: "工艺路线 {name} 没有产出：请给出 product，或按物料给出 outputs。",
  },
  twoOutputs: {
    en: "Route {name} has product and outputs. Give one of them; product stands for one unit of it.",
    zh: "工艺路线 {name} 同时给出了 product 与 outputs，请只给出一个；product 表示产出一个单位。",
  },
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
  crossed: {
    en: "Limit {name} has lo {lo} above hi {hi}. Exchange them, or correct one.",
    zh: "限制 {name} 的下限 {lo} 大于上限 {hi}。请对调或更正。",
  },
  noBound: {
    en: "Limit {name} has neither lo nor hi. Give at least one.",
    zh: "限制 {name} 既无 lo 也无 hi，请至少给出一个。",
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
  yearsAscend: {
    en: "years must ascend, but {after} comes after {before}.",
    zh: "years 必须递增，而 {before} 之后为 {after}。",
  },
  lengthsDiffer: {
    en: "periodYears has {count} values for {years} years. Give as many.",
    zh: "periodYears 有 {count} 个值，而年份有 {years} 个，请给出同样多的值。",
  },
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

type Amounts = Readonly<Record<string, number>>;

/** A route as a caller writes it. */
export interface GivenRoute {
  readonly product?: string | undefined;
  readonly outputs?: Amounts | undefined;
  readonly inputs?: Amounts | undefined;
  readonly emissions_t?: Yearly | undefined;
  readonly cost?: Yearly | undefined;
  readonly capacity?: Yearly | undefined;
  readonly retirement?: number | undefined;
  readonly minimum?: number | undefined;
  readonly onOff?: boolean | undefined;
  readonly fixedCost?: number | undefined;
  readonly investment?: Yearly | undefined;
  readonly lifetime?: number | undefined;
  readonly maximum?: number | undefined;
  readonly unitSize?: number | undefined;
}

export interface GivenMaterial {
  readonly price?: Yearly | undefined;
  readonly sellPrice?: Yearly | undefined;
  readonly limit?: Yearly | undefined;
  readonly emissions_t?: Yearly | undefined;
}

export interface GivenLimit {
  readonly terms?: Amounts | undefined;
  readonly lo?: Yearly | undefined;
  readonly hi?: Yearly | undefined;
}

export interface GivenPlan {
  readonly routes: readonly (GivenRoute & { readonly name: string })[];
  readonly materials: readonly (GivenMaterial & { readonly name: string })[];
  readonly demand: Readonly<Record<string, Yearly>>;
  readonly limits: Readonly<Record<string, GivenLimit>>;
  readonly prices: Readonly<Record<string, Yearly>>;
  readonly years?: readonly number[] | undefined;
  readonly periodYears?: readonly number[] | undefined;
  readonly discountRate: number;
  readonly carbonPrice: Yearly;
  readonly cap?: Yearly | undefined;
  readonly totalCap?: number | undefined;
  readonly budget?: number | undefined;
  readonly minimize: PlanProblem["minimizes"];
  readonly gap: number;
  readonly seconds: number;
}

/** The problem in numbers, and notes on what was decided. Throws IndustryError, which names route, material, limit or year. */
export function readPlan(given: GivenPlan): { readonly problem: PlanProblem; readonly notes: readonly Message[] } {
  const years = given.years && given.years.length > 0 ? given.years : null;
  if (given.routes.length === 0) throw new IndustryError("routes", texts.noRoutes());
  if (Object.keys(given.demand).length === 0) throw new IndustryError("demand", texts.noDemand());
  mustDiffer("routes", given.routes);
  mustDiffer("materials", given.materials);
  const { lengths, discounts } = periods(years, given.periodYears, given.discountRate);
  const amounts = given.routes.map((route) => amountsOf(route));
  const ofRoutes = amounts.flatMap(({ outputs, inputs }) => [...Object.keys(outputs), ...Object.keys(inputs)]);
  const ofOthers = [...given.materials.map(({ name }) => name), ...Object.keys(given.prices)];
  const names = [...new Set([...ofRoutes, ...Object.keys(given.demand)])];
  const strangers = new Set(ofOthers.filter((name) => !names.includes(name)));
  const indexOf = new Map(names.map((name, m) => [name, m]));
  const routeOf = new Map(given.routes.map(({ name }, r) => [name, r]));
  checkNames(given, new Set(ofRoutes), amounts, routeOf);

  const routes = given.routes.map((route, r) => routeIn(route, r, amounts[r]!, indexOf, years));
  const notes: Message[] = [...strangers].map((name) => texts.unused({ name }));
  const free: string[] = [];
  const isMade = (name: string) => amounts.some(({ outputs }) => Object.hasOwn(outputs, name));
  const isUsed = (name: string) => amounts.some(({ inputs }) => Object.hasOwn(inputs, name));
  const byYear = (field: string, values: Yearly) => valuesByYear(field, values, years);
  const described = new Map(given.materials.map((material) => [material.name, material]));
  const limited = (name: string) => Object.hasOwn(given.limits, name) && !isMade(name);

  const materials = names.map((name): Material => {
    const about = described.get(name);
    const isDemanded = Object.hasOwn(given.demand, name);
    const listed = Object.hasOwn(given.prices, name) ? given.prices[name]! : undefined;
    let [price, salePrice] = [about?.price, about?.sellPrice];
    if (listed !== undefined && price === undefined) {
      if (isDemanded && isMade(name)) notes.push(texts.productPrice({ name }));
      else if (isMade(name) && !isUsed(name) && salePrice === undefined) {
        salePrice = listed;
        notes.push(texts.soldByProduct({ name }));
      } else price = listed;
    }
    const isSupplied = about?.limit !== undefined || limited(name);
    if (price === undefined && (isSupplied || !isMade(name)) && !(isDemanded && about?.limit === undefined)) {
      price = 0;
      if (isUsed(name)) free.push(name);
    }
    if (price === undefined && about?.emissions_t !== undefined) notes.push(texts.unboughtFactor({ name }));
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
  const limits = Object.entries(given.limits).flatMap(([name, limit]) =>
    limitOf(name, limit, { routeOf, indexOf, materials, amounts, years }),
  );
  return {
    problem: {
      years,
      lengths,
      discounts,
      discountRate: given.discountRate,
      routes,
      materials,
      limits,
      carbonPrice: byYear("carbonPrice", given.carbonPrice),
      caps: byYear("cap", given.cap ?? Infinity),
      totalCap: given.totalCap ?? Infinity,
      budget: given.budget ?? Infinity,
      minimizes: given.minimize,
      gap: given.gap,
      seconds: given.seconds,
    },
    notes,
  };
}

interface RouteAmounts {
  readonly outputs: Amounts;
  readonly inputs: Amounts;
}

function amountsOf({ name, product, outputs, inputs = {} }: GivenPlan["routes"][number]): RouteAmounts {
  if (product !== undefined && outputs) throw new IndustryError(`routes.${name}`, texts.twoOutputs({ name }));
  const made = product === undefined ? (outputs ?? {}) : { [product]: 1 };
  if (Object.keys(made).length === 0) throw new IndustryError(`routes.${name}`, texts.noOutput({ name }));
  return { outputs: made, inputs };
}

function periods(years: readonly number[] | null, given: readonly number[] | undefined, rate: number) {
  if (!years) return { lengths: Float64Array.of(given?.[0] ?? 1), discounts: Float64Array.of(1) };
  const back = years.findIndex((year, y) => y > 0 && year <= years[y - 1]!);
  if (back > 0)
    throw new IndustryError(
      `years[${back}]`,
      texts.yearsAscend({ before: String(years[back - 1]), after: String(years[back]) }),
    );
  if (given && given.length !== years.length)
    throw new IndustryError("periodYears", texts.lengthsDiffer({ count: given.length, years: years.length }));
  // The last stands for as many years as the one before it.
  const between = years.map((year, y) => (years[y + 1] ?? 2 * year - (years[y - 1] ?? year - 1)) - year);
  return {
    lengths: Float64Array.from(given ?? between),
    discounts: Float64Array.from(years, (year) => (1 + rate) ** (years[0]! - year)),
  };
}

function routeIn(
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

interface Known {
  readonly routeOf: ReadonlyMap<string, number>;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly materials: readonly Material[];
  readonly amounts: readonly RouteAmounts[];
  readonly years: readonly number[] | null;
}

/** A limit on a route is one on its activity; on a material one on its purchase or, if it is not bought, on what routes make. */
function limitOf(name: string, { terms, lo, hi }: GivenLimit, known: Known): Limit[] {
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

/**
 * A name that is nearly one of the routes' is a slip. In prices and materials it is one only if it is in one of them and that
 * name is not there, too, and otherwise noted: a list of prices may hold more than the plan uses.
 */
function checkNames(
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

function mustDiffer(field: string, parts: readonly { readonly name: string }[]): void {
  const names = parts.map(({ name }) => name);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) throw new IndustryError(field, texts.twice({ field, name: again }));
}
