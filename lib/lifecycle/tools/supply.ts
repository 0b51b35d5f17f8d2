import { z } from "zod";
import { messages, type Sentence } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { methodOut, notesOut, residualOut, sentenceOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { indicatorScores } from "../contribution/indicator-scores.ts";
import { notesOnRun } from "../contribution/notes-on-run.ts";
import { type Grouped, originsByInput } from "../contribution/origins-by-input.ts";
import { supplyLinks } from "../contribution/supply-links.ts";
import { supplyTree } from "../contribution/supply-tree.ts";
import { quotedScore } from "../contribution/unallocated-share.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { type Demand, demanded, demandIn, referenceOut } from "./demand-schema.ts";
import { assessedBy, indicatorIn } from "./indicator-schema.ts";
import { defineInventoryTool } from "./inventory-tool.ts";

const said = messages("lifecycle.supply", {
  rest: { en: "all others", zh: "其余" },
  own: { en: "its own flows", zh: "自身的基本流" },
  through: { en: "through {name}", zh: "经由 {name}" },
  throughRest: { en: "through all other inputs", zh: "经由其余投入" },
  noScore: {
    en: "No flow of the activities that run has a factor in {indicator}: the score is unknown, not 0.",
    zh: "所运行活动的基本流在 {indicator} 中都没有因子：结果未知，而不是 0。",
  },
});

const inIndicatorUnit = { unitIn: "indicatorUnit" };
const share = ratio.nullable().describe("Of the score; null where that is 0");

interface Chain {
  readonly parent: number;
  readonly name: string;
  readonly depth: number;
  readonly direct: number;
  readonly score: number;
}

const SEPARATOR = " → ";

export const lifecycleSupply = defineInventoryTool({
  name: "lifecycle.supply",
  title: { en: "Supply chains of a product", zh: "产品的供应链" },
  summary: {
    en: "The supply chains of a demand as a tree by what they score, with a cut-off and the remainder of each branch; the supplies that carry most; and from which activities the score comes through which inputs.",
    zh: "按评价结果展开需求的供应链树，给出截断阈值与每个分支的剩余部分；列出承载最多的供应关系，以及评价结果源自哪些活动、经由哪些投入。",
  },
  options: {
    demand: demandIn,
    indicator: indicatorIn,
    cutOff: ratio.min(0).max(1).default(0.01).describe("Branches below this share of the score are not followed"),
    most: z.int().positive().max(10_000).default(200).describe("Activities in the tree, and supplies"),
    depth: z.int().min(0).max(1000).default(30).describe("Suppliers between a branch's end and the product"),
    groups: z.int().positive().max(50).default(8).describe("Origins, and inputs, that stand by themselves in origins"),
  },
  output: z.object({
    reference: referenceOut,
    indicator: z.string(),
    indicatorName: sentenceOut,
    indicatorUnit: z.string(),
    score: numberIn(inIndicatorUnit)
      .nullable()
      .describe("Null if it cannot be stated; then there are no chains, links and origins that would sum to it"),
    nodes: z
      .array(
        z.object({
          id: z.int(),
          parent: z.int().describe("What it supplies; −1 for the demand"),
          depth: z.int(),
          activity: z.string(),
          name: z.string(),
          product: z.string(),
          amount: numberIn(siblingUnit).describe("Delivered to the parent; negative: a credit"),
          unit: z.string(),
          score: numberIn(inIndicatorUnit).describe("Of the delivery, upstream included"),
          direct: numberIn(inIndicatorUnit).describe("Of the activity's own elementary flows"),
          remainder: numberIn(inIndicatorUnit).describe("Of its suppliers that are not in the tree"),
          share,
        }),
      )
      .describe("score = direct + scores of the children + remainder"),
    links: z
      .array(
        z.object({
          supplier: z.string(),
          supplierName: z.string(),
          consumer: z.string(),
          consumerName: z.string(),
          product: z.string(),
          amount: numberIn(siblingUnit),
          unit: z.string(),
          score: numberIn(inIndicatorUnit).describe("Of all that is supplied, upstream included"),
          share,
        }),
      )
      .describe("Between activities, the largest first. They overlap, and do not sum to the score."),
    origins: z
      .array(
        z.object({
          origin: z.string().describe("Id of the activity whose elementary flows score; empty for all others"),
          originName: sentenceOut,
          input: z.string().describe("Id of the input's activity; empty for the product's own flows, and all others"),
          inputName: sentenceOut,
          score: numberIn(inIndicatorUnit),
          share,
        }),
      )
      .describe("By origin, and the input of the product through which it comes. They sum to the score."),
    residual: residualOut,
    method: methodOut,
    notes: notesOut,
  }),
  tablesOut: {
    chains: {
      charts: {
        paths: {
          channels: { path: "chain", value: "direct" },
          measure: {
            en: "Score of the elementary flows at the end of one supply chain",
            zh: "单条供应链末端基本流的评价结果",
          },
          facts: { total: "score" },
        },
        supply: {
          channels: { path: "chain", value: "score", direct: "direct" },
          measure: { en: "Score carried along the supply chains", zh: "沿供应链传递的评价结果" },
        },
      },
      ...recordTable(
        { en: "The supply chains of the tree, from the product to a supplier.", zh: "树中的供应链，由产品到供应者。" },
        {
          chain: textColumn({ en: "Activities from the product on.", zh: "自产品起的各活动。" }),
          depth: integerColumn({ en: "Suppliers after the first.", zh: "首个活动之后的供应者数。" }),
          direct: numberColumn(
            { en: "What the last activity's own flows score.", zh: "末端活动自身基本流的评价结果。" },
            inIndicatorUnit,
          ),
          score: numberColumn({ en: "With all upstream of it.", zh: "含其全部上游。" }, inIndicatorUnit),
        },
        ({ nodes }: { readonly nodes: readonly Chain[] }) => {
          const chains: string[] = [];
          // A parent stands before its children.
          for (const { parent, name } of nodes) chains.push(parent < 0 ? name : `${chains[parent]}${SEPARATOR}${name}`);
          return nodes.map(({ depth, direct, score }, at) => ({ chain: chains[at], depth, direct, score }));
        },
      ),
    },
    sankey: {
      charts: {
        flows: {
          channels: { origin: "origin", destination: "input", value: "score" },
          measure: { en: "Score by origin and input", zh: "按来源与投入划分的评价结果" },
          words: Object.fromEntries(
            [said.rest(), said.own(), said.throughRest()].map(({ texts }) => [texts.en, texts]),
          ),
        },
      },
      ...recordTable(
        {
          en: "From which activities the score comes, through which inputs.",
          zh: "评价结果源自哪些活动、经由哪些投入。",
        },
        {
          origin: textColumn({ en: "Whose elementary flows score.", zh: "产生基本流的活动。" }),
          input: textColumn({ en: "The input of the product through which it comes.", zh: "所经由的产品投入。" }),
          score: numberColumn({ en: "The score.", zh: "评价结果。" }, inIndicatorUnit),
        },
        ({ origins }: { readonly origins: readonly { originName: string; inputName: string; score: number }[] }) =>
          origins.map(({ originName, inputName, score }) => ({ origin: originName, input: inputName, score })),
      ),
    },
  },
  formula:
    "w = q A⁻¹ with q = C B; a delivery of x of product i scores w_i x = q_j x / a_ij + Σ_k w_k (−a_kj) x / a_ij, where j makes i",
  assumptions: [
    "Each branch is that of average suppliers; an activity stands in the tree as often as chains lead to it.",
    "What goes round in loops is counted in the score of a delivery, so that branches sum to it exactly.",
    "Credits are negative branches; shares of a score in which they offset burdens may exceed 1.",
  ],
  references: [
    "Crawford (2008), doi:10.1016/j.jenvman.2007.03.024.",
    "Lenzen, Crawford (2009), doi:10.1021/es902090z.",
    "Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045.",
  ],
  over: (inventory, { demand, indicator, ...options }, work) => supply(inventory, demand, indicator, options, work),
});

interface Options {
  readonly cutOff: number;
  readonly most: number;
  readonly depth: number;
  readonly groups: number;
}

async function supply(
  inventory: OpenedInventory,
  demand: Demand,
  named: string,
  { groups, ...options }: Options,
  work: Work,
) {
  const { assessed, indicator } = assessedBy(inventory, named);
  const { system } = assessed.solved;
  const { graph, nodes, technosphere } = system;
  const { f, reference } = demanded(system, demand);
  const { scaling, residual, method, notes } = await assessed.solved.solve(f, work);
  const productScores = await assessed.productScores(0, work);
  const direct = assessed.directOf(0);
  const { score, notes: notesOnScore } = await quotedScore(assessed, 0, f, scaling, work);
  const shareOf = (value: number) => (score === null || score === 0 ? null : value / score);
  const tree =
    score === null
      ? []
      : supplyTree(
          { technosphere, references: Int32Array.from(nodes.keys()), direct, productScores, demand: f },
          options,
        );
  const idOf = (node: number) => graph.activities[nodes[node]!.activity]!.id;
  const productOf = (node: number) => graph.products[nodes[node]!.product]!;
  const origins = score === null ? [] : await originsByInput(assessed, 0, f, groups, work);
  const links = score === null ? [] : supplyLinks(technosphere, productScores, scaling, options.most);
  return {
    reference,
    indicator: indicator.code,
    indicatorName: indicator.name,
    indicatorUnit: indicator.unit,
    score,
    nodes: tree.map(({ activity, score: value, ...node }) => ({
      ...node,
      activity: idOf(activity),
      name: nodes[activity]!.label,
      product: productOf(activity).name,
      unit: productOf(activity).unit,
      score: value,
      share: shareOf(value),
    })),
    links: links.map(({ supplier, consumer, amount, score: value }) => ({
      supplier: idOf(supplier),
      supplierName: nodes[supplier]!.label,
      consumer: idOf(consumer),
      consumerName: nodes[consumer]!.label,
      product: productOf(supplier).name,
      amount,
      unit: productOf(supplier).unit,
      score: value,
      share: shareOf(value),
    })),
    origins: origins.map(({ origin, input, value }) => ({
      origin: origin === "rest" ? "" : idOf(origin),
      originName: (origin === "rest" ? said.rest() : nodes[origin]!.label) as Sentence,
      input: typeof input === "number" ? idOf(input) : "",
      inputName: inputName(input, (node) => nodes[node]!.label),
      score: value,
      share: shareOf(value),
    })),
    residual,
    method,
    notes: [
      ...(indicatorScores(assessed, scaling)[0] === null ? [said.noScore({ indicator: indicator.code })] : []),
      ...notesOnScore,
      ...notes,
      ...notesOnRun(assessed, scaling),
    ],
  };
}

function inputName(input: Grouped, labelOf: (node: number) => string): Sentence {
  if (input === "own") return said.own();
  return input === "rest" ? said.throughRest() : said.through({ name: labelOf(input) });
}
