import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { origins } from "../plant/origin.ts";
import { plantResult } from "../plant/plant-result.ts";
import { plantNamed } from "../plant/plants.ts";
import { parameterOut } from "./parameter-schema.ts";
import { plantIn, plantNotes, plantParts, plantPartsOut } from "./plant-schema.ts";

const perMegawattHour = numberIn("kg/MWh");

export const industryPowerPlant = defineTool({
  name: "industry.powerPlant",
  title: { en: "Power plant", zh: "电厂" },
  summary: {
    en: "A plant whose product is electricity, unit by unit: CO2 per MWh sent out, with and without capture, by origin (process, energy, biogenic), with balances of carbon, mass and energy and the same CO2 by the guidelines.",
    zh: "逐单元计算以电为产品的工厂：每兆瓦时供电的 CO2（含或不含捕集）及其来源（过程、能源、生物源），附碳、质量与能量平衡，并以指南公式核对同一 CO2。",
  },
  input: z.object({
    ...plantIn,
    output_MW: numberIn("MW")
      .positive()
      .default(1)
      .describe("Electricity sent out; all results are proportional to it"),
  }),
  output: z.object({
    scope1_kg_MWh: perMegawattHour.describe("CO2 from the plant's own stacks; biogenic CO2 is apart"),
    biogenic_kg_MWh: perMegawattHour,
    stored_kg_MWh: perMegawattHour.describe("CO2 that is captured and stored, biogenic too"),
    byGate_kg_MWh: perMegawattHour.describe("All CO2 by the balance of carbon over the gate"),
    efficiency: ratio.describe("Electricity sent out over the net heating value of the fuel"),
    heatSold_GJ_MWh: numberIn("GJ/MWh").describe("Useful heat, a by-product to which no CO2 is allocated here"),
    emissions: z.array(
      z.object({
        scope: z.enum(["1", "2", "outside"]).describe("outside: biogenic CO2, which belongs to no scope"),
        step: z.string(),
        origin: z.enum([...origins, "electricity"]),
        co2_kg_MWh: perMegawattHour,
      }),
    ),
    feeds: z.array(z.object({ feed: z.string(), mass_kg_MWh: perMegawattHour })),
    tiers: z
      .array(
        z.object({
          method: z.string(),
          covers: z.string(),
          covers_zh: z.string(),
          tier_kg_MWh: perMegawattHour,
          plant_kg_MWh: perMegawattHour.describe("The plant's own CO2 that the equation covers"),
          rounding: ratio.describe("Of the guidelines' molar masses, as 44/12: tier = plant × rounding"),
        }),
      )
      .describe("The plant by equations of the guidelines: identities, where they have one for it"),
    ...plantPartsOut,
    parameters: z.array(parameterOut),
    notes: notesOut,
  }),
  formula: "CO2 = C_fuel · 44/12 − CO2 stored; efficiency = electricity sent out / (fuel · net heating value)",
  assumptions: [
    "Electricity is net: what capture and compression take is not sent out.",
    "Scope 1 is CO2 at the plant; fuel supply is upstream and not included. Methane and nitrous oxide are not counted.",
  ],
  references: [
    "IPCC 2006 Guidelines, Vol. 2 ch. 2: stationary combustion.",
    "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556: enthalpies.",
  ],
  run({ plant: name, parameters = {}, unitParameters = {}, output_MW }) {
    const question = { parameters, unitParameters, output: output_MW, gridFactor: undefined, metric: "AR6.GWP100" };
    const result = plantResult(plantNamed(name, "electricity"), question);
    const { run, per, byOrigin } = result;
    const burnt = run.links.filter(({ from }) => Object.hasOwn(run.feeds, from));
    const heat = run.links.filter(({ to, carbon }) => to === "by-product" && carbon === 0);
    return {
      scope1_kg_MWh: result.scope1,
      biogenic_kg_MWh: byOrigin.biogenic,
      stored_kg_MWh: result.stored,
      byGate_kg_MWh: per(run.byGate),
      efficiency: output_MW / burnt.reduce((sum, { energy }) => sum + energy, 0),
      heatSold_GJ_MWh: per(heat.reduce((sum, { energy }) => sum + energy, 0) * 3.6),
      emissions: result.emissions.map(({ co2, ...each }) => ({ ...each, co2_kg_MWh: co2 })),
      feeds: Object.entries(run.feeds)
        .filter(([, mass]) => mass > 0)
        .map(([feed, mass]) => ({ feed, mass_kg_MWh: per(mass) })),
      tiers: result.tiers.map(({ method, covers, byTier, byPlant, rounding }) => ({
        method,
        covers: covers.en,
        covers_zh: covers.zh,
        tier_kg_MWh: byTier,
        plant_kg_MWh: byPlant,
        rounding,
      })),
      ...plantParts(result, parameters),
      notes: plantNotes(result, parameters, undefined),
    };
  },
});
