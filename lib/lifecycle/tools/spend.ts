import { z } from "zod";
import { methodOut, notesOut, residualOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { integerIn, numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { useeioBackground, useeioDatasets, useeioEditions } from "../background/useeio.ts";
import { indicatorNamed } from "../hybrid/sector-background.ts";
import { spendFootprint } from "../hybrid/spend.ts";
import { purchaseIn } from "./purchase-schema.ts";

const inIndicator = { unitIn: "unit" };

export const lifecycleSpend = defineTool({
  name: "lifecycle.spend",
  title: { en: "Footprint of purchases by sector", zh: "按部门采购额计算的足迹" },
  summary: {
    en: "Scores of purchases in US dollars by the multipliers of USEEIO, in all of its indicators, with the sectors upstream from which one of them comes.",
    zh: "按 USEEIO 的乘数计算美元采购额在其各项指标上的结果，并给出其中一项指标来自哪些上游部门。",
  },
  input: z.object({
    purchases: z.array(purchaseIn).min(1),
    indicator: z.string().default("GHG").describe("Indicator for purchases and upstream sectors"),
    edition: z.enum(useeioEditions).default("v2.0.1"),
    most: z.int().positive().max(411).default(20).describe("How many upstream sectors are listed"),
  }),
  output: z.object({
    scores: z.array(
      z.object({
        indicator: z.string(),
        name: z.string(),
        group: z.string(),
        value: numberIn(siblingUnit),
        unit: z.string(),
      }),
    ),
    purchases: z.array(
      z.object({
        code: z.string(),
        sector: z.string(),
        amount: numberIn("USD").describe("At producer prices of the model's year"),
        value: numberIn(inIndicator).describe("In the chosen indicator, everything upstream included"),
        unit: z.string(),
        share: ratio.nullable(),
      }),
    ),
    upstream: z
      .array(
        z.object({
          code: z.string(),
          sector: z.string(),
          output: numberIn("USD").describe("What it produces for the purchases, directly and indirectly"),
          value: numberIn(inIndicator).describe("What its own flows score in the chosen indicator"),
          unit: z.string(),
          share: ratio.nullable().describe("Of the score"),
        }),
      )
      .describe("The largest first"),
    remainder: z
      .object({ sectors: integerIn("1"), value: numberIn(siblingUnit), unit: z.string() })
      .describe("The sectors that are not listed"),
    indicator: z.string(),
    edition: z.string(),
    year: z.int().describe("Of the model and its dollars"),
    prices: z.string(),
    residual: residualOut.describe("|Σ D x − N y| / |N y| of the chosen indicator"),
    method: methodOut,
    notes: notesOut,
  }),
  formula: "h = N y; x = (I − A)⁻¹ y; contributions D x",
  assumptions: [
    "A dollar of a product has the flows of the average dollar of its sector; imports are taken to be made as in the United States.",
    "Dollars are those of the model's year at producer prices: only the caller's priceIndex and producerShare convert them.",
    "The model is of one year (2012 in v2.0.1, 2007 in v1.2): technology since then is not in it.",
  ],
  references: [
    "Ingwersen et al. (2022), doi:10.1038/s41597-022-01293-7: USEEIO v2.0.",
    "Yang et al. (2017), doi:10.1016/j.jclepro.2017.04.150: USEEIO v1.",
  ],
  datasets: useeioEditions.flatMap((edition) => useeioDatasets(edition)),
  async run({ purchases, indicator, edition, most }, work, read) {
    const background = await useeioBackground(read, edition);
    const row = indicatorNamed(background, indicator);
    const found = await spendFootprint(background, purchases, row, work);
    const { sectors, indicators } = background;
    const { unit } = indicators[row]!;
    const score = found.scores[row]!;
    const shareOf = (value: number) => (score === 0 ? null : value / score);
    const named = (sector: number) => ({ code: sectors[sector]!.code, sector: sectors[sector]!.name });
    const listed = found.upstream.slice(0, most);
    const others = found.upstream.slice(most);
    return {
      scores: indicators.map(({ code, name, group, unit: each }, m) => ({
        indicator: code,
        name,
        group,
        value: found.scores[m]!,
        unit: each,
      })),
      purchases: found.purchases.map(({ sector, amount, score: value }) => ({
        ...named(sector),
        amount,
        value,
        unit,
        share: shareOf(value),
      })),
      upstream: listed.map(({ sector, output, value }) => ({
        ...named(sector),
        output,
        value,
        unit,
        share: shareOf(value),
      })),
      remainder: { sectors: others.length, value: others.reduce((sum, { value }) => sum + value, 0), unit },
      indicator,
      edition: background.name,
      year: background.year,
      prices: background.prices,
      residual: found.residual,
      method: found.method,
      notes: [...found.notes],
    };
  },
});
