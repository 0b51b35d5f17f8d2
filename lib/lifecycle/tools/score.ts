import { z } from "zod";
import { messages, type Sentence } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { methodOut, notesOut, residualOut, sentenceOut } from "../../tool/outcome.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { contributionsOf } from "../contribution/contributions.ts";
import { type CutOffUse, cutOffUses } from "../contribution/cut-off-uses.ts";
import { notesOnRun } from "../contribution/notes-on-run.ts";
import { quotedScores } from "../contribution/unallocated-share.ts";
import { allocationStates } from "../graph/activity-allocation.ts";
import { allocationRules } from "../graph/allocation.ts";
import { assessInventory, flowContributionShape, share, uncharacterisedShape } from "../impact/assessed-inventory.ts";
import { contributionsByFlow, inventoryLines, uncharacterisedByFlow } from "../impact/regional-lines.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { type Demand, demanded, demandIn, referenceOut } from "./demand-schema.ts";
import { fallbackOut, methodsIn } from "./indicator-schema.ts";
import { defineInventoryTool } from "./inventory-tool.ts";

const texts = messages("lifecycle.score", {
  rest: { en: "all others", zh: "其余" },
  noStage: { en: "no stage stated", zh: "未注明阶段" },
  noPlace: { en: "no place stated", zh: "未注明地点" },
});

const inIndicatorUnit = { unitIn: "indicatorUnit" };
const kilogramsOfCarbonDioxide = numberIn("kg CO2");
const part = { indicator: z.string(), indicatorUnit: z.string(), value: numberIn(inIndicatorUnit), share };

