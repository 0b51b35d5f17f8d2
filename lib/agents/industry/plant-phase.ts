import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase, Question } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { mustHold } from "../check.ts";
import { industries, industryOf } from "./industries.ts";
import { demandOf, technologiesOf } from "./programme.ts";
import type { IndustryRequest } from "./request.ts";
import { runShape } from "./shapes.ts";

const texts = messages("agent.industry.plant", {
  title: { en: "The plant and its routes", zh: "工厂及其路线" },
  askMaterial: { en: "What does the plant make?", zh: "工厂生产什么？" },
  askAmount: { en: "How much does it make a year?", zh: "年产量多少？" },
  million: { en: "1 Mt", zh: "1 Mt" },
  twoMillion: { en: "2 Mt", zh: "2 Mt" },
  scope: { en: "the cap is on the plant's own emissions", zh: "上限针对工厂自身排放" },
  scopeBecause: {
    en: "It was not said otherwise; electricity is bought and emits elsewhere.",
    zh: "未另作说明；外购电力的排放在别处。",
  },
  share: {
    en: "the cap is a share of what the first route emits at this output",
    zh: "上限为首选路线在此产量下排放的一定比例",
  },
  shareBecause: { en: "How the plant makes it today was not said.", zh: "未说明工厂现有路线。" },
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
  title: bothLanguages(texts.title()),
  asks: ["material", "amount"],
  work({ request }) {
    const { material } = request;
    if (material === undefined) return askMaterial();
    const industry = industryOf(request);
    const { routes } = industry;
    if (demandOf(request) === undefined) return askAmount();
    return {
      steps: [
        ...routes.map(({ id, plant, parameters }) => ({
          id,
          tool: "industry.plant",
          args: { plant, ...(Object.keys(parameters).length > 0 ? { parameters } : {}) },
        })),
        {
          id: "costs",
          tool: "data.query",
          args: {
            dataset: "technology_costs",
            select: ["technology", "parameter", "value", "unit", "source"],
            where: { year: 2030, technology: technologiesOf(industry) },
          },
        },
      ],
      assumed: [
        ...industry.assumed,
        assumption("boundary", "scope 1", texts.scope(), texts.scopeBecause()),
        ...(request.cap === undefined && request.share !== undefined
          ? [assumption("context", "share", texts.share(), texts.shareBecause())]
          : []),
        assumption("source", "technology_costs", texts.prices(), texts.pricesBecause()),
      ],
    };
  },
  gate(state) {
    const all = industryOf(state.request).routes.flatMap(({ id }) => state.read(id, runShape).balances);
    const residual = Math.max(...all.map((each) => Math.abs(each.residual)));
    const given = { residual: Number(residual.toPrecision(2)) };
    return [mustHold("balances", residual <= BALANCE, texts.closes(given), texts.open(given))];
  },
};

function askMaterial(): Question {
  return {
    ask: "material",
    question: bothLanguages(texts.askMaterial()),
    options: industries.map(({ product, label }) => ({ value: product, label })),
  };
}

function askAmount(): Question {
  return {
    ask: "amount",
    question: bothLanguages(texts.askAmount()),
    options: [
      { value: 1, label: bothLanguages(texts.million()) },
      { value: 2, label: bothLanguages(texts.twoMillion()) },
    ],
    implied: { unit: "Mt" },
  };
}
