import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import { rangeOfDraws } from "../../uncertainty/range-of-draws.ts";
import { type Agent, defineAgent, type Report } from "../agent.ts";
import type { AgentState } from "../state.ts";
import { advicePhase, orderOf } from "./advice-phase.ts";
import { inputsPhase } from "./inputs-phase.ts";
import { modelOf } from "./model.ts";
import { type UncertaintyRequest, uncertaintyRequest } from "./request.ts";
import { screenPhase } from "./screen-phase.ts";
import { sharesShape } from "./shapes.ts";
import { sharesPhase, worstPrecision } from "./shares-phase.ts";
import { spreadPhase } from "./spread-phase.ts";

const texts = messages("agent.uncertainty.report", {
  title: { en: "How sure, and because of what", zh: "有多确定，取决于什么" },
  mean: { en: "mean of the result", zh: "结果的均值" },
  share: { en: "share of the variance of the first input", zh: "首要输入的方差份额" },
});

/** How uncertain a result is, which inputs it is due to, and what to measure next. */
export const uncertaintyAgent: Agent<UncertaintyRequest> = defineAgent<UncertaintyRequest>({
  name: "uncertainty",
  title: bothLanguages(texts.title()),
  request: uncertaintyRequest,
  phases: [inputsPhase, spreadPhase, screenPhase, sharesPhase, advicePhase],
  report,
});

function report(state: AgentState<UncertaintyRequest>): Report {
  const { unit } = modelOf(state);
  const [first] = orderOf(state);
  const { S1 } = state.read("shares", sharesShape);
  const name = { name: first! };
  return {
    wants: [
      {
        step: "spread",
        path: "mean",
        name: bothLanguages(texts.mean()),
        unit,
        primary: true,
        lo: "p2_5",
        hi: "p97_5",
        range: "interval",
      },
      { step: "spread", path: "p2_5", name: bothLanguages(rangeOfDraws.lo()), unit },
      { step: "spread", path: "p97_5", name: bothLanguages(rangeOfDraws.hi()), unit },
      { step: "shares", path: `S1.${first}.value`, name: bothLanguages(texts.share()), unit: "1" },
    ],
    text: {
      en: [
        "The result is ",
        { ref: 0 },
        ", between ",
        { ref: 1 },
        " and ",
        { ref: 2 },
        " in most draws. Of its variance ",
        { ref: 3 },
        " is due to ",
        name,
        " alone: measure that first.",
      ],
      zh: [
        "结果为 ",
        { ref: 0 },
        "，绝大多数抽样介于 ",
        { ref: 1 },
        " 与 ",
        { ref: 2 },
        " 之间。其方差中 ",
        { ref: 3 },
        " 仅由 ",
        name,
        " 引起：应首先测量它。",
      ],
    },
    properties: {
      order: orderOf(state),
      precision: worstPrecision(state),
      sumOfFirstOrder: Object.values(S1).reduce((sum, { value }) => sum + value, 0),
    },
  };
}
