import { messages } from "../../message/message.ts";
import { spans } from "../../numeric/spans.ts";
import { metricValue } from "../../quantity/co2e.ts";
import { wasRead } from "../../quantity/evidence.ts";
import type { Compiled } from "./compilation.ts";
import type { Problem } from "./inventory.ts";
import { type Totals, totals } from "./totals.ts";

const texts = messages("inventory", {
  leftOutRows: {
    en: "{count} {count:row is|rows are} left out, in whole or in part: {count:row|rows} {rows}.",
    zh: "有 {count} 行全部或部分未计入：第 {rows} 行。",
  },
});

/** Totals of a compiled inventory, with what was left out and the evidence of the factors. */
export interface CompiledTotals extends Totals {
  /**
   * Share of the emissions, by size in CO2e, computed with factors without a source for their value: from memory, or of a table
   * that states none. 0 without emissions.
   */
  readonly unverifiedShare: number;
}

/** `lacks` begins with the rows that are in no total, from the sheet and from the compilation. */
export function compiledTotals(compiled: Compiled, sheet: readonly Problem[], metric: string): CompiledTotals {
  const found = totals(compiled.inventory, metric);
  const leftOut = [
    ...new Set([...sheet, ...compiled.problems.filter(({ column }) => column !== "category")].map(({ row }) => row)),
  ]
    .filter((row) => row > 0)
    .sort((a, b) => a - b);
  const sentence = leftOut.length === 0 ? [] : [texts.leftOutRows({ count: leftOut.length, rows: spans(leftOut) })];
  let [all, unverified] = [0, 0];
  const weights = new Map<string, number>();
  for (const { gas, value, factor } of compiled.lines) {
    let weight = weights.get(gas);
    if (weight === undefined) {
      weight = weightOf(gas, found.metric);
      weights.set(gas, weight);
    }
    all += Math.abs(value) * weight;
    if (!wasRead(factor.valueStatus)) unverified += Math.abs(value) * weight;
  }
  return { ...found, lacks: [...sentence, ...found.lacks], unverifiedShare: all === 0 ? 0 : unverified / all };
}

/** 0 for a gas without a value in the metric; `lacks` names it. */
function weightOf(gas: string, metric: string): number {
  try {
    return metricValue(gas, metric).value;
  } catch {
    return 0;
  }
}
