import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { plantResult, stepEmissionShape } from "../plant/plant-result.ts";
import { plantNamed } from "../plant/plants.ts";
import { parameterOut } from "./parameter-schema.ts";
import { gridFactorIn, metricIn, plantIn, plantNotes, plantParts, plantPartsOut } from "./plant-schema.ts";

const perTonne = numberIn("kg/t");

export const industryPlant = defineTool({
  name: "industry.plant",
  title: { en: "Plant", zh: "工厂" },
  summary: {
    en: "A plant unit by unit: CO2 by scope, step and origin (process, energy, biogenic) per tonne of product, with balances of carbon, mass and energy over the gate and the same CO2 by the carbon balance of the guidelines.",
    zh: "逐单元计算一个工厂：按范围、步骤和来源（过程、能源、生物源）给出每吨产品的 CO2，以及厂界的碳、质量与能量平衡，并以指南的碳平衡法核对同一 CO2。",
  },
  input: z.object({
    ...plantIn,
    output_t_h: numberIn("t/h").positive().default(1).describe("Product; all results are proportional to it"),
    gridFactor_t_MWh: gridFactorIn,
    metric: metricIn,
  }),
  output: z.object({
    scope1_kg_t: perTonne.describe("CO2 from the plant's own stacks, of process and energy; biogenic CO2 is apart"),
    scope2_kg_t: perTonne.nullable().describe("CO2 of the electricity bought; null without a grid factor"),
    process_kg_t: perTonne.describe("Of scope 1: carbonates, reducing agents, electrodes, anodes"),
    energy_kg_t: perTonne.describe("Of scope 1: fuel burnt for heat"),
    biogenic_kg_t: perTonne,
    stored_kg_t: perTonne.describe("CO2 that is captured and stored"),
    byGate_kg_t: perTonne.describe(
      "All CO2 by the balance of carbon over the gate, Σ C in − Σ C in products, as tier 3: equals process + energy + biogenic",
    ),
    electricity_kWh_t: numberIn("kWh/t").describe("Bought; negative: sold"),
    heat_GJ_t: numberIn("GJ/t").describe("From outside the plant"),
    emissions: z.array(z.object({ ...stepEmissionShape.shape, co2_kg_t: perTonne })),
    feeds: z.array(z.object({ feed: z.string(), mass_kg_t: perTonne })),
    otherGases: z.array(
      z.object({
        gas: z.string(),
        step: z.string(),
        mass_kg_t: perTonne,
        co2e_kg_t: numberIn("kg CO2e {metric}/t"),
        method: z.string(),
      }),
    ),
    scope1_co2e_kg_t: numberIn("kg CO2e {metric}/t").describe("CO2 of scope 1 and the other gases"),
    tiers: z
      .array(
        z.object({
          method: z.string(),
          covers: z.string(),
          covers_zh: z.string(),
          tier_kg_t: perTonne,
          plant_kg_t: perTonne.describe("The plant's own CO2 that the equation covers"),
          rounding: ratio.describe("Of the guidelines' molar masses, as 44/12: tier = plant × rounding"),
        }),
      )
      .describe("The plant by equations of the guidelines: identities, where they have one for it"),
    ...plantPartsOut,
    parameters: z.array(parameterOut),
    notes: notesOut,
  }),
  formula: "CO2 = (Σ C_in − Σ C_product − Σ C_stored) · 44/12 = Σ_stacks C · 44/12",
  assumptions: [
    "Each feed of carbon has one origin, process or energy, and keeps it through the plant: nothing is counted twice.",
    "Carbon monoxide that leaves counts as the CO2 that it becomes; methane and nitrous oxide are not counted.",
    "Scope 1 is CO2 at the plant; making of feeds (ore, lime, pellets, oxygen) is upstream and not included.",
  ],
  references: [
    "IPCC 2006 Guidelines, Vol. 3 ch. 2 and 4: process emissions and carbon balances.",
    "GHG Protocol, Corporate Standard: scopes.",
    "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556: enthalpies.",
  ],
  run({ plant: name, parameters = {}, unitParameters = {}, output_t_h, gridFactor_t_MWh, metric }) {
    const question = { parameters, unitParameters, output: output_t_h, gridFactor: gridFactor_t_MWh, metric };
    const result = plantResult(plantNamed(name, "mass"), question);
    const { run, per, byOrigin, scope1 } = result;
    return {
      scope1_kg_t: scope1,
      scope2_kg_t: result.scope2,
      process_kg_t: byOrigin.process,
      energy_kg_t: byOrigin.energy,
      biogenic_kg_t: byOrigin.biogenic,
      stored_kg_t: result.stored,
      byGate_kg_t: per(run.byGate),
      electricity_kWh_t: per(run.electricity * 1000),
      heat_GJ_t: per(run.heat * 3.6),
      emissions: result.emissions.map(({ co2, ...each }) => ({ ...each, co2_kg_t: co2 })),
      feeds: Object.entries(run.feeds)
        .filter(([, mass]) => mass > 0)
        .map(([feed, mass]) => ({ feed, mass_kg_t: per(mass) })),
      otherGases: result.otherGases.map(({ gas, step, method, mass, co2e }) => ({
        gas,
        step,
        mass_kg_t: mass,
        co2e_kg_t: co2e,
        method,
      })),
      scope1_co2e_kg_t: result.otherGases.reduce((sum, { co2e }) => sum + co2e, scope1),
      tiers: result.tiers.map(({ method, covers, byTier, byPlant, rounding }) => ({
        method,
        covers: covers.en,
        covers_zh: covers.zh,
        tier_kg_t: byTier,
        plant_kg_t: byPlant,
        rounding,
      })),
      ...plantParts(result, parameters),
      notes: plantNotes(result, parameters, gridFactor_t_MWh !== undefined),
    };
  },
});
