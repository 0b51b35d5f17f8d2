import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Step } from "../../dialogue/plan.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { mustHold, shouldHold } from "../check.ts";
import type { NatureRequest } from "./request.ts";
import { budgetShape } from "./shapes.ts";
import { yearOf } from "./sources-phase.ts";

const texts = messages("agent.nature.closure", {
  title: { en: "The global budget that closes", zh: "闭合的全球收支" },
  decade: { en: "the mean of the ten years that end with it", zh: "以该年为末年的十年平均" },
  decadeBecause: {
    en: "Natural sinks swing from year to year; the budget itself is reported for decades.",
    zh: "自然汇逐年波动；收支本身按十年报告。",
  },
  closes: {
    en: "Sources and sinks with the imbalance close to {residual} Gt C a year (at most 1e-9, rounding).",
    zh: "源、汇与不平衡项合计差为每年 {residual} Gt C（上限 1e-9，舍入）。",
  },
  open: { en: "Sources and sinks do not close: {residual} Gt C a year.", zh: "源与汇不闭合：每年 {residual} Gt C。" },
  small: { en: "The imbalance may be zero within its bounds.", zh: "不平衡项的界限包含零。" },
  large: {
    en: "The imbalance differs from zero by more than its bounds: a term is off.",
    zh: "不平衡项的界限不含零：有某项偏离。",
  },
});

/** What rounding may leave of a budget, Gt C a year. */
const ROUNDING = 1e-9;
/** Years of a mean. */
const YEARS = 10;

/** The terms of the budget in Gt C/yr. */
const columns = [
  "year",
  "fossil_gtc",
  "land_use_change_gtc",
  "atmospheric_growth_gtc",
  "ocean_sink_gtc",
  "land_sink_gtc",
  "cement_carbonation_gtc",
  "imbalance_gtc",
];

/** The first year of the mean. */
export function sinceOf(request: NatureRequest): number {
  return yearOf(request) - YEARS + 1;
}

/** Where carbon of these years went, with the imbalance B_IM as a term of its own. Friedlingstein et al. (2025), equation 1. */
export const closurePhase: Phase<NatureRequest> = {
  name: "closure",
  title: bothLanguages(texts.title()),
  asks: [],
  work({ request }) {
    const where = { year: { from: sinceOf(request), to: yearOf(request) } };
    const steps: Step[] = [
      { id: "years", tool: "data.query", args: { dataset: "carbon_budget_global", select: columns, where } },
      { id: "closed", tool: "budget.carbon", args: { rows: { $from: "years", path: "rows" } } },
    ];
    return {
      steps,
      assumed: [assumption("basis", "decade", texts.decade(), texts.decadeBecause())],
    };
  },
  gate(state) {
    const { years, mean } = state.read("closed", budgetShape);
    const worst = Math.max(...years.map(({ closure }) => Math.abs(closure)), Math.abs(mean.closure));
    const imbalance = mean.terms.find(({ term }) => term === "B_IM");
    const isSmall = imbalance !== undefined && (imbalance.lo ?? 0) <= 0 && (imbalance.hi ?? 0) >= 0;
    const residual = Number(worst.toPrecision(2));
    return [
      mustHold("closure", worst <= ROUNDING, texts.closes({ residual }), texts.open({ residual })),
      shouldHold("imbalance", isSmall, texts.small(), texts.large()),
    ];
  },
};
