import { ammonia } from "../../inventory/ippu/tiers.ts";
import { assumed, assumedShare, sourced } from "../operation/parameter.ts";
import { AIR_OXYGEN } from "../stream/chemistry.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import { shippedSubstances } from "../substance/substances.ts";
import { fuelBesideFeed } from "./fuel-beside-feed.ts";
import { carbonOfFuel, heatOfFuel } from "./heat-of-fuel.ts";
import type { PlantDescription, PlantKind, PlantUnit, TierResult } from "./plant.ts";
import type { PlantRun } from "./plant-run.ts";
import { productOf } from "./run-plant.ts";
import { CO2_OF_CARBON, emitted, ROUNDED_CARBON } from "./tier.ts";

type Numbers = Readonly<Record<string, number>>;

const POSTED = "POSTED, tech_parameter";
/** kg/h of methane that is reformed. */
const FEED = 450;
const METHANE = FEED / molarMassOf({ C: 1, H: 4 });

const section = {
  gas: sourced(
    "GJ/t NH3",
    { en: "Natural gas, feed and fuel, by its net heating value", zh: "天然气（原料与燃料，按净热值）" },
    [29.7, 32.1, 32.1],
    [0, 100],
    `${POSTED} (European Commission 2007: 29.7; IEA Ammonia Technology Roadmap 2021: 21 feed and 11.1 fuel)`,
    "in tech_parameter",
  ),
  electricity: sourced(
    "kWh/t NH3",
    { en: "Electricity bought; compressors run on the plant's own steam", zh: "外购电（压缩机由自产蒸汽驱动）" },
    [null, 0.3 / 0.0036, null],
    [0, 2000],
    `${POSTED} (IEA Ammonia Technology Roadmap 2021: 0.3 GJ/t)`,
    "in tech_parameter",
  ),
  steamToCarbon: assumed("mol/mol", { en: "Steam to carbon of the reformer", zh: "重整水碳比" }, 3, [1, 10]),
  methaneSlip: assumedShare({ en: "Methane that the primary reformer leaves", zh: "一段转化未反应的甲烷份额" }, 0.35),
  carbonRemoval: assumedShare({ en: "CO2 that the absorber takes out", zh: "脱碳塔 CO2 脱除率" }, 0.99),
};

const ASSUMPTIONS = [
  "Natural gas is methane. Carbon of the feed is process, of the fuel energy; the guidelines report both in 2.B.1, and so do the rows for a company.",
  "Air of the secondary reformer gives the nitrogen for three hydrogen. There is no methanation: carbon oxides pass the loop and are burnt with its purge.",
  "Fuel beyond what the reformer takes stands for steam of compressors and losses; it leaves as heat. Process steam comes from cooling and shift of the gas, heat of CO2 removal (1.2 GJ/t CO2, assumed) from the loop; temperatures are not compared.",
];
const REFERENCES = [
  "IPCC 2006 Guidelines, Vol. 3 ch. 3.2 (2.B.1), equation 3.1.",
  "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556.",
];

/** Gas, steam and air for as much feed as FEED says. */
function reformerFeeds(p: Numbers) {
  const steam = METHANE * p.steamToCarbon! * molarMassOf({ H: 2, O: 1 });
  // CH4 gives 4 H2 with steam, and each O2 takes 2 of them; what the absorber and the second reformer leave is neglected here.
  const oxygen = (4 * METHANE) / (2 + (3 * (1 - AIR_OXYGEN)) / AIR_OXYGEN);
  const nitrogen = (oxygen * (1 - AIR_OXYGEN)) / AIR_OXYGEN;
  return {
    "feed gas": { flows: { CH4: FEED }, origin: "process" },
    "process water": { flows: { water: steam }, origin: "process" },
    "process air": {
      flows: { O2: oxygen * molarMassOf({ O: 2 }), N2: nitrogen * molarMassOf({ N: 2 }) },
      origin: "process",
    },
  } as const;
}

