import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { notesOut, residualOut, sentenceOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { backgroundLinks } from "../background/background-link.ts";
import { useeioBackground, useeioDatasets } from "../background/useeio.ts";
import { undividedOnRun } from "../contribution/notes-on-run.ts";
import { quotedScore } from "../contribution/unallocated-share.ts";
import { demandOf } from "../graph/demand.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { cutOffReasons } from "../graph/link.ts";
import { tieredFootprint } from "../hybrid/tiered-footprint.ts";
import { type InputEstimate, inputClasses } from "../hybrid/traced-inputs.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { inventoryDatasets } from "../resource/dataset-names.ts";
import { openInventory } from "../resource/open-inventory.ts";
import { shippedInventories } from "../resource/request.ts";
import { coverageFields, footprintCoverageOut } from "./footprint-coverage-schema.ts";
import { inventoryFields, requestOf } from "./inventory-tool.ts";
import { pricesIn, purchaseIn } from "./purchase-schema.ts";
import { namedDemandShape } from "./uncertain-inventory.ts";

const texts = messages("lifecycle.tieredTool", {
  oneIndicator: {
    en: "indicator names {count} indicators ({codes}). Name one.",
    zh: "indicator 对应 {count} 个指标（{codes}）。请只指定一个。",
  },
  unknownActivity: {
    en: "{field} names {id}, which is not an activity of the inventory.",
    zh: "{field} 中的 {id} 不是清单中的活动。",
  },
  unknownProduct: {
    en: "prices names {product}, which is not a product of the inventory.",
    zh: "prices 中的 {product} 不是清单中的产品。",
  },
  severalProducts: {
    en: "prices names {product}, of which the inventory has {count}: {ids}. Give the id.",
    zh: "清单中名为 {product} 的产品有 {count} 种：{ids}。请在 prices 中给出标识。",
  },
  linkedMasses: {
    en: "Mass times the median score of a kg of {count} linked {count:product|products} of the foreground: an order of magnitude.",
    zh: "质量乘以前景中 {count} 种已连接产品每千克结果的中位数：仅为量级。",
  },
  upstreamMasses: {
    en: "Mass times the median score of a kg of {count} linked {count:product|products} upstream, because the foreground has none in units of mass: an order of magnitude.",
    zh: "前景中没有以质量计的已连接产品，故以质量乘以上游 {count} 种已连接产品每千克结果的中位数：仅为量级。",
  },
});

type MatchRow = z.output<typeof footprintCoverageOut>["matches"][number];

const edition = "v2.0.1";
const inUnit = numberIn({ unitIn: "unit" });

export const lifecycleTiered = defineTool({
  name: "lifecycle.tiered",
  title: { en: "Footprint with match classes and coverage", zh: "附匹配类别与覆盖率的足迹" },
  summary: {
    en: "The score of a product in one indicator: linked inputs by processes, inputs with a price and own purchases by sectors of USEEIO, the rest listed as unmatched with an estimate, and what share of inputs and flows the score covers.",
    zh: "产品在一项指标上的结果：已连接的输入按过程计，有价格的输入与自有采购按 USEEIO 部门计，其余列为未匹配并给出估计，同时给出输入与基本流的覆盖率。",
  },
  input: z.object({
    ...inventoryFields,
    demand: namedDemandShape,
    indicator: z.string().default("GHG").describe("One indicator or metric; sectors need one in the same unit"),
    foreground: z
      .array(z.string())
      .optional()
      .describe(
        "Ids of the activities whose inputs are listed; default: those that are given, or else the demanded one",
      ),
    matches: z
      .array(
        z.strictObject({
          provider: z.string().describe("Id of the activity that stands for what is taken"),
          activity: z.string().optional().describe("Id of the activity that takes it; default: any"),
          match: z.enum(["exact", "proxy"]),
        }),
      )
      .optional()
      .describe("How well providers fit; default: exact"),
    prices: z
      .array(
        z.strictObject({
          product: z.string().describe("Id or name of a product that nothing in the inventory makes"),
          price: numberIn("USD").positive().describe("Dollars of the price year per unit of the product"),
          sector: z.string().optional().describe("Default: that of the shipped background link of the product"),
          ...pricesIn,
        }),
      )
      .optional(),
    purchases: z.array(purchaseIn).optional().describe("What the demand itself takes from sectors"),
    sectorIndicator: z.string().default("GHG").describe("Indicator of USEEIO in the unit of the score"),
  }),
  output: z.object({
    score: numberIn(siblingUnit)
      .nullable()
      .describe("processes + sectors; null if that of the processes cannot be stated"),
    processes: numberIn(siblingUnit).nullable(),
    sectors: numberIn(siblingUnit)
      .nullable()
      .describe("Null if it takes in what processes buy whose score cannot be stated"),
    unit: z.string(),
    indicator: z.string(),
    inputs: z
      .array(
        z.object({
          activity: z.string(),
          product: z.string(),
          amount: numberIn({ unitIn: "productUnit" }).describe("Negative: given to be treated, or credited"),
          productUnit: z.string(),
          match: z.enum(inputClasses),
          provider: z.string().nullable().describe("Id of the activity, or code of the sector"),
          cutOff: z.enum(cutOffReasons).nullable().describe("Why no activity provides it"),
          score: inUnit.nullable(),
          estimate: inUnit.nullable().describe("What an unmatched input would score; no part of the score"),
          estimateMethod: sentenceOut.nullable().describe("How it was estimated"),
          share: ratio.nullable().describe("Score or estimate over the score"),
          unit: z.string(),
        }),
      )
      .describe(
        "Inputs of the foreground from outside of it, the largest first; unmatched ones without an estimate last",
      ),
    upstreamCutOffs: z
      .array(
        z.object({
          product: z.string(),
          amount: numberIn({ unitIn: "productUnit" }).describe("Negative: given to be treated, or credited"),
          productUnit: z.string(),
          exchanges: z.int(),
          score: inUnit.nullable().describe("By the multiplier of its sector, part of the score; null without a price"),
          estimate: inUnit.nullable(),
          unit: z.string(),
        }),
      )
      .describe("What linked processes upstream take of products that nothing provides, by product"),
    coverage: footprintCoverageOut,
    residual: residualOut,
    notes: notesOut,
  }),
  tablesOut: {
    byMatch: recordTable(
      { en: "Shares of the footprint by match class.", zh: "按匹配类别划分的足迹占比。" },
      {
        match: textColumn({
          en: "own flows of the foreground, exact, proxy, sector or unmatched.",
          zh: "前景自身的流（own）、exact、proxy、sector 或 unmatched。",
        }),
        inputs: integerColumn({ en: "Inputs of the class.", zh: "该类别的输入数。" }),
        value: numberColumn(
          { en: "Their scores; of unmatched inputs the estimate.", zh: "其结果；未匹配输入为估计值。" },
          siblingUnit,
        ),
        share: numberColumn({ en: "By size, of score and estimates.", zh: "按绝对值，占结果与估计之和的比例。" }),
      },
      ({ coverage }: { readonly coverage: { readonly matches: readonly MatchRow[] } }) => [...coverage.matches],
    ),
  },
  formula: "h = q s + N y, y = C_u s + purchases",
  assumptions: [
    "An estimate is the mass of an input times the median score of a kg of the linked inputs: an order of magnitude, for masses that are neither wastes nor credits.",
    "Dollars are those of the model's year at producer prices: only the caller's priceIndex and producerShare convert them.",
    "What processes buy of services and capital is left out, unless it is an exchange with a price or a purchase.",
  ],
  references: [
    "Suh, Huppes (2005), doi:10.1016/j.jclepro.2003.08.001: tiered hybrid analysis.",
    "Ingwersen et al. (2022), doi:10.1038/s41597-022-01293-7: USEEIO v2.0.",
  ],
  datasets: [
    ...new Set([
      ...shippedInventories.flatMap((each) => inventoryDatasets(each)),
      ...useeioDatasets(edition),
      "background_link",
    ]),
  ],
  async run(given, work, read) {
    const { demand, indicator, foreground, matches = [], prices = [], purchases = [], sectorIndicator } = given;
    const opened = await openInventory(requestOf(given), read, work);
    const assessed = opened.assessedBy([indicator]);
    const { indicators } = assessed.characteriser;
    if (indicators.length !== 1) {
      const codes = indicators.map(({ code }) => code);
      throw new LifecycleError("indicator", texts.oneIndicator({ count: codes.length, codes }));
    }
    const { system } = assessed.solved;
    const { graph, nodes } = system;
    const { activities, products, exchanges } = graph;
    const activityOf = new Map(activities.map(({ id }, at) => [id, at]));
    const named = (field: string, id: string): number => {
      const at = activityOf.get(id);
      if (at === undefined) throw new LifecycleError(field, texts.unknownActivity({ field, id }));
      return at;
    };
    // Activities that are given stand behind those of the source.
    const own = activities.length - (given.activities?.length ?? 0);
    const chosen = foreground && new Set(foreground.map((id) => named("foreground", id)));
    const fits = matches.map(({ provider, activity, match }) => ({
      provider: named("matches", provider),
      activity: activity === undefined ? null : named("matches", activity),
      match,
    }));
    const uses = prices.length > 0 || purchases.length > 0;
    const background = uses ? await useeioBackground(read, edition) : null;
    const f = demandOf(system, demand.of, demand.amount, demand.unit);
    const found = await tieredFootprint(
      assessed,
      0,
      f,
      {
        isForeground: chosen ? (at) => chosen.has(at) : (at) => at >= own,
        matchOf: (exchange, provider) =>
          fits.find(
            (each) =>
              each.provider === nodes[provider]!.activity &&
              (each.activity === null || each.activity === exchanges.activity[exchange]),
          )?.match ?? "exact",
        ...(background && {
          sectors: {
            background,
            indicator: sectorIndicator,
            prices: new Map(prices.map(({ product, ...price }) => [idOf(graph, product), price])),
            purchases,
            links: await backgroundLinks(read),
          },
        }),
      },
      work,
    );
    const { sectors, unit, coverage, residual, notes } = found;
    const quoted = await quotedScore(assessed, 0, f, found.scaling, work);
    const isStated = quoted.notes.length === 0;
    const score = isStated ? found.score : null;
    const size = (each: (typeof found.inputs)[number]) => Math.abs(each.score ?? each.estimate?.value ?? -1);
    const order = [...found.inputs].sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
    return {
      score,
      processes: isStated ? found.processes : null,
      sectors: isStated || found.upstreamCutOffs.every((each) => each.score === null) ? sectors : null,
      unit,
      indicator: indicators[0]!.code,
      inputs: order.map((each) => ({
        activity: activities[each.activity]!.id,
        product: products[each.product]!.name,
        amount: each.amount,
        productUnit: products[each.product]!.unit,
        match: each.match,
        provider:
          each.sector >= 0
            ? background!.sectors[each.sector]!.code
            : each.provider < 0
              ? null
              : activities[nodes[each.provider]!.activity]!.id,
        cutOff: each.cutOff,
        score: isStated || each.sector >= 0 ? each.score : null,
        estimate: isStated ? (each.estimate?.value ?? null) : null,
        estimateMethod: isStated ? each.estimate && methodOf(each.estimate) : null,
        share: score === null || score === 0 ? null : shareOf(each, score),
        unit,
      })),
      upstreamCutOffs: found.upstreamCutOffs.map(
        ({ product, amount, exchanges: count, score: bySector, estimate }) => ({
          product: products[product]!.name,
          amount,
          productUnit: products[product]!.unit,
          exchanges: count,
          score: isStated ? bySector : null,
          estimate: isStated ? estimate : null,
          unit,
        }),
      ),
      coverage: coverageFields(coverage, isStated),
      residual,
      notes: [...quoted.notes, ...notes, ...undividedOnRun(assessed, found.scaling), ...system.notes],
    };
  },
});

function methodOf({ method, products: count }: InputEstimate): Message {
  return method === "linked-masses" ? texts.linkedMasses({ count }) : texts.upstreamMasses({ count });
}

function rank({ score, estimate }: { readonly score: number | null; readonly estimate: unknown }): number {
  return score === null && estimate === null ? 1 : 0;
}

function shareOf(
  each: { readonly score: number | null; readonly estimate: { readonly value: number } | null },
  whole: number,
): number | null {
  const value = each.score ?? each.estimate?.value;
  return value === undefined ? null : value / whole;
}

/** The id of a product that is named by id or name. */
function idOf({ products }: ExchangeGraph, product: string): string {
  const byId = products.find(({ id }) => id === product);
  if (byId) return byId.id;
  const byName = products.filter(({ name }) => name === product);
  if (byName.length === 1) return byName[0]!.id;
  if (byName.length === 0) throw new LifecycleError("prices", texts.unknownProduct({ product }));
  const ids = byName.map(({ id }) => id);
  throw new LifecycleError("prices", texts.severalProducts({ product, count: ids.length, ids }));
}
