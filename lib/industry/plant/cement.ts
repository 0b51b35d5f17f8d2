import { cement } from "../../inventory/ippu/minerals.ts";
import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { assumed, assumedShare, sourced } from "../operation/parameter.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import { shippedSubstances } from "../substance/substances.ts";
import type { PlantDescription } from "./plant.ts";
import type { PlantKind, TierResult } from "./plant-kind.ts";
import type { PlantRun } from "./run-plant.ts";
import { made, ROUNDED_LIME } from "./tier.ts";

const said = messages("industry.cement", {
  overOne: {
    en: "clinkerFactor and calcinedClay add up to {sum} t a tonne of cement; they must not exceed 1.",
    zh: "clinkerFactor 与 calcinedClay 之和为每吨水泥 {sum} t，不得超过 1。",
  },
  fuelShares: {
    en: "gasShare and biomassShare add up to {sum}; coal is what is left to 1, so they must not exceed it.",
    zh: "gasShare 与 biomassShare 之和为 {sum}；余下至 1 的部分为煤，故不得超过 1。",
  },
});

const CALCITE = molarMassOf({ Ca: 1, C: 1, O: 3 }) / molarMassOf({ Ca: 1, O: 1 });
const MAGNESITE = molarMassOf({ Mg: 1, C: 1, O: 3 }) / molarMassOf({ Mg: 1, O: 1 });
const METHANE = shippedSubstances.get("CH4")!.lowerHeatingValue;
const COAL = shippedSubstances.get("hard coal")!;

/** Kaolinite Al2Si2O5(OH)4 as what it holds, kg in a kg. */
const KAOLINITE = molarMassOf({ Al: 2, Si: 2, O: 9, H: 4 });
const kaolinite = {
  Al2O3: molarMassOf({ Al: 2, O: 3 }) / KAOLINITE,
  SiO2: (2 * molarMassOf({ Si: 1, O: 2 })) / KAOLINITE,
  water: (2 * molarMassOf({ H: 2, O: 1 })) / KAOLINITE,
};

const GCCA = "GCCA GNR; IEA";

/** Tier 2 of the guidelines, where all CO2 of clinker comes with its lime and no dust leaves. */
function clinkerTier(p: Readonly<Record<string, number>>, run: PlantRun): TierResult[] {
  if (p.magnesia! > 0) return [];
  const { emissions } = cement({
    tier: 2,
    clinker: (run.output / 1000) * p.clinkerFactor!,
    limeContent: p.lime!,
    dust: { mass: 0, carbonate: 0, calcination: 0 },
  });
  return [
    {
      method: "IPCC 2006 Guidelines, Vol. 3 equations 2.2 and 2.4 (tier 2), no kiln dust",
      covers: { en: "CO2 of carbonates, before capture", zh: "碳酸盐分解的 CO2（捕集前）" },
      byTier: 1000 * emissions[0]!.value,
      byPlant: made(run, ["process"]),
      rounding: ROUNDED_LIME,
    },
  ];
}

