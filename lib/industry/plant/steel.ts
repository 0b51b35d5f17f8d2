import { steelBalance } from "../../inventory/ippu/metals.ts";
import { electricArcFurnace } from "../operation/electric-arc-furnace.ts";
import { assumed, assumedShare, type Parameter, sourced } from "../operation/parameter.ts";
import { WUSTITE_IRON } from "../operation/slag.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import { shippedSubstances } from "../substance/substances.ts";
import { CAPTURE_ASSUMPTION, capture, captureParameters } from "./capture.ts";
import { electrolysis, electrolysisParameter } from "./electrolysis.ts";
import type { PlantDescription, PlantKind, PlantUnit, TierResult } from "./plant.ts";
import type { PlantRun } from "./plant-run.ts";
import { carbonIn, carbonOut, emitted, ROUNDED_CARBON } from "./tier.ts";

const BREF = "EU BREF Iron and Steel (2013)";
const ROADMAP = "worldsteel / IEA Iron and Steel Technology Roadmap (2020)";
const IRON_OF_HEMATITE = (2 * molarMassOf({ Fe: 1 })) / molarMassOf({ Fe: 2, O: 3 });
const LIMESTONE_OF_LIME = molarMassOf({ Ca: 1, C: 1, O: 3 }) / molarMassOf({ Ca: 1, O: 1 });

const gangue = assumed(
  "1",
  { en: "Silica in ore, by mass; the rest is hematite", zh: "矿石中二氧化硅的质量分数，其余为赤铁矿" },
  0.05,
  // Of more, no furnace makes iron: it is a rock with iron in it.
  [0, 0.9],
);
const lime = sourced(
  "kg/t charge",
  { en: "Burnt lime", zh: "石灰" },
  [null, 50, null],
  [0, 500],
  "POSTED, tech_parameter (Vogl 2018, Agora 2023)",
  "in tech_parameter",
);

const REFERENCES = [
  "IPCC 2006 Guidelines, Vol. 3 ch. 4.2 (2.C.1).",
  "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556.",
];

/** Tier 2 of the guidelines: carbon in less carbon in steel, of all that a works takes. */
function balanceTier(run: PlantRun): TierResult {
  const materials = (of: ReadonlyMap<string, number>) =>
    [...of].map(([material, carbon]) => ({ material, mass: carbon / 1000, carbon: 1 }));
  const { emissions } = steelBalance(materials(carbonIn(run)), materials(carbonOut(run)));
  return {
    method: "IPCC 2006 Guidelines, Vol. 3 equation 4.9 (tier 2)",
    covers: { en: "all CO2 of the works, with coke making and burners", zh: "全厂 CO2（含炼焦与烧嘴）" },
    byTier: 1000 * emissions[0]!.value,
    byPlant: emitted(run),
    rounding: ROUNDED_CARBON,
  };
}

const STEEL = {
  makes: "mass",
  categories: { process: "2.C.1", energy: "1.A.2.a" },
  tiers: (_: Readonly<Record<string, number>>, run: PlantRun) => [balanceTier(run)],
} as const;

/** kg of a reducing carbon that a kg of coal leaves as coke, by the coke oven's typical parameters. */
const CARBON_TO_COKE = 0.86;

