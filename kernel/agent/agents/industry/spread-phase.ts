import { messages } from "../../../../lib/message/message.ts";
import { bothLanguages } from "../../both-languages.ts";
import type { Phase, Question } from "../../graph/agent.ts";
import type { AgentState } from "../../graph/state.ts";
import type { Json } from "../../plan.ts";
import { assumption } from "../assumption.ts";
import { shouldHold } from "../check.ts";
import type { IndustryRequest } from "./request.ts";
import { routes } from "./routes.ts";
import { planShape, runShape, spreadShape } from "./shapes.ts";

const said = messages("agent.industry.spread", {
  title: { en: "How sure", zh: "有多确定" },
  askPrice: {
    en: "The plan captures CO2. What do its transport and storage cost, in EUR per tonne? No source ships.",
    zh: "该方案需要捕集 CO2。其运输与封存每吨多少欧元？没有随附的来源。",
  },
  low: { en: "30 EUR/t", zh: "30 欧元/t" },
  middle: { en: "60 EUR/t", zh: "60 欧元/t" },
  high: { en: "100 EUR/t", zh: "100 欧元/t" },
  laws: { en: "each parameter anywhere in its range of practice", zh: "各参数取其实践范围内的任意值" },
  lawsBecause: {
    en: "The sources state a range with a typical value and no distribution: a triangle over it.",
    zh: "来源给出范围与典型值而无分布：取其上的三角分布。",
  },
  contains: { en: "The interval contains the value at typical parameters.", zh: "区间包含典型参数下的值。" },
  misses: { en: "The value at typical parameters is outside of the interval.", zh: "典型参数下的值在区间之外。" },
});

/** Draws: the ends of a 95 % interval are then known to about a quarter of a standard deviation. */
const DRAWS = 128;

/** What the ranges of practice of the plant's parameters do to its emissions. */
export const spreadPhase: Phase<IndustryRequest> = {
  name: "spread",
  title: bothLanguages(said.title()),
  asks: ["price"],
  work(state) {
    if (captures(state) && state.request.price === undefined) return askPrice();
    const args = {
      model: { plant: "cement" },
      parameters: { ...uncertain(state), gasShare: 0 },
      scenarios: [{ name: "gas", values: { gasShare: 1 } }],
      draws: DRAWS,
    };
    return {
      steps: [{ id: "spread", tool: "industry.scenarios", args }],
      assumed: [assumption("context", "triangular", said.laws(), said.lawsBecause())],
    };
  },
  gate(state) {
    const { value, lo, hi } = state.read("spread", spreadShape).base.emissions;
    return [shouldHold("interval", lo <= value && value <= hi, said.contains(), said.misses())];
  },
};

/** Whether the plan captures anything: a tonne of cement of rounding does not count. */
function captures(state: AgentState<IndustryRequest>): boolean {
  if (!state.results.has("best")) return false;
  const { plan } = state.read("best", planShape);
  return routes.some(({ id, captures }) => captures && (plan[id] ?? 0) > 1e-3);
}

/** The parameters that have a range, as triangles; those of capture do nothing to a kiln without it. */
function uncertain(state: AgentState<IndustryRequest>): { readonly [name: string]: Json } {
  const { parameters } = state.read("coal", runShape);
  const ranged = parameters.filter(({ name, low, high }) => low !== null && high !== null && moves.has(name));
  return Object.fromEntries(
    ranged.map(({ name, value, low, high }) => [
      name,
      { value, distribution: { type: "triangular", lo: low, mode: value, hi: high } },
    ]),
  );
}

const moves: ReadonlySet<string> = new Set(["clinkerFactor", "kilnHeat", "electricity"]);

function askPrice(): Question {
  return {
    ask: "price",
    question: bothLanguages(said.askPrice()),
    options: [
      { value: 30, label: bothLanguages(said.low()) },
      { value: 60, label: bothLanguages(said.middle()) },
      { value: 100, label: bothLanguages(said.high()) },
    ],
  };
}
