import { z } from "zod";
import { keyedRows } from "../../tool/keyed-rows.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { woodProducts } from "../afolu/harvested-wood.ts";
import { fire, gainLoss, landConversion, landUses, soilCarbon, soilUseShape } from "../afolu/land.ts";
import { landAccount, landRowShape } from "../afolu/land-account.ts";
import { wetlands } from "../afolu/wetlands.ts";
import { given, givenWithDescription, landOf, sourceOut, tierOf, yearsOut } from "./tier-schema.ts";
import { yearsTable } from "./years-table.ts";

const VOLUME4 = "IPCC 2006 Guidelines, Volume 4: Agriculture, Forestry and Other Land Use";
const SIGN = "A gain of carbon on land is negative CO2.";

/** A year, or a time within it; bounded as years are. */
const dateIn = numberIn("yr").min(-9999).max(9999);

const biomassIn = z.object({
  area: given("ha"),
  growth: given("t d.m./ha/yr", "Above ground"),
  R: ratio,
  CF: given("t C/t d.m.", "0.47 if left out").optional(),
  harvest: z.object({ volume: given("m3"), BCEF_R: given("t d.m./m3") }).optional(),
  fuelwood: z
    .object({ trees: given("m3"), BCEF_R: given("t d.m./m3"), parts: given("m3"), density: given("t d.m./m3") })
    .optional(),
  disturbance: z.object({ area: given("ha"), biomass: given("t d.m./ha"), share: given("1", "Fraction") }).optional(),
});

const conversionIn = z.object({
  area: given("ha"),
  before: given("t d.m./ha", "Above ground"),
  R: ratio,
  after: given("t d.m./ha"),
  growth: given("t C/ha/yr"),
  CF: given("t C/t d.m.").optional(),
});

const soilIn = z.object({
  area: given("ha"),
  SOCref: given("t C/ha"),
  before: soilUseShape,
  now: soilUseShape,
  years: numberIn("yr").optional(),
  organic: z.array(z.object({ soil: z.string(), area: given("ha"), factor: given("t CO2-C/ha/yr") })).optional(),
});

export const inventoryGainLoss = defineTool({
  name: "inventory.gainLoss",
  title: { en: "CO2 of biomass by gains and losses", zh: "生物量增减法二氧化碳" },
  summary: {
    en: "Growth less wood, fuelwood and disturbance, of land that stays what it is.",
    zh: "保持同一用途土地的生长量减去木材、薪柴和扰动损失。",
  },
  input: biomassIn,
  output: sourceOut,
  formula: "ΔC = A × G (1 + R) × CF − L_wood − L_fuel − L_dist; CO2 = −ΔC × 44/12.",
  assumptions: [SIGN],
  references: [`${VOLUME4}, Ch 2: Eq 2.7, 2.9 to 2.14.`],
  run: (land) => landOf(gainLoss(land), land),
});

export const inventoryLandConversion = defineTool({
  name: "inventory.landConversion",
  title: { en: "CO2 of biomass in the year of a conversion", zh: "土地转换当年生物量二氧化碳" },
  summary: { en: "Biomass before and after, and the first growth.", zh: "转换前后的生物量及首年生长。" },
  input: conversionIn,
  output: sourceOut,
  formula: "ΔC = A × G + (B_after − B_before (1 + R)) × A × CF.",
  assumptions: [SIGN, "Dead organic matter and soils are apart."],
  references: [`${VOLUME4}, Ch 2: Eq 2.15, 2.16.`],
  run: (land) => landOf(landConversion(land), land),
});

export const inventorySoilCarbon = defineTool({
  name: "inventory.soilCarbon",
  title: { en: "CO2 of soils that change use, and of drained organic soils", zh: "土壤碳变化二氧化碳" },
  summary: {
    en: "Mineral soils from one stock to another over 20 years; organic soils by area and factor.",
    zh: "矿质土壤在20年内由一种存量变为另一种；有机土壤按面积和因子。",
  },
  input: soilIn,
  output: sourceOut,
  formula: "ΔC = (SOC_0 − SOC_before) / D − A × EF; SOC = SOC_ref × F_LU × F_MG × F_I × A.",
  assumptions: [SIGN, "The change of mineral soils is even over the years of transition."],
  references: [`${VOLUME4}, Ch 2: Eq 2.24 to 2.26.`],
  run: (soil) => landOf(soilCarbon(soil), soil),
});

export const inventoryFire = defineTool({
  name: "inventory.fire",
  title: { en: "Emissions of biomass burning", zh: "生物质燃烧排放" },
  summary: { en: "Area, fuel, share that burns and factors by gas.", zh: "由面积、燃料量、燃烧比例和各气体因子计算。" },
  input: z.object({
    area: given("ha"),
    fuel: given("t d.m./ha"),
    share: given("1", "Fraction; 1 where the fuel is what burns"),
    gases: z.record(z.string(), given("g {gas}/kg d.m.", "Of the gas")),
  }),
  output: sourceOut,
  formula: "L = A × MB × Cf × Gef.",
  assumptions: ["CO2 counts only where the carbon does not grow again within the year, or is not in the stock change."],
  references: [`${VOLUME4}, Ch 2: Eq 2.27.`],
  run: (burnt) => landOf(fire(burnt), burnt),
});

