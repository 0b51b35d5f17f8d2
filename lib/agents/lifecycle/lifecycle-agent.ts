import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Part } from "../../dialogue/template.ts";
import { labelOfMaterial } from "../../industry/plant/making-plants.ts";
import { messages } from "../../message/message.ts";
import { type Agent, defineAgent, type Report } from "../agent.ts";
import type { AgentState } from "../state.ts";
import { OPERATION } from "./assess-arguments.ts";
import { goalPhase } from "./goal-phase.ts";
import { impactPhase } from "./impact-phase.ts";
import { interpretationPhase } from "./interpretation-phase.ts";
import { inventoryPhase } from "./inventory-phase.ts";
import { type LifecycleRequest, lifecycleRequest } from "./request.ts";
import { assessmentShape, goalShape, inventoryShape } from "./shapes.ts";

const texts = messages("agent.lifecycle.report", {
  title: { en: "Life-cycle assessment", zh: "生命周期评价" },
  score: { en: "climate change", zh: "气候变化" },
  own: { en: "emissions of the plant itself", zh: "工厂自身排放" },
  passed: { en: "conditions that are met", zh: "已满足的条件" },
  of: { en: "conditions in all", zh: "全部条件" },
  behind: { en: "lines of the bill with data", zh: "有数据的清单行" },
  lines: { en: "lines of the bill", zh: "清单行数" },
});

const CO2E = "kg CO2e AR6.GWP100";

/** A life-cycle assessment in the four phases of ISO 14040, on open inventories and plants of the library. */
export const lifecycleAgent: Agent<LifecycleRequest> = defineAgent<LifecycleRequest>({
  name: "lca",
  title: bothLanguages(texts.title()),
  request: lifecycleRequest,
  phases: [goalPhase, inventoryPhase, impactPhase, interpretationPhase],
  report,
});

function report(state: AgentState<LifecycleRequest>): Report {
  const { product, functionalUnit, boundary } = state.read("goal", goalShape);
  const { gaps, feedMass } = state.read("inventory", inventoryShape);
  const { review, residual, cutOffShare, lines } = state.read("assessment", assessmentShape);
  const isGate = boundary === "gate-to-gate";
  const hasPlant = state.results.has("operation");
  const label = labelOfMaterial(product);
  const own = lines.findIndex(({ name }) => name === OPERATION);
  const ofPlant = hasPlant && own >= 0;
  // References of the text follow the order of what is wanted.
  const behind = ofPlant ? 4 : 3;
  const amount: readonly Part[] = [
    { given: ["assessment", "functionalUnit.amount"] },
    " ",
    { name: functionalUnit.unit },
  ];
  return {
    wants: [
      {
        step: "assessment",
        path: "score.value",
        name: bothLanguages(texts.score()),
        unit: CO2E,
        primary: true,
        lo: "score.lo",
        hi: "score.hi",
        range: "candidates",
      },
      { step: "assessment", path: "review.passed", name: bothLanguages(texts.passed()), unit: "1" },
      { step: "assessment", path: "review.of", name: bothLanguages(texts.of()), unit: "1" },
      ...(ofPlant
        ? [{ step: "assessment", path: `lines.${own}.score`, name: bothLanguages(texts.own()), unit: CO2E }]
        : []),
      { step: "assessment", path: "coverage.lines", name: bothLanguages(texts.behind()), unit: "1" },
      { step: "assessment", path: "coverage.of", name: bothLanguages(texts.lines()), unit: "1" },
    ],
    text: {
      en: [
        isGate ? "From gate to gate, " : "From cradle to gate, ",
        ...amount,
        " of ",
        { name: label.en },
        " comes to ",
        { ref: 0 },
        ", from ",
        { ref: behind },
        " of ",
        { ref: behind + 1 },
        " lines of the bill",
        ...(ofPlant ? [", of which the plant itself emits ", { ref: 3 }] : []),
        gaps.length > 0 ? "; feeds without open data are left out and listed" : "",
        ". Ready for review: ",
        { ref: 1 },
        " of ",
        { ref: 2 },
        " conditions; no program can say more of a standard.",
      ],
      zh: [
        isGate ? "从大门到大门，" : "从摇篮到大门，",
        ...amount,
        " ",
        { name: label.zh },
        "的气候变化影响为 ",
        { ref: 0 },
        "，依据物料清单 ",
        { ref: behind + 1 },
        " 行中的 ",
        { ref: behind },
        " 行",
        ...(ofPlant ? ["，其中工厂自身排放 ", { ref: 3 }] : []),
        gaps.length > 0 ? "；没有开放数据的原料未计入，另行列出" : "",
        "。可供评审的条件：",
        { ref: 2 },
        " 项中的 ",
        { ref: 1 },
        " 项；是否达到标准的要求须由评审人判断。",
      ],
    },
    properties: {
      boundary,
      residual,
      cutOffShare,
      massWithoutData: feedMass > 0 ? gaps.reduce((sum, { amount }) => sum + amount, 0) / feedMass : 0,
      review: { ...review },
    },
  };
}
