import { z } from "zod";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { cattleTier2, herdCh4 } from "../afolu/livestock.ts";
import { manureN2o } from "../afolu/manure-nitrogen.ts";
import { rice } from "../afolu/rice.ts";
import { sheepTier2 } from "../afolu/sheep.ts";
import { managedSoils } from "../afolu/soils.ts";
import { given, partsOfWhole, sourceOf, sourceOut } from "./tier-schema.ts";

const VOLUME4 = "IPCC 2006 Guidelines, Volume 4: Agriculture, Forestry and Other Land Use";

export const inventoryLivestock = defineTool({
  name: "inventory.livestock",
  title: { en: "Methane of livestock, Tier 1", zh: "畜牧业甲烷排放（方法1）" },
  summary: {
    en: "Heads times factors, for enteric fermentation or manure.",
    zh: "存栏数乘以因子，计算肠道发酵或粪便管理甲烷。",
  },
  input: z.object({
    source: z.enum(["enteric", "manure"]),
    herds: z.array(z.object({ animal: z.string(), head: given("head", "Animals"), factor: given("kg CH4/head/yr") })),
  }),
  output: sourceOut,
  formula: "CH4 = Σ EF × N.",
  assumptions: ["Heads are the mean of the year."],
  references: [`${VOLUME4}, Ch 10: Eq 10.19, 10.20, 10.22.`],
  run: ({ source, herds }) => sourceOf(herdCh4(herds, source), { source, herds }),
});

export const inventoryCattle = defineTool({
  name: "inventory.cattle",
  title: { en: "Methane of cattle from their diet, Tier 2", zh: "按日粮计算牛的甲烷排放（方法2）" },
  summary: {
    en: "Net energies, gross energy, and from it methane of enteric fermentation and of manure.",
    zh: "由净能、总能计算肠道发酵和粪便的甲烷。",
  },
  input: z.object({
    animal: z.string(),
    head: given("head", "Animals"),
    weight: given("kg/head"),
    Cfi: ratio.describe("MJ/d/kg^0.75"),
    Ca: ratio,
    digestible: given("%", "Of gross energy"),
    Ym: given("%", "Of gross energy"),
    milk: given("kg/head/d").optional(),
    fat: given("%").optional(),
    hours: given("h/d").optional(),
    pregnant: ratio.optional().describe("0.10 times the share that is pregnant"),
    gain: z.object({ C: ratio, matureWeight: given("kg/head"), perDay: given("kg/head/d") }).optional(),
    manure: z
      .object({
        Bo: given("m3 CH4/kg"),
        MCFMS: given("1", "Σ MCF × share"),
        UE: ratio.optional(),
        ASH: ratio.optional(),
      })
      .optional(),
  }),
  output: sourceOut,
  formula: "EF = GE × Ym × 365 / 55.65; GE = ((NEm + NEa + NEl + NEw + NEp) / REM + NEg / REG) / DE.",
  assumptions: ["365 days a year; 55.65 MJ in a kilogram of methane."],
  references: [`${VOLUME4}, Ch 10: Eq 10.3 to 10.24.`],
  run: (cattle) => sourceOf(cattleTier2(cattle), cattle),
});

export const inventorySheep = defineTool({
  name: "inventory.sheep",
  title: { en: "Methane of sheep from their diet, Tier 2", zh: "按日粮计算绵羊的甲烷排放（方法2）" },
  summary: {
    en: "Net energies for maintenance, activity, growth, milk, lambs and wool; gross energy, and from it methane.",
    zh: "由维持、活动、生长、泌乳、妊娠和产毛净能计算总能及甲烷。",
  },
  input: z.object({
    animal: z.string(),
    head: given("head", "Animals"),
    weight: given("kg/head"),
    Cfi: ratio.describe("MJ/d/kg^0.75"),
    Ca: given("MJ/kg/d"),
    digestible: given("%", "Of gross energy"),
    Ym: given("%", "Of gross energy"),
    gain: z
      .object({
        inYear: given("kg/head"),
        a: numberIn("MJ/kg"),
        b: numberIn("MJ/kg2"),
        from: given("kg/head"),
        to: given("kg/head"),
      })
      .optional(),
    milk: given("kg/head/d").optional(),
    pregnant: ratio.optional(),
    wool: given("kg/head", "A year").optional(),
  }),
  output: sourceOut,
  formula: "EF = GE × Ym × 365 / 55.65; GE = ((NEm + NEa + NEl + NEp) / REM + (NEg + NEwool) / REG) / DE.",
  assumptions: ["365 days a year; milk of 4.6 MJ/kg, wool of 24 MJ/kg."],
  references: [`${VOLUME4}, Ch 10: Eq 10.3 to 10.21.`],
  run: (sheep) => sourceOf(sheepTier2(sheep), sheep),
});

