import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { mustHold, shouldHold } from "../check.ts";
import type { AgentState } from "../state.ts";
import { capOf, demandRow, programmeOf } from "./programme.ts";
import type { IndustryRequest } from "./request.ts";
import { planShape } from "./shapes.ts";

const texts = messages("agent.industry.reach", {
  title: { en: "What can be reached", zh: "可达到的排放" },
  electricity: {
    en: "electricity at what a gas plant spends to make it",
    zh: "电价取燃气电厂的变动成本",
  },
  electricityBecause: {
    en: "No price was stated; fuel, efficiency and variable cost are of technology_costs.",
    zh: "未说明电价；燃料、效率与变动成本取自 technology_costs。",
  },
  bounds: {
    en: "no interest on what is built, and every hour of the year",
    zh: "投资不计利息，全年每小时运行",
  },
  boundsBecause: {
    en: "No source states them for this plant: these are the least that what is built can cost.",
    zh: "没有针对本厂的来源：这是设备成本的下限。",
  },
  solved: { en: "The optimum is proven: residual {residual}.", zh: "最优性已验证：残差 {residual}。" },
  unsolved: { en: "The optimum is not proven: residual {residual}.", zh: "最优性未获验证：残差 {residual}。" },
  feasible: {
    en: "The cap can be met: the routes can go down to {least} t a year.",
    zh: "上限可以满足：各路线最低可降至每年 {least} t。",
  },
  infeasible: {
    en: "The rows cap and {demand} clash: this demand emits at least {least} t a year.",
    zh: "约束 cap 与 {demand} 相互冲突：此需求每年至少排放 {least} t。",
  },
});

/** Residual of the conditions of an optimum that rounding may leave. */
export const PROVEN = 1e-6;

/** The least emissions at this demand, which say whether a cap can be met at all. */
export const reachPhase: Phase<IndustryRequest> = {
  name: "reach",
  title: bothLanguages(texts.title()),
  asks: [],
  work: (state) => ({
    steps: [{ id: "least", tool: "industry.optimize", args: { ...programmeOf(state), minimize: "emissions" } }],
    assumed: [
      assumption("price", "gas-power", texts.electricity(), texts.electricityBecause()),
      assumption("price", "least", texts.bounds(), texts.boundsBecause()),
    ],
  }),
  gate(state) {
    const { residual, emissions } = state.read("least", planShape);
    const given = { residual: Number(residual.toPrecision(2)) };
    const least = Math.round(emissions);
    return [
      mustHold("optimum", residual <= PROVEN, texts.solved(given), texts.unsolved(given)),
      shouldHold(
        "feasible",
        isFeasible(state),
        texts.feasible({ least }),
        texts.infeasible({ least, demand: demandRow(state.request) }),
      ),
    ];
  },
};

/** Whether the cap, if there is one, can be met. */
export function isFeasible(state: AgentState<IndustryRequest>): boolean {
  return (capOf(state) ?? Number.POSITIVE_INFINITY) >= state.read("least", planShape).emissions;
}