/** Blast furnace and basic oxygen furnace, with coke oven, sinter strand, stoves and a power plant on their gases. */
export const blastFurnaceSteel: PlantKind = {
  name: "steel BF-BOF",
  title: { en: "Steel, blast furnace and basic oxygen furnace", zh: "钢铁：高炉—转炉" },
  ...STEEL,
  parameters: {
    cokeRate: sourced("kg/t hot metal", { en: "Coke rate", zh: "焦比" }, [280, 380, 500], [0, 1000], BREF, "recalled"),
    coalInjection: sourced(
      "kg/t hot metal",
      { en: "Pulverised coal injection", zh: "喷煤量" },
      [0, 150, 230],
      [0, 400],
      BREF,
      "recalled",
    ),
    scrap: assumed("kg/t hot metal", { en: "Scrap into the converter", zh: "转炉废钢" }, 100, [0, 1000]),
    gangue,
    basicity: assumed(
      "1",
      { en: "Lime over silica of the furnace slag, by mass", zh: "炉渣碱度（CaO/SiO2 质量比）" },
      1.1,
      [0, 3],
    ),
    sinterShare: assumedShare(
      {
        en: "Iron of the burden that comes as sinter; the rest is lump ore",
        zh: "炉料中烧结矿所含铁的份额，其余为块矿",
      },
      0.8,
    ),
    breeze: assumed("kg/t ore", { en: "Coke breeze into the sinter", zh: "烧结焦粉" }, 60, [0, 200]),
    lime,
    electricityBought: sourced(
      "kWh/t steel",
      { en: "Electricity bought, beside what the gases give", zh: "外购电（煤气自发电之外）" },
      [0, 100, 350],
      [0, 2000],
      ROADMAP,
      "recalled",
    ),
    ...captureParameters,
    steamCycle: assumedShare(
      { en: "Share of Carnot's efficiency in the power plant", zh: "电厂效率与卡诺效率之比" },
      0.6,
    ),
  },
  assumptions: [
    "Carbon of coke, injected coal and limestone is process (2.C.1), also where its gas is burnt in stoves and power plant; coke oven gas and what burns it is energy (1.A.1.c). Each carbon has one origin, so nothing counts twice.",
    "Coke, sinter and gases are cooled between units, and their heat is lost. Rolling, air separation and auxiliaries are not modelled: the electricity bought stands for them.",
    `${CAPTURE_ASSUMPTION} It is captured from stoves and power plant.`,
    "Lime is bought burnt: its own CO2 is upstream. Electricity of the power plant is used on the site and not credited.",
  ],
  references: REFERENCES,
  describe(p): PlantDescription {
    const burden = burdenOf(p);
    // All carbon of coals and limestone as CO2 is less than four times their mass.
    const captured = capture(
      [{ stream: "stoves.flue gas" }, { stream: "power plant.flue gas" }],
      4 * (burden.coal + burden.injected + burden.limestone),
      p,
    );
    const strand = sinterStrand(burden);
    return {
      feeds: { ...captured.feeds, ...blastFurnaceFeeds(burden, p) },
      units: [COKE_OVEN, ...strand, blastFurnace(burden), ...converterAndGasUsers(p), ...captured.units],
      product: "converter.steel",
      stacks: [...strand.map(({ name }) => `${name}.waste gas`), "coke oven heating.flue gas", ...captured.stacks],
      stored: captured.stored,
      electricityBought: { perTonne: p.electricityBought!, besides: captured.units.map(({ name }) => name) },
    };
  },
};

/** What goes into the furnaces for the iron of a tonne of steel, kg/h. */
interface Burden {
  readonly hotMetal: number;
  readonly fines: number;
  readonly lump: number;
  readonly limestone: number;
  readonly breeze: number;
  readonly coke: number;
  readonly injected: number;
  /** Into the coke oven. */
  readonly coal: number;
}

function burdenOf(p: Readonly<Record<string, number>>): Burden {
  const iron = 955;
  const hotMetal = iron / 0.955;
  const ore = iron / ((1 - p.gangue!) * IRON_OF_HEMATITE);
  const fines = ore * p.sinterShare!;
  const breeze = (fines * p.breeze!) / 1000;
  const coke = (hotMetal * p.cokeRate!) / 1000;
  const { elements } = shippedSubstances.get("hard coal")!;
  return {
    hotMetal,
    fines,
    lump: ore - fines,
    limestone: ore * p.gangue! * p.basicity! * LIMESTONE_OF_LIME,
    breeze,
    coke,
    injected: (hotMetal * p.coalInjection!) / 1000,
    coal: (coke + breeze) / (elements.C! * CARBON_TO_COKE + elements.ash!),
  };
}

