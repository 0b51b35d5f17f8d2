import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold, shouldHold } from "../check.ts";
import type { NatureRequest } from "./request.ts";
import { landShape } from "./shapes.ts";
import { yearOf } from "./sources-phase.ts";

const texts = messages("agent.nature.land", {
  title: { en: "Models side by side", zh: "模型并列" },
  several: { en: "{count} models can be compared.", zh: "有 {count} 个模型可比较。" },
  single: { en: "One model alone shows no range.", zh: "只有一个模型，无法给出范围。" },
  agree: { en: "The models agree whether land is a source or a sink.", zh: "各模型对土地是源还是汇的判断一致。" },
  disagree: {
    en: "The models disagree whether land is a source or a sink.",
    zh: "各模型对土地是源还是汇的判断不一致。",
  },
});

/** Land-use change by bookkeeping models, side by side. */
export const landPhase: Phase<NatureRequest> = {
  name: "land",
  title: bothLanguages(texts.title()),
  asks: [],
  work({ request }) {
    const year = yearOf(request);
    const args = { rows: { $from: "land", path: "rows" }, from: year, to: year };
    return { steps: [{ id: "spread", tool: "natural.landUseSpread", args }], assumed: [] };
  },
  gate(state) {
    const { models, agreeInSign } = state.read("spread", landShape);
    const count = models.length;
    return [
      mustHold("models", count > 1, texts.several({ count }), texts.single()),
      shouldHold("sign", agreeInSign, texts.agree(), texts.disagree()),
    ];
  },
};