export const inventoryWetlands = defineTool({
  name: "inventory.wetlands",
  title: { en: "CO2 and methane of wetlands and reservoirs", zh: "湿地与水库的二氧化碳和甲烷" },
  summary: {
    en: "Drained, rewetted and inland wetlands and reservoirs by area and factor.",
    zh: "排水、再湿、内陆湿地和水库，按面积和因子计算。",
  },
  input: z.object({
    areas: z.array(
      z.object({
        place: z.string(),
        kind: z.enum(["drained", "rewetted", "inland", "reservoir"]),
        area: given("ha"),
        factor: givenWithDescription(
          "t CO2-C/ha/yr drained, kg CH4-C/ha/yr rewetted, kg CH4/ha/yr inland and reservoirs",
        ),
        alpha: ratio.optional().describe("Trophic adjustment of a reservoir, 1 if left out"),
        downstream: ratio.optional().describe("Downstream over surface emissions, 0.09 if left out"),
      }),
    ),
  }),
  output: sourceOut,
  formula: "E = A × EF, of reservoirs A × EF × α (1 + Rd).",
  assumptions: ["Reservoirs are older than 20 years."],
  references: ["2013 Wetlands Supplement, Eq 2.3, 3.8, 5.1; 2019 Refinement, Vol 4 Ch 7: Eq 7.10."],
  run: ({ areas }) => landOf(wetlands(areas), { areas }),
});

export const inventoryWoodProducts = defineTool({
  name: "inventory.woodProducts",
  title: { en: "CO2 of harvested wood products", zh: "采伐木产品碳库二氧化碳" },
  summary: { en: "A pool with first-order decay, year by year.", zh: "逐年一阶衰减碳库。" },
  input: z.object({
    firstYear: yearIn,
    initial: numberIn("t C").min(0),
    halfLife: numberIn("yr").positive().describe("Years; 30 for solid wood, 2 for paper"),
    inflow: z.array(numberIn("t C").min(0)).describe("One a year"),
  }),
  output: yearsOut("t C"),
  tablesOut: { byGas: yearsTable },
  formula: "C(i+1) = e^(−k) C(i) + (1 − e^(−k)) / k × inflow(i).",
  assumptions: [SIGN],
  references: [`${VOLUME4}, Ch 12: Eq 12.1.`],
  run: (pool) => ({
    years: woodProducts(pool).map(({ year, pool: stock, result }) => ({ year, stock, ...tierOf(result) })),
  }),
});

export const inventoryLandUse = defineTool({
  name: "inventory.landUse",
  title: { en: "CO2 of the six land uses", zh: "六类土地利用二氧化碳核算" },
  summary: {
    en: "Strata of land by what they were and are, each with biomass, dead matter and soil; CO2 by pool, category and use.",
    zh: "按转换前后用途划分的土地，各含生物量、死有机质和土壤；按碳库、类别和用途给出二氧化碳。",
  },
  input: z.object({
    strata: keyedRows(
      z.object({
        name: z.string(),
        from: z.enum(landUses),
        to: z.enum(landUses),
        biomass: biomassIn.optional(),
        stocks: z.object({ C1: given("t C"), t1: dateIn, C2: given("t C"), t2: dateIn }).optional(),
        conversion: conversionIn.optional(),
        deadMatter: z
          .object({
            area: given("ha"),
            before: given("t C/ha"),
            after: given("t C/ha"),
            years: numberIn("yr").positive(),
          })
          .optional(),
        soil: soilIn.optional(),
      }),
      ["name"],
    ),
  }),
  output: sourceOut.extend({
    rows: z.array(landRowShape),
    byUse: z.record(z.string(), numberIn("t CO2")),
  }),
  tablesOut: {
    landUses: recordTable(
      { en: "CO2, land use by land use.", zh: "各土地利用的二氧化碳。" },
      {
        use: textColumn({ en: "The land use.", zh: "土地利用类型。" }),
        co2: numberColumn({ en: "Its CO2; negative where carbon is gained.", zh: "二氧化碳；碳增加时为负。" }, "t CO2"),
      },
      ({ byUse }: { readonly byUse: Readonly<Record<string, number>> }) =>
        Object.entries(byUse).map(([use, co2]) => ({ use, co2 })),
    ),
  },
  formula: "CO2 = −44/12 × Σ (ΔC_biomass + ΔC_DOM + ΔC_soil).",
  assumptions: [SIGN, "A pool that is left out does not change."],
  references: [`${VOLUME4}, Ch 2: Eq 2.1 to 2.25.`],
  run({ strata }) {
    const { rows, byUse, result } = landAccount(strata);
    return { rows: rows.map((row) => ({ ...row })), byUse: { ...byUse }, ...landOf(result, { strata }) };
  },
});