/** Reforming with steam and air, shift, CO2 removal and loop. */
function synthesisUnits(p: Numbers): PlantUnit[] {
  return [
    { name: "steam drum", operation: "evaporation", inlets: { water: [{ stream: "process water" }] } },
    {
      name: "primary reformer",
      operation: "steam reformer",
      parameters: { methaneSlip: p.methaneSlip!, outletTemperature: 800 },
      inlets: { feed: [{ stream: "feed gas" }], steam: [{ stream: "steam drum.steam" }] },
    },
    {
      name: "secondary reformer",
      operation: "autothermal reformer",
      parameters: { outletTemperature: 950 },
      inlets: { feed: [{ stream: "primary reformer.synthesis gas" }], oxygen: [{ stream: "process air" }] },
    },
    {
      name: "shift",
      operation: "water-gas shift",
      inlets: { "synthesis gas": [{ stream: "secondary reformer.synthesis gas" }] },
      heats: ["steam drum.heat"],
    },
    {
      name: "CO2 removal",
      operation: "CO2 absorption",
      parameters: { captureRate: p.carbonRemoval!, regenerationHeat: 1.2 },
      inlets: { "flue gas": [{ stream: "shift.shifted gas" }] },
    },
    {
      name: "synthesis",
      operation: "ammonia synthesis",
      parameters: { electricity: p.electricity! },
      inlets: { "make-up gas": [{ stream: "CO2 removal.treated gas" }] },
      heats: ["CO2 removal.regeneration heat"],
    },
  ];
}

/** Ammonia from gas with the furnace of its reformer; what becomes of the CO2 is for the plant. */
function ammoniaSection(p: Numbers) {
  const feeds = reformerFeeds(p);
  const units = synthesisUnits(p);
  const made = productOf(
    { feeds, units, product: "synthesis.ammonia", stacks: ["CO2 removal.CO2", "synthesis.purge"] },
    shippedSubstances,
  );
  const furnace: PlantUnit = {
    name: "reformer furnace",
    operation: "combustion",
    inlets: {
      fuel: [
        { stream: "synthesis.purge", whole: true },
        { stream: "fuel gas", whole: true },
      ],
    },
    meets: ["primary reformer.heat"],
  };
  const fuel = { flows: { CH4: fuelBesideFeed("gas", p.gas!, made, FEED) }, origin: "energy" } as const;
  return { feeds: { ...feeds, "fuel gas": fuel }, units: [...units, furnace], made };
}

/** Equation 3.1 of the guidelines, with the CO2 that is stored or bound in urea deducted as recovered. */
function ammoniaTier(p: Numbers, run: PlantRun, byPlant: number, recovered: number): TierResult {
  const gas = run.feeds["feed gas"]! + run.feeds["fuel gas"]!;
  const heat = heatOfFuel("CH4");
  // The equation takes ammonia and gas a tonne apart; their product is the gas.
  const produced = (gas * heat) / p.gas! / 1000;
  const { emissions } = ammonia([
    {
      plant: "ammonia",
      produced,
      fuel: p.gas!,
      carbon: (1000 * carbonOfFuel("CH4")) / heat,
      recovered: (recovered * ROUNDED_CARBON) / 1000,
    },
  ]);
  return {
    method: "IPCC 2006 Guidelines, Vol. 3 equation 3.1, the plant's own gas, less recovered CO2",
    covers: { en: "CO2 of ammonia, feed and fuel", zh: "合成氨的 CO2（原料与燃料）" },
    byTier: 1000 * emissions[0]!.value,
    byPlant,
    rounding: ROUNDED_CARBON,
  };
}

