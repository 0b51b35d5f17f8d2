import { z } from "zod";
import type { Work } from "../../numeric/work.ts";
import { methodOut, notesOut, residualOut, sentenceOut } from "../../tool/outcome.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { type Elasticity, elasticities } from "../contribution/elasticity.ts";
import { exchangeDerivatives } from "../contribution/exchange-derivatives.ts";
import { notesOnRun } from "../contribution/notes-on-run.ts";
import { quotedScore } from "../contribution/unallocated-share.ts";
import { BIOSPHERE } from "../graph/activity-functions.ts";
import { exchangeTypes } from "../graph/exchange-graph.ts";
import { parameterDerivatives } from "../graph/parameter-derivatives.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { type Demand, demanded, demandIn, referenceOut } from "./demand-schema.ts";
import { assessedBy, indicatorIn } from "./indicator-schema.ts";
import { defineInventoryTool } from "./inventory-tool.ts";

const sensitivity = {
  derivative: numberIn({ unitIn: "indicatorUnit / unit" }).describe("∂h/∂a"),
  elasticity: ratio.describe("∂ln h / ∂ln a: by how many per cent the score changes if the number changes by one"),
  share: ratio.describe("Its size in the sum of all sizes"),
};

export const lifecycleHotspots = defineInventoryTool({
  name: "lifecycle.hotspots",
  title: { en: "Hot spots of a product system", zh: "产品系统的热点" },
  summary: {
    en: "By how many per cent a score changes if an exchange or a parameter of the inventory changes by one per cent: the exchanges that raise it most, those that lower it most, and all parameters.",
    zh: "清单中某个交换或参数变动 1 % 时评价结果变动百分之几：列出使结果升高最多和降低最多的交换，以及全部参数。",
  },
  options: {
    demand: demandIn,
    indicator: indicatorIn,
    most: z.int().positive().max(10_000).default(20).describe("Exchanges in each direction"),
  },
  output: z.object({
    reference: referenceOut,
    indicator: z.string(),
    indicatorName: sentenceOut,
    indicatorUnit: z.string(),
    score: numberIn({ unitIn: "indicatorUnit" })
      .nullable()
      .describe("Null if it cannot be stated; then nothing is said of what it depends on"),
    exchanges: z
      .array(
        z.object({
          activity: z.string().describe("Id"),
          name: z.string(),
          location: z.string().nullable(),
          type: z.enum(exchangeTypes),
          flow: z.string().describe("Name of the product or elementary flow"),
          compartment: z.string().nullable(),
          amount: numberIn(siblingUnit).describe("As in the inventory"),
          unit: z.string(),
          ...sensitivity,
        }),
      )
      .describe("By the size of the elasticity; its sign is the direction"),
    exchangeCount: z.int().describe("Exchanges on which the score depends"),
    parameters: z
      .array(
        z.object({
          name: z.string(),
          activity: z.string().nullable().describe("Id of the activity within which it holds"),
          value: numberIn(siblingUnit),
          unit: z.string().describe("Empty if none is stated"),
          formula: z.string().nullable().describe("With a formula: the elasticity is by the number that replaces it"),
          ...sensitivity,
        }),
      )
      .describe("By the size of the elasticity"),
    residual: residualOut,
    method: methodOut,
    notes: notesOut,
  }),
  formula:
    "ε = (a / h) ∂h/∂a; ∂h/∂a_ij = −w_i s_j, ∂h/∂b_kj = c_k s_j; parameters by the derivatives of the formulas that name them",
  assumptions: [
    "Each number moves alone and a little.",
    "Shares of allocation stay as they are, although some depend on the amounts of co-products.",
    "At a corner of a formula (min, max, a condition) the derivative is that of the branch taken.",
  ],
  references: ["Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045: perturbation analysis."],
  over: (inventory, { demand, indicator, most }, work) => hotspots(inventory, demand, indicator, most, work),
});

async function hotspots(inventory: OpenedInventory, demand: Demand, named: string, most: number, work: Work) {
  const { assessed, indicator } = assessedBy(inventory, named);
  const { system } = assessed.solved;
  const { graph } = system;
  const { activities, products, flows, exchanges, parameters } = graph;
  const { f, reference } = demanded(system, demand);
  const { scaling, residual, method, notes } = await assessed.solved.solve(f, work);
  const quoted = await quotedScore(assessed, 0, f, scaling, work);
  const { score } = quoted;
  // Of a score that cannot be stated nothing is relative; one without factors is refused as 0.
  const relative = <P extends Parameters<typeof elasticities>[1][number]>(of: readonly P[]) =>
    quoted.notes.length > 0 ? [] : elasticities(score ?? 0, of);
  const derivatives = exchangeDerivatives(assessed, 0, await assessed.productScores(0, work), scaling);
  const isElementary = (e: number) => exchanges.type[e] === BIOSPHERE;
  const flowOf = (e: number) => (isElementary(e) ? flows : products)[exchanges.flow[e]!]!;
  const counted = [...derivatives.keys()]
    .filter((e) => score !== null && derivatives[e] !== 0 && exchanges.amount[e] !== 0)
    .map((e) => ({ exchange: e, name: flowOf(e).name, value: exchanges.amount[e]!, derivative: derivatives[e]! }));
  const found = relative(counted);
  const towards = (sign: number) => found.filter(({ elasticity }) => elasticity * sign > 0).slice(0, most);
  const shown = [...towards(1), ...towards(-1)].sort((a, b) => Math.abs(b.elasticity) - Math.abs(a.elasticity));
  const byParameter = parameterDerivatives(graph, derivatives);
  const counts = (score === null ? [] : parameters).map((parameter, at) => ({
    parameter,
    name: parameter.name,
    value: parameter.value,
    derivative: byParameter[at]!,
  }));
  const sensitivityOf = ({ derivative, elasticity, share }: Elasticity) => ({ derivative, elasticity, share });
  return {
    reference,
    indicator: indicator.code,
    indicatorName: indicator.name,
    indicatorUnit: indicator.unit,
    score,
    exchanges: shown.map(({ exchange: e, ...each }) => {
      const { id, name, location } = activities[exchanges.activity[e]!]!;
      return {
        activity: id,
        name,
        location,
        type: exchangeTypes[exchanges.type[e]!]!,
        flow: each.name,
        compartment: isElementary(e) ? flows[exchanges.flow[e]!]!.compartment : null,
        amount: each.value,
        unit: flowOf(e).unit,
        ...sensitivityOf(each),
      };
    }),
    exchangeCount: counted.length,
    parameters: relative(counts).map(({ parameter: { name, activity, value, unit, formula }, ...each }) => ({
      name,
      activity: activity === undefined ? null : activities[activity]!.id,
      value,
      unit: unit ?? "",
      formula: formula ?? null,
      ...sensitivityOf(each),
    })),
    residual,
    method,
    notes: [...quoted.notes, ...notes, ...notesOnRun(assessed, scaling)],
  };
}