function blastFurnaceFeeds(
  { hotMetal, fines, lump, limestone, injected, coal }: Burden,
  p: Readonly<Record<string, number>>,
): PlantDescription["feeds"] {
  return {
    "coking coal": { flows: { "hard coal": coal }, origin: "energy" },
    "injected coal": { flows: { "hard coal": injected }, origin: "process" },
    "ore fines": { flows: { Fe2O3: fines * (1 - p.gangue!), SiO2: fines * p.gangue! }, origin: "process" },
    "lump ore": { flows: { Fe2O3: lump * (1 - p.gangue!), SiO2: lump * p.gangue! }, origin: "process" },
    limestone: { flows: { CaCO3: limestone }, origin: "process" },
    scrap: { flows: { Fe: (hotMetal * p.scrap!) / 1000 }, origin: "process" },
    lime: { flows: { CaO: (hotMetal * p.lime!) / 1000 }, origin: "process" },
  };
}

const COKE_OVEN: PlantUnit = {
  name: "coke oven",
  operation: "coke oven",
  parameters: { carbonToCoke: CARBON_TO_COKE },
  inlets: { coal: [{ stream: "coking coal" }] },
  marks: { coke: "process", "coke oven gas": "energy" },
};

/** Without fines there is no strand. */
function sinterStrand({ fines, breeze, coke }: Burden): readonly PlantUnit[] {
  if (fines === 0) return [];
  return [
    {
      name: "sinter strand",
      operation: "sinter",
      inlets: {
        ore: [{ stream: "ore fines" }],
        flux: [{ stream: "limestone" }],
        "coke breeze": [{ stream: "coke oven.coke", share: breeze / (coke + breeze), cooledTo: 25 }],
      },
    },
  ];
}

/** Without a strand, limestone goes into the furnace as it is. */
function blastFurnace({ fines }: Burden): PlantUnit {
  const sintered = fines === 0 ? [{ stream: "limestone" }] : [{ stream: "sinter strand.sinter", cooledTo: 25 }];
  return {
    name: "blast furnace",
    operation: "blast furnace",
    inlets: {
      burden: [...sintered, { stream: "lump ore" }],
      coke: [{ stream: "coke oven.coke", cooledTo: 25 }],
      "injected coal": [{ stream: "injected coal" }],
    },
  };
}

function converterAndGasUsers(p: Readonly<Record<string, number>>): readonly PlantUnit[] {
  return [
    {
      name: "converter",
      operation: "basic oxygen furnace",
      inlets: {
        "hot metal": [{ stream: "blast furnace.hot metal", cooledTo: 1350 }],
        scrap: [{ stream: "scrap" }],
        flux: [{ stream: "lime" }],
      },
    },
    {
      name: "coke oven heating",
      operation: "combustion",
      inlets: { fuel: [{ stream: "coke oven.coke oven gas", cooledTo: 25 }] },
      meets: ["coke oven.heat"],
    },
    {
      name: "stoves",
      operation: "combustion",
      inlets: { fuel: [{ stream: "blast furnace.top gas", cooledTo: 25 }] },
      meets: ["blast furnace.stove heat"],
    },
    {
      name: "power plant",
      operation: "combustion",
      inlets: {
        fuel: [
          { stream: "coke oven.coke oven gas", cooledTo: 25 },
          { stream: "blast furnace.top gas", cooledTo: 25 },
          { stream: "converter.converter gas", cooledTo: 25 },
        ],
      },
    },
    {
      name: "turbine",
      operation: "steam turbine",
      parameters: { carnotShare: p.steamCycle! },
      inlets: { heat: [{ stream: "power plant.heat" }] },
    },
  ];
}

const arc = {
  carbon: sourced(
    "kg/t charge",
    { en: "Coke charged and injected", zh: "装入与喷吹的焦炭" },
    [3, 12, 28],
    [0, 200],
    BREF,
    "recalled",
  ),
  burnerGas: sourced(
    "GJ/t charge",
    { en: "Natural gas of burners", zh: "烧嘴天然气" },
    [0.05, 0.3, 1],
    [0, 5],
    BREF,
    "recalled",
  ),
  lime,
} satisfies Record<string, Parameter>;

