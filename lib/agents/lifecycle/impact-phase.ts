import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Step } from "../../dialogue/plan.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold } from "../check.ts";
import { assessArguments } from "./assess-arguments.ts";
import type { LifecycleRequest } from "./request.ts";
import { assessmentShape } from "./shapes.ts";

const texts = messages("agent.lifecycle.impact", {
  title: { en: "Impact assessment", zh: "影响评价" },
  named: {
    en: "The method is named: climate change by GWP100 of AR6; indicators are not weighted into one.",
    zh: "方法已注明：气候变化按 AR6 的 GWP100；各指标未加权合并。",
  },
  unnamed: { en: "No indicator of climate change was computed.", zh: "未计算气候变化指标。" },
  factors: { en: "The inventory has flows with factors of climate change.", zh: "清单中有具备气候变化因子的流。" },
  noFactors: { en: "No flow of the inventory has a factor of climate change.", zh: "清单中没有具备气候变化因子的流。" },
});

/** The indicator of climate change in the scores of an assessment. */
const CLIMATE = "GWP100_AR6";

/** Life-cycle impact assessment. ISO 14044:2006, 4.4. */
export const impactPhase: Phase<LifecycleRequest> = {
  name: "impact",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const args: Step["args"] = { ...assessArguments(state), state: { $from: "draft", path: "state" } };
    return { steps: [{ id: "assessment", tool: "lifecycle.assess", args }], assumed: [] };
  },
  gate(state) {
    const { scores, phases } = state.read("assessment", assessmentShape);
    const gates = phases.find(({ name }) => name === "impact")?.gates ?? [];
    return [
      mustHold(
        "method",
        scores.some(({ indicator }) => indicator === CLIMATE),
        texts.named(),
        texts.unnamed(),
      ),
      mustHold(
        "factors",
        gates.some(({ name, passed }) => name === "factors" && passed),
        texts.factors(),
        texts.noFactors(),
      ),
    ];
  },
};
