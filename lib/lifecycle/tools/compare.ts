import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { compareDraws } from "../contribution/compare-draws.ts";

export const lifecycleCompare = defineTool({
  name: "lifecycle.compare",
  title: { en: "Comparison of alternatives on common draws", zh: "在共同抽样上比较备选方案" },
  summary: {
    en: "How alternatives differ draw by draw: difference and relative difference with the range of the draws, how often each is lower, and whether the difference exceeds a threshold.",
    zh: "逐次抽样比较备选方案：差值与相对差值及其抽样范围、各方案更低的频率，以及差值是否超过阈值。",
  },
  input: z.object({
    alternatives: z
      .record(z.string(), z.array(z.number()))
      .describe("Name → draws of the score; number k of each is from the same draw of the inputs"),
    threshold: ratio
      .min(0)
      .optional()
      .describe(
        "The difference that matters, in standard deviations of the paired difference; no judgement without it",
      ),
  }),
  output: z.object({
    pairs: z.array(
      z.object({
        candidate: z.string(),
        reference: z.string(),
        mean: z.number().describe("Of candidate − reference"),
        sd: z.number(),
        lo: z.number().describe("2.5 % quantile"),
        hi: z.number().describe("97.5 % quantile"),
        relative: ratio.nullable().describe("Mean of the relative differences of the draws"),
        relativeLo: ratio.nullable(),
        relativeHi: ratio.nullable(),
        lower: ratio.describe("Part of the draws in which the candidate is lower"),
        equal: ratio,
        higher: ratio,
        standardised: ratio.nullable().describe("Mean difference in standard deviations of the difference"),
        verdict: z
          .enum(["candidate", "reference", "neither"])
          .nullable()
          .describe("Which is lower by more than the threshold; null without one"),
      }),
    ),
    lowest: z.array(
      z.object({
        name: z.string(),
        mean: z.number(),
        share: ratio.describe("Part of the draws in which it is the lowest"),
      }),
    ),
    draws: z.int(),
    notes: notesOut,
  }),
  tablesOut: {
    byDraw: recordTable(
      { en: "Each draw's difference of each pair.", zh: "每对方案在各次抽样中的差值。" },
      {
        candidate: textColumn({ en: "The alternative compared.", zh: "被比较的方案。" }),
        reference: textColumn({ en: "What it is compared with.", zh: "参照方案。" }),
        difference: numberColumn({ en: "Candidate − reference.", zh: "候选方案减参照方案。" }),
      },
      (
        { pairs }: { readonly pairs: readonly { readonly candidate: string; readonly reference: string }[] },
        { alternatives }: { readonly alternatives: Readonly<Record<string, readonly number[]>> },
      ) =>
        pairs.flatMap(({ candidate, reference }) =>
          alternatives[candidate]!.map((value, k) => ({
            candidate,
            reference,
            difference: value - alternatives[reference]![k]!,
          })),
        ),
    ),
  },
  formula: "d = mean(a − b) / sd(a − b); reject |d| ≤ threshold if √n (|d| − threshold) > t(0.95; n − 1)",
  assumptions: [
    "Number k of each alternative is from the same draw of the inputs, so that common uncertainties cancel.",
    "Shares of draws are those of the model's uncertainty; they do not say how large a difference is.",
    "Several pairs are each tested at 5 %, without a correction for their number.",
  ],
  references: [
    "Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045: discernibility.",
    "Mendoza Beltran et al. (2018), doi:10.1021/acs.est.7b06365: modified null hypothesis.",
    "Heijungs (2021), doi:10.1007/s11367-020-01851-4.",
  ],
  run({ alternatives, threshold }) {
    const { pairs, lowest, draws, notes } = compareDraws(alternatives, threshold);
    return {
      pairs: pairs.map(({ difference: { mean, sd, lo, hi }, relative, ...pair }) => ({
        ...pair,
        mean,
        sd,
        lo,
        hi,
        relative: relative?.mean ?? null,
        relativeLo: relative?.lo ?? null,
        relativeHi: relative?.hi ?? null,
      })),
      lowest: [...lowest],
      draws,
      notes: [...notes],
    };
  },
});
