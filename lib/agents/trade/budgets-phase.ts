import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { shouldHold } from "../check.ts";
import { accountOf } from "./account.ts";
import type { TradeRequest } from "./request.ts";
import { budgetShape, worldShape } from "./shapes.ts";

const texts = messages("agent.trade.budgets", {
  title: { en: "Other sources", zh: "其他来源" },
  found: { en: "Other sources have the region's consumption of the year.", zh: "其他来源有该地区当年的消费侧排放。" },
  missing: {
    en: "No other source has the region's consumption of the year.",
    zh: "没有其他来源给出该地区当年的消费侧排放。",
  },
});

/** Editions of the Global Carbon Budget, whose consumption rests on another table. */
export const budgets = [
  { id: "budget2025", dataset: "carbon_budget_countries", member: "Global Carbon Budget 2025" },
  { id: "budget2024", dataset: "carbon_budget_countries_2024", member: "Global Carbon Budget 2024" },
] as const;

/** What other sources say of the region's consumption, in the unit of the table. */
export const budgetsPhase: Phase<TradeRequest> = {
  name: "sources",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const { unit } = accountOf(state);
    const { year } = state.read("world", worldShape).request;
    const select = [{ column: "consumption_mtco2", as: "consumption", unit: `${unit} CO2` }];
    const where = { iso3: state.request.place!, year };
    return {
      steps: budgets.map(({ id, dataset }) => ({ id, tool: "data.query", args: { dataset, select, where } })),
      assumed: [],
    };
  },
  gate(state) {
    const found = budgets.some(({ id }) => state.read(id, budgetShape).rows[0]?.consumption != null);
    return [shouldHold("sources", found, texts.found(), texts.missing())];
  },
};
