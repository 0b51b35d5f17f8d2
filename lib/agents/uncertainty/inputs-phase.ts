import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Step } from "../../dialogue/plan.ts";
import { messages } from "../../message/message.ts";
import type { Phase, Question } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { mustHold, shouldHold } from "../check.ts";
import { factors } from "./model.ts";
import type { UncertaintyRequest } from "./request.ts";
import { factorShape } from "./shapes.ts";

const texts = messages("agent.uncertainty.inputs", {
  title: { en: "Inputs and their laws", zh: "输入及其分布" },
  askWhat: {
    en: "Of what? Give a formula and the laws of its variables, or a fuel that is burnt.",
    zh: "针对什么？请给出公式及其变量的分布，或所燃烧的燃料。",
  },
  bituminous: { en: "other bituminous coal", zh: "其他烟煤" },
  gas: { en: "natural gas", zh: "天然气" },
  diesel: { en: "gas/diesel oil", zh: "柴油" },
  askAmount: { en: "How many tonnes are burnt?", zh: "燃烧多少吨？" },
  one: { en: "one tonne", zh: "一吨" },
  thousand: { en: "a thousand tonnes", zh: "一千吨" },
  exact: { en: "the amount is exact", zh: "燃料量视为精确值" },
  exactBecause: {
    en: "No source states an error of it: state one, and it will be drawn, too.",
    zh: "没有来源给出其误差：给出后即一并抽样。",
  },
  independent: { en: "the inputs are independent", zh: "各输入相互独立" },
  independentBecause: { en: "No source states how they depend on each other.", zh: "没有来源说明它们之间的相关性。" },
  laws: { en: "{count} inputs have a law.", zh: "有 {count} 个输入带分布。" },
  noLaws: { en: "No input has a law: there is nothing to draw.", zh: "没有输入带分布：无可抽样。" },
  stated: { en: "All bounds are of their sources.", zh: "所有界限均取自来源。" },
  recalled: {
    en: "The bounds of {names:and} are recalled from their source, not read in it.",
    zh: "{names:and} 的界限凭印象取自来源，未查见。",
  },
});

/** What varies, and by which law of which origin. */
export const inputsPhase: Phase<UncertaintyRequest> = {
  name: "inputs",
  title: bothLanguages(texts.title()),
  asks: ["material", "amount"],
  work({ request }) {
    const { model, variables, material, amount } = request;
    const independent = assumption("context", "independent", texts.independent(), texts.independentBecause());
    if (model !== undefined && variables !== undefined) {
      const count = Object.keys(variables).length;
      return { values: { inputs: { model, count } }, steps: [], assumed: count > 1 ? [independent] : [] };
    }
    if (material === undefined) return askWhat();
    if (amount === undefined) return askAmount();
    const steps = factors.map(({ id, ...wanted }): Step => {
      const args = { wanted: { category: "1.A", activity: material, ...wanted } };
      return { id, tool: "factors.select", args };
    });
    return {
      steps,
      assumed: [assumption("amount", amount, texts.exact(), texts.exactBecause()), independent],
    };
  },
  gate(state) {
    const given = state.request.variables;
    if (state.results.has("inputs")) {
      const count = Object.keys(given ?? {}).length;
      return [mustHold("laws", count > 0, texts.laws({ count }), texts.noLaws())];
    }
    const found = factors.map(({ id }) => ({ id, ...state.read(id, factorShape).factor }));
    const bounded = found.filter(({ lo, hi }) => lo !== null && hi !== null);
    const names = found.filter(({ boundsStatus }) => boundsStatus === "memory").map(({ id }) => id);
    return [
      mustHold("laws", bounded.length === found.length, texts.laws({ count: bounded.length }), texts.noLaws()),
      shouldHold("origin", names.length === 0, texts.stated(), texts.recalled({ names })),
    ];
  },
};

function askWhat(): Question {
  return {
    ask: "material",
    question: bothLanguages(texts.askWhat()),
    options: [
      { value: "Other Bituminous Coal", label: bothLanguages(texts.bituminous()) },
      { value: "Natural Gas", label: bothLanguages(texts.gas()) },
      { value: "Gas/Diesel Oil", label: bothLanguages(texts.diesel()) },
    ],
  };
}

function askAmount(): Question {
  return {
    ask: "amount",
    question: bothLanguages(texts.askAmount()),
    options: [
      { value: 1, label: bothLanguages(texts.one()) },
      { value: 1000, label: bothLanguages(texts.thousand()) },
    ],
  };
}
