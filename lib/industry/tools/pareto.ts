import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { planFront } from "../planning/plan-front.ts";
import { planFields, planOfInput } from "./plan-schema.ts";
import { finite, searchGap } from "./search-schema.ts";

const tonnes = numberIn("t");
const { minimize: _, ...fields } = planFields;

export const industryPareto = defineTool({
  name: "industry.pareto",
  title: { en: "Front of cost and emissions", zh: "成本与排放的 Pareto 前沿" },
  summary: {
    en: "The plans of which no other costs less and emits less: from the cheapest to the least emissions, with the routes of each and the marginal abatement cost between them.",
    zh: "成本与排放均不劣于其他方案的一组方案：从成本最低到排放最低，给出各自的工艺路线及其间的边际减排成本。",
  },
  input: z.strictObject({
    ...fields,
    points: z
      .int()
      .min(2)
      .max(200)
      .optional()
      .describe("Plans at evenly spaced caps; default: the corners of the front, or 11 with integers"),
  }),
  output: z.object({
    points: z
      .array(
        z.object({
          emissions: tonnes.describe("Over the years that the periods stand for"),
          cost: z.number().describe("Discounted"),
          marginalAbatementCost: z
            .number()
            .nullable()
            .describe("Money per t from the point before to this one; null at the cheapest"),
        }),
      )
      .describe("From the cheapest plan to the least emissions"),
    plans: z.array(z.record(z.string(), z.number())).describe("Route → activity of each point"),
    exact: z.boolean().describe("Whether the front is straight between its points"),
    gap: searchGap.describe("How far a point may be from the best plan under its cap, relative, at the most"),
    notes: notesOut,
  }),
  tablesOut: {
    routes: recordTable(
      { en: "Routes along the front.", zh: "前沿上各方案的工艺路线。" },
      {
        emissions: numberColumn({ en: "Emissions of the plan.", zh: "方案排放。" }, "t"),
        cost: numberColumn({ en: "Its cost.", zh: "方案成本。" }),
        route: textColumn({ en: "Name of the route.", zh: "工艺路线名称。" }),
        activity: numberColumn({ en: "Its activity.", zh: "活动水平。" }),
      },
      ({ points, plans }: Tabled) =>
        points.flatMap(({ emissions, cost }, k) =>
          Object.entries(plans[k]!).map(([route, activity]) => ({ emissions, cost, route, activity })),
        ),
    ),
  },
  formula: "min cost: emissions ≤ ε",
  assumptions: [
    "Those of industry.optimize.",
    "Emissions are summed over years without discounting, costs are discounted.",
  ],
  solver: "highs",
  references: [
    "Haimes, Lasdon, Wismer (1971), doi:10.1109/TSMC.1971.4308298: the ε-constraint method.",
    "Huangfu, Hall (2018), doi:10.1007/s12532-017-0130-5: the solver (HiGHS).",
  ],
  async run({ points: count, ...given }, work) {
    const { problem, notes } = planOfInput({ ...given, minimize: "cost" });
    const front = await planFront(problem, work, count);
    return {
      points: front.points.map(({ emissions, cost }, k) => ({
        emissions,
        cost,
        marginalAbatementCost: k === 0 ? null : front.steps[k - 1]!.cost,
      })),
      plans: front.points.map(({ activity }) =>
        Object.fromEntries(problem.routes.map(({ name }, r) => [name, activity[r]! + 0])),
      ),
      exact: front.isExact,
      gap: finite(front.gap),
      notes: [...notes, ...front.notes],
    };
  },
});

interface Tabled {
  readonly points: readonly { readonly emissions: number; readonly cost: number }[];
  readonly plans: readonly Readonly<Record<string, number>>[];
}