/** MJ/kg of methane, which stands for natural gas. */
const METHANE = shippedSubstances.get("CH4")!.lowerHeatingValue;

/** Feeds of an arc furnace for 1 t/h of metallics. */
function arcFeeds(p: Readonly<Record<string, number>>) {
  return {
    coke: { flows: { coke: p.carbon! }, origin: "process" },
    "burner gas": { flows: { CH4: (p.burnerGas! * 1000) / METHANE }, origin: "energy" },
    lime: { flows: { CaO: p.lime! }, origin: "process" },
  } as const;
}

const arcInlets = {
  carbon: [{ stream: "coke" }],
  "burner gas": [{ stream: "burner gas" }],
  flux: [{ stream: "lime" }],
} as const;

const ARC_ASSUMPTIONS = [
  "Carbon of coke and electrodes is process (2.C.1), natural gas of burners is energy (1.A.2).",
  "Natural gas is methane. Lime is bought burnt. Casting and rolling are not included.",
];

/** Scrap and electric arc furnace. */
export const scrapSteel: PlantKind = {
  name: "steel scrap-EAF",
  title: { en: "Steel, scrap and electric arc furnace", zh: "钢铁：废钢—电弧炉" },
  ...STEEL,
  parameters: {
    electricity: electricArcFurnace.parameters.electricity!,
    scrapCarbon: sourced(
      "1",
      { en: "Carbon in the scrap, by mass", zh: "废钢含碳量（质量）" },
      [null, 0.01, null],
      [0, 0.05],
      "IPCC 2006 Guidelines, Vol. 3 table 4.3 (steel, of which scrap is made; the table's own row for scrap has 0.04)",
      "recalled",
    ),
    scrapOxide: assumed("1", { en: "Rust in the scrap, by mass", zh: "废钢中铁锈的质量分数" }, 0.01, [0, 0.9]),
    ...arc,
  },
  assumptions: ARC_ASSUMPTIONS,
  references: REFERENCES,
  describe: (p): PlantDescription => ({
    feeds: {
      scrap: {
        flows: {
          Fe: 1000 * (1 - p.scrapOxide! - p.scrapCarbon!),
          C: 1000 * p.scrapCarbon!,
          Fe2O3: 1000 * p.scrapOxide!,
        },
        origin: "process",
      },
      ...arcFeeds(p),
    },
    units: [
      {
        name: "arc furnace",
        operation: "electric arc furnace",
        parameters: { electricity: p.electricity! },
        inlets: { metallics: [{ stream: "scrap" }], ...arcInlets },
      },
    ],
    product: "arc furnace.steel",
    stacks: ["arc furnace.off-gas"],
  }),
};

const reduction = {
  gangue,
  metallisation: assumedShare({ en: "Iron that is metallic, of all iron", zh: "金属化率" }, 0.94),
  electricity: sourced(
    "kWh/t steel",
    { en: "Electricity of the arc, on direct reduced iron", zh: "电弧用电（以直接还原铁为料）" },
    [590, 670, 912],
    [0, 3000],
    "POSTED, tech_parameter (Agora 2023, Devlin 2022, Vogl 2018)",
    "in tech_parameter",
  ),
  ...arc,
};

function pellets(p: Readonly<Record<string, number>>, share: number) {
  return { flows: { Fe2O3: share * (1 - p.gangue!), SiO2: share * p.gangue! }, origin: "process" } as const;
}

/** kg of direct reduced iron, before it takes up carbon, from kg of pellets. */
function reducedMass(p: Readonly<Record<string, number>>, ore: number): number {
  const iron = ore * (1 - p.gangue!) * IRON_OF_HEMATITE;
  const wustite = molarMassOf({ Fe: WUSTITE_IRON, O: 1 }) / molarMassOf({ Fe: WUSTITE_IRON });
  return iron * (p.metallisation! + (1 - p.metallisation!) * wustite) + ore * p.gangue!;
}

