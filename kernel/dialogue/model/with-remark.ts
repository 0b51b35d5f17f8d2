import type { Plan } from "../../../lib/dialogue/plan.ts";
import type { Refusal } from "../../../lib/dialogue/reply.ts";
import type { Part } from "../../../lib/dialogue/template.ts";
import type { ModelOutcome } from "./ask-model.ts";
import { dropped } from "./dropped.ts";

/** A refusal with what came of asking a model: its remark, or why what it said is not used. It has no figure of the model. */
export function withRemark(refusal: Refusal, outcome: ModelOutcome, by: Exclude<Plan["by"], "planner">): Refusal {
  const model: Part = { source: by.model };
  const { sentence } = refusal;
  const added: { en: Part[]; zh: Part[] } =
    outcome.kind === "remark"
      ? {
          en: [" The model ", model, " remarks: “", outcome.words, "”"],
          zh: ["模型 ", model, " 的说明：“", outcome.words, "”"],
        }
      : {
          en: [" The model ", model, " was asked, too: ", reasonOf(outcome).en, "."],
          zh: ["也询问了模型 ", model, "：", reasonOf(outcome).zh, "。"],
        };
  return {
    ...refusal,
    sentence: { en: [...sentence.en, ...added.en], zh: [...sentence.zh, ...added.zh] },
    pending: { ...refusal.pending, by },
  };
}

/** A plan that ran without an answer was refused by its tool. */
function reasonOf(outcome: ModelOutcome) {
  return outcome.kind === "dropped" ? outcome.because : dropped.refused().texts;
}
