import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { shouldHold } from "../check.ts";
import type { AgentState } from "../state.ts";
import type { UncertaintyRequest } from "./request.ts";
import { sharesShape } from "./shapes.ts";

const texts = messages("agent.uncertainty.advice", {
  title: { en: "What to measure next", zh: "下一步测量什么" },
  first: {
    en: "{name} comes first: known exactly, it would take {percent} % of the variance away.",
    zh: "首先是 {name}：若精确已知，方差可减少 {percent}%。",
  },
  none: { en: "No single input would take much of the variance away.", zh: "没有单个输入能明显减小方差。" },
});

/** A first-order share below which measuring one input alone does little. */
const WORTHWHILE = 0.1;

/** The inputs in the order in which measuring them helps. */
export const advicePhase: Phase<UncertaintyRequest> = {
  name: "advice",
  title: bothLanguages(texts.title()),
  asks: [],
  work: (state) => ({ values: { advice: { order: orderOf(state) } }, steps: [], assumed: [] }),
  gate(state) {
    const [name] = orderOf(state);
    const share = state.read("shares", sharesShape).S1[name!]!.value;
    const percent = Number((100 * share).toPrecision(2));
    return [shouldHold("first", share >= WORTHWHILE, texts.first({ name: name!, percent }), texts.none())];
  },
};

/** Inputs by their first-order shares, the largest first. */
export function orderOf(state: AgentState<UncertaintyRequest>): string[] {
  const { S1 } = state.read("shares", sharesShape);
  return Object.entries(S1)
    .sort(([, p], [, q]) => q.value - p.value)
    .map(([name]) => name);
}
