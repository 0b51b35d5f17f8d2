import { bothLanguages } from "../../dialogue/both-languages.ts";
import { type Message, messages } from "../../message/message.ts";
import type { Check, Phase } from "../agent.ts";
import { mustHold, shouldHold } from "../check.ts";
import type { LifecycleRequest } from "./request.ts";
import { activityShape, assessmentShape, goalShape, linksShape } from "./shapes.ts";

const texts = messages("agent.lifecycle.interpretation", {
  title: { en: "Interpretation", zh: "解释" },
  contribution: {
    en: "Contributions by line and by process sum to the same result.",
    zh: "按行与按过程的贡献合计相同。",
  },
  noContribution: {
    en: "Contributions by line and by process do not sum to the same result.",
    zh: "按行与按过程的贡献合计不同。",
  },
  complete: { en: "Lines without data stay within the cut-off rule.", zh: "没有数据的行在取舍准则之内。" },
  incomplete: {
    en: "Lines without data are beyond the cut-off rule, or cannot be estimated.",
    zh: "没有数据的行超出取舍准则，或无法估算。",
  },
  sensitive: {
    en: "The result keeps its sign whatever the candidates of the data are.",
    zh: "无论采用哪个候选数据，结果符号不变。",
  },
  reversed: {
    en: "The result changes its sign among the candidates of the data.",
    zh: "不同候选数据下结果符号会改变。",
  },
  consistent: { en: "Data are of the places of origin, as far as these are stated.", zh: "数据与所说明的产地一致。" },
  inconsistent: { en: "Data are of other places than the stated origins.", zh: "数据来自所说明产地以外的地点。" },
  reviewed: { en: "A person has reviewed it.", zh: "已由人员评审。" },
  unreviewed: { en: "No person has reviewed it yet.", zh: "尚未经人员评审。" },
  parameters: {
    en: "Which parameter of the plant moves the result most is known: {name}.",
    zh: "已知对结果影响最大的工厂参数：{name}。",
  },
  noParameters: { en: "No parameter of the plant moves the result.", zh: "没有工厂参数影响结果。" },
});

/** The gates that `lifecycle.assess` computes for this phase, and whether they block. */
const gates: Readonly<Record<string, readonly [yes: () => Message, no: () => Message]>> = {
  contribution: [texts.contribution, texts.noContribution],
  completeness: [texts.complete, texts.incomplete],
  sensitivity: [texts.sensitive, texts.reversed],
  consistency: [texts.consistent, texts.inconsistent],
  review: [texts.reviewed, texts.unreviewed],
};

/** Life-cycle interpretation. ISO 14044:2006, 4.5. */
export const interpretationPhase: Phase<LifecycleRequest> = {
  name: "interpretation",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const { lines, score } = state.read("assessment", assessmentShape);
    const largest = lines.reduce((most, each) => ((each.score ?? 0) > (most.score ?? 0) ? each : most));
    const { function: made } = state.read("goal", goalShape);
    const plant = state.results.has("operation") ? state.read("operation", activityShape).activities[0]!.id : undefined;
    return {
      values: {
        conclusion: {
          of: made,
          largest: largest.name,
          share: score.value === null || score.value === 0 ? null : (largest.score ?? 0) / score.value,
        },
      },
      steps:
        plant === undefined
          ? []
          : [{ id: "links", tool: "industry.keyLinks", args: { model: { plant }, parameters: {} } }],
      assumed: [],
    };
  },
  gate(state) {
    const { phases } = state.read("assessment", assessmentShape);
    const found = phases.find(({ name }) => name === "interpretation")?.gates ?? [];
    const checks = found.flatMap(({ name, passed }): Check[] => {
      const [yes, no] = gates[name] ?? [];
      if (!yes || !no) return [];
      return [name === "contribution" ? mustHold(name, passed, yes(), no()) : shouldHold(name, passed, yes(), no())];
    });
    if (!state.results.has("links")) return checks;
    const moving = state.read("links", linksShape).links.find(({ emissions }) => (emissions.elasticity ?? 0) !== 0);
    const name = moving?.parameter ?? "";
    return [
      ...checks,
      shouldHold("parameters", moving !== undefined, texts.parameters({ name }), texts.noParameters()),
    ];
  },
};
