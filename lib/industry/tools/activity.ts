import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import {
  byProductShape,
  type PlantExchange,
  plantByProducts,
  plantExchangeShape,
  plantExchanges,
} from "../plant/plant-activity.ts";
import { plantResult } from "../plant/plant-result.ts";
import { plantNamed } from "../plant/plants.ts";
import { plantIn, plantNotes } from "./plant-schema.ts";

export const industryActivity = defineTool({
  name: "industry.activity",
  title: { en: "A plant as an activity of a life cycle", zh: "工厂作为生命周期活动" },
  summary: {
    en: "A plant as one activity with exchanges that lifecycle tools take: feeds, materials, electricity and heat as inputs, its product, and what it emits. Join it with a background, or give its inputs providers.",
    zh: "将工厂表示为一个带交换的活动，供 lifecycle 各工具使用：原料、材料、电与热为投入，产品为产出，另有其排放。可与背景库相连，或为其投入指定供应活动。",
  },
  input: z.object({
    ...plantIn,
    id: z.string().min(1).optional().describe("Id of the activity; default: the name of the plant"),
    location: z.string().nullish(),
    stage: z.string().nullish(),
  }),
  output: z.object({
    activities: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          location: z.string().nullable(),
          stage: z.string().nullable(),
          exchanges: z.array(plantExchangeShape),
        }),
      )
      .describe("activities of lifecycle.score"),
    demand: z
      .object({ of: z.string(), amount: numberIn(siblingUnit), unit: z.string() })
      .describe("A unit of the product: demand of lifecycle.score"),
    byProducts: z
      .array(byProductShape)
      .describe("Sold with a unit of the product; no exchange, since nothing is allocated to them"),
    notes: notesOut,
  }),
  tablesOut: {
    exchanges: recordTable(
      {
        en: "What the plant takes, makes and emits for a unit of its product.",
        zh: "工厂每单位产品的投入、产出与排放。",
      },
      {
        type: textColumn({ en: "production, technosphere or biosphere.", zh: "交换类型。" }),
        name: textColumn({ en: "Product or elementary flow.", zh: "产品或基本流。" }),
        amount: numberColumn({ en: "How much, in `unit`.", zh: "数量，单位见 `unit`。" }),
        unit: textColumn({ en: "Unit of the amount.", zh: "数量的单位。" }),
        comment: textColumn({ en: "What carbon was for, or the method.", zh: "碳的用途或方法。" }),
      },
      ({ activities }: { readonly activities: readonly { readonly exchanges: readonly PlantExchange[] }[] }) =>
        activities.flatMap(({ exchanges }) =>
          exchanges.map(({ type, product, flow, amount, unit, comment }) => ({
            type,
            name: product ?? flow,
            amount,
            unit,
            comment,
          })),
        ),
    ),
  },
  assumptions: [
    "All burdens are of the product: by-products are listed beside, and nothing is allocated or credited.",
    "Inputs that no activity of the inventory provides are cut off, and lifecycle.score lists them. Air is free.",
    "Carbon dioxide keeps its origin in the name of its flow; process and energy are told apart in the comment.",
  ],
  references: ["ISO 14044:2006: unit processes.", "IPCC 2006 Guidelines, Vol. 3: process emissions."],
  run({ plant: name, parameters = {}, unitParameters = {}, id = name, location = null, stage = null }) {
    const result = plantResult(plantNamed(name), {
      parameters,
      unitParameters,
      output: 1,
      gridFactor: undefined,
      metric: "AR6.GWP100",
    });
    const { kind } = result;
    return {
      activities: [{ id, name: kind.title.en, location, stage, exchanges: plantExchanges(result) }],
      demand: { of: id, amount: 1, unit: kind.makes === "electricity" ? "MWh" : "t" },
      byProducts: plantByProducts(result),
      notes: plantNotes(result, parameters, undefined),
    };
  },
});
