import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold } from "../check.ts";
import type { AgentState } from "../state.ts";
import { industryOf } from "./industries.ts";
import { BALANCE } from "./plant-phase.ts";
import { capOf, demandOf, demandRow, programmeOf } from "./programme.ts";
import { isFeasible, PROVEN } from "./reach-phase.ts";
import type { IndustryRequest } from "./request.ts";
import { planShape, runShape } from "./shapes.ts";

const texts = messages("agent.industry.optimum", {
  title: { en: "The plan of least cost", zh: "成本最低的方案" },
  solved: { en: "The optimum is proven: residual {residual}.", zh: "最优性已验证：残差 {residual}。" },
  unsolved: { en: "The optimum is not proven: residual {residual}.", zh: "最优性未获验证：残差 {residual}。" },
  balanced: {
    en: "What is made is what is demanded, and emissions are those of the routes, to {residual}.",
    zh: "产量等于需求，排放等于各路线之和，差为 {residual}。",
  },
  unbalanced: {
    en: "What is made is not what is demanded, or emissions are not those of the routes: {residual}.",
    zh: "产量不等于需求，或排放不等于各路线之和：差为 {residual}。",
  },
  priced: {
    en: "A tighter cap and a larger demand cost more, never less.",
    zh: "上限越紧、需求越大，成本只增不减。",
  },
  unpriced: { en: "A dual has the wrong sign.", zh: "有对偶值符号错误。" },
  conflict: { en: "What clashes is named: cap and {demand}.", zh: "相互冲突的约束已指明：cap 与 {demand}。" },
});

/** What rounding may leave of a price that is zero, EUR/t. */
const ROUNDING = 1e-9;

/** The plan of least cost under the cap; where the cap cannot be met, what clashes. */
export const optimumPhase: Phase<IndustryRequest> = {
  name: "optimum",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const cap = capOf(state);
    if (!isFeasible(state))
      return { values: { conflict: { rows: ["cap", demandRow(state.request)] } }, steps: [], assumed: [] };
    const args = { ...programmeOf(state), ...(cap === undefined ? {} : { cap }) };
    return { steps: [{ id: "best", tool: "industry.optimize", args }], assumed: [] };
  },
  gate(state) {
    const demand = demandRow(state.request);
    if (!state.results.has("best"))
      return [mustHold("conflict", true, texts.conflict({ demand }), texts.conflict({ demand }))];
    const { residual } = state.read("best", planShape);
    const balance = balanceOf(state);
    const given = { residual: Number(residual.toPrecision(2)) };
    const closed = { residual: Number(balance.toPrecision(2)) };
    return [
      mustHold("optimum", residual <= PROVEN, texts.solved(given), texts.unsolved(given)),
      mustHold("balance", balance <= BALANCE, texts.balanced(closed), texts.unbalanced(closed)),
      mustHold("duals", hasRightSigns(state), texts.priced(), texts.unpriced()),
    ];
  },
};

/** The relative difference of what is made from what is demanded, and of emissions from the sum over the routes. */
export function balanceOf(state: AgentState<IndustryRequest>): number {
  const { plan, emissions } = state.read("best", planShape);
  const demand = demandOf(state.request)!;
  const { routes } = industryOf(state.request);
  const made = routes.reduce((sum, { id }) => sum + (plan[id] ?? 0), 0);
  const emitted = routes.reduce((sum, { id }) => sum + (plan[id] ?? 0) * state.read(id, runShape).scope1_kg_t, 0);
  return Math.max(Math.abs(made / demand - 1), Math.abs(emitted / emissions - 1));
}

/** Whether a tonne less of the cap and a tonne more of product cost something or nothing. */
export function hasRightSigns(state: AgentState<IndustryRequest>): boolean {
  const { marginalAbatementCost, duals } = state.read("best", planShape);
  return (marginalAbatementCost ?? 0) >= -ROUNDING && (duals[demandRow(state.request)] ?? 0) >= -ROUNDING;
}
