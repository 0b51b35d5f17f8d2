import type { Json } from "../../../../lib/dialogue/plan.ts";
import type { Reply } from "../../../../lib/dialogue/reply.ts";
import type { Part } from "../../../../lib/dialogue/template.ts";

/**
 * The parts of a reply's sentences with a digit that is neither a figure of a cell, nor an argument that the question says, nor a name
 * of this program, nor words of the person.
 */
export function nakedFigures(reply: Reply, question: string, isName: (name: string) => boolean): string[] {
  const hasDigit = (text: string) => /\p{N}/u.test(text);
  if (reply.kind === "ask") {
    const texts = [reply.question, ...reply.options.map(({ label }) => label)].flatMap(({ en, zh }) => [en, zh]);
    return texts.filter((text) => hasDigit(text) && !isName(text));
  }
  const plan = reply.kind === "answer" ? reply.plan : reply.pending;
  const steps = new Map(plan.steps.map((step) => [step.id, step.args as Json]));
  const isNaked = (part: Part): boolean => {
    if (typeof part === "string") return hasDigit(part);
    if ("name" in part) return hasDigit(part.name) && !isName(part.name);
    if ("source" in part) return hasDigit(part.source) && !isName(part.source);
    if ("quoted" in part) return hasDigit(part.quoted) && !question.includes(part.quoted.replaceAll(/[“”]/g, ""));
    if ("given" in part) return steps.get(part.given[0]) === undefined;
    if ("cite" in part) return false;
    const value = reply.values[part.ref];
    // The years that a table has instead come from a look at it beside the plan.
    const isLook = reply.kind === "refuse" && value?.cell === "coverage";
    return !value || (!steps.has(value.cell) && !isLook) || !/^[0-9a-f]{16}$/.test(value.hash);
  };
  const template = reply.kind === "answer" ? reply.text : reply.sentence;
  return [...template.en, ...template.zh].filter(isNaked).map((part) => JSON.stringify(part));
}
