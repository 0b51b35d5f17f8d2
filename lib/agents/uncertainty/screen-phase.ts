import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold } from "../check.ts";
import type { AgentState } from "../state.ts";
import { modelOf } from "./model.ts";
import type { UncertaintyRequest } from "./request.ts";
import { screenShape } from "./shapes.ts";

const texts = messages("agent.uncertainty.screen", {
  title: { en: "Screening by elementary effects", zh: "基本效应筛选" },
  moves: { en: "{count} of {all} inputs move the result.", zh: "{all} 个输入中有 {count} 个影响结果。" },
  still: { en: "No input moves the result.", zh: "没有输入影响结果。" },
});

/** An input with less than this part of the largest effect is not examined further. */
const NEGLIGIBLE = 0.01;

/** Which inputs matter at all. Morris (1991), doi:10.1080/00401706.1991.10484804. */
export const screenPhase: Phase<UncertaintyRequest> = {
  name: "screening",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const { model, variables } = modelOf(state);
    return { steps: [{ id: "screen", tool: "uncertainty.morris", args: { model, variables } }], assumed: [] };
  },
  gate(state) {
    const all = Object.keys(state.read("screen", screenShape).measures).length;
    const count = movingInputs(state).length;
    return [mustHold("effects", count > 0, texts.moves({ count, all }), texts.still())];
  },
};

/** The inputs that move the result, the strongest first. */
export function movingInputs(state: AgentState<UncertaintyRequest>): string[] {
  const measures = Object.entries(state.read("screen", screenShape).measures);
  const most = Math.max(0, ...measures.map(([, { muStar }]) => muStar));
  return measures
    .filter(([, { muStar }]) => muStar > NEGLIGIBLE * most)
    .sort(([, p], [, q]) => q.muStar - p.muStar)
    .map(([name]) => name);
}
