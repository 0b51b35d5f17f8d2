import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Step } from "../../dialogue/plan.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold } from "../check.ts";
import { sinceOf } from "./closure-phase.ts";
import type { NatureRequest } from "./request.ts";
import { rangeShape } from "./shapes.ts";
import { yearOf } from "./sources-phase.ts";

const texts = messages("agent.nature.range", {
  title: { en: "Range over the models", zh: "模型范围" },
  many: {
    en: "The change of the imbalance is known for {count} combinations of models.",
    zh: "已得出 {count} 种模型组合下不平衡项的变化。",
  },
  none: { en: "No combination of models has all years.", zh: "没有模型组合覆盖所有年份。" },
});

/** How every combination of models changes the imbalance: a range of models, no confidence interval. */
export const rangePhase: Phase<NatureRequest> = {
  name: "range",
  title: bothLanguages(texts.title()),
  asks: [],
  work({ request }) {
    const [from, to] = [sinceOf(request), yearOf(request)];
    const where = { year: { from, to }, component: ["ocean_sink", "land_sink", "land_use_change"] };
    const select = ["component", "role", "model", "year", "gtc"];
    const steps: Step[] = [
      { id: "members", tool: "data.query", args: { dataset: "carbon_budget_models", select, where } },
      { id: "range", tool: "budget.ensemble", args: { rows: { $from: "members", path: "rows" }, from, to } },
    ];
    return { steps, assumed: [] };
  },
  gate(state) {
    const { count } = state.read("range", rangeShape).combinations;
    return [mustHold("combinations", count > 0, texts.many({ count }), texts.none())];
  },
};