export const lifecycleScore = defineInventoryTool({
  name: "lifecycle.score",
  title: { en: "Life-cycle scores of a product", zh: "产品的生命周期评价结果" },
  summary: {
    en: "Solves an inventory for a demand and assesses it: scores by indicator, with the contributions of activities, flows, stages and places, what is cut off, and which flows have no factor.",
    zh: "对清单按需求求解并进行影响评价：各项指标的结果，活动、基本流、阶段与地点的贡献，截断的输入，以及没有因子的基本流。",
  },
  options: {
    demand: demandIn,
    methods: methodsIn,
    most: z.int().positive().max(10_000).default(50).describe("Activities and flows that are named, by indicator"),
  },
  output: z.object({
    reference: referenceOut,
    scores: z.array(
      z.object({
        method: z.string(),
        indicator: z.string(),
        name: sentenceOut,
        kind: z.enum(["impact", "inventory"]),
        unit: z.string(),
        score: numberIn(siblingUnit)
          .nullable()
          .describe("Null if no flow has a factor, and if too much of it is not allocated (notes)"),
        unallocatedShare: ratio
          .nullable()
          .describe("Share that comes from activities whose burdens no rule divides among their products"),
      }),
    ),
    byActivity: z
      .array(
        z.object({
          indicator: z.string(),
          indicatorUnit: z.string(),
          activity: z.string().describe("Id; empty for the rest"),
          name: sentenceOut,
          location: z.string().nullable(),
          runs: ratio.nullable().describe("How often the activity runs, at its own amounts"),
          value: numberIn(inIndicatorUnit).describe("What its own elementary flows score"),
          share,
        }),
      )
      .describe("The largest first within each indicator, then the rest"),
    byFlow: z.array(flowContributionShape),
    byStage: z
      .array(z.object({ ...part, stage: sentenceOut }))
      .describe("By stage of the life cycle, as the inventory states it"),
    byPlace: z.array(z.object({ ...part, place: sentenceOut })).describe("By code of the place"),
    uncharacterised: z.array(uncharacterisedShape),
    allocations: z
      .array(
        z.object({
          activity: z.string().describe("Id"),
          name: z.string(),
          rule: z
            .enum(allocationRules)
            .nullable()
            .describe("Null if none can be applied: all stays with the reference product"),
          state: z
            .enum(allocationStates)
            .describe("chosen: by the rule that was asked for; fallback: by a later one; unallocated: by none"),
        }),
      )
      .describe("How the burdens of activities with several products that run were divided"),
    countedTwice: z
      .array(
        z.object({
          activity: z.string().describe("Id"),
          name: z.string(),
          direct: kilogramsOfCarbonDioxide.describe("CO2 that it emits itself, at its own amounts"),
          carbonates: kilogramsOfCarbonDioxide.describe("Of this, what its carbonates can give at most"),
          linked: kilogramsOfCarbonDioxide.describe("CO2 of the fuels that it takes as processes of combustion"),
        }),
      )
      .describe(
        "Activities that run and seem to count the combustion of their fuels twice: a score that rests on them is not exact",
      ),
    cutOffs: z
      .array(
        z.object({
          product: z.string(),
          amount: numberIn(siblingUnit).describe(
            "All that is cut off of it for this demand; negative: given to treatment",
          ),
          unit: z.string(),
          activities: z.int().describe("How many activities take or give it"),
        }),
      )
      .describe("Products whose making, or wastes whose treatment, is not in the system"),
    cutOffShare: ratio
      .nullable()
      .describe("Share of the inputs, by count, of activities that run; their share of the score is not known"),
    characterisedShare: ratio
      .nullable()
      .describe("Share of the emissions, by count, that have a factor in some indicator"),
    fallback: fallbackOut,
    choices: z.int().describe("Products of which several activities make one, so that a rule chose the provider"),
    residual: residualOut,
    method: methodOut,
    notes: notesOut,
  }),
  formula: "s = A⁻¹ f; g = B s; h = C g; contribution of activity j: (C B)_j s_j",
  assumptions: [
    "Activities scale in proportion: twice the product takes twice of everything.",
    "An input that no activity of the inventory provides is cut off: it carries no burden, and is listed.",
    "A regional factor holds for the place of the activity; where it has none, that of a place which contains it, and then that of the whole world (fallback).",
    "Activities with several products are divided by the rule of the inventory, in the order of its fallback; where no rule applies, the reference product bears between none and all of the burdens, and a score of which more than 5 % comes from there is not stated.",
    "An activity counts a combustion twice if it emits CO2 that its carbonates do not explain, and takes half as much to twice as much as processes of combustion: a sign, no proof.",
    "A flow without a factor does not score, which does not say that it does no harm.",
  ],
  references: [
    "Heijungs, Suh (2002), doi:10.1007/978-94-015-9900-9.",
    "ISO 14044:2006: impact assessment and interpretation.",
  ],
  over: (inventory, { demand, methods, most }, work) => score(inventory, demand, methods, most, work),
});

