import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Json } from "../../dialogue/plan.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { shouldHold } from "../check.ts";
import type { AgentState } from "../state.ts";
import { accountOf } from "./account.ts";
import { budgets } from "./budgets-phase.ts";
import type { TradeRequest } from "./request.ts";
import { budgetShape, spreadShape } from "./shapes.ts";

const texts = messages("agent.trade.spread", {
  title: { en: "Spread across databases", zh: "各数据库之间的离散" },
  scope: { en: "sources of different scope side by side", zh: "口径不同的来源并列" },
  scopeBecause: {
    en: "They differ in direct emissions of households, in bunkers and in the table behind them: a range, no confidence interval.",
    zh: "它们在家庭直接排放、国际燃料舱与所用的表上不同：为范围，不是置信区间。",
  },
  several: { en: "There are {count} members to compare.", zh: "有 {count} 个成员可比较。" },
  single: { en: "There is no other source to compare with.", zh: "没有其他来源可比较。" },
});

/** The region's consumption by the table and by the editions of the Global Carbon Budget. */
export const spreadPhase: Phase<TradeRequest> = {
  name: "spread",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const { path } = accountOf(state);
    const rows: Json[] = [{ member: "table", value: { $from: "accounts", path: path("D_cba") } }];
    for (const { id, member } of budgets) {
      if (has(state, id)) rows.push({ member, value: { $from: id, path: "rows.0.consumption" } });
    }
    return {
      steps: [{ id: "spread", tool: "uncertainty.ensemble", args: { rows } }],
      assumed: [assumption("source", "all", texts.scope(), texts.scopeBecause())],
    };
  },
  gate(state) {
    const [ensemble] = state.read("spread", spreadShape).ensembles;
    const count = ensemble!.members.length;
    return [shouldHold("members", count > 1, texts.several({ count }), texts.single())];
  },
};

function has(state: AgentState<TradeRequest>, id: string): boolean {
  return state.read(id, budgetShape).rows[0]?.consumption != null;
}
