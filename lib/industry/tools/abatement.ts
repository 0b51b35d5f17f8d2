import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { notesOut, sentenceOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { IndustryError } from "../industry-error.ts";
import { measureCurve, measureShape } from "../planning/measures.ts";
import { type AbatementStep, planFront } from "../planning/plan-front.ts";
import { planFields, planOfInput } from "./plan-schema.ts";

const texts = messages("industry.abatementTool", {
  neither: {
    en: "measures is missing; expected a list, or routes and demand of a plan.",
    zh: "缺少 measures，应为列表；或给出方案的 routes 与 demand。",
  },
  both: {
    en: "measures and routes are given. Give one of them: a list of measures, or a plan.",
    zh: "同时给出了 measures 与 routes。请只给出一个：措施清单或方案。",
  },
  replacing: { en: "{name} instead of {replaces}", zh: "以 {name} 替代 {replaces}" },
  named: { en: "{name}", zh: "{name}" },
  dominated: {
    en: "{names:and} {count:is|are} not on the curve: of the same group, another avoids more at a lower cost per t.",
    zh: "{names:and} 不在曲线上：同组中有其他措施以更低的单位成本减排更多。",
  },
  beyond: {
    en: "target_t of {target} t is more than all measures avoid together, {total} t.",
    zh: "target_t 为 {target} t，超过全部措施的减排量 {total} t。",
  },
});

const tonnes = numberIn("t");
const { minimize: _, routes, demand, ...planOnly } = planFields;

export const industryAbatement = defineTool({
  name: "industry.abatement",
  title: { en: "Marginal abatement cost curve", zh: "边际减排成本曲线" },
  summary: {
    en: "What can be avoided at what cost per tonne, the cheapest first: from a list of measures, or from the best plan of routes under a falling cap, whose curve is exact.",
    zh: "以多少单位成本可减排多少，由低到高排列：依据措施清单，或依据上限逐步收紧时的最优工艺方案（此时曲线精确）。",
  },
  input: z.strictObject({
    measures: z.array(measureShape).optional().describe("Either these, or the routes and the demand of a plan"),
    target_t: tonnes.nonnegative().optional().describe("Avoided a year: which measures reach it, and at what cost"),
    routes: routes.optional(),
    demand: demand.optional(),
    ...planOnly,
  }),
  output: z.object({
    blocks: z
      .array(
        z.object({
          label: sentenceOut,
          more: z.array(z.string()).describe("The measure, or routes that run more"),
          less: z.array(z.string()).describe("The measure that it replaces, or routes that run less"),
          from: tonnes.describe("Avoided by all cheaper blocks"),
          to: tonnes,
          avoided: tonnes,
          costPerTonne: z.number(),
          cost: z.number().describe("avoided × costPerTonne"),
          taken: ratio.describe("The part of it that the target needs; 1 without a target"),
        }),
      )
      .describe("By cost per t, the cheapest first"),
    avoided: tonnes.describe("By all blocks"),
    avoidedAtNoCost: tonnes.describe("By blocks at 0 or less per t"),
    cost: z.number().describe("Of what is taken"),
    marginalAbatementCost: z.number().nullable().describe("Of the last block that is taken"),
    exact: z.boolean().describe("Of a plan: whether every step of its curve is there"),
    notes: notesOut,
  }),
  tablesOut: {
    curve: {
      ...recordTable(
        { en: "The curve, the cheapest block first.", zh: "减排曲线，成本最低者在前。" },
        {
          label: textColumn({ en: "What is done.", zh: "措施。" }),
          avoided: numberColumn({ en: "What it avoids.", zh: "减排量。" }, "t"),
          costPerTonne: numberColumn({ en: "Cost per t.", zh: "单位减排成本。" }),
        },
        ({ blocks }: { readonly blocks: readonly { label: string; avoided: number; costPerTonne: number }[] }) =>
          blocks.map(({ label, avoided, costPerTonne }) => ({ label, avoided, costPerTonne })),
      ),
      charts: { abatement: { channels: { label: "label", amount: "avoided", cost: "costPerTonne" } } },
    },
  },
  formula: "MAC = Δcost / Δavoided",
  assumptions: [
    "Measures that are given add up: what one avoids is not avoided by another, unless they are of one group.",
    "The steps of a plan are those of its least cost as a function of the cap, so that what measures do to each other is in them.",
    "An investment is paid in equal yearly payments over its lifetime.",
  ],
  solver: "highs",
  references: [
    "Kesicki, Ekins (2012), doi:10.1080/14693062.2011.582347: what marginal abatement cost curves can and cannot say.",
    "Huangfu, Hall (2018), doi:10.1007/s12532-017-0130-5: the solver (HiGHS).",
  ],
  async run({ measures, target_t, routes: givenRoutes, demand: givenDemand, ...given }, work) {
    if (measures && (givenRoutes || givenDemand)) throw new IndustryError("measures", texts.both());
    if (!measures && !(givenRoutes && givenDemand)) throw new IndustryError("measures", texts.neither());
    const found = measures
      ? ofMeasures(measures, given.discountRate)
      : await ofPlan({ ...given, routes: givenRoutes!, demand: givenDemand!, minimize: "cost" }, work);
    const total = found.steps.reduce((sum, { avoided }) => sum + avoided, 0);
    // A target that is all there is stays one when both are rounded.
    if (target_t !== undefined && target_t > total * (1 + 1e-9))
      throw new IndustryError("target_t", texts.beyond({ target: target_t, total: Number(total.toPrecision(6)) }));
    let reached = 0;
    const blocks = found.steps.map(({ label, more, less, avoided, cost }) => {
      const from = reached;
      reached += avoided;
      const taken = target_t === undefined ? 1 : Math.min(1, Math.max(0, (target_t - from) / avoided));
      return {
        label,
        more: [...more],
        less: [...less],
        from,
        to: reached,
        avoided,
        costPerTonne: cost,
        cost: cost * avoided,
        taken,
      };
    });
    const used = blocks.filter(({ taken }) => taken > 0);
    return {
      blocks,
      avoided: total,
      avoidedAtNoCost: blocks.reduce((sum, { avoided, costPerTonne }) => sum + (costPerTonne <= 0 ? avoided : 0), 0),
      cost: blocks.reduce((sum, { cost, taken }) => sum + cost * taken, 0),
      marginalAbatementCost: used.at(-1)?.costPerTonne ?? null,
      exact: found.isExact,
      notes: [...found.notes],
    };
  },
});

interface Curve {
  readonly steps: readonly Pick<AbatementStep, "label" | "more" | "less" | "avoided" | "cost">[];
  readonly isExact: boolean;
  readonly notes: readonly Message[];
}

function ofMeasures(measures: readonly z.output<typeof measureShape>[], rate: number): Curve {
  const { steps, dominated } = measureCurve(measures, rate);
  return {
    steps: steps.map(({ name, avoided, cost, replaces }) => ({
      label: replaces === null ? texts.named({ name }) : texts.replacing({ name, replaces }),
      more: [name],
      less: replaces === null ? [] : [replaces],
      avoided,
      cost,
    })),
    isExact: true,
    notes: dominated.length > 0 ? [texts.dominated({ names: dominated, count: dominated.length })] : [],
  };
}

async function ofPlan(given: Parameters<typeof planOfInput>[0], work: Parameters<typeof planFront>[1]): Promise<Curve> {
  const { problem, notes } = planOfInput(given);
  const { steps, isExact, notes: ofFront } = await planFront(problem, work);
  return { steps, isExact, notes: [...notes, ...ofFront] };
}
