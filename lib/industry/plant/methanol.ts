import { assumed, sourced } from "../operation/parameter.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import { shippedSubstances } from "../substance/substances.ts";
import { burntTier, ENERGY_CO2 } from "./burnt-tier.ts";
import { electrolysis, electrolysisParameter } from "./electrolysis.ts";
import { fuelBesideFeed } from "./fuel-beside-feed.ts";
import type { PlantDescription, PlantKind, PlantUnit } from "./plant.ts";
import { productOf } from "./run-plant.ts";
import { made } from "./tier.ts";

const POSTED = "POSTED, tech_parameter";
const METHANOL = molarMassOf({ C: 1, H: 4, O: 1 });
const CARBON_DIOXIDE = molarMassOf({ C: 1, O: 2 }) / METHANOL;
const REFERENCES = [
  "IPCC 2006 Guidelines, Vol. 3 ch. 3.9 (2.B.8.a).",
  "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556.",
];
const FEED = 500;

/** Methanol from natural gas by steam reforming. */
export const gasMethanol: PlantKind = {
  name: "methanol, gas",
  title: { en: "Methanol from natural gas", zh: "甲醇：天然气" },
  makes: "mass",
  categories: { process: "2.B.8.a", energy: "1.A.2.c" },
  parameters: {
    gas: sourced(
      "GJ/t",
      { en: "Natural gas, feed and fuel, by its net heating value", zh: "天然气（原料与燃料，按净热值）" },
      [28, 32, 37],
      [0, 100],
      "IPCC 2006 Guidelines, Vol. 3 ch. 3",
      "recalled",
    ),
    electricity: sourced(
      "kWh/t",
      { en: "Electricity bought; compressors run on the plant's own steam", zh: "外购电（压缩机由自产蒸汽驱动）" },
      [null, 0.6 / 0.0036, null],
      [0, 2000],
      `${POSTED} (Bazzanella 2017: 0.6 GJ/t)`,
      "in tech_parameter",
    ),
    steamToCarbon: assumed("mol/mol", { en: "Steam to carbon of the reformer", zh: "重整水碳比" }, 2.5, [1, 10]),
    methaneSlip: assumed("1", { en: "Methane that the reformer leaves", zh: "重整未反应的甲烷份额" }, 0.08, [0, 0.99]),
    conversion: assumed("1", { en: "Of CO and CO2 over the loop", zh: "回路中 CO 与 CO2 的转化率" }, 0.95, [0.01, 1]),
  },
  assumptions: [
    "Natural gas is methane. Carbon of the feed is process (2.B.8.a), of the fuel energy (1.A.2.c); the purge of the loop is burnt in the reformer's furnace.",
    "Fuel beyond what the reformer takes stands for steam of compressors and distillation and for losses; it leaves as heat. Process steam comes from cooling and synthesis of the gas; temperatures are not compared.",
  ],
  references: REFERENCES,
  describe(p): PlantDescription {
    const water = (FEED / molarMassOf({ C: 1, H: 4 })) * p.steamToCarbon! * molarMassOf({ H: 2, O: 1 });
    const feeds = {
      "feed gas": { flows: { CH4: FEED }, origin: "process" },
      "process water": { flows: { water }, origin: "process" },
    } as const;
    const units: PlantUnit[] = [
      { name: "steam drum", operation: "evaporation", inlets: { water: [{ stream: "process water" }] } },
      {
        name: "reformer",
        operation: "steam reformer",
        parameters: { methaneSlip: p.methaneSlip! },
        inlets: { feed: [{ stream: "feed gas" }], steam: [{ stream: "steam drum.steam" }] },
      },
      {
        name: "synthesis",
        operation: "methanol synthesis",
        parameters: { conversion: p.conversion!, electricity: p.electricity! },
        inlets: { "make-up gas": [{ stream: "reformer.synthesis gas" }] },
        heats: ["steam drum.heat"],
      },
    ];
    const product = "synthesis.methanol";
    const output = productOf({ feeds, units, product, stacks: ["synthesis.purge"] }, shippedSubstances);
    return {
      feeds: {
        ...feeds,
        "fuel gas": { flows: { CH4: fuelBesideFeed("gas", p.gas!, output, FEED) }, origin: "energy" },
      },
      units: [
        ...units,
        {
          name: "reformer furnace",
          operation: "combustion",
          inlets: {
            fuel: [
              { stream: "synthesis.purge", whole: true },
              { stream: "fuel gas", whole: true },
            ],
          },
          meets: ["reformer.heat"],
        },
      ],
      product,
      stacks: ["reformer furnace.flue gas"],
    };
  },
  tiers: (_, run) => [burntTier({ CH4: run.feeds["fuel gas"]! }, ENERGY_CO2, made(run, ["energy"]))],
};

/** Methanol from CO2 and the hydrogen of an electrolyser. */
export const electricMethanol: PlantKind = {
  name: "methanol, CO2 and hydrogen",
  title: { en: "Methanol from CO2 and electrolytic hydrogen", zh: "甲醇：CO2 加氢（电解制氢）" },
  makes: "mass",
  categories: { process: "2.B.8.a", energy: "1.A.2.c" },
  parameters: {
    carbonDioxide: sourced(
      "t/t",
      { en: "CO2 bought", zh: "外购 CO2" },
      [1.374, 1.4, 1.46],
      [CARBON_DIOXIDE, 5],
      `${POSTED} (Bazzanella 2017, Soler 2022, Nyári 2020, Pérez-Fortes 2016); stoichiometric 1.3735`,
      "in tech_parameter",
    ),
    hydrogen: sourced(
      "t/t",
      { en: "Hydrogen made", zh: "自产氢" },
      [0.189, 0.192, 0.199],
      [0, 1],
      `${POSTED} (Bazzanella 2017, Nyári 2020, Pérez-Fortes 2016); stoichiometric 0.18875`,
      "in tech_parameter",
    ),
    electrolysis: electrolysisParameter,
    electricity: sourced(
      "kWh/t",
      { en: "Electricity of compressors and distillation", zh: "压缩机与精馏用电" },
      [169, 297, 1500],
      [0, 10_000],
      `${POSTED} (Pérez-Fortes 2016, Soler 2022, Bazzanella 2017)`,
      "in tech_parameter",
    ),
  },
  assumptions: [
    "CO2 that does not react is emitted with the flared purge and counts as process (2.B.8.a), whatever its source; taking it from air, biomass or a stack is upstream.",
    "The carbon in methanol leaves with it and is emitted where it is used.",
  ],
  references: REFERENCES,
  describe(p): PlantDescription {
    const made = electrolysis(1000 * p.hydrogen!, p);
    return {
      feeds: {
        CO2: { flows: { CO2: 1000 * p.carbonDioxide! }, origin: "process" },
        ...made.feeds,
      },
      units: [
        made.unit,
        {
          name: "synthesis",
          operation: "methanol synthesis",
          parameters: { conversion: CARBON_DIOXIDE / p.carbonDioxide!, electricity: p.electricity! },
          inlets: { "make-up gas": [{ stream: "CO2" }, { stream: "electrolyser.hydrogen" }] },
        },
        { name: "flare", operation: "combustion", inlets: { fuel: [{ stream: "synthesis.purge" }] } },
      ],
      product: "synthesis.methanol",
      stacks: ["flare.flue gas"],
    };
  },
};
