import { Fault } from "../../../../lib/message/fault.ts";
import { messages } from "../../../../lib/message/message.ts";
import { bothLanguages } from "../../both-languages.ts";
import type { Phase, Question } from "../../graph/agent.ts";
import { assumption } from "../assumption.ts";
import { mustHold } from "../check.ts";
import { demandOf } from "./programme.ts";
import type { IndustryRequest } from "./request.ts";
import { routes } from "./routes.ts";
import { runShape } from "./shapes.ts";

const said = messages("agent.industry.plant", {
  title: { en: "The plant and its routes", zh: "工厂及其路线" },
  askMaterial: { en: "What does the plant make?", zh: "工厂生产什么？" },
  cement: { en: "cement", zh: "水泥" },
  clinker: { en: "clinker, to be made into cement elsewhere", zh: "熟料（在别处制成水泥）" },
  askAmount: { en: "How much does it make a year?", zh: "年产量多少？" },
  million: { en: "1 Mt", zh: "1 Mt" },
  twoMillion: { en: "2 Mt", zh: "2 Mt" },
  notCement: {
    en: "Costs of routes ship for cement alone, not for {material}: a value without a source is not made up. Give routes and costs to industry.optimize in a cell.",
    zh: "随附的路线成本仅限水泥，没有 {material} 的成本；不编造没有来源的数值。请在单元中为 industry.optimize 给出路线与成本。",
  },
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
  scope: { en: "the cap is on the plant's own emissions", zh: "上限针对工厂自身排放" },
  scopeBecause: {
    en: "It was not said otherwise; electricity is bought and emits elsewhere.",
    zh: "未另作说明；外购电力的排放在别处。",
  },
  prices: {
    en: "prices of fuels and capture as technology_costs has them for 2030",
    zh: "燃料与捕集的价格取 technology_costs 的 2030 年数据",
  },
  pricesBecause: {
    en: "No prices were stated; these have a source for each.",
    zh: "未说明价格；这些数据逐项有来源。",
  },
  closes: {
    en: "Mass, carbon and energy close in every route to {residual} (at most 1e-6, which rounding alone does not reach).",
    zh: "各路线的质量、碳与能量平衡差为 {residual}（上限 1e-6，仅舍入误差达不到此值）。",
  },
  open: {
    en: "In a route mass, carbon or energy are off by {residual}, more than 1e-6: a stream is missing.",
    zh: "有路线的质量、碳或能量平衡差为 {residual}，超过 1e-6：缺少物流。",
  },
});

/** Relative residual of balances that rounding does not reach. */
export const BALANCE = 1e-6;

/** What the plant is, what it may become, and what that costs. */
export const plantPhase: Phase<IndustryRequest> = {
  name: "plant",
  title: bothLanguages(said.title()),
  asks: ["material", "amount"],
  work({ request }) {
    const { material } = request;
    if (material === undefined) return askMaterial();
    if (!["cement", "水泥"].includes(material.trim().toLowerCase())) throw new Fault(said.notCement({ material }));
    if (demandOf(request) === undefined) return askAmount();
    return {
      steps: [
        ...routes.map(({ id, parameters }) => ({
          id,
          tool: "industry.plant",
          args: { plant: "cement", ...(Object.keys(parameters).length > 0 ? { parameters } : {}) },
        })),
        {
          id: "costs",
          tool: "data.query",
          args: {
            dataset: "technology_costs",
            select: ["technology", "parameter", "value", "unit", "source"],
            where: { year: 2030, technology: ["coal", "gas", "CCGT", "cement capture"] },
          },
        },
      ],
      assumed: [
        assumption("technology", "cement", said.typical(), said.typicalBecause()),
        assumption("product", "unchanged", said.composition(), said.compositionBecause()),
        assumption("boundary", "scope 1", said.scope(), said.scopeBecause()),
        assumption("source", "technology_costs", said.prices(), said.pricesBecause()),
      ],
    };
  },
  gate(state) {
    const all = routes.flatMap(({ id }) => state.read(id, runShape).balances);
    const residual = Math.max(...all.map((each) => Math.abs(each.residual)));
    const given = { residual: Number(residual.toPrecision(2)) };
    return [mustHold("balances", residual <= BALANCE, said.closes(given), said.open(given))];
  },
};

function askMaterial(): Question {
  return {
    ask: "material",
    question: bothLanguages(said.askMaterial()),
    options: [
      { value: "cement", label: bothLanguages(said.cement()) },
      { value: "clinker", label: bothLanguages(said.clinker()) },
    ],
  };
}

function askAmount(): Question {
  return {
    ask: "amount",
    question: bothLanguages(said.askAmount()),
    options: [
      { value: 1, label: bothLanguages(said.million()) },
      { value: 2, label: bothLanguages(said.twoMillion()) },
    ],
  };
}
