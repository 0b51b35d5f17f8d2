import { bothLanguages } from "../../dialogue/both-languages.ts";
import { factorValueOf, guidelineFactor } from "../../dialogue/intents/guideline-factor.ts";
import { messages } from "../../message/message.ts";
import { assumption } from "../assumption.ts";
import type { Industry } from "./industry.ts";
import { type Equipment, energyBetween, energyFrom, massOf, type Run } from "./routes.ts";
import { runShape } from "./shapes.ts";

const texts = messages("agent.industry.steel", {
  steel: { en: "steel", zh: "钢" },
  blastFurnace: { en: "blast furnace and converter", zh: "高炉—转炉" },
  gas: { en: "direct reduction with natural gas", zh: "天然气直接还原—电弧炉" },
  hydrogen: { en: "direct reduction with hydrogen of electrolysis", zh: "电解氢直接还原—电弧炉" },
  typical: { en: "plants with the typical parameters of the library", zh: "采用库中典型参数的工厂" },
  typicalBecause: {
    en: "No data of a real plant were given; what of them is recalled or assumed is marked in industry.plants.",
    zh: "未给出实际工厂数据；其中凭印象或假定的参数在 industry.plants 中标明。",
  },
  scrap: { en: "no route on scrap alone", zh: "不含全废钢路线" },
  scrapBecause: {
    en: "No source here has a price of scrap, and how much of it there is limits the route.",
    zh: "这里没有废钢价格的来源，且可得废钢量限制该路线。",
  },
  built: { en: "every route is built new", zh: "各路线均为新建" },
  builtBecause: {
    en: "It was not said what stands already; furnaces and electrolysers are paid for over their lifetime without interest.",
    zh: "未说明已有设备；炉与电解槽按寿命分摊投资，不计利息。",
  },
  heat: { en: "no less coke than the heat of the furnace allows", zh: "焦比不低于高炉热量所允许的值" },
  heatBecause: {
    en: "With the coal as it is, the furnace can lose no less heat than none; less coke needs more coal.",
    zh: "喷煤量不变时，高炉热损失不能小于零；焦比再低须增加喷煤。",
  },
  counted: {
    en: "Fuels, ore, electricity, furnaces and electrolysers are counted; scrap, lime and electrodes are not.",
    zh: "已计燃料、矿石、电力、炉与电解槽，未计废钢、石灰与电极。",
  },
  agrees: {
    en: "The carbon contents of the guidelines give the same CO2 of the feeds to {percent} % (at most 10 %: coals differ).",
    zh: "按指南的含碳量，原料给出的 CO2 相差 {percent}%（上限 10%：煤质不同）。",
  },
  differs: {
    en: "The carbon contents of the guidelines give {percent} % other CO2 of the feeds, more than coals differ by.",
    zh: "按指南的含碳量，原料给出的 CO2 相差 {percent}%，超过煤质差异。",
  },
});

const arcFurnace: Equipment = { technology: "electric arc furnace", size: () => 1 };
/** A tonne of iron for a tonne of steel, as `hbi-input` of the arc furnace in `technology_costs` has it. */
const shaft = (technology: string): Equipment => ({ technology, size: () => 1 });
const ELECTROLYSIS = "electricity of electrolysis";

/** Carbon of the feeds of the blast furnace route, as the table of iron and steel calls them. */
const carbons: readonly (readonly [id: string, feed: string, name: string])[] = [
  ["cokingCarbon", "coking coal", "Coking Coal"],
  ["coalCarbon", "injected coal", "Coal"],
  ["limestoneCarbon", "limestone", "Limestone"],
  ["scrapCarbon", "scrap", "Scrap Iron"],
];

/** Steel from ore, by coal, by gas or by hydrogen: a plan is a mixture of them. */
export const steel: Industry = {
  product: "steel",
  label: bothLanguages(texts.steel()),
  names: ["crude steel", "钢", "钢铁", "粗钢"],
  routes: [
    {
      id: "blastFurnace",
      label: bothLanguages(texts.blastFurnace()),
      plant: "steel BF-BOF",
      parameters: {},
      stores: false,
      equipment: [{ technology: "blast furnace-basic oxygen furnace", size: () => 1 }],
    },
    {
      id: "gasReduction",
      label: bothLanguages(texts.gas()),
      plant: "steel DRI-EAF, gas",
      parameters: {},
      stores: false,
      equipment: [shaft("natural gas direct iron reduction furnace"), arcFurnace],
    },
    {
      id: "hydrogenReduction",
      label: bothLanguages(texts.hydrogen()),
      plant: "steel DRI-EAF, hydrogen",
      parameters: {},
      stores: false,
      equipment: [
        shaft("hydrogen direct iron reduction furnace"),
        arcFurnace,
        { technology: "electrolysis", size: (run) => 1000 * energyFrom(run, [ELECTROLYSIS]) },
      ],
    },
  ],
  commodities: [
    {
      name: "coal",
      price: ["coal", "fuel"],
      amount: (run) => 1000 * energyFrom(run, ["coking coal", "injected coal", "coke"]),
    },
    { name: "gas", price: ["gas", "fuel"], amount: (run) => 1000 * energyFrom(run, ["natural gas", "burner gas"]) },
    {
      name: "ore",
      price: ["iron ore DRI-ready", "commodity"],
      amount: (run) => massOf(run, ["ore fines", "lump ore", "pellets"]),
    },
  ],
  /** IPCC 2006 Guidelines, Vol. 3, equation 4.9 and Table 4.3. */
  otherMethod: {
    steps(state) {
      const run = state.read("blastFurnace", runShape);
      const tonnes = (feed: string) => massOf(run, [feed]) / 1000;
      const factor = (id: string, activity: string) =>
        guidelineFactor(id, { category: "2.C.1", activity, parameter: "C" });
      const goesIn = carbons.map(([id, feed]) => ({ material: feed, mass: tonnes(feed), carbon: factorValueOf(id) }));
      const goesOut = [{ material: "steel", mass: 1, carbon: factorValueOf("steelCarbon") }];
      return [
        ...carbons.map(([id, , name]) => factor(id, name)),
        factor("steelCarbon", "Steel"),
        { id: "tierTwo", tool: "inventory.steel", args: { goesIn, goesOut } },
      ];
    },
    of: (run: Run) => run.scope1_kg_t,
    tolerance: 0.1,
    agrees: texts.agrees,
    differs: texts.differs,
  },
  moves: [
    {
      name: "cokeRate",
      floor(run, value) {
        const coke = energyBetween(run, "coke oven", "blast furnace");
        return value * (1 - energyBetween(run, "blast furnace", "losses") / coke);
      },
    },
  ],
  scenario: null,
  assumed: [
    assumption("technology", "steel", texts.typical(), texts.typicalBecause()),
    assumption("product", "ore-based", texts.scrap(), texts.scrapBecause()),
    assumption("context", "coke", texts.heat(), texts.heatBecause()),
    assumption("context", "greenfield", texts.built(), texts.builtBecause()),
  ],
  counted: bothLanguages(texts.counted()),
};
