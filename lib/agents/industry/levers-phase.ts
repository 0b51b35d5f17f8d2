import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { shouldHold } from "../check.ts";
import { industryOf } from "./industries.ts";
import type { IndustryRequest } from "./request.ts";
import { linksShape } from "./shapes.ts";

const texts = messages("agent.industry.levers", {
  title: { en: "Levers", zh: "可调环节" },
  found: {
    en: "The strongest lever is {name}: 1 % of it moves emissions by {percent} %.",
    zh: "最强的环节为 {name}：变动 1%，排放变动 {percent}%。",
  },
  none: { en: "No parameter moves the emissions of the plant.", zh: "没有参数影响工厂的排放。" },
});

/** What of the plant moves its emissions, by elasticities. */
export const leversPhase: Phase<IndustryRequest> = {
  name: "levers",
  title: bothLanguages(texts.title()),
  asks: [],
  work({ request }) {
    const { plant } = industryOf(request).routes[0]!;
    return {
      steps: [{ id: "levers", tool: "industry.keyLinks", args: { model: { plant }, parameters: {} } }],
      assumed: [],
    };
  },
  gate(state) {
    const [first] = state.read("levers", linksShape).links;
    const elasticity = first?.emissions.elasticity ?? 0;
    const found = { name: first?.parameter ?? "", percent: Number(elasticity.toPrecision(2)) };
    return [shouldHold("lever", elasticity !== 0, texts.found(found), texts.none())];
  },
};
