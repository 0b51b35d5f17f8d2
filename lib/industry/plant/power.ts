import type { Text } from "../../message/message.ts";
import { assumed, assumedShare, type Parameter, sourced } from "../operation/parameter.ts";
import { burntTier } from "./burnt-tier.ts";
import { carbonOfFuel, heatOfFuel } from "./heat-of-fuel.ts";
import type { Origin } from "./origin.ts";
import { ELECTRICITY, type PlantDescription, type PlantKind } from "./plant.ts";
import { CAPTURE, capturedShare } from "./power-capture.ts";
import { CO2_OF_CARBON, made } from "./tier.ts";

const ANNEX = "IPCC AR6 WG III annex; DEA catalogue";
/** MJ/h that the description burns: about 1 MW. */
const FUEL = 3600;
const efficiency = { en: "Electricity sent out over heating value of the fuel (net)", zh: "供电量与燃料净热值之比" };
const penalty: Text = {
  en: "Loss of efficiency by the typical capture, with compression; in proportion to what is captured",
  zh: "典型捕集（含压缩）造成的效率损失，与捕集率成正比",
};

const ALL_CO2: Text = { en: "all CO2 that is made, before capture", zh: "捕集前产生的全部 CO2" };

interface PowerPlant {
  readonly name: string;
  readonly title: Text;
  readonly fuel: string;
  readonly origin: Origin;
  readonly excessAir: number;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly assumptions: readonly string[];
}

function powerPlant({ name, title, fuel, origin, excessAir, parameters, assumptions }: PowerPlant): PlantKind {
  return {
    name,
    title,
    makes: "electricity",
    categories: { process: "1.A.1.a.i", energy: "1.A.1.a.i" },
    parameters: {
      ...parameters,
      excessAir: assumed(
        "1",
        { en: "Air beyond what combustion needs, over what it needs", zh: "过量空气与理论空气之比" },
        excessAir,
        [0, 20],
      ),
      ...CAPTURE,
    },
    assumptions: [
      "The plant as one, by its net efficiency on the lower heating value: what it does not send out leaves as heat of condenser, flue gas and auxiliaries.",
      "Electricity of capture and compression is taken from what the plant generates; heat of regeneration from its steam.",
      ...assumptions,
    ],
    references: [
      "IPCC 2006 Guidelines, Vol. 2 ch. 2.3 (1.A.1.a).",
      "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556.",
    ],
    describe: (p) => powerFlows(fuel, origin, p),
    tiers: (_, run) => [burntTier({ [fuel]: run.feeds.fuel! }, ALL_CO2, made(run))],
  };
}

/** A power unit with its capture, for as much fuel as FUEL says. */
function powerFlows(fuel: string, origin: Origin, p: Readonly<Record<string, number>>): PlantDescription {
  const heat = heatOfFuel(fuel);
  // t of CO2 for each GJ of fuel, and what taking it costs, over the fuel's heating value.
  const captured = (carbonOfFuel(fuel) * CO2_OF_CARBON * p.captureRate!) / heat;
  const compression = captured * p.compression! * 0.0036;
  const lost = p.capturePenalty === undefined ? compression : (p.capturePenalty / 100) * capturedShare(p);
  const regeneration = captured * p.regenerationHeat!;
  return {
    feeds: { fuel: { flows: { [fuel]: FUEL / heat }, origin } },
    units: [
      {
        name: "power unit",
        operation: "combined heat and power",
        parameters: {
          // The loss counts compression, which takes its electricity itself.
          electricEfficiency: p.efficiency! - lost + compression,
          thermalEfficiency: p.usefulHeat ?? regeneration,
          excessAir: p.excessAir!,
        },
        inlets: { fuel: [{ stream: "fuel" }] },
      },
      {
        name: "capture",
        operation: "CO2 absorption",
        parameters: { captureRate: p.captureRate!, regenerationHeat: p.regenerationHeat! },
        inlets: { "flue gas": [{ stream: "power unit.flue gas" }] },
        heatedBy: { "regeneration heat": "power unit.heat" },
      },
      {
        name: "compression",
        operation: "CO2 compression",
        parameters: { electricity: p.compression! },
        inlets: { CO2: [{ stream: "capture.CO2" }] },
      },
    ],
    product: ELECTRICITY,
    byProducts: p.usefulHeat === undefined ? [] : ["power unit.heat"],
    stacks: ["capture.treated gas"],
    stored: ["compression.compressed CO2"],
  };
}

const capturePenalty = (range: readonly [number, number, number], source: string): Parameter =>
  sourced("percentage points", penalty, range, [0, 50], source, "recalled");

export const coalPower = powerPlant({
  name: "power, coal steam",
  title: { en: "Power from coal, steam cycle", zh: "燃煤蒸汽发电" },
  fuel: "hard coal",
  origin: "energy",
  excessAir: 0.2,
  parameters: {
    efficiency: sourced("1", efficiency, [0.38, 0.41, 0.43], [0.01, 0.6], `${ANNEX} (supercritical)`, "recalled"),
    capturePenalty: capturePenalty([7, 9.5, 12], "IPCC special report on CCS (2005); IEAGHG"),
  },
  assumptions: [
    "Subcritical plants reach 0.33 to 0.39, ultra-supercritical ones 0.42 to 0.475 (same source, recalled).",
  ],
});

export const gasPower = powerPlant({
  name: "power, gas combined cycle",
  title: { en: "Power from natural gas, combined cycle", zh: "燃气联合循环发电" },
  fuel: "CH4",
  origin: "energy",
  excessAir: 2,
  parameters: {
    efficiency: sourced("1", efficiency, [0.52, 0.58, 0.635], [0.01, 0.7], ANNEX, "recalled"),
    capturePenalty: capturePenalty([6, 7.5, 9], "IEAGHG"),
  },
  assumptions: ["Natural gas is methane."],
});

export const biomassPower = powerPlant({
  name: "power, biomass steam",
  title: { en: "Power from biomass, steam cycle", zh: "生物质蒸汽发电" },
  fuel: "wood",
  origin: "biogenic",
  excessAir: 0.3,
  parameters: {
    efficiency: sourced("1", efficiency, [0.22, 0.3, 0.4], [0.01, 0.6], ANNEX, "recalled"),
    capturePenalty: assumed("percentage points", penalty, 9.5, [0, 50]),
  },
  assumptions: [
    "CO2 of wood is biogenic, in no scope; what of it is captured is stored biogenic CO2. Growing and moving wood is upstream.",
    "No source gives the loss by capture on biomass: that of coal is taken.",
  ],
});

export const gasHeatAndPower = powerPlant({
  name: "heat and power, gas",
  title: { en: "Combined heat and power from natural gas", zh: "燃气热电联产" },
  fuel: "CH4",
  origin: "energy",
  excessAir: 0.5,
  parameters: {
    efficiency: assumedShare(
      {
        en: "Electricity over heating value of the fuel (net), before compression of CO2",
        zh: "发电量与燃料净热值之比（未扣 CO2 压缩用电）",
      },
      0.35,
    ),
    usefulHeat: assumedShare(
      {
        en: "Useful heat over heating value of the fuel (net), of which capture takes its part",
        zh: "有用热与燃料净热值之比（含供捕集的部分）",
      },
      0.45,
    ),
  },
  assumptions: [
    "Natural gas is methane. Heat that is sold is a by-product: all CO2 is stated per MWh of electricity, and none is allocated to heat.",
  ],
});
