import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { numberIn } from "../../tool/unit.ts";
import { balanceShape } from "../operation/operation-balance.ts";
import type { PlantResult } from "../plant/plant-result.ts";
import { energyUseShape, type PlantBalance } from "../plant/plant-run.ts";
import { confirmationNotes } from "./confirmation-notes.ts";
import { writeParameter } from "./parameter-schema.ts";

const texts = messages("industry.plantTool", {
  noGrid: {
    en: "Scope 2 is not computed: give gridFactor_t_MWh, the factor of the electricity that the plant buys.",
    zh: "未计算范围二：请给出 gridFactor_t_MWh，即外购电的排放因子。",
  },
  heat: {
    en: "Heat of {heat} MW comes from outside; what makes it is not counted.",
    zh: "有 {heat} MW 的热来自厂外，其生产的排放未计入。",
  },
  unitParameters: {
    en: "Parameters of single units that are not listed here have the typical values of industry.operations, many of them assumed.",
    zh: "此处未列出的各单元参数取 industry.operations 的典型值，其中许多为假定值。",
  },
});

/** Fields of a plant in the input of a tool. */
export const plantIn = {
  plant: z.string().min(1).describe('Name of the plant, as "steel BF-BOF"; industry.plants lists them'),
  parameters: z
    .record(z.string(), z.number())
    .optional()
    .describe("Parameter → value in its unit; others are typical values"),
  unitParameters: z
    .record(z.string(), z.record(z.string(), z.number()))
    .optional()
    .describe("Unit → parameter of its operation → value in its unit"),
};

export const gridFactorIn = numberIn("t CO2/MWh")
  .nonnegative()
  .optional()
  .describe("Of the electricity bought, for scope 2 (location-based)");

export const metricIn = z.string().default("AR6.GWP100").describe("For gases other than CO2");

/** Parts of a plant's result that are the same for all products. */
export const plantPartsOut = {
  energy: z
    .array(z.object({ ...energyUseShape.shape, power_MW: numberIn("MW").describe("Taken; negative: given") }))
    .describe("Electricity of each step, and heat that no unit of the plant gives"),
  links: z
    .array(
      z.object({
        from: z.string(),
        to: z.string(),
        stream: z.string(),
        carbon_kg_h: numberIn("kg/h"),
        energy_MW: numberIn("MW").describe("Net heating value of matter; heat and electricity as they are"),
      }),
    )
    .describe("What flows where, for diagrams of carbon and energy"),
  balances: z.array(balanceShape),
  assumptions: z.array(z.string()),
};

export function plantParts({ kind, parameters: complete, run }: PlantResult, given: Readonly<Record<string, number>>) {
  return {
    energy: run.energy.map(({ step, name, kind: of, power }) => ({ step, name, kind: of, power_MW: power })),
    links: run.links.map(({ carbon, energy, ...link }) => ({ ...link, carbon_kg_h: carbon, energy_MW: energy })),
    balances: [
      balanceOut("carbon", "kg/h", run.carbon),
      balanceOut("mass", "kg/h", run.mass),
      balanceOut("energy", "MW", run.energyBalance),
    ],
    parameters: Object.entries(kind.parameters).map(([parameter, declared]) => ({
      name: parameter,
      ...writeParameter(declared),
      value: complete[parameter]!,
      given: Object.hasOwn(given, parameter),
    })),
    assumptions: [...kind.assumptions],
  };
}

function balanceOut(quantity: string, unit: "kg/h" | "MW", { into, out, residual }: PlantBalance) {
  return { quantity, unit, into, out, residual };
}

/** What a reader must know of a result; `grid`: whether the factor of electricity was given, undefined if none is bought. */
export function plantNotes(
  { kind, run }: PlantResult,
  given: Readonly<Record<string, number>>,
  grid: boolean | undefined,
): Message[] {
  return [
    ...confirmationNotes(kind.parameters, given),
    ...(grid === false ? [texts.noGrid()] : []),
    texts.unitParameters(),
    ...(run.heat > 1e-9 ? [texts.heat({ heat: Number(run.heat.toPrecision(4)) })] : []),
  ];
}
