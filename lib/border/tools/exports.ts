import { z } from "zod";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { avoidedEmissions, notesOnDecline, notesOnPayback } from "../avoided/avoided-emissions.ts";
import { besideTheInventory } from "../avoided/beside.ts";
import {
  avoidedAssumptions,
  avoidedFields,
  avoidedRest,
  lifeFields,
  metricIn,
  perMWh,
  tonnes,
} from "./avoided-schema.ts";

const input = z.object({
  capacity_MW: numberIn("MW").nonnegative(),
  capacityFactor: ratio.min(0).max(1).describe("Mean output over capacity"),
  gridFactor_t_MWh: numberIn(perMWh).nonnegative().describe("Of the electricity displaced in the first year"),
  ...lifeFields,
  embodied_t_MW: numberIn(`${tonnes}/MW`).nonnegative().describe("Emissions of making, shipping and putting up"),
  metric: metricIn,
});

export const avoidedExports = defineTool({
  name: "avoided.exports",
  title: { en: "Emissions avoided by exported capacity", zh: "出口发电设备的避免排放" },
  summary: {
    en: "Emissions of the electricity that exported solar or wind capacity displaces over its life, with a grid that falls, beside the emissions of making it.",
    zh: "出口光伏或风电设备在寿期内替代的电力排放（电网因子逐年下降），与其制造排放并列。",
  },
  input,
  output: z.object({
    ...avoidedFields,
    years: z.array(
      z.object({
        year: z.int().describe("0 for the first year of operation"),
        generation_MWh: numberIn("MWh"),
        gridFactor_t_MWh: numberIn(perMWh),
        baseline_t: numberIn(tonnes),
      }),
    ),
    ...avoidedRest,
  }),
  formula: "Σ_y 8760 P c (1 − l)(1 − d)^y g_y − e P; g_y = g (1 − r)^y, or g max(0, 1 − r y)",
  assumptions: avoidedAssumptions,
  references: ["WBCSD (2023), Guidance on Avoided Emissions: baseline less solution, with a baseline of each year."],
  run({ metric, ...goods }) {
    const found = avoidedEmissions({ ...goods, losses: goods.losses ?? 0 });
    const { years, ...sums } = found;
    const notes = [besideTheInventory(), ...notesOnDecline(goods), ...notesOnPayback(found, goods.lifetime_yr)];
    return { ...sums, years: [...years], metric, notes };
  },
});
