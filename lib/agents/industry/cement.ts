import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import { assumption } from "../assumption.ts";
import type { Industry } from "./industry.ts";
import { type Equipment, energyFrom, type Route } from "./routes.ts";
import { runShape } from "./shapes.ts";

const texts = messages("agent.industry.cement", {
  cement: { en: "cement", zh: "水泥" },
  coal: { en: "kiln on coal", zh: "燃煤窑" },
  gas: { en: "kiln on natural gas", zh: "天然气窑" },
  coalCapture: { en: "kiln on coal with capture", zh: "燃煤窑加捕集" },
  gasCapture: { en: "kiln on natural gas with capture", zh: "天然气窑加捕集" },
  typical: { en: "a dry kiln with the typical parameters of the library", zh: "采用库中典型参数的新型干法窑" },
  typicalBecause: {
    en: "No data of a real plant were given; clinker factor, heat and electricity are recalled from their sources, not confirmed.",
    zh: "未给出实际工厂数据；熟料系数、热耗与电耗凭印象取自来源，未核实。",
  },
  composition: { en: "the cement keeps its composition", zh: "水泥组成不变" },
  compositionBecause: {
    en: "How much clinker a cement can do without depends on its standard, and what stands in for it has no shipped price.",
    zh: "水泥可少用多少熟料取决于标准，替代材料没有随附的价格。",
  },
  counted: {
    en: "Fuels, electricity and capture are counted, materials are not.",
    zh: "已计燃料、电力与捕集，未计原材料。",
  },
  agrees: {
    en: "The limestone of the model gives the CO2 of Tier 2 on the same clinker to {percent} % (at most 0.1 %: the guidelines round molar masses).",
    zh: "模型石灰石的 CO2 与同样熟料按方法 2 的结果相差 {percent}%（上限 0.1%：指南对摩尔质量取整）。",
  },
  differs: {
    en: "The limestone of the model gives {percent} % other CO2 than Tier 2 on the same clinker.",
    zh: "模型石灰石的 CO2 与同样熟料按方法 2 的结果相差 {percent}%。",
  },
});

/** The share of CO2 that capture takes: `capture_rate` of `cement capture` in `technology_costs`. */
const CAPTURE_RATE = 0.9;

const capture: Equipment = { technology: "cement capture", size: ({ stored_kg_t }) => stored_kg_t / 1000 };

const route = (id: string, label: Route["label"], parameters: Route["parameters"], stores = false): Route => ({
  id,
  label,
  plant: "cement",
  parameters,
  stores,
  equipment: stores ? [capture] : [],
});

/** The ends of what a kiln may burn, with capture and without: a plan is a mixture of them. */
export const cement: Industry = {
  product: "cement",
  label: bothLanguages(texts.cement()),
  names: ["水泥"],
  routes: [
    route("coal", bothLanguages(texts.coal()), {}),
    route("gas", bothLanguages(texts.gas()), { gasShare: 1 }),
    route("coalCapture", bothLanguages(texts.coalCapture()), { captureRate: CAPTURE_RATE }, true),
    route("gasCapture", bothLanguages(texts.gasCapture()), { gasShare: 1, captureRate: CAPTURE_RATE }, true),
  ],
  commodities: [
    { name: "coal", price: ["coal", "fuel"], amount: (run) => 1000 * energyFrom(run, ["coal", "fuel of clay"]) },
    { name: "gas", price: ["gas", "fuel"], amount: (run) => 1000 * energyFrom(run, ["gas", "gas of capture"]) },
  ],
  /** IPCC 2006 Guidelines, Vol. 3, equations 2.2 and 2.4. */
  otherMethod: {
    steps(state) {
      const { parameters } = state.read("coal", runShape);
      const value = (name: string) => parameters.find((each) => each.name === name)?.value ?? 0;
      const dust = { mass: 0, carbonate: 1, calcination: 1 };
      const args = { clinker: value("clinkerFactor"), limeContent: value("lime"), dust };
      return [{ id: "tierTwo", tool: "inventory.clinker", args }];
    },
    of: ({ process_kg_t }) => process_kg_t,
    // What rounded molar masses of the guidelines may differ by.
    tolerance: 1e-3,
    agrees: texts.agrees,
    differs: texts.differs,
  },
  moves: [{ name: "clinkerFactor" }, { name: "kilnHeat" }, { name: "electricity" }],
  scenario: { given: { gasShare: 0 }, name: "gas", values: { gasShare: 1 } },
  assumed: [
    assumption("technology", "cement", texts.typical(), texts.typicalBecause()),
    assumption("product", "unchanged", texts.composition(), texts.compositionBecause()),
  ],
  counted: bothLanguages(texts.counted()),
};