/** Pellets reduced by natural gas, and electric arc furnace. */
export const gasReducedSteel: PlantKind = {
  name: "steel DRI-EAF, gas",
  title: { en: "Steel, direct reduction with natural gas and electric arc furnace", zh: "钢铁：天然气直接还原—电弧炉" },
  ...STEEL,
  parameters: {
    gas: sourced(
      "GJ/t product",
      { en: "Natural gas per tonne of direct reduced iron", zh: "每吨直接还原铁的天然气" },
      [9.5, 10.4, 12],
      [0, 40],
      "POSTED, tech_parameter",
      "in tech_parameter",
    ),
    ...captureParameters,
    ...reduction,
  },
  assumptions: [
    "Natural gas of the shaft is a reducing agent: process (2.C.1).",
    `${CAPTURE_ASSUMPTION} It is captured from the shaft's flue gas.`,
    ...ARC_ASSUMPTIONS,
  ],
  references: REFERENCES,
  describe(p): PlantDescription {
    const ore = 1500;
    const product = reducedMass(p, ore);
    const gas = (product * p.gas!) / METHANE;
    // A kg of methane becomes 2.74 kg of CO2.
    const captured = capture([{ stream: "shaft furnace.flue gas" }], 3 * gas, p);
    return {
      feeds: {
        ...captured.feeds,
        pellets: pellets(p, ore),
        "natural gas": { flows: { CH4: gas }, origin: "process" },
        ...arcFeeds(p),
      },
      units: [
        {
          name: "shaft furnace",
          operation: "gas direct reduction",
          parameters: { metallisation: p.metallisation! },
          inlets: { pellets: [{ stream: "pellets" }], gas: [{ stream: "natural gas" }] },
        },
        {
          name: "arc furnace",
          operation: "electric arc furnace",
          parameters: { electricity: p.electricity! },
          inlets: { metallics: [{ stream: "shaft furnace.direct reduced iron" }], ...arcInlets },
        },
        ...captured.units,
      ],
      product: "arc furnace.steel",
      stacks: ["arc furnace.off-gas", ...captured.stacks],
      stored: captured.stored,
    };
  },
};

/** Pellets reduced by hydrogen from an electrolyser, and electric arc furnace. */
export const hydrogenReducedSteel: PlantKind = {
  name: "steel DRI-EAF, hydrogen",
  title: { en: "Steel, direct reduction with hydrogen and electric arc furnace", zh: "钢铁：氢气直接还原—电弧炉" },
  ...STEEL,
  parameters: {
    hydrogen: sourced(
      "kg/t product",
      { en: "Hydrogen per tonne of direct reduced iron", zh: "每吨直接还原铁的氢气" },
      [47, 55, 75],
      [0, 300],
      "POSTED, tech_parameter",
      "in tech_parameter",
    ),
    electrolysis: electrolysisParameter,
    ...reduction,
  },
  assumptions: [
    "The gas heater is electric. Hydrogen that does not react leaves with the top gas and is not recycled; the parameter is what is made.",
    ...ARC_ASSUMPTIONS,
  ],
  references: REFERENCES,
  describe(p): PlantDescription {
    const ore = 1500;
    const made = electrolysis((reducedMass(p, ore) / 1000) * p.hydrogen!, p);
    return {
      feeds: {
        pellets: pellets(p, ore),
        ...made.feeds,
        ...arcFeeds(p),
      },
      units: [
        made.unit,
        {
          name: "shaft furnace",
          operation: "hydrogen direct reduction",
          parameters: { metallisation: p.metallisation! },
          inlets: { pellets: [{ stream: "pellets" }], hydrogen: [{ stream: "electrolyser.hydrogen" }] },
        },
        {
          name: "arc furnace",
          operation: "electric arc furnace",
          parameters: { electricity: p.electricity! },
          inlets: { metallics: [{ stream: "shaft furnace.direct reduced iron" }], ...arcInlets },
        },
      ],
      product: "arc furnace.steel",
      stacks: ["arc furnace.off-gas"],
      electricHeat: ["shaft furnace.heat"],
    };
  },
};