async function score(
  inventory: OpenedInventory,
  demand: Demand,
  methods: readonly string[] | undefined,
  most: number,
  work: Work,
) {
  const assessed = inventory.assessedBy(methods);
  const { system } = assessed.solved;
  const { graph, nodes } = system;
  const { f, reference } = demanded(system, demand);
  const { scaling, residual, method, notes } = await assessed.solved.solve(f, work);
  const parts = contributionsOf(assessed, scaling);
  const codes = assessed.characteriser.indicators.map(({ code, unit }) => ({ indicator: code, indicatorUnit: unit }));
  const found = assessInventory(inventoryLines(assessed, scaling), assessed.methods);
  const { scores, emissions, fallback, notes: notesOnFlows } = found;
  const [contributions, uncharacterised] = [
    contributionsByFlow(found.contributions),
    uncharacterisedByFlow(found.uncharacterised),
  ];
  const { uses, share: cutOffShare } = cutOffUses(system, scaling);
  const stated = scores.map(({ value }, m) => (value === null ? null : parts.scores[m]!));
  const quoted = await quotedScores(assessed, f, scaling, stated, work);
  // Parts sum to the score: where it cannot be stated, they are not stated either.
  const unstated = new Set([...stated.keys()].filter((m) => stated[m] !== null && quoted.scores[m] === null));
  const named = <Row extends { readonly value: number }>(m: number, rows: readonly Row[], whole: number) =>
    unstated.has(m) ? [] : rows.map((row) => ({ ...codes[m]!, ...row, share: whole === 0 ? null : row.value / whole }));
  const byName = <Row extends { readonly value: number }>(
    groups: readonly ReadonlyMap<string | null, number>[],
    row: (name: string | null, value: number) => Row,
  ) =>
    groups.flatMap((group, m) =>
      named(
        m,
        [...group].map(([name, value]) => row(name, value)).sort((p, q) => Math.abs(q.value) - Math.abs(p.value)),
        parts.scores[m]!,
      ),
    );
  const runs = (activity: number) => system.nodesOf[activity]!.some((node) => scaling[node] !== 0);
  return {
    reference,
    scores: scores.map(({ method: of, indicator: code, name, kind, unit }, m) => ({
      method: of,
      indicator: code,
      name,
      kind,
      unit,
      score: quoted.scores[m]!,
      unallocatedShare: quoted.unallocated[m]!,
    })),
    byActivity: parts.byNode.flatMap((own, m) => {
      const order = [...own.keys()].filter((j) => own[j] !== 0).sort((p, q) => Math.abs(own[q]!) - Math.abs(own[p]!));
      const rows = order.slice(0, most).map((j) => {
        const { id, location } = graph.activities[nodes[j]!.activity]!;
        return {
          activity: id,
          name: nodes[j]!.label as Sentence,
          location,
          runs: scaling[j]! as number | null,
          value: own[j]!,
        };
      });
      const rest = order.slice(most).reduce((sum, j) => sum + own[j]!, 0);
      if (order.length > most) rows.push({ activity: "", name: texts.rest(), location: null, runs: null, value: rest });
      return named(m, rows, parts.scores[m]!);
    }),
    byFlow: codes.flatMap(({ indicator: code }, m) =>
      contributions
        .filter((each) => each.indicator === code && !unstated.has(m))
        .slice(0, most)
        .map(
          ({ indicator: of, indicatorUnit: unitOf, flow, compartment, amount, unit, value: sum, share: portion }) => ({
            indicator: of,
            indicatorUnit: unitOf,
            flow,
            compartment,
            amount,
            unit,
            value: sum,
            share: portion,
          }),
        ),
    ),
    byStage: byName(parts.byStage, (stage, value) => ({ stage: stage ?? texts.noStage(), value })),
    byPlace: byName(parts.byPlace, (place, value) => ({ place: place ?? texts.noPlace(), value })),
    uncharacterised: uncharacterised.map(({ flow, compartment, amount, unit, indicators }) => ({
      flow,
      compartment,
      amount,
      unit,
      indicators: [...indicators],
    })),
    allocations: system.allocations
      .filter(({ activity }) => runs(activity))
      .map(({ activity, rule, state }) => {
        const { id, name } = graph.activities[activity]!;
        return { activity: id, name, rule: state === "unallocated" ? null : rule, state };
      }),
    countedTwice: [...assessed.solved.combustionOverlaps.values()]
      .filter(({ activity }) => runs(activity))
      .map(({ activity, direct, carbonates, linked }) => {
        const { id, name } = graph.activities[activity]!;
        return { activity: id, name, direct, carbonates, linked };
      }),
    cutOffs: uses.map(({ product: index, amount, activities }: CutOffUse) => ({
      product: graph.products[index]!.name,
      amount,
      unit: graph.products[index]!.unit,
      activities,
    })),
    cutOffShare,
    characterisedShare: emissions.share,
    fallback,
    choices: system.choices.length,
    residual,
    method,
    notes: [...quoted.notes, ...notes, ...notesOnRun(assessed, scaling), ...notesOnFlows],
  };
}
