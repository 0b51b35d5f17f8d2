import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold, shouldHold } from "../check.ts";
import type { AgentState } from "../state.ts";
import { modelOf } from "./model.ts";
import type { UncertaintyRequest } from "./request.ts";
import { movingInputs } from "./screen-phase.ts";
import { sharesShape } from "./shapes.ts";

const texts = messages("agent.uncertainty.shares", {
  title: { en: "Shares of the variance", zh: "方差份额" },
  converged: {
    en: "The shares are known to ± {percent} % points (at most 5).",
    zh: "份额的误差为 ± {percent} 个百分点（上限 5）。",
  },
  unconverged: {
    en: "The shares are known to ± {percent} % points only, more than 5.",
    zh: "份额的误差达 ± {percent} 个百分点，超过 5。",
  },
  more: { en: "The shares were not known well enough: four times the draws.", zh: "份额的精度不足：抽样数增至四倍。" },
  additive: {
    en: "The inputs act on their own: first-order shares sum to {percent} %.",
    zh: "各输入独立起作用：一阶份额合计 {percent}%。",
  },
  interacting: {
    en: "Inputs act together: first-order shares sum to {percent} % only.",
    zh: "输入之间有交互：一阶份额合计仅 {percent}%。",
  },
});

/** Half the width of an interval beyond which two shares cannot be told apart. */
const PRECISION = 0.05;
/** First-order shares that sum to less tell of interactions. */
const ADDITIVE = 0.9;
/** Draws of the first attempt, a power of two; each return takes four times as many. */
const DRAWS = 512;

/** How the variance divides among the inputs. Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018. */
export const sharesPhase: Phase<UncertaintyRequest> = {
  name: "shares",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const { model, variables } = modelOf(state);
    const draws = DRAWS * 4 ** state.returnsTo("shares");
    return { steps: [{ id: "shares", tool: "uncertainty.sobol", args: { model, variables, draws } }], assumed: [] };
  },
  gate(state) {
    const worst = worstPrecision(state);
    const { S1 } = state.read("shares", sharesShape);
    const sum = Object.values(S1).reduce((total, { value }) => total + value, 0);
    const given = { percent: Number((100 * worst).toPrecision(2)) };
    const summed = { percent: Number((100 * sum).toPrecision(3)) };
    return [
      mustHold("converged", worst <= PRECISION, texts.converged(given), texts.unconverged(given)),
      shouldHold("additive", sum >= ADDITIVE, texts.additive(summed), texts.interacting(summed)),
    ];
  },
  backTo: (_, failed) =>
    failed.name === "converged" ? { to: "shares", because: bothLanguages(texts.more()) } : undefined,
};

/** The largest half width of a total share among the inputs that move the result. */
export function worstPrecision(state: AgentState<UncertaintyRequest>): number {
  const { ST } = state.read("shares", sharesShape);
  const moving = movingInputs(state);
  const widths = Object.entries(ST).filter(([name]) => moving.includes(name));
  return Math.max(0, ...widths.map(([, { lo, hi }]) => (hi - lo) / 2));
}
