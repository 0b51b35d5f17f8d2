import { cement } from "../../inventory/ippu/minerals.ts";
import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { mill } from "../operation/mill.ts";
import { oxyfuelKiln } from "../operation/oxyfuel-kiln.ts";
import { assumed, assumedShare, type Parameter, sourced } from "../operation/parameter.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import { shippedSubstances } from "../substance/substances.ts";
import { CAPTURE_ASSUMPTION, type Capture, capture, captureParameters } from "./capture.ts";
import type { PlantDescription, PlantKind, TierResult } from "./plant.ts";
import type { PlantRun } from "./plant-run.ts";
import { made, ROUNDED_LIME } from "./tier.ts";

const texts = messages("industry.cement", {
  overOne: {
    en: "clinkerFactor and calcinedClay add up to {sum} t a tonne of cement; they must not exceed 1.",
    zh: "clinkerFactor 与 calcinedClay 之和为每吨水泥 {sum} t，不得超过 1。",
  },
  oxides: {
    en: "lime and magnesia add up to {sum} of the clinker by mass, and ash of coal to {ash}; together they must not exceed 1.",
    zh: "lime 与 magnesia 占熟料质量的 {sum}，煤灰占 {ash}；三者之和不得超过 1。",
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
  if (p.magnesia! > 0 || p.lime === 0) return [];
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
const commonParameters = {
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
  electricity: { ...mill.parameters.electricity!, meaning: { en: "Electricity of the plant", zh: "全厂用电" } },
} satisfies Record<string, Parameter>;

const commonAssumptions = [
  "Carbon of carbonates is process (2.A.1), of coal and gas energy (1.A.2), of biomass biogenic. Kiln dust that leaves is not counted.",
  "Clinker is 65 % CaO from carbonate and otherwise silica, alumina and iron oxide without carbon; ash of coal adds to it.",
  "Clay is kaolinite: what leaves it is water. Other constituents of cement carry no carbon and no heat. Biomass is carbon with the heating value of graphite.",
];

const cementReferences = [
  "IPCC 2006 Guidelines, Vol. 3 ch. 2.2 (2.A.1).",
  "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556.",
];

/** A cement plant: kiln with preheater, clay calciner, mill; clinker ratio, fuels and calcined clay. */
export const cementPlant: PlantKind = {
  name: "cement",
  title: { en: "Cement", zh: "水泥" },
  makes: "mass",
  categories: { process: "2.A.1", energy: "1.A.2.f" },
  parameters: {
    ...commonParameters,
    captureRate: captureParameters.captureRate,
    regenerationHeat: sourced(
      "GJ/t CO2",
      { en: "Heat of regeneration", zh: "再生热" },
      [2.6, 3.3, 4],
      [0, 20],
      "CEMCAP project (2018)",
      "recalled",
    ),
  },
  assumptions: [...commonAssumptions, CAPTURE_ASSUMPTION],
  references: cementReferences,
  describe(p): PlantDescription {
    const { clinker, heat } = kilnOf(p);
    // A tonne of clinker carries less than a tonne of CO2, and its fuel a tenth of a tonne a GJ.
    return cementOf(p, { operation: "kiln", ...capture([{ stream: "kiln.flue gas" }], clinker + heat / 10, p) });
  },
  tiers: clinkerTier,
};

/** A cement plant whose kiln burns with oxygen, so that its CO2 is stored without an amine. */
export const oxyfuelCementPlant: PlantKind = {
  name: "cement, oxyfuel",
  title: { en: "Cement, oxyfuel kiln", zh: "水泥：富氧窑" },
  makes: "mass",
  categories: { process: "2.A.1", energy: "1.A.2.f" },
  parameters: {
    ...commonParameters,
    oxyfuelElectricity: oxyfuelKiln.parameters.electricity!,
    captureRate: assumedShare(
      { en: "CO2 of the kiln's gas that purification recovers and stores", zh: "提纯回收并封存的窑气 CO2 份额" },
      0.9,
    ),
  },
  assumptions: [
    ...commonAssumptions,
    "CO2 that purification does not recover goes to the air. Electricity of oxyfuel includes air separation and compression.",
  ],
  references: cementReferences,
  describe: (p) =>
    cementOf(p, {
      operation: "oxyfuel kiln",
      parameters: { electricity: p.oxyfuelElectricity! },
      feeds: {},
      units: [
        {
          name: "compression",
          operation: "CO2 compression",
          parameters: { electricity: 0 },
          inlets: { CO2: [{ stream: "kiln.CO2", share: p.captureRate! }] },
        },
      ],
      stacks: ["kiln.CO2"],
      stored: ["compression.compressed CO2"],
    }),
  tiers: clinkerTier,
};

/** kg/h of clinker and MJ/h of its kiln, for 1 t/h of cement. */
function kilnOf(p: Readonly<Record<string, number>>): { readonly clinker: number; readonly heat: number } {
  const clinker = 1000 * p.clinkerFactor!;
  return { clinker, heat: clinker * p.kilnHeat! };
}

interface KilnLine extends Capture {
  readonly operation: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

interface CementFeeds {
  /** kg/h */
  readonly clinker: number;
  readonly clay: number;
  readonly coal: number;
  /** MJ/h of the kiln. */
  readonly heat: number;
  /** Silica, alumina and iron oxide of the clinker that no ash brings. */
  readonly other: number;
}

/** kg/h for 1 t/h of cement. Throws IndustryError if shares do not fit together. */
function cementFeeds(p: Readonly<Record<string, number>>): CementFeeds {
  const { clinker, heat } = kilnOf(p);
  const clay = 1000 * p.calcinedClay!;
  const coal = (heat * Math.max(0, 1 - p.gasShare! - p.biomassShare!)) / COAL.lowerHeatingValue;
  const other = clinker * (1 - p.lime! - p.magnesia!) - coal * COAL.elements.ash!;
  if (clinker + clay > 1000 * (1 + 1e-12))
    throw new IndustryError(
      "parameters",
      texts.overOne({ sum: Number((p.clinkerFactor! + p.calcinedClay!).toPrecision(6)) }),
    );
  if (p.gasShare! + p.biomassShare! > 1 + 1e-12)
    throw new IndustryError(
      "parameters",
      texts.fuelShares({ sum: Number((p.gasShare! + p.biomassShare!).toPrecision(6)) }),
    );
  if (other < 0)
    throw new IndustryError(
      "parameters",
      texts.oxides({
        sum: Number((p.lime! + p.magnesia!).toPrecision(6)),
        ash: Number(((coal * COAL.elements.ash!) / clinker).toPrecision(3)),
      }),
    );
  return { clinker, clay, coal, heat, other };
}

function feedFlows(p: Readonly<Record<string, number>>): PlantDescription["feeds"] {
  const { clinker, clay, coal, heat, other } = cementFeeds(p);
  const clayCoal = (clay * p.clayHeat!) / COAL.lowerHeatingValue;
  // Ash of the coal stays in the calcined clay.
  const raw = (clay - clayCoal * COAL.elements.ash!) / (1 - kaolinite.water);
  // Shares that are given to add up to 1 may exceed it by a rounding.
  const additions = Math.max(0, 1000 - clinker - clay);
  const graphite = shippedSubstances.get("C")!.lowerHeatingValue;
  return {
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
    "fuel of clay": { flows: { "hard coal": clayCoal }, origin: "energy" },
    additions: { flows: { SiO2: additions }, origin: "process" },
  };
}

function cementOf(p: Readonly<Record<string, number>>, line: KilnLine): PlantDescription {
  return {
    feeds: { ...feedFlows(p), ...line.feeds },
    units: [
      {
        name: "kiln",
        operation: line.operation,
        ...(line.parameters ? { parameters: line.parameters } : {}),
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
      ...line.units,
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
    stacks: ["clay calciner.flue gas", ...line.stacks],
    stored: line.stored,
  };
}
