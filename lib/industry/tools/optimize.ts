import { z } from "zod";
import type { Span } from "../../optimization/solution.ts";
import { notesOut, residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { bestPlan, type Plan, type PlanYear } from "../planning/plan.ts";
import { planFields, planOfInput } from "./plan-schema.ts";
import { finite, searchBound, searchGap } from "./search-schema.ts";

const tonnes = numberIn("t");
const numbers = z.record(z.string(), z.number());
const span = z.object({ lo: z.number().nullable(), hi: z.number().nullable() }).describe("null: without end");

const yearOut = z.object({
  year: z.int().nullable(),
  plan: numbers.describe("Route → activity a year"),
  capacity: z
    .record(z.string(), z.number().nullable())
    .describe("Route → activity a year at most; null without a limit"),
  built: numbers.describe("Route → capacity that is built"),
  purchases: numbers.describe("Material → amount bought"),
  sales: numbers.describe("Material → amount sold"),
  emissions: tonnes,
  emissionsByRoute: z.record(z.string(), tonnes).describe("Beside those of materials"),
  emissionsByMaterial: z.record(z.string(), tonnes),
  cost: z.number().describe("Money a year, not discounted: routes, materials, carbon, yearly payments of investments"),
  carbonCost: z.number(),
  investmentCost: z.number().describe("Yearly payments for what is built"),
  marginalAbatementCost: z.number().nullable().describe("Money per t under the cap of the year; null without one"),
  marginalCosts: numbers.describe("Material → what one unit more of it costs"),
});

export const industryOptimize = defineTool({
  name: "industry.optimize",
  title: { en: "Best plan of routes, materials and capacity", zh: "工艺路线、物料与能力的最优方案" },
  summary: {
    en: "Which routes make what is demanded at least cost, from which materials, under limits and a carbon cap or price, over one or several years with investment and retirement; with shadow prices and the ranges in which they hold.",
    zh: "在限制条件与碳排放上限或碳价下，以最低成本满足需求的工艺路线与物料组合，可跨多年并计入投资与退役；给出影子价格及其有效范围。",
  },
  input: z.strictObject(planFields),
  output: z.object({
    plan: numbers.describe("Route → activity; of several years, their sum over the years that they stand for"),
    objective: z.number().describe("Discounted cost, or t if emissions are minimized"),
    cost: z.number(),
    emissions: tonnes,
    duals: numbers.describe("Row → d objective / d bound, such as demand.steel, capacity.EAF.2030, cap"),
    marginalAbatementCost: z
      .number()
      .nullable()
      .describe("What the last t costs: of cap, totalCap, or the budget; of several years see years"),
    years: z.array(yearOut),
    boundRanges: z.record(z.string(), span).describe("Row → bounds within which its dual holds"),
    costRanges: z.record(z.string(), span).describe("Decision → objective coefficients with the same plan"),
    bound: searchBound,
    gap: searchGap,
    residual: residualOut.describe("Of the conditions that prove the optimum, checked without the solver"),
    notes: notesOut,
  }),
  tablesOut: {
    routes: recordTable(
      { en: "Routes by year.", zh: "各年的工艺路线。" },
      {
        year: integerColumn({ en: "Year; empty for a single period.", zh: "年份；单一时期为空。" }),
        route: textColumn({ en: "Name of the route.", zh: "工艺路线名称。" }),
        activity: numberColumn({ en: "Activity a year.", zh: "年活动水平。" }),
        capacity: numberColumn({ en: "What it can do a year.", zh: "年能力。" }),
        built: numberColumn({ en: "Capacity that is built.", zh: "新建能力。" }),
        emissions: numberColumn({ en: "Its own emissions.", zh: "自身排放。" }, "t"),
      },
      ({ years }: Tabled) =>
        years.flatMap(({ year, plan, capacity, built, emissionsByRoute }) =>
          Object.entries(plan).map(([route, activity]) => ({
            year,
            route,
            activity,
            capacity: capacity[route],
            built: built[route],
            emissions: emissionsByRoute[route],
          })),
        ),
    ),
    trade: recordTable(
      { en: "Materials bought and sold, by year.", zh: "各年购入与售出的物料。" },
      {
        year: integerColumn({ en: "Year; empty for a single period.", zh: "年份；单一时期为空。" }),
        material: textColumn({ en: "Name of the material.", zh: "物料名称。" }),
        bought: numberColumn({ en: "Amount bought.", zh: "购入量。" }),
        sold: numberColumn({ en: "Amount sold.", zh: "售出量。" }),
        emissions: numberColumn({ en: "Emissions of what is bought.", zh: "购入物料的排放。" }, "t"),
        marginalCost: numberColumn({ en: "What one unit more costs.", zh: "每增加一单位的成本。" }),
      },
      ({ years }: Tabled) =>
        years.flatMap(({ year, purchases, sales, emissionsByMaterial, marginalCosts }) =>
          Object.keys(marginalCosts).map((material) => ({
            year,
            material,
            bought: purchases[material] ?? 0,
            sold: sales[material] ?? 0,
            emissions: emissionsByMaterial[material] ?? 0,
            marginalCost: marginalCosts[material],
          })),
        ),
    ),
    shadowPrices: recordTable(
      {
        en: "What holds the plan back, and in which range its price holds.",
        zh: "限制方案的约束，及其影子价格的有效范围。",
      },
      {
        row: textColumn({ en: "Name of the constraint.", zh: "约束名称。" }),
        dual: numberColumn({
          en: "Change of the objective per unit of its bound.",
          zh: "界限每变动一单位时目标的变化。",
        }),
        lo: numberColumn({ en: "Bound from which it holds.", zh: "有效范围下限。" }),
        hi: numberColumn({ en: "Bound up to which it holds.", zh: "有效范围上限。" }),
      },
      ({ duals, boundRanges }: Tabled) =>
        Object.entries(duals).map(([row, dual]) => ({ row, dual, ...boundRanges[row] })),
    ),
  },
  formula: "min Σ (c x + p b − q s + a I k + P E): N x + b − s ≥ d, x ≤ K, E ≤ cap",
  assumptions: [
    "Inputs, outputs, emissions and costs of a route are proportional to its activity.",
    "emissions_t of a material counts what is bought, emissions_t of a route comes on top: the same carbon must be in one of them only.",
    "What is made beyond demand is left over at no cost, and sold only where it has a price of sale.",
    "A material with a price or a limit can be bought, and so can one that no route makes.",
    "An investment is paid in equal yearly payments over its lifetime, in the years of the plan; nothing is paid after it.",
    "With whole plants or on and off over many years the search can be long: seconds and gap stop it, and gap in the result says how good the plan is.",
    "Money is that of the caller, at constant prices; a year stands for itself and those until the next.",
  ],
  solver: "highs",
  references: [
    "Loulou, Labriet (2008), doi:10.1007/s10287-007-0046-z: TIMES, bottom-up optimisation of energy systems over years.",
    "Huangfu, Hall (2018), doi:10.1007/s12532-017-0130-5: the solver (HiGHS).",
    "Chinneck, Dravnieks (1991), doi:10.1287/ijoc.3.2.157: constraints that clash.",
  ],
  async run(given, work) {
    const { problem, notes } = planOfInput(given);
    const found = await bestPlan(problem, work);
    const ofRoutes = (values: Float64Array) => record(problem.routes, values);
    return {
      plan: ofRoutes(totalActivity(found)),
      objective: found.objective,
      cost: found.cost,
      emissions: found.emissions,
      duals: found.duals,
      marginalAbatementCost: abatementCostOf(found),
      years: found.years.map((year) => yearlyOf(found, year)),
      boundRanges: spansOf(found.boundRanges),
      costRanges: spansOf(found.costRanges),
      bound: finite(found.bound),
      gap: finite(found.gap),
      residual: found.residual,
      notes: [...notes, ...found.notes],
    };
  },
});

interface Tabled {
  readonly years: readonly z.output<typeof yearOut>[];
  readonly duals: Readonly<Record<string, number>>;
  readonly boundRanges: Readonly<Record<string, z.output<typeof span>>>;
}

function totalActivity({ problem, years }: Plan): Float64Array {
  return Float64Array.from(problem.routes, (_, r) =>
    years.reduce((sum, { activity }, y) => sum + problem.lengths[y]! * activity[r]!, 0),
  );
}

/** Of the budget the other way round: what one unit of money more avoids. */
function abatementCostOf({ problem, years, totalCapPrice, duals }: Plan): number | null {
  if (problem.minimizes === "emissions") return duals.budget ? -1 / duals.budget : null;
  if (totalCapPrice !== null) return totalCapPrice;
  return years.length === 1 ? years[0]!.capPrice : null;
}

function yearlyOf({ problem }: Plan, year: PlanYear): ResultOf<typeof yearOut> {
  const { routes, materials, minimizes } = problem;
  const isCost = minimizes === "cost";
  return {
    year: year.year,
    plan: record(routes, year.activity),
    capacity: Object.fromEntries(routes.map(({ name }, r) => [name, finite(year.capacity[r]!)])),
    built: record(routes, year.built, (r) => routes[r]!.expansion !== null),
    purchases: record(materials, year.bought, (m) => materials[m]!.price !== null),
    sales: record(materials, year.sold, (m) => materials[m]!.salePrice !== null),
    emissions: year.emissions,
    emissionsByRoute: record(routes, year.emissionsOfRoutes),
    emissionsByMaterial: record(materials, year.emissionsOfMaterials, (m) => materials[m]!.emissions.some(Boolean)),
    cost: year.cost,
    carbonCost: year.carbonCost,
    investmentCost: year.investmentCost,
    marginalAbatementCost: isCost ? year.capPrice : null,
    marginalCosts: isCost ? record(materials, year.materialCosts) : {},
  };
}

function record(
  parts: readonly { readonly name: string }[],
  values: Float64Array,
  has: (at: number) => boolean = () => true,
): Record<string, number> {
  return Object.fromEntries(parts.flatMap(({ name }, at) => (has(at) ? [[name, values[at]! + 0] as const] : [])));
}

function spansOf(spans: Readonly<Record<string, Span>>) {
  return Object.fromEntries(
    Object.entries(spans).map(([name, { lo, hi }]) => [name, { lo: finite(lo), hi: finite(hi) }]),
  );
}
