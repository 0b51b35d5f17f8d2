import type { TemplateResult } from "lit";
import { chartTexts } from "./chart-texts.ts";
import { select } from "./select-field.ts";

/** The field of the number of bars of a ranking. */
export function countField(count: number, set: (count: number) => void): TemplateResult {
  const counts = [...new Set([5, 10, 15, 20, 30, count])].sort((a, b) => a - b).map(String);
  return select(
    chartTexts.count(),
    String(count),
    counts.map((each) => [each, each] as const),
    (value) => set(Number(value)),
  );
}
