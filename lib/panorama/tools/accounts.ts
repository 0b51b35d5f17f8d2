import { z } from "zod";
import { sentenceOut } from "../../tool/outcome.ts";
import { remarked } from "../../tool/remark.ts";
import { defineTool } from "../../tool/tool.ts";
import { integerIn, numberIn } from "../../tool/unit.ts";
import { outsideUnit } from "../../tool/unit-bounds.ts";
import { avoidedEmissions, avoidedShape } from "../avoided.ts";
import { accountRow, answer, panoramaDatasets, panoramaLadder, question } from "./ladder.ts";

export const panoramaAccounts = defineTool({
  name: "panorama.accounts",
  title: { en: "The one accounts table", zh: "统一账户表" },
  summary: {
    en: "Production, consumption and land of regions and years in one table: region, year, category, gas, principle, value, unit, metric, lo, hi, source, method.",
    zh: "将各地区各年份的生产端、消费端与土地账户并入一张表：地区、年份、类别、气体、原则、数值、单位、度量、上下界、来源与方法。",
  },
  input: question,
  output: z.object({
    rows: z.array(accountRow),
    lacks: z.array(sentenceOut).describe("What is missing, as sentences."),
    datasets: z.array(z.string()),
  }),
  assumptions: panoramaLadder.assumptions,
  references: panoramaLadder.references,
  datasets: panoramaDatasets,
  async run(input, _work, read) {
    const { rows, lacks, datasets } = await answer(input, read);
    return { rows: [...rows], lacks: [...lacks], datasets };
  },
});

const amount = (unit: string) => numberIn(unit).min(0);
const gridFactor = remarked(amount("t/MWh"), (value, field) => outsideUnit(value, "t CO2/MWh", field));

export const panoramaAvoided = defineTool({
  name: "panorama.avoided",
  title: { en: "Emissions avoided by exported solar panels", zh: "光伏出口的避免排放" },
  summary: {
    en: "What a shipment of panels displaces over its life where the grid gets cleaner each year, less the emissions of its production. Reported next to an account, never in it.",
    zh: "一批光伏组件在其寿命期内（电网逐年变清洁）替代的排放，减去制造排放。只与账户并列，绝不计入。",
  },
  input: z.object({
    capacity_MW: amount("MW"),
    capacityFactor: amount("1").max(1),
    lifetime: integerIn("yr").min(1).max(1000),
    degradation: amount("1").max(1).default(0).describe("Output lost a year, as a fraction."),
    grid_t_per_MWh: gridFactor.describe(
      "Of what is displaced, in the first year: a margin of the grid (operating, build or combined), not its average. `factors.grid` gives margins by country.",
    ),
    gridDecline: amount("1").max(1).default(0).describe("By which fraction the grid gets cleaner a year."),
    embodied_t_per_MW: amount("t/MW").describe("Of making and shipping."),
  }),
  output: avoidedShape,
  formula: "Σ_t capacity · 8760 · cf · (1 − d)^t · g (1 − r)^t − embodied, t = 0 … lifetime − 1",
  assumptions: [
    "Every panel is put up in the year and country it was shipped to and displaces what `grid_t_per_MWh` stands for. A grid's average is not what a new plant displaces: plants that run less (operating margin) and plants that are not built (build margin) are.",
    "A claim on what did not happen: it depends on the baseline and is subtracted from no inventory.",
  ],
  references: [
    "WBCSD (2023), Guidance on Avoided Emissions.",
    "CDM Executive Board, Methodological tool 07: Tool to calculate the emission factor for an electricity system (operating, build and combined margin).",
  ],
  run: (goods) => ({ ...avoidedEmissions(goods) }),
});
