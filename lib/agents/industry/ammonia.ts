import { bothLanguages } from "../../dialogue/both-languages.ts";
import { factorValueOf, guidelineFactor } from "../../dialogue/intents/guideline-factor.ts";
import { messages } from "../../message/message.ts";
import { assumption } from "../assumption.ts";
import type { Industry } from "./industry.ts";
import { type Equipment, energyBetween, energyFrom, massOf } from "./routes.ts";
import { runShape } from "./shapes.ts";

const texts = messages("agent.industry.ammonia", {
  ammonia: { en: "ammonia", zh: "合成氨" },
  gas: { en: "reforming of natural gas", zh: "天然气重整" },
  gasStored: { en: "reforming of natural gas, its process CO2 stored", zh: "天然气重整并封存过程 CO2" },
  electrolysis: { en: "hydrogen of electrolysis", zh: "电解制氢" },
  typical: { en: "plants with the typical parameters of the library", zh: "采用库中典型参数的工厂" },
  typicalBecause: {
    en: "No data of a real plant were given; what of them is recalled or assumed is marked in industry.plants.",
    zh: "未给出实际工厂数据；其中凭印象或假定的参数在 industry.plants 中标明。",
  },
  built: { en: "every route is built new", zh: "各路线均为新建" },
  builtBecause: {
    en: "It was not said what stands already; reformers, electrolysers and synthesis are paid for over their lifetime without interest.",
    zh: "未说明已有设备；重整、电解与合成设备按寿命分摊投资，不计利息。",
  },
  vented: { en: "no CO2 goes into urea", zh: "CO2 不用于尿素" },
  ventedBecause: { en: "It was not said that any does.", zh: "未说明用于尿素。" },
  counted: {
    en: "Gas, electricity, reformers, electrolysers, air separation and synthesis are counted; the compression of what is stored is not.",
    zh: "已计天然气、电力、重整、电解、空分与合成设备，未计封存气体的压缩。",
  },
  agrees: {
    en: "The gas of the plant by the guidelines' carbon content gives the same CO2 to {percent} % (at most 10 %: gases differ).",
    zh: "按指南含碳量，工厂用气给出的 CO2 相差 {percent}%（上限 10%：气质不同）。",
  },
  differs: {
    en: "The gas of the plant by the guidelines' carbon content gives {percent} % other CO2, more than gases differ by.",
    zh: "按指南含碳量，工厂用气给出的 CO2 相差 {percent}%，超过气质差异。",
  },
});

const GAS = ["feed gas", "fuel gas"];
const ELECTROLYSIS = "electricity of electrolysis";
const synthesis: Equipment = {
  technology: "Haber-Bosch",
  size: (run) => 1000 * energyBetween(run, "synthesis", "product"),
};
const reformer: Equipment = { technology: "SMR", size: (run) => energyFrom(run, GAS) };

/** Ammonia from gas, with its process CO2 stored or not, or from electrolysis: a plan is a mixture of them. */
export const ammonia: Industry = {
  product: "ammonia",
  label: bothLanguages(texts.ammonia()),
  names: ["合成氨", "氨"],
  routes: [
    {
      id: "gas",
      label: bothLanguages(texts.gas()),
      plant: "ammonia, gas",
      parameters: {},
      stores: false,
      equipment: [reformer, synthesis],
    },
    {
      id: "gasStored",
      label: bothLanguages(texts.gasStored()),
      plant: "ammonia, gas",
      parameters: { carbonStored: 1 },
      stores: true,
      equipment: [reformer, synthesis],
    },
    {
      id: "electrolysis",
      label: bothLanguages(texts.electrolysis()),
      plant: "ammonia, electrolysis",
      parameters: {},
      stores: false,
      equipment: [
        { technology: "electrolysis", size: (run) => 1000 * energyFrom(run, [ELECTROLYSIS]) },
        { technology: "air separation unit", size: (run) => massOf(run, ["nitrogen"]) / 1000 },
        synthesis,
      ],
    },
  ],
  commodities: [{ name: "gas", price: ["gas", "fuel"], amount: (run) => 1000 * energyFrom(run, GAS) }],
  /** IPCC 2006 Guidelines, Vol. 3, equation 3.1, with the carbon of natural gas of Vol. 2, Table 1.3. */
  otherMethod: {
    steps(state) {
      const gigajoules = 3.6 * energyFrom(state.read("gas", runShape), GAS);
      return [
        guidelineFactor("gasCarbon", { category: "1.A", activity: "Natural Gas", parameter: "CC" }),
        {
          id: "tierTwo",
          tool: "inventory.ammonia",
          args: {
            plants: [{ plant: "as it is", produced: 1, fuel: gigajoules, carbon: factorValueOf("gasCarbon") }],
          },
        },
      ];
    },
    of: ({ scope1_kg_t }) => scope1_kg_t,
    tolerance: 0.1,
    agrees: texts.agrees,
    differs: texts.differs,
  },
  moves: [{ name: "gas" }],
  scenario: null,
  assumed: [
    assumption("technology", "ammonia", texts.typical(), texts.typicalBecause()),
    assumption("product", "no urea", texts.vented(), texts.ventedBecause()),
    assumption("context", "greenfield", texts.built(), texts.builtBecause()),
  ],
  counted: bothLanguages(texts.counted()),
};
