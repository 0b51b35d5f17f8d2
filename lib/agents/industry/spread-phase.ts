import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Json } from "../../dialogue/plan.ts";
import { messages } from "../../message/message.ts";
import type { Phase, Question } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { shouldHold } from "../check.ts";
import type { AgentState } from "../state.ts";
import { industryOf } from "./industries.ts";
import type { IndustryRequest } from "./request.ts";
import { planShape, runShape, spreadShape } from "./shapes.ts";

const texts = messages("agent.industry.spread", {
  title: { en: "How sure", zh: "有多确定" },
  askPrice: {
    en: "The plan stores CO2. What do its transport and storage cost, in EUR per tonne? No source ships.",
    zh: "该方案需要封存 CO2。其运输与封存每吨多少欧元？没有随附的来源。",
  },
  low: { en: "30 EUR/t", zh: "30 欧元/t" },
  middle: { en: "60 EUR/t", zh: "60 欧元/t" },
  high: { en: "100 EUR/t", zh: "100 欧元/t" },
  laws: { en: "each parameter anywhere in its range of practice", zh: "各参数取其实践范围内的任意值" },
  lawsBecause: {
    en: "The sources state a range with a typical value and no distribution: a triangle over it.",
    zh: "来源给出范围与典型值而无分布：取其上的三角分布。",
  },
  contains: {
    en: "The range of the draws contains the value at typical parameters.",
    zh: "抽样范围包含典型参数下的值。",
  },
  misses: {
    en: "The value at typical parameters is outside of the range of the draws.",
    zh: "典型参数下的值在抽样范围之外。",
  },
});

/** Draws: the 2.5 % and 97.5 % quantile are then known to about a quarter of a standard deviation. */
const DRAWS = 128;

/** What the ranges of practice of the plant's parameters do to its emissions. */
export const spreadPhase: Phase<IndustryRequest> = {
  name: "spread",
  title: bothLanguages(texts.title()),
  asks: ["price"],
  work(state) {
    if (stores(state) && state.request.price === undefined) return askPrice();
    const { routes, scenario } = industryOf(state.request);
    const compared = scenario ?? { name: "low", values: lowestOf(state) };
    const args = {
      model: { plant: routes[0]!.plant },
      parameters: { ...uncertain(state), ...scenario?.given },
      scenarios: [{ name: compared.name, values: compared.values }],
      draws: DRAWS,
    };
    return {
      steps: [{ id: "spread", tool: "industry.scenarios", args }],
      assumed: [assumption("context", "triangular", texts.laws(), texts.lawsBecause())],
    };
  },
  gate(state) {
    const { value, lo, hi } = state.read("spread", spreadShape).base.emissions;
    return [shouldHold("interval", lo <= value && value <= hi, texts.contains(), texts.misses())];
  },
};

/** Whether the plan stores anything: a tonne of product of rounding does not count. */
function stores(state: AgentState<IndustryRequest>): boolean {
  if (!state.results.has("best")) return false;
  const { plan } = state.read("best", planShape);
  return industryOf(state.request).routes.some(({ id, stores }) => stores && (plan[id] ?? 0) > 1e-3);
}

/** The first parameter that is propagated, at its low end. */
function lowestOf(state: AgentState<IndustryRequest>): { readonly [name: string]: number } {
  const [first] = rangesOf(state);
  return first ? { [first.name]: first.low } : {};
}

/** The parameters that have a range, as triangles; those of capture do nothing to a plant without it. */
function uncertain(state: AgentState<IndustryRequest>): { readonly [name: string]: Json } {
  return Object.fromEntries(
    rangesOf(state).map(({ name, value, low, high }) => [
      name,
      { value, distribution: { type: "triangular", lo: low, mode: value, hi: high } },
    ]),
  );
}

interface Range {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Ranges of practice of the plant as it is, as far as it runs in them. */
function rangesOf(state: AgentState<IndustryRequest>): Range[] {
  const { routes, moves } = industryOf(state.request);
  const run = state.read(routes[0]!.id, runShape);
  return run.parameters.flatMap(({ name, value, low, high }): Range[] => {
    const move = moves.find((each) => each.name === name);
    if (!move || low === null || high === null) return [];
    return [{ name, value, low: Math.max(low, move.floor?.(run, value) ?? low), high }];
  });
}

function askPrice(): Question {
  return {
    ask: "price",
    question: bothLanguages(texts.askPrice()),
    options: [
      { value: 30, label: bothLanguages(texts.low()) },
      { value: 60, label: bothLanguages(texts.middle()) },
      { value: 100, label: bothLanguages(texts.high()) },
    ],
  };
}
