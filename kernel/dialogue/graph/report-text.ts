import type { PhaseWork, Report } from "../../../lib/agents/agent.ts";
import type { StepResult } from "../../../lib/dialogue/host.ts";
import { valueAt } from "../../../lib/dialogue/result-path.ts";
import type { Part } from "../../../lib/dialogue/template.ts";
import type { Text } from "../../../lib/message/message.ts";
import { literal, reference } from "../cell-literal.ts";
import { prefixOf } from "./cell-names.ts";

/**
 * What an agent reports as Markdown of a notebook: each figure is an expression that reads its cell, so that it changes with it. Numbers
 * that the steps were given stand as they were given.
 */
export function reportText(
  { text, wants }: Pick<Report, "text" | "wants">,
  instance: string,
  works: readonly PhaseWork[],
  results: ReadonlyMap<string, StepResult>,
): Text {
  const steps = works.flatMap((work) => work.steps);
  const written = (part: Part): string => {
    if (typeof part === "string") return part;
    if ("name" in part) return part.name;
    if ("source" in part) return part.source;
    if ("quoted" in part) return part.quoted;
    if ("cite" in part) return "";
    if ("given" in part) {
      const [step, path] = part.given;
      return String(valueAt(step, steps.find(({ id }) => id === step)?.args, path));
    }
    const want = wants[part.ref]!;
    const source = reference(prefixOf(instance) + want.step, want.path);
    const { result } = results.get(want.step)!;
    if (typeof valueAt(want.step, result, want.path) !== "number") return `\${${source}}`;
    const unit = typeof want.unit === "string" ? want.unit : String(valueAt(want.step, result, want.unit.path));
    return `\${formatNumber(${source}${unit === "1" ? "" : `, ${literal({ unit })}`})}`;
  };
  return { en: text.en.map(written).join(""), zh: text.zh.map(written).join("") };
}