export const inventoryManureNitrogen = defineTool({
  name: "inventory.manureNitrogen",
  title: { en: "N2O of manure management", zh: "粪便管理氧化亚氮排放" },
  summary: {
    en: "Direct by system and indirect by what volatilises.",
    zh: "按管理系统计算直接排放，并计挥发引起的间接排放。",
  },
  input: z.object({
    herds: z.array(
      z.object({
        animal: z.string(),
        head: given("head", "Animals"),
        excretion: z.union([
          z.object({ perHead: given("kg N/head/yr") }),
          z.object({ rate: given("kg N/t/d", "By live weight"), mass: given("kg/head") }),
        ]),
        systems: partsOfWhole(
          z.object({
            system: z.string(),
            MS: given("1", "Share"),
            EF3: given("kg N2O-N/kg N"),
            FracGasMS: given("1", "Fraction"),
          }),
          ({ MS }) => MS,
        ),
      }),
    ),
    EF4: given("kg N2O-N/kg N"),
  }),
  output: sourceOut,
  formula: "N2O = Σ N × Nex × MS × (EF3 + FracGasMS × EF4) × 44/28.",
  assumptions: ["Pasture is counted with the soils (3.C.4)."],
  references: [`${VOLUME4}, Ch 10: Eq 10.25 to 10.27, 10.30.`],
  run: ({ herds, EF4 }) => sourceOf(manureN2o(herds, EF4), { herds, EF4 }),
});

export const inventoryManagedSoils = defineTool({
  name: "inventory.managedSoils",
  title: { en: "N2O of managed soils, direct and indirect", zh: "管理土壤氧化亚氮排放（直接与间接）" },
  summary: {
    en: "From nitrogen inputs, pasture and drained organic soils; deposition and leaching.",
    zh: "由氮输入、放牧和排水有机土壤计算，含沉降与淋溶。",
  },
  input: z.object({
    synthetic: given("kg N").optional(),
    organic: given("kg N").optional(),
    residues: given("kg N").optional(),
    mineralised: given("kg N").optional(),
    floodedRice: z
      .object({
        nitrogen: given("kg N", "All inputs to flooded rice; synthetic but for what the next three say"),
        factor: given("kg N2O-N/kg N"),
        organic: given("kg N").optional(),
        residues: given("kg N").optional(),
        mineralised: given("kg N").optional(),
      })
      .optional()
      .describe("Beside the inputs above, not in them"),
    organicSoils: z
      .array(z.object({ soil: z.string(), area: given("ha"), factor: given("kg N2O-N/ha/yr") }))
      .optional(),
    pasture: z
      .array(z.object({ animals: z.string(), nitrogen: given("kg N"), factor: given("kg N2O-N/kg N") }))
      .optional(),
    EF1: given("kg N2O-N/kg N"),
    EF4: given("kg N2O-N/kg N"),
    EF5: given("kg N2O-N/kg N"),
    FracGASF: given("1", "Fraction"),
    FracGASM: given("1", "Fraction"),
    FracLEACH: given("1", "Fraction"),
  }),
  output: sourceOut,
  formula: "N2O = (Σ F × EF1 + OS × EF2 + PRP × EF3 + ATD + L) × 44/28.",
  assumptions: [
    "The first emission is direct, the second indirect.",
    "Nitrogen on flooded rice volatilises and leaches as the same nitrogen does elsewhere.",
  ],
  references: [`${VOLUME4}, Ch 11: Eq 11.1, 11.9, 11.10.`],
  run: (soils) => sourceOf(managedSoils(soils), soils),
});

export const inventoryRice = defineTool({
  name: "inventory.rice",
  title: { en: "Methane of rice", zh: "稻田甲烷排放" },
  summary: {
    en: "Baseline factor, water, amendments, days and area.",
    zh: "由基准因子、水分管理、有机添加物、天数和面积计算。",
  },
  input: z.object({
    area: given("ha"),
    days: given("d"),
    baseline: given("kg CH4/ha/d"),
    water: given("1", "SFw"),
    before: given("1", "SFp"),
    soil: given("1", "SFs").optional(),
    amendments: z.array(z.object({ name: z.string(), rate: given("t/ha"), conversion: given("1", "CFOA") })).optional(),
  }),
  output: sourceOut,
  formula: "CH4 = EF × t × A; EF = EFc × SFw × SFp × SFo × SFs.",
  assumptions: ["One water regime and one harvest; several are several calls."],
  references: [`${VOLUME4}, Ch 5: Eq 5.1 to 5.3.`],
  run: (field) => sourceOf(rice(field), field),
});