/** Ammonia from natural gas, with its process CO2 vented or stored. */
export const gasAmmonia: PlantKind = {
  name: "ammonia, gas",
  title: { en: "Ammonia from natural gas", zh: "合成氨：天然气" },
  makes: "mass",
  categories: { process: "2.B.1", energy: "2.B.1" },
  parameters: {
    ...section,
    carbonStored: assumedShare(
      { en: "Removed CO2 that is compressed and stored", zh: "脱除的 CO2 中压缩封存的份额" },
      0,
    ),
  },
  assumptions: ASSUMPTIONS,
  references: REFERENCES,
  describe(p): PlantDescription {
    const { feeds, units } = ammoniaSection(p);
    return {
      feeds,
      units: [
        ...units,
        {
          name: "compression",
          operation: "CO2 compression",
          inlets: { CO2: [{ stream: "CO2 removal.CO2", share: p.carbonStored! }] },
        },
      ],
      product: "synthesis.ammonia",
      stacks: ["CO2 removal.CO2", "reformer furnace.flue gas"],
      stored: ["compression.compressed CO2"],
    };
  },
  tiers: (p, run) => [ammoniaTier(p, run, emitted(run), storedIn(run))],
};

function storedIn({ stored }: PlantRun): number {
  return stored.process + stored.energy + stored.biogenic;
}

/** Urea from natural gas: ammonia with the CO2 of its own process; ammonia for which there is no CO2 is sold. */
export const gasUrea: PlantKind = {
  name: "urea, gas",
  title: { en: "Urea from natural gas", zh: "尿素：天然气" },
  makes: "mass",
  categories: { process: "2.B.1", energy: "2.B.1" },
  parameters: {
    ...section,
    steam: sourced(
      "GJ/t urea",
      { en: "Heat of decomposition and concentration", zh: "分解与浓缩用热" },
      [3.29, 3.29, 3.42],
      [0, 20],
      `${POSTED} (Bazzanella 2017, Palys 2023)`,
      "in tech_parameter",
    ),
    ureaElectricity: sourced(
      "kWh/t urea",
      { en: "Electricity of urea synthesis", zh: "尿素合成用电" },
      [91.5, 173.7, 180],
      [0, 2000],
      `${POSTED} (Jarvis 2018, Fiamelda 2020, Palys 2023)`,
      "in tech_parameter",
    ),
  },
  assumptions: [
    ...ASSUMPTIONS,
    "Steam of urea synthesis comes from a boiler on natural gas of its own. Carbon bound in urea leaves with it and is emitted where urea is used.",
    "Ammonia that finds no CO2 is a by-product, to which nothing is allocated.",
  ],
  references: [...REFERENCES, "IPCC 2006 Guidelines, Vol. 3 ch. 3.2.2.1: CO2 recovered for urea."],
  describe(p): PlantDescription {
    const { feeds, units, made } = ammoniaSection(p);
    return {
      // More than all the ammonia as urea could ask for.
      feeds: {
        ...feeds,
        "boiler gas": { flows: { CH4: (4 * made * p.steam!) / heatOfFuel("CH4") }, origin: "energy", asNeeded: true },
      },
      units: [
        ...units,
        {
          name: "urea synthesis",
          operation: "urea synthesis",
          parameters: { steam: p.steam!, electricity: p.ureaElectricity! },
          inlets: { ammonia: [{ stream: "synthesis.ammonia" }], CO2: [{ stream: "CO2 removal.CO2" }] },
        },
        {
          name: "boiler",
          operation: "combustion",
          inlets: { fuel: [{ stream: "boiler gas" }] },
          meets: ["urea synthesis.steam"],
        },
      ],
      product: "urea synthesis.urea",
      byProducts: ["urea synthesis.ammonia left"],
      stacks: ["urea synthesis.CO2 left", "reformer furnace.flue gas", "boiler.flue gas"],
    };
  },
  tiers(p, run) {
    const steam = run.stacks.find(({ step }) => step === "boiler")!.byOrigin.energy;
    const bound = run.links.find(({ to }) => to === "product")!.carbon * CO2_OF_CARBON;
    return [ammoniaTier(p, run, emitted(run) - steam, bound)];
  },
};
