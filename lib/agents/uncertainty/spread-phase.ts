import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold } from "../check.ts";
import { modelOf } from "./model.ts";
import type { UncertaintyRequest } from "./request.ts";
import { spreadShape } from "./shapes.ts";

const texts = messages("agent.uncertainty.spread", {
  title: { en: "Spread of the result", zh: "结果的离散" },
  known: {
    en: "The mean is known to {percent} % of the spread (at most 5 %).",
    zh: "均值的误差为离散的 {percent}%（上限 5%）。",
  },
  unknown: { en: "The mean is known to {percent} % of the spread only.", zh: "均值的误差达离散的 {percent}%。" },
});

/** Standard error of the mean beside the standard deviation, beyond which more draws are needed. */
const PRECISION = 0.05;

/** What the laws do to the result, by Monte Carlo. */
export const spreadPhase: Phase<UncertaintyRequest> = {
  name: "spread",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const { model, variables } = modelOf(state);
    return { steps: [{ id: "spread", tool: "uncertainty.propagate", args: { model, variables } }], assumed: [] };
  },
  gate(state) {
    const { sd, convergence } = state.read("spread", spreadShape);
    const part = sd === 0 ? 0 : convergence.at(-1)!.standardError / sd;
    const percent = Number((100 * part).toPrecision(2));
    return [mustHold("precision", part <= PRECISION, texts.known({ percent }), texts.unknown({ percent }))];
  },
};
