import { assumed, sourced } from "../operation/parameter.ts";
import { burntTier, ENERGY_CO2 } from "./burnt-tier.ts";
import { heatOfFuel } from "./heat-of-fuel.ts";
import type { PlantDescription, PlantKind } from "./plant.ts";
import { made } from "./tier.ts";

const BREF = "EU BREF Pulp and Paper (2015)";

/** A kraft pulp mill with a paper machine. */
export const kraftPaper: PlantKind = {
  name: "paper, kraft",
  title: { en: "Paper from kraft pulp", zh: "造纸：硫酸盐浆" },
  makes: "mass",
  categories: { process: "2.H.1", energy: "1.A.2.d" },
  parameters: {
    pulpYield: assumed("1", { en: "Pulp from wood, by dry mass", zh: "木材制浆得率（干基）" }, 0.5, [0.05, 1]),
    pulpHeat: sourced(
      "GJ/t pulp",
      { en: "Process heat of the pulp mill", zh: "浆厂工艺用热" },
      [10, 12, 14],
      [0, 50],
      BREF,
      "recalled",
    ),
    pulpElectricity: sourced(
      "kWh/t pulp",
      { en: "Electricity of the pulp mill", zh: "浆厂用电" },
      [600, 750, 900],
      [0, 5000],
      BREF,
      "recalled",
    ),
    paperHeat: sourced(
      "GJ/t paper",
      { en: "Heat of the paper machine", zh: "纸机用热" },
      [4.5, 6, 9],
      [0, 50],
      BREF,
      "recalled",
    ),
    paperElectricity: assumed(
      "kWh/t paper",
      { en: "Electricity of the paper machine", zh: "纸机用电" },
      600,
      [0, 5000],
    ),
    limeKilnGas: assumed("GJ/t pulp", { en: "Natural gas of the lime kiln", zh: "石灰窑天然气" }, 1.5, [0, 20]),
  },
  assumptions: [
    "Coarse: pulp and spent liquor have the composition of wood, by its carbon and heating value; chemicals of cooking circulate and are not followed. A tonne of paper is a tonne of pulp: no filler, no recycled fibre.",
    "Carbon of wood is biogenic. That of natural gas (methane) is energy (1.A.2.d). CO2 of the lime kiln's carbonate comes from wood and is counted where the liquor is burnt.",
    "Spent liquor is burnt wholly; natural gas fills up the steam that it leaves missing. All electricity is bought: a back-pressure turbine is not modelled. Tonnes are dry, not the 90 % of air-dried pulp.",
  ],
  references: ["IPCC 2006 Guidelines, Vol. 2 ch. 2.3 (1.A.2.d).", "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556."],
  describe(p): PlantDescription {
    const wood = 1000 / p.pulpYield!;
    const heat = p.pulpHeat! + p.paperHeat!;
    return {
      feeds: {
        wood: { flows: { wood }, origin: "biogenic" },
        "lime kiln gas": { flows: { CH4: (1000 * p.limeKilnGas!) / heatOfFuel("CH4") }, origin: "energy" },
        // Twice all the heat that is asked for.
        "boiler gas": { flows: { CH4: (2000 * heat) / heatOfFuel("CH4") }, origin: "energy", asNeeded: true },
      },
      units: [
        {
          name: "digester",
          operation: "process without reaction",
          // Of wood that comes in.
          parameters: { processHeat: p.pulpHeat! * p.pulpYield!, electricity: p.pulpElectricity! * p.pulpYield! },
          inlets: { feed: [{ stream: "wood" }] },
        },
        {
          name: "paper machine",
          operation: "process without reaction",
          parameters: { processHeat: p.paperHeat!, electricity: p.paperElectricity! },
          inlets: { feed: [{ stream: "digester.product", share: p.pulpYield! }] },
        },
        { name: "lime kiln", operation: "combustion", inlets: { fuel: [{ stream: "lime kiln gas" }] } },
        {
          name: "recovery and gas boilers",
          operation: "combustion",
          inlets: { fuel: [{ stream: "digester.product", whole: true }, { stream: "boiler gas" }] },
          meets: ["digester.process heat", "paper machine.process heat"],
        },
      ],
      product: "paper machine.product",
      stacks: ["recovery and gas boilers.flue gas", "lime kiln.flue gas"],
    };
  },
  tiers: (_, run) => [
    burntTier({ CH4: run.feeds["boiler gas"]! + run.feeds["lime kiln gas"]! }, ENERGY_CO2, made(run, ["energy"])),
  ],
};
