import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { breakEven } from "../contribution/break-even.ts";
import { breakEvenDraws, type DrawnLinearScore } from "../contribution/break-even-draws.ts";

const drawn = z.union([z.number(), z.array(z.number()).min(2).max(1_000_000)]);
const score = z.strictObject({
  fixed: drawn.describe("Score without use, such as of production; one number, or one for each draw"),
  perUse: drawn.describe("Score of one unit of use, such as of a kilometre"),
});
type Score = z.output<typeof score>;

export const lifecycleBreakEven = defineTool({
  name: "lifecycle.breakEven",
  title: { en: "Break-even of two alternatives", zh: "两种方案的盈亏平衡点" },
  summary: {
    en: "From which use on a candidate scores lower than a reference, if each has a fixed score and one per use: a number, never, or from the start; with draws, their range and how often it is never reached.",
    zh: "两种方案各有固定部分与按使用量计的部分时，候选方案从多大使用量起低于参照方案：一个数、从不或自始；给出抽样时，另给抽样范围与从不达到的比例。",
  },
  input: z.object({
    candidate: score,
    reference: score,
    at: z.array(z.number()).default([]).describe("Uses at which the share of draws with a lower candidate is wanted"),
  }),
  output: z.object({
    when: z
      .enum(["from", "until", "fromStart", "never"])
      .describe("from: lower from x on; until: lower up to x only; with draws, of their means"),
    x: z.number().nullable(),
    drawn: z
      .object({
        lo: z.number().nullable().describe("2.5 % quantile over all draws; null if it is never reached there"),
        median: z.number().nullable(),
        hi: z.number().nullable().describe("97.5 % quantile"),
        from: ratio.describe("Parts of the draws, by when the candidate is lower"),
        fromStart: ratio,
        until: ratio,
        never: ratio,
        draws: z.int(),
      })
      .nullable(),
    lower: z.array(z.object({ x: z.number(), share: ratio })),
    notes: notesOut,
  }),
  formula: "A + a x = B + b x at x = (A − B) / (b − a)",
  assumptions: [
    "Scores grow in proportion with use, and both alternatives serve the same function.",
    "Number k of each list is from the same draw of the inputs.",
    "Quantiles are over all draws, with never above every number.",
  ],
  references: ["ISO 14044:2006, sensitivity check."],
  run({ candidate, reference, at }) {
    const lengths = [candidate, reference].flatMap(({ fixed, perUse }) => [fixed, perUse].map(lengthOf));
    const draws = Math.max(...lengths);
    const central = breakEven(meansOf(candidate), meansOf(reference));
    if (draws === 1) {
      const isLower = (x: number) => scoreAt(meansOf(candidate), x) < scoreAt(meansOf(reference), x);
      return { ...central, drawn: null, lower: at.map((x) => ({ x, share: isLower(x) ? 1 : 0 })), notes: [] };
    }
    const { lower, notes, ...found } = breakEvenDraws(spread(candidate, draws), spread(reference, draws), at);
    return { ...central, drawn: found, lower: [...lower], notes: [...notes] };
  },
});

function lengthOf(value: number | readonly number[]): number {
  return typeof value === "number" ? 1 : value.length;
}

function meansOf({ fixed, perUse }: Score): { fixed: number; perUse: number } {
  const mean = (value: number | readonly number[]) =>
    typeof value === "number" ? value : value.reduce((sum, each) => sum + each, 0) / value.length;
  return { fixed: mean(fixed), perUse: mean(perUse) };
}

function scoreAt({ fixed, perUse }: { fixed: number; perUse: number }, x: number): number {
  return fixed + perUse * x;
}

/** A number that does not vary is the same in each draw. */
function spread({ fixed, perUse }: Score, draws: number): DrawnLinearScore {
  const listOf = (value: number | number[]) =>
    typeof value === "number" ? new Float64Array(draws).fill(value) : value;
  return { fixed: listOf(fixed), perUse: listOf(perUse) };
}