/** A cement plant: kiln with preheater, clay calciner, mill; clinker ratio, fuels and calcined clay. */
export const cementPlant: PlantKind = {
  name: "cement",
  title: { en: "Cement", zh: "水泥" },
  makes: "mass",
  categories: { process: "2.A.1", energy: "1.A.2.f" },
  parameters: {
    clinkerFactor: sourced(
      "t clinker/t cement",
      { en: "Clinker factor", zh: "熟料系数" },
      [0.5, 0.72, 0.95],
      [0.01, 1],
      GCCA,
      "recalled",
    ),
    calcinedClay: assumed("t/t cement", { en: "Calcined clay", zh: "煅烧黏土" }, 0, [0, 0.9]),
    kilnHeat: sourced(
      "GJ/t clinker",
      { en: "Heat of the kiln, dry with precalciner", zh: "窑热耗（干法预分解）" },
      [2.9, 3.3, 3.8],
      [0, 20],
      "EU BREF Cement (2013); GCCA GNR",
      "recalled",
    ),
    gasShare: assumedShare({ en: "Natural gas in the heat of the kiln", zh: "窑热耗中天然气的份额" }, 0),
    biomassShare: assumedShare({ en: "Biomass in the heat of the kiln", zh: "窑热耗中生物质的份额" }, 0),
    lime: sourced(
      "1",
      { en: "CaO in clinker, from carbonate, by mass", zh: "熟料中来自碳酸盐的 CaO 质量分数" },
      [null, 0.65, null],
      [0, 0.75],
      "IPCC 2006 Guidelines, Vol. 3 ch. 2 (default for clinker)",
      "computed",
    ),
    magnesia: assumedShare({ en: "MgO in clinker, from carbonate, by mass", zh: "熟料中来自碳酸盐的 MgO 质量分数" }, 0),
    clayHeat: sourced(
      "GJ/t",
      { en: "Heat of clay calcination", zh: "黏土煅烧热耗" },
      [2, 2.6, 3.2],
      [0, 20],
      "Scrivener et al. (2018)",
      "recalled",
    ),
    captureRate: sourced(
      "1",
      {
        en: "CO2 of the kiln's flue gas that is captured by amine and stored; 0 without capture",
        zh: "窑烟气 CO2 以胺法捕集并封存的份额，0 为不捕集",
      },
      [null, 0, null],
      [0, 0.99],
      "A choice of the reader",
      "assumed",
    ),
    regenerationHeat: sourced(
      "GJ/t CO2",
      { en: "Heat of regeneration", zh: "再生热" },
      [2.6, 3.3, 4],
      [0, 20],
      "CEMCAP project (2018)",
      "recalled",
    ),
    electricity: sourced(
      "kWh/t cement",
      { en: "Electricity of the plant", zh: "全厂用电" },
      [80, 105, 130],
      [0, 1000],
      "GCCA GNR",
      "recalled",
    ),
  },
  assumptions: [
    "Carbon of carbonates is process (2.A.1), of coal and gas energy (1.A.2), of biomass biogenic. Kiln dust that leaves is not counted.",
    "Clinker is 65 % CaO from carbonate and otherwise silica, alumina and iron oxide without carbon; ash of coal adds to it.",
    "With capture, the heat of regeneration comes from a boiler on natural gas whose CO2 is not captured.",
    "Clay is kaolinite: what leaves it is water. Other constituents of cement carry no carbon and no heat. Biomass is carbon with the heating value of graphite.",
  ],
  references: ["IPCC 2006 Guidelines, Vol. 3 ch. 2.2 (2.A.1).", "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556."],
  describe(p): PlantDescription {
    const clinker = 1000 * p.clinkerFactor!;
    const clay = 1000 * p.calcinedClay!;
    const heat = clinker * p.kilnHeat!;
    const coal = (heat * (1 - p.gasShare! - p.biomassShare!)) / COAL.lowerHeatingValue;
    const other = clinker * (1 - p.lime! - p.magnesia!) - coal * COAL.elements.ash!;
    const raw = clay / (1 - kaolinite.water);
    const additions = 1000 - clinker - clay;
    if (additions < 0)
      throw new IndustryError(
        "parameters",
        said.overOne({ sum: Number((p.clinkerFactor! + p.calcinedClay!).toPrecision(6)) }),
      );
    if (p.gasShare! + p.biomassShare! > 1)
      throw new IndustryError(
        "parameters",
        said.fuelShares({ sum: Number((p.gasShare! + p.biomassShare!).toPrecision(6)) }),
      );
    const graphite = shippedSubstances.get("C")!.lowerHeatingValue;
    return {
      feeds: {
        limestone: {
          flows: { CaCO3: clinker * p.lime! * CALCITE, MgCO3: clinker * p.magnesia! * MAGNESITE },
          origin: "process",
        },
        "clay and iron ore": {
          flows: { SiO2: other * 0.7, Al2O3: other * 0.2, Fe2O3: other * 0.1 },
          origin: "process",
        },
        coal: { flows: { "hard coal": coal }, origin: "energy" },
        gas: { flows: { CH4: (heat * p.gasShare!) / METHANE }, origin: "energy" },
        biomass: { flows: { C: (heat * p.biomassShare!) / graphite }, origin: "biogenic" },
        "raw clay": {
          flows: Object.fromEntries(Object.entries(kaolinite).map(([name, share]) => [name, raw * share])),
          origin: "process",
        },
        "fuel of clay": { flows: { "hard coal": (clay * p.clayHeat!) / COAL.lowerHeatingValue }, origin: "energy" },
        additions: { flows: { SiO2: additions }, origin: "process" },
        // Twice the highest heat that capture of all CO2 of a kiln could ask for.
        "gas of capture": {
          flows: { CH4: (2 * clinker * p.regenerationHeat!) / METHANE },
          origin: "energy",
          asNeeded: true,
        },
      },
      units: [
        {
          name: "kiln",
          operation: "kiln",
          inlets: {
            "raw meal": [{ stream: "limestone" }, { stream: "clay and iron ore" }],
            fuel: [{ stream: "coal" }, { stream: "gas" }, { stream: "biomass" }],
          },
        },
        {
          name: "clay calciner",
          operation: "kiln",
          inlets: { "raw meal": [{ stream: "raw clay" }], fuel: [{ stream: "fuel of clay" }] },
        },
        {
          name: "capture",
          operation: "CO2 absorption",
          parameters: { captureRate: p.captureRate!, regenerationHeat: p.regenerationHeat! },
          inlets: { "flue gas": [{ stream: "kiln.flue gas" }] },
        },
        { name: "compression", operation: "CO2 compression", inlets: { CO2: [{ stream: "capture.CO2" }] } },
        {
          name: "capture boiler",
          operation: "combustion",
          inlets: { fuel: [{ stream: "gas of capture" }] },
          meets: ["capture.regeneration heat"],
        },
        {
          name: "mill",
          operation: "mill",
          parameters: { electricity: p.electricity! },
          inlets: {
            clinker: [{ stream: "kiln.product" }],
            "calcined clay": [{ stream: "clay calciner.product" }],
            additions: [{ stream: "additions" }],
          },
        },
      ],
      product: "mill.cement",
      stacks: ["capture.treated gas", "clay calciner.flue gas", "capture boiler.flue gas"],
      stored: ["compression.compressed CO2"],
    };
  },
  tiers: clinkerTier,
};
