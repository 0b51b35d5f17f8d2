import { assumed, sourced } from "../operation/parameter.ts";
import { burntTier, ENERGY_CO2 } from "./burnt-tier.ts";
import type { PlantDescription, PlantKind } from "./plant.ts";
import { made } from "./tier.ts";

/** A refinery, coarse: crude oil to products, with a part of it burnt. */
export const refinery: PlantKind = {
  name: "refinery",
  title: { en: "Refinery (coarse)", zh: "炼油（粗略）" },
  makes: "mass",
  categories: { process: "1.A.1.b", energy: "1.A.1.b" },
  parameters: {
    ownUse: sourced(
      "1",
      { en: "Own use of energy, of the heating value of crude oil", zh: "自用能源占原油热值的份额" },
      [0.04, 0.065, 0.1],
      [0.001, 0.5],
      "EU BREF Refining (2015)",
      "recalled",
    ),
    electricity: assumed("kWh/t products", { en: "Electricity bought", zh: "外购电" }, 50, [0, 1000]),
  },
  assumptions: [
    "Coarse: products and the fuel that is burnt have the composition of crude oil, and a tonne of product is one of all products together. Hydrogen making, flares and catalyst coke are within the own use.",
    "All CO2 is energy (1.A.1.b).",
  ],
  references: ["IPCC 2006 Guidelines, Vol. 2 ch. 2.3 (1.A.1.b).", "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556."],
  describe: (p): PlantDescription => ({
    feeds: { "crude oil": { flows: { "crude oil": 1000 / (1 - p.ownUse!) }, origin: "energy" } },
    units: [
      {
        name: "furnaces",
        operation: "combustion",
        inlets: { fuel: [{ stream: "crude oil", share: p.ownUse! }] },
      },
      {
        name: "refining",
        operation: "process without reaction",
        parameters: { electricity: p.electricity! },
        inlets: { feed: [{ stream: "crude oil" }], heat: [{ stream: "furnaces.heat" }] },
      },
    ],
    product: "refining.product",
    stacks: ["furnaces.flue gas"],
  }),
  tiers: (p, run) => [burntTier({ "crude oil": run.feeds["crude oil"]! * p.ownUse! }, ENERGY_CO2, made(run))],
};
