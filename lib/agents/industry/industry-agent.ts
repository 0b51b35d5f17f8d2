import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Want } from "../../dialogue/plan.ts";
import type { Part } from "../../dialogue/template.ts";
import { messages, type Text } from "../../message/message.ts";
import { type Agent, defineAgent, type Report } from "../agent.ts";
import type { AgentState } from "../state.ts";
import { baselinePhase } from "./baseline-phase.ts";
import { industryOf } from "./industries.ts";
import { leversPhase } from "./levers-phase.ts";
import { balanceOf, hasRightSigns, optimumPhase } from "./optimum-phase.ts";
import { plantPhase } from "./plant-phase.ts";
import { capOf, demandOf, demandRow } from "./programme.ts";
import { reachPhase } from "./reach-phase.ts";
import { type IndustryRequest, industryRequest } from "./request.ts";
import { planShape, runShape, spreadShape } from "./shapes.ts";
import { spreadPhase } from "./spread-phase.ts";

const texts = messages("agent.industry.report", {
  title: { en: "Plan of a plant", zh: "工厂方案" },
  cost: { en: "cost a year", zh: "年成本" },
  emissions: { en: "emissions a year", zh: "年排放" },
  least: { en: "least emissions a year", zh: "年排放下限" },
  price: { en: "cost of the last tonne that the cap avoids", zh: "上限下最后一吨减排的成本" },
  interval: { en: "emissions of a tonne by the plant as it is", zh: "现状工厂吨产品排放" },
});

/** A plant of least cost under a cap: routes, balances, levers, optimum and how sure it is. */
export const industryAgent: Agent<IndustryRequest> = defineAgent<IndustryRequest>({
  name: "industry",
  title: bothLanguages(texts.title()),
  request: industryRequest,
  phases: [plantPhase, baselinePhase, leversPhase, reachPhase, optimumPhase, spreadPhase],
  report: (state) => (state.results.has("best") ? optimumReport(state) : conflictReport(state)),
});

const emissionsOf: Want = {
  step: "spread",
  path: "base.emissions.value",
  name: bothLanguages(texts.interval()),
  unit: "t CO2/t",
  lo: "base.emissions.lo",
  hi: "base.emissions.hi",
  range: "interval",
};

function optimumReport(state: AgentState<IndustryRequest>): Report {
  const { plan, marginalAbatementCost } = state.read("best", planShape);
  const { routes, counted } = industryOf(state.request);
  const used = routes.filter(({ id }) => (plan[id] ?? 0) > 1e-3);
  const hasCap = marginalAbatementCost !== null;
  const wants: Want[] = [
    want("best", "cost", texts.cost(), "EUR", true),
    want("best", "emissions", texts.emissions(), "t CO2", true),
    ...used.map(({ id, label }) => want("best", `plan.${id}`, label, "kt")),
    ...(hasCap ? [want("best", "marginalAbatementCost", texts.price(), "EUR/t CO2")] : []),
    emissionsOf,
  ];
  const price = 2 + used.length;
  const made = (language: keyof Text): Part[] =>
    used.flatMap(({ label }, i) => [
      i === 0 ? "" : language === "en" ? ", " : "，",
      { ref: 2 + i },
      language === "en" ? " (" : "（",
      { name: label[language] },
      language === "en" ? ")" : "）",
    ]);
  return {
    wants,
    text: {
      en: [
        "Least cost: ",
        { ref: 0 },
        " a year, with emissions of ",
        { ref: 1 },
        " a year. It makes ",
        ...made("en"),
        ...(hasCap ? [". The last tonne that the cap avoids costs ", { ref: price }] : []),
        mayFail(state) ? ". Within the ranges of practice a plant may emit more than the cap allows" : "",
        ". ",
        counted.en,
      ],
      zh: [
        "最低成本为每年 ",
        { ref: 0 },
        "，每年排放 ",
        { ref: 1 },
        "。其中 ",
        ...made("zh"),
        ...(hasCap ? ["。上限下最后一吨减排的成本为 ", { ref: price }] : []),
        mayFail(state) ? "。在实践范围内，工厂的排放可能超过上限" : "",
        "。",
        counted.zh,
      ],
    },
    properties: {
      feasible: true,
      feasible_or_conflict_named: true,
      dual_nonnegative: hasRightSigns(state),
      mass_balance_residual: Math.max(balanceOf(state), massResidual(state)),
    },
  };
}

function conflictReport(state: AgentState<IndustryRequest>): Report {
  return {
    wants: [want("least", "emissions", texts.least(), "t CO2", true), emissionsOf],
    text: {
      en: [
        "The cap cannot be met: the rows ",
        { name: "cap" },
        " and ",
        { name: demandRow(state.request) },
        " clash. This demand emits at least ",
        { ref: 0 },
        " a year by all routes.",
      ],
      zh: [
        "上限无法满足：约束 ",
        { name: "cap" },
        " 与 ",
        { name: demandRow(state.request) },
        " 相互冲突。无论采用哪些路线，此需求每年至少排放 ",
        { ref: 0 },
        "。",
      ],
    },
    properties: {
      feasible: false,
      feasible_or_conflict_named: true,
      conflict: ["cap", demandRow(state.request)],
      mass_balance_residual: massResidual(state),
    },
  };
}

/** Whether the plant as it is meets the cap at typical parameters, but not at the upper end of its interval. */
function mayFail(state: AgentState<IndustryRequest>): boolean {
  const { value, hi } = state.read("spread", spreadShape).base.emissions;
  const tonnes = 1000 * demandOf(state.request)!;
  const cap = capOf(state) ?? Number.POSITIVE_INFINITY;
  return tonnes * value <= cap && tonnes * hi > cap;
}

/** The largest relative residual of the mass balances of the routes. */
function massResidual(state: AgentState<IndustryRequest>): number {
  const all = industryOf(state.request).routes.flatMap(({ id }) => state.read(id, runShape).balances);
  return Math.max(...all.filter(({ quantity }) => quantity === "mass").map(({ residual }) => Math.abs(residual)));
}

function want(
  step: string,
  path: string,
  name: Text | Parameters<typeof bothLanguages>[0],
  unit: string,
  primary = false,
): Want {
  const text = typeof name === "object" && "en" in name ? name : bothLanguages(name);
  return { step, path, name: text, unit, ...(primary ? { primary } : {}) };
}
