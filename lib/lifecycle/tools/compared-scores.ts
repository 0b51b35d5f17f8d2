import { z } from "zod";
import type { Sentence } from "../../message/message.ts";
import { sentenceOut } from "../../tool/outcome.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import type { MethodIndicator } from "../impact/factor-index.ts";

const inIndicatorUnit = { unitIn: "indicatorUnit" };

/** Rows of scores side by side, indicator by indicator, with the differences from the first case. */
export function comparedOut<Field extends string>(field: Field, name: typeof sentenceOut) {
  const named = { [field]: name } as Record<Field, typeof sentenceOut>;
  return z
    .array(
      z.object({
        ...named,
        indicator: z.string(),
        indicatorName: sentenceOut,
        indicatorUnit: z.string(),
        score: numberIn(inIndicatorUnit).nullable().describe("Null if no flow has a factor"),
        difference: numberIn(inIndicatorUnit).nullable().describe("From the first"),
        relative: ratio.nullable().describe("The difference relative to the size of the first; null where that is 0"),
      }),
    )
    .describe("Indicator by indicator, in the order of the cases");
}

/** The scores of one case by indicator. */
export interface ComparedCase {
  readonly name: Sentence;
  readonly scores: readonly (number | null)[];
}

/** The rows of `comparedOut`; the first case is the one that others are compared with. */
export function comparedRows<Field extends string>(
  field: Field,
  indicators: readonly MethodIndicator[],
  cases: readonly ComparedCase[],
) {
  return indicators.flatMap(({ code, name: indicatorName, unit }, m) => {
    const base = cases[0]?.scores[m] ?? null;
    return cases.map(({ name, scores }) => {
      const score = scores[m] ?? null;
      const difference = score === null || base === null ? null : score - base;
      return {
        ...({ [field]: name } as Record<Field, Sentence>),
        indicator: code,
        indicatorName,
        indicatorUnit: unit,
        score,
        difference,
        relative: difference === null || base === 0 ? null : difference / Math.abs(base!),
      };
    });
  });
}
