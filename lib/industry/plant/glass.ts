import { glass } from "../../inventory/ippu/tiers.ts";
import type { Text } from "../../message/message.ts";
import { assumed, assumedShare, sourced } from "../operation/parameter.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import { burntTier, ENERGY_CO2 } from "./burnt-tier.ts";
import { heatOfFuel } from "./heat-of-fuel.ts";
import type { PlantDescription, PlantKind, TierResult } from "./plant.ts";
import type { PlantRun } from "./plant-run.ts";
import { made } from "./tier.ts";

const CARBON_DIOXIDE = molarMassOf({ C: 1, O: 2 });
const SODA = molarMassOf({ Na: 2, O: 1 });
const LIME = molarMassOf({ Ca: 1, O: 1 });

interface Glass {
  readonly name: string;
  readonly title: Text;
  readonly melting: readonly [number, number, number];
  readonly cullet: number;
}

function glassworks({ name, title, melting, cullet }: Glass): PlantKind {
  return {
    name,
    title,
    makes: "mass",
    categories: { process: "2.A.3", energy: "1.A.2.f" },
    parameters: {
      melting: sourced(
        "GJ/t",
        { en: "Melting energy, as natural gas by its net heating value", zh: "熔化能耗（天然气净热值）" },
        melting,
        [0, 50],
        "EU BREF Glass (2013)",
        "recalled",
      ),
      batchCarbon: sourced(
        "t CO2/t",
        { en: "CO2 of the carbonates for a tonne of glass without cullet", zh: "不用碎玻璃时每吨玻璃的碳酸盐 CO2" },
        [null, 0.2, null],
        [0, 0.4],
        "IPCC 2006 Guidelines, Vol. 3 equation 2.10 (as in the factors that ship)",
        "seen",
      ),
      soda: assumedShare(
        {
          en: "CO2 of the carbonates that comes with soda ash; the rest with limestone",
          zh: "碳酸盐 CO2 中来自纯碱的份额，其余来自石灰石",
        },
        0.45,
      ),
      cullet: assumedShare({ en: "Cullet in the glass, by mass", zh: "碎玻璃在玻璃中的质量分数" }, cullet),
      electricity: assumed("kWh/t", { en: "Electricity of the works", zh: "全厂用电" }, 150, [0, 5000]),
    },
    assumptions: [
      "CO2 of carbonates is process (2.A.3), of natural gas (methane) energy (1.A.2.f).",
      "Carbonates are soda ash and limestone, dolomite as limestone of the same CO2; the rest of the glass is silica. Cullet has the composition of the glass.",
      "The heat of melting and of forming silicates is in the heat loss. Combustion is with air.",
    ],
    references: ["IPCC 2006 Guidelines, Vol. 3 ch. 2.4 (2.A.3).", "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556."],
    describe: glassFlows,
    tiers: (p, run) => [batchTier(p, run), burntTier({ CH4: run.feeds.gas! }, ENERGY_CO2, made(run, ["energy"]))],
  };
}

/** Batch, cullet and gas for 1 t/h of glass. */
function glassFlows(p: Readonly<Record<string, number>>): PlantDescription {
  const fresh = 1000 * (1 - p.cullet!);
  const released = fresh * p.batchCarbon!;
  // kmol/h of CO2 from soda ash and from limestone.
  const soda = (released * p.soda!) / CARBON_DIOXIDE;
  const stone = (released * (1 - p.soda!)) / CARBON_DIOXIDE;
  const [Na2O, CaO] = [soda * SODA, stone * LIME];
  const old = p.cullet! === 1 ? 0 : p.cullet! / (1 - p.cullet!);
  const cullet = { Na2O: Na2O * old, CaO: CaO * old, SiO2: 1000 * p.cullet! - (Na2O + CaO) * old };
  return {
    feeds: {
      carbonates: {
        flows: {
          Na2CO3: soda * molarMassOf({ Na: 2, C: 1, O: 3 }),
          CaCO3: stone * molarMassOf({ Ca: 1, C: 1, O: 3 }),
        },
        origin: "process",
      },
      sand: { flows: { SiO2: fresh - Na2O - CaO }, origin: "process" },
      cullet: { flows: cullet, origin: "process" },
      gas: { flows: { CH4: (1000 * p.melting!) / heatOfFuel("CH4") }, origin: "energy" },
    },
    units: [
      {
        name: "furnace",
        operation: "kiln",
        inlets: {
          "raw meal": [{ stream: "carbonates" }, { stream: "sand" }, { stream: "cullet" }],
          fuel: [{ stream: "gas" }],
        },
      },
      {
        name: "forming",
        operation: "process without reaction",
        parameters: { electricity: p.electricity! },
        inlets: { feed: [{ stream: "furnace.product" }] },
      },
    ],
    product: "forming.product",
    stacks: ["furnace.flue gas"],
  };
}

function batchTier(p: Readonly<Record<string, number>>, run: PlantRun): TierResult {
  const { emissions } = glass([{ type: "glass", mass: run.output / 1000, factor: p.batchCarbon!, cullet: p.cullet! }]);
  return {
    method: "IPCC 2006 Guidelines, Vol. 3 equation 2.10",
    covers: { en: "CO2 of carbonates", zh: "碳酸盐分解的 CO2" },
    byTier: 1000 * emissions[0]!.value,
    byPlant: made(run, ["process"]),
    rounding: 1,
  };
}

export const flatGlass = glassworks({
  name: "glass, flat",
  title: { en: "Flat glass", zh: "平板玻璃" },
  melting: [5, 6, 8],
  cullet: 0.2,
});

export const containerGlass = glassworks({
  name: "glass, container",
  title: { en: "Container glass", zh: "瓶罐玻璃" },
  melting: [3.3, 4.5, 7],
  cullet: 0.5,
});
