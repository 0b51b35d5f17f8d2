import type { Message } from "../../message/message.ts";
import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { checkNames } from "./check-names.ts";
import type { GivenPlan } from "./given-plan.ts";
import { limitOf } from "./plan-limits.ts";
import { planMaterials } from "./plan-materials.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { amountsOf, routeIn } from "./plan-routes.ts";
import { valuesByYear } from "./yearly.ts";

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
  yearsAscend: {
    en: "years must ascend, but {after} comes after {before}.",
    zh: "years 必须递增，而 {before} 之后为 {after}。",
  },
  lengthsDiffer: {
    en: "periodYears has {count} values for {years} years. Give as many.",
    zh: "periodYears 有 {count} 个值，而年份有 {years} 个，请给出同样多的值。",
  },
});

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
  const names = [...new Set([...ofRoutes, ...Object.keys(given.demand)])];
  const indexOf = new Map(names.map((name, m) => [name, m]));
  const routeOf = new Map(given.routes.map(({ name }, r) => [name, r]));
  checkNames(given, new Set(ofRoutes), amounts, routeOf);

  const routes = given.routes.map((route, r) => routeIn(route, r, amounts[r]!, indexOf, years));
  const { materials, notes } = planMaterials(given, names, amounts, years);
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
      carbonPrice: valuesByYear("carbonPrice", given.carbonPrice, years),
      caps: valuesByYear("cap", given.cap ?? Infinity, years),
      totalCap: given.totalCap ?? Infinity,
      budget: given.budget ?? Infinity,
      minimizes: given.minimize,
      gap: given.gap,
      seconds: given.seconds,
    },
    notes,
  };
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

function mustDiffer(field: string, parts: readonly { readonly name: string }[]): void {
  const names = parts.map(({ name }) => name);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) throw new IndustryError(field, texts.twice({ field, name: again }));
}
