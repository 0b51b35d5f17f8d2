import { z } from "zod";
import { keyedRows } from "../../tool/keyed-rows.ts";
import { unitOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { estimateShape } from "../estimate.ts";
import { managedLand, managedLandChoiceShape, modelFluxShape } from "../managed-land.ts";

export const budgetManagedLand = defineTool({
  name: "budget.managedLand",
  title: { en: "What the managed-land proxy does to a total", zh: "“受管理土地”口径对总量的影响" },
  summary: {
    en: "A country's CO2 without land, with land by each bookkeeping model, and with land as its inventory reports it; and the natural sink that the inventory counts as anthropogenic.",
    zh: "一国二氧化碳总量的三种口径：不含土地、按各簿记模型、按国家清单（受管理土地）；以及被清单计为人为的自然汇。",
  },
  input: z.object({
    fossil: numberIn("Mt CO2/yr").positive().describe("Fossil CO2, Mt/yr"),
    models: keyedRows(modelFluxShape, ["model"])
      .min(1)
      .describe("Net land-use change of the same year by bookkeeping models, Mt CO2/yr"),
    reported: z
      .object({ value: numberIn("Mt CO2/yr"), source: z.string().min(1) })
      .nullable()
      .default(null)
      .describe("Net LULUCF as the inventory reports it, Mt CO2/yr"),
  }),
  output: z.object({
    unit: unitOut,
    choices: z.array(managedLandChoiceShape),
    bookkeeping: estimateShape,
    indirectSink: estimateShape.nullable(),
    spread: numberIn("Mt CO2/yr"),
  }),
  assumptions: [
    "Bookkeeping and inventory cover the same land and the same year.",
    "What the two differ by is taken for the indirect effects of CO2, nitrogen and climate on managed land; part of it may be error of either.",
  ],
  references: [
    "Grassi et al. (2018), doi:10.1038/s41558-018-0283-x.",
    "IPCC 2019 Refinement, Vol 4 Ch 2 (managed-land proxy, natural disturbances).",
  ],
  run({ fossil, models, reported }) {
    const result = managedLand(fossil, models, reported);
    return { ...result, choices: result.choices.map((choice) => ({ ...choice })) };
  },
});
