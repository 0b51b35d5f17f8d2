import { z } from "zod";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { oilAndGas } from "../energy/fugitive.ts";
import { referenceApproach } from "../energy/reference-approach.ts";
import { coalMine, combustion } from "../energy/tiers.ts";
import { approachDifference } from "../equations/reference-approach.ts";
import { evaluate } from "../steps.ts";
import { given, sourceOf, sourceOut, stepOut, tierOf, tierOut } from "./tier-schema.ts";

const VOLUME2 = "IPCC 2006 Guidelines, Volume 2: Energy";

export const inventoryCombustion = defineTool({
  name: "inventory.combustion",
  title: { en: "Emissions of fuel combustion", zh: "燃料燃烧排放" },
  summary: {
    en: "Fuels by mass or energy, net or gross, with factors by gas or carbon content: stationary, road, rail, navigation or aviation; every step with its equation.",
    zh: "按质量或能量（净热值或高热值）给出燃料及各气体因子或含碳量，计算固定源或移动源燃烧排放，列出每一步及公式号。",
  },
  input: z.object({
    mode: z.enum(["stationary", "road", "rail", "navigation", "aviation"]).default("stationary"),
    fuels: z.array(
      z.object({
        fuel: z.string(),
        amount: given("TJ NCV", "Or a mass, or an energy such as TJ GCV"),
        ncv: given("TJ NCV/Gg", "Needed where the amount is a mass").optional(),
        netOverGross: ratio.min(0).max(1).optional().describe("0.95 for coal and oil, 0.90 for gas"),
        factors: z
          .record(z.string(), given("kg {gas}/TJ NCV", "Of the gas"))
          .optional()
          .describe("By gas: CO2, CO2 biogenic, CH4, N2O"),
        carbonContent: given("kg C/GJ NCV", "Instead of a factor of CO2").optional(),
        oxidised: given("1", "Fraction of carbon oxidised, 1 if left out").optional(),
      }),
    ),
  }),
  output: sourceOut,
  formula: "FC = M × NCV; E = Σ FC × EF.",
  assumptions: ["Factors are on the net calorific basis.", "CO2 of biomass is a gas of its own and in no total."],
  references: [`${VOLUME2}, Ch 1 to 3: Eq 2.1, 2.2, 3.2.1, 3.2.3, 3.4.1, 3.5.1, 3.6.1.`],
  run: ({ mode, fuels }) => sourceOf(combustion(fuels, mode), { mode, fuels }),
});

export const inventoryCoalMine = defineTool({
  name: "inventory.coalMine",
  title: { en: "Methane of a coal mine", zh: "煤矿甲烷排放" },
  summary: {
    en: "Methane of mining and after it, less what is drained and used, with the CO2 of what is flared.",
    zh: "采掘和矿后活动的甲烷，减去抽采利用量，并计火炬燃烧的二氧化碳。",
  },
  input: z.object({
    kind: z.enum(["underground", "surface"]),
    coal: given("t", "Raw coal"),
    mining: given("m3 CH4/t"),
    postMining: given("m3 CH4/t"),
    used: given("kg CH4").optional(),
    flared: given("m3 CH4").optional(),
  }),
  output: sourceOut,
  formula: "E = coal × EF × 0.67 kg/m3 − recovered + 0.02 flared.",
  assumptions: ["0.67 kg/m3, at 20 °C and 1 atm.", "Flaring burns 98 %."],
  references: [`${VOLUME2}, Ch 4: Eq 4.1.2 to 4.1.8.`],
  run: (mine) => sourceOf(coalMine(mine), mine),
});

export const inventoryOilAndGas = defineTool({
  name: "inventory.oilAndGas",
  title: { en: "Fugitive emissions of oil and gas", zh: "油气系统逃逸排放" },
  summary: { en: "Activity times factors by segment and gas.", zh: "按环节和气体：活动水平乘以因子。" },
  input: z.object({
    segments: z.array(
      z.object({
        segment: z.string(),
        activity: given("1000 m3", "Oil or gas"),
        factors: z.record(z.string(), given("Gg {gas}/1000 m3", "Of the gas")).describe("By gas: CO2, CH4 fossil, N2O"),
      }),
    ),
  }),
  output: sourceOut,
  formula: "E = Σ A × EF.",
  assumptions: [
    "No default factors ship: their ranges are wide and the tables were not at hand. Give yours, with their source.",
  ],
  references: [`${VOLUME2}, Ch 4: Eq 4.2.1, 4.2.2.`],
  run: ({ segments }) => sourceOf(oilAndGas(segments), { segments }),
});

export const inventoryReferenceApproach = defineTool({
  name: "inventory.referenceApproach",
  title: {
    en: "CO2 by the reference approach, compared with the sectoral approach",
    zh: "参考法二氧化碳排放及与部门法的差异",
  },
  summary: {
    en: "CO2 from production, trade, bunkers, stocks and non-energy use of each fuel, and the difference from the sectoral total.",
    zh: "由各燃料的生产、贸易、国际燃料舱、库存和非能源利用计算二氧化碳排放，并与部门法总量比较。",
  },
  input: z.object({
    fuels: z.array(
      z.object({
        fuel: z.string(),
        production: given("TJ NCV", "Left out for secondary fuels").optional(),
        imports: given("TJ NCV").optional(),
        exports: given("TJ NCV").optional(),
        bunkers: given("TJ NCV").optional(),
        stockChange: given("TJ NCV", "Positive where stocks grow").optional(),
        nonEnergyUse: given("TJ NCV").optional(),
        carbonContent: given("t C/TJ NCV"),
        oxidised: given("1", "Fraction").optional(),
      }),
    ),
    sectoral: given("Gg CO2", "By the sectoral approach").optional(),
  }),
  output: tierOut.extend({ difference: stepOut.nullable().describe("Per cent of the sectoral approach") }),
  formula:
    "CO2 = Σ (AC × CC − excluded C) × COF × 44/12; AC = production + imports − exports − bunkers − stock change.",
  assumptions: [
    "Apparent consumption of a secondary fuel may be negative.",
    "Carbon in feedstocks and products is not burnt.",
  ],
  references: [`${VOLUME2}, Ch 6: Eq 6.1 to 6.4.`],
  run({ fuels, sectoral }) {
    const result = referenceApproach(fuels);
    if (sectoral === undefined) return { ...tierOf(result), difference: null };
    const step = evaluate(approachDifference, { Reference: result.emissions[0]!, Sectoral: sectoral });
    return { ...tierOf(result), difference: { ...step, inputs: { ...step.inputs } } };
  },
});
