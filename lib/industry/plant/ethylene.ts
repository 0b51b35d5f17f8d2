import { assumed, assumedShare, sourced } from "../operation/parameter.ts";
import { shippedSubstances } from "../substance/substances.ts";
import { burntTier, ENERGY_CO2 } from "./burnt-tier.ts";
import { heatOfFuel } from "./heat-of-fuel.ts";
import type { PlantDescription, PlantKind, PlantUnit } from "./plant.ts";
import { runPlant } from "./run-plant.ts";
import { made } from "./tier.ts";

const ETHANE = 1200;

/** Ethylene from ethane, coarse. */
export const ethaneEthylene: PlantKind = {
  name: "ethylene, ethane",
  title: { en: "Ethylene from ethane (coarse)", zh: "乙烯：乙烷裂解（粗略）" },
  makes: "mass",
  categories: { process: "2.B.8.b", energy: "1.A.2.c" },
  parameters: {
    energy: sourced(
      "GJ/t ethylene",
      { en: "Heating value of all that is burnt, without feedstock", zh: "燃料总热值（不含原料）" },
      [15, 18, 25],
      [0, 100],
      "EU BREF LVOC (2017)",
      "recalled",
    ),
    selectivity: assumedShare(
      {
        en: "Ethane that becomes ethylene in the end; the rest becomes methane",
        zh: "最终成为乙烯的乙烷份额，其余成为甲烷",
      },
      0.9,
    ),
    steam: assumed("kg/kg", { en: "Dilution steam over ethane", zh: "稀释蒸汽与乙烷之比" }, 0.35, [0, 2]),
    electricity: assumed("kWh/t ethylene", { en: "Electricity bought", zh: "外购电" }, 100, [0, 2000]),
  },
  assumptions: [
    "Ethane is recycled until it has reacted; the plant is seen as one pass with all of it converted. No propylene, butadiene or aromatics: naphtha cannot be cracked here.",
    "Fuel gas of the cracking (hydrogen and methane) is burnt first, and natural gas, as methane, fills up the energy; fuel gas beyond it is sold. Carbon of ethane is process (2.B.8.b), of natural gas energy.",
    "Heat beyond what the coils take stands for steam of compressors and losses. Coke on the coils and flares are not counted.",
  ],
  references: ["IPCC 2006 Guidelines, Vol. 3 ch. 3.9 (2.B.8.b).", "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556."],
  describe(p): PlantDescription {
    const feeds = {
      ethane: { flows: { C2H6: ETHANE }, origin: "process" },
      water: { flows: { water: ETHANE * p.steam! }, origin: "process" },
    } as const;
    const units: PlantUnit[] = [
      {
        name: "cracker",
        operation: "steam cracker",
        parameters: { ethaneConversion: 1, ethyleneSelectivity: p.selectivity! },
        inlets: { feed: [{ stream: "ethane" }], steam: [{ stream: "water" }] },
      },
      {
        name: "separation",
        operation: "cracked gas separation",
        parameters: { electricity: p.electricity! },
        inlets: { "cracked gas": [{ stream: "cracker.cracked gas" }] },
      },
    ];
    const product = "separation.ethylene";
    const byProducts = ["separation.unconverted", "separation.fuel gas"];
    const cracking = runPlant({ feeds, units, product, byProducts, stacks: [] }, 1000, shippedSubstances);
    // MJ/h of fuel gas for 1 t/h, and what the feed makes of it.
    const scale = ETHANE / cracking.feeds.ethane!;
    const fuelGas = 3600 * cracking.links.find(({ stream }) => stream === "separation.fuel gas")!.energy;
    const burnt = 1000 * p.energy!;
    return {
      feeds: {
        ...feeds,
        "natural gas": {
          flows: { CH4: (scale * Math.max(0, burnt - fuelGas)) / heatOfFuel("CH4") },
          origin: "energy",
        },
      },
      units: [
        ...units,
        {
          name: "furnace",
          operation: "combustion",
          inlets: {
            fuel: [
              { stream: "separation.fuel gas", share: fuelGas > 0 ? Math.min(1, burnt / fuelGas) : 1, whole: true },
              { stream: "natural gas", whole: true },
            ],
          },
          meets: ["cracker.heat"],
        },
      ],
      product,
      byProducts,
      stacks: ["furnace.flue gas"],
    };
  },
  tiers: (_, run) => [burntTier({ CH4: run.feeds["natural gas"]! }, ENERGY_CO2, made(run, ["energy"]))],
};
