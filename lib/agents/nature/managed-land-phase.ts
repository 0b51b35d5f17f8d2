import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold, shouldHold } from "../check.ts";
import type { AgentState } from "../state.ts";
import type { NatureRequest } from "./request.ts";
import { choiceShape, fossilShape, reportedShape } from "./shapes.ts";

const texts = messages("agent.nature.managedLand", {
  title: { en: "Managed land reconciled", zh: "受管理土地口径的衔接" },
  within: { en: "The mean of the models is within their range.", zh: "模型均值在其范围之内。" },
  beyond: { en: "The mean of the models is outside of their range.", zh: "模型均值在其范围之外。" },
  reported: {
    en: "What the inventory reports is beside the models; they differ by sinks of managed land that models do not count.",
    zh: "清单报告值与模型并列；两者相差模型未计的受管理土地的汇。",
  },
  unreported: { en: "The inventory reports nothing for the year.", zh: "该年清单没有报告值。" },
  adds: { en: "Every total is fossil CO2 with its land.", zh: "各合计均为化石 CO2 加相应的土地排放。" },
  doesNotAdd: { en: "A total is not fossil CO2 with its land.", zh: "有合计不等于化石 CO2 加土地排放。" },
});

/** What the principle by which land is counted does to the total. */
export const managedLandPhase: Phase<NatureRequest> = {
  name: "managed land",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const args = {
      fossil: { $from: "fossil", path: "rows.0.production_mtco2" },
      models: { $from: "models", path: "rows" },
      ...(isReported(state)
        ? {
            reported: {
              value: { $from: "reported", path: "rows.0.net_mtco2" },
              source: { $from: "reported", path: "rows.0.source" },
            },
          }
        : {}),
    };
    return { steps: [{ id: "choice", tool: "budget.managedLand", args }], assumed: [] };
  },
  gate(state) {
    const { bookkeeping, choices } = state.read("choice", choiceShape);
    const { value, lo, hi } = bookkeeping;
    const fossil = state.read("fossil", fossilShape).rows[0]!.production_mtco2!;
    const [first] = choices;
    return [
      mustHold("range", (lo ?? value) <= value && value <= (hi ?? value), texts.within(), texts.beyond()),
      // The first choice counts no land.
      mustHold("total", Math.abs(first!.total - fossil) <= 1e-9 * fossil, texts.adds(), texts.doesNotAdd()),
      shouldHold("reported", isReported(state), texts.reported(), texts.unreported()),
    ];
  },
};

export function isReported(state: AgentState<NatureRequest>): boolean {
  return state.read("reported", reportedShape).rows[0]?.net_mtco2 != null;
}
