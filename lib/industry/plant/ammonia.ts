import { assumed, assumedShare, sourced } from "../operation/parameter.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import type { PlantDescription, PlantKind } from "./plant.ts";

const CH4 = molarMassOf({ C: 1, H: 4 });
const H2O = molarMassOf({ H: 2, O: 1 });
const N2 = molarMassOf({ N: 2 });
const H2 = molarMassOf({ H: 2 });

const loop = sourced(
  "kWh/t NH3",
  { en: "Electricity of compressors and refrigeration", zh: "压缩机与制冷用电" },
  [440, 640, 1440],
  [0, 10_000],
  "POSTED, tech_parameter (Grinberg Dana 2016, Ikäheimo 2018, Bazzanella 2017)",
  "in tech_parameter",
);

/** Ammonia from natural gas: steam reformer, shift, removal of CO2, synthesis. */
export const gasAmmonia: PlantKind = {
  name: "ammonia, gas",
  title: { en: "Ammonia from natural gas", zh: "天然气制合成氨" },
  parameters: {
    methaneSlip: assumedShare({ en: "Methane that leaves the reformer", zh: "出重整炉的甲烷份额" }, 0.08),
    steamToCarbon: assumed("1", { en: "Steam over carbon of the feed, in moles", zh: "水碳比（摩尔）" }, 3, [1, 6]),
    electricity: loop,
    storedShare: assumedShare({ en: "CO2 removed from the gas that is stored", zh: "脱除的 CO2 中封存的份额" }, 0),
  },
  assumptions: [
    "CO2 of the feed is process, of the fuel of the reformer energy: the guidelines' 2.B.1 holds both, and their sum compares with its factor.",
    "Reformer and nitrogen from air separation stand for primary and secondary reformer; steam comes from waste heat of the plant; methanation is left out. Purge gas is burnt in the reformer.",
    "CO2 that is used for urea leaves with the urea and is emitted there: it counts here.",
  ],
  references: ["IPCC 2006 Guidelines, Vol. 3 ch. 3.2 (2.B.1).", "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556."],
  describe(p): PlantDescription {
    const feed = 450;
    const kmol = feed / CH4;
    // Four of hydrogen for each methane that reacts, less the little CO that the shift leaves: what nitrogen is too much is purged.
    const nitrogen = (kmol * (1 - p.methaneSlip!) * 4 * N2) / 3;
    return {
      feeds: {
        "natural gas": { flows: { CH4: feed }, origin: "process" },
        steam: { flows: { H2O: kmol * p.steamToCarbon! * H2O }, origin: "process" },
        nitrogen: { flows: { N2: nitrogen }, origin: "process" },
        "fuel gas": { flows: { CH4: feed }, origin: "energy", asNeeded: true },
      },
      units: [
        {
          name: "reformer",
          operation: "steam reformer",
          parameters: { methaneSlip: p.methaneSlip! },
          inlets: { feed: [{ stream: "natural gas" }], steam: [{ stream: "steam" }] },
        },
        {
          name: "shift",
          operation: "water-gas shift",
          inlets: { "synthesis gas": [{ stream: "reformer.synthesis gas", cooledTo: 350 }] },
        },
        {
          name: "CO2 removal",
          operation: "CO2 absorption",
          parameters: { captureRate: 0.99, regenerationHeat: 0 },
          inlets: { "flue gas": [{ stream: "shift.shifted gas" }] },
        },
        {
          name: "compression",
          operation: "CO2 compression",
          inlets: { CO2: [{ stream: "CO2 removal.CO2", share: p.storedShare! }] },
        },
        {
          name: "synthesis",
          operation: "ammonia synthesis",
          parameters: { electricity: p.electricity! },
          inlets: { "make-up gas": [{ stream: "CO2 removal.treated gas" }, { stream: "nitrogen" }] },
        },
        {
          name: "reformer burners",
          operation: "combustion",
          inlets: { fuel: [{ stream: "synthesis.purge" }, { stream: "fuel gas" }] },
          meets: ["reformer.heat"],
        },
      ],
      product: "synthesis.ammonia",
      byProducts: [],
      stacks: ["CO2 removal.CO2", "reformer burners.flue gas"],
      stored: ["compression.compressed CO2"],
    };
  },
};

/** Ammonia from hydrogen of an electrolyser and nitrogen of air separation. */
export const electrolyticAmmonia: PlantKind = {
  name: "ammonia, electrolysis",
  title: { en: "Ammonia from electrolysis", zh: "电解制合成氨" },
  parameters: {
    electrolysis: sourced(
      "kWh/kg H2",
      { en: "Electricity of the electrolyser", zh: "电解槽用电" },
      [46.5, 50, 58],
      [1, 200],
      "POSTED, tech_parameter (alkaline)",
      "in tech_parameter",
    ),
    electricity: loop,
    airSeparation: sourced(
      "kWh/t NH3",
      { en: "Electricity of air separation", zh: "空气分离用电" },
      [50, 330, 720],
      [0, 2000],
      "POSTED, tech_parameter (Grinberg Dana 2016, Bazzanella 2017, Matzen 2015)",
      "in tech_parameter",
    ),
  },
  assumptions: ["No carbon enters. Electricity of air separation is counted with that of the plant."],
  references: ["McBride, Zehe, Gordon (2002), NASA/TP-2002-211556."],
  describe(p): PlantDescription {
    const nitrogen = 850;
    const hydrogen = (nitrogen / N2) * 3 * H2;
    return {
      feeds: {
        nitrogen: { flows: { N2: nitrogen }, origin: "process" },
        "electricity of electrolysis": { power: (hydrogen * p.electrolysis!) / 1000 },
      },
      units: [
        {
          name: "electrolyser",
          operation: "electrolyser",
          parameters: { specificElectricity: p.electrolysis! },
          inlets: { electricity: [{ stream: "electricity of electrolysis" }] },
        },
        {
          name: "synthesis",
          operation: "ammonia synthesis",
          parameters: { electricity: p.electricity! + p.airSeparation! },
          inlets: { "make-up gas": [{ stream: "electrolyser.hydrogen" }, { stream: "nitrogen" }] },
        },
      ],
      product: "synthesis.ammonia",
      stacks: [],
    };
  },
};
