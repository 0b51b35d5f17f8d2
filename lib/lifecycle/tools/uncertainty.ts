import { z } from "zod";
import { methodOut, residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { distributionIn } from "../../uncertainty/distributions/distribution-schema.ts";
import { type Figure, figureColumns } from "../../uncertainty/figure-columns.ts";
import { drawsIn, figureOut, notesOut, seedIn } from "../../uncertainty/tools/variables.ts";
import { exchangeShareShape, lifecycleParts, uncertainLifecycle } from "../uncertain-lifecycle.ts";
import { productSystemIn, productSystemOf } from "./product-system-schema.ts";

const category = integerColumn({ en: "Impact category, from 1.", zh: "影响类别，从 1 起。" });

interface Scores {
  readonly scores: readonly (Figure & {
    readonly contributors: readonly {
      readonly part: string;
      readonly row: number;
      readonly column: number;
      readonly share: number;
    }[];
  })[];
}

export const uncertaintyLifecycle = defineTool({
  name: "uncertainty.lifecycle",
  title: { en: "Uncertain life-cycle scores", zh: "生命周期评价结果的不确定性" },
  summary: {
    en: "Scores of a product system whose exchanges are uncertain: the foreground random on a fixed background, or all random; with the exchanges that make most of the variance.",
    zh: "交换量不确定的产品系统的影响评价结果：前景随机、背景固定，或全部随机；并列出对方差贡献最大的交换。",
  },
  input: z.object({
    ...productSystemIn,
    errors: z.array(
      z.strictObject({
        part: z.enum(lifecycleParts),
        row: z.int().nonnegative().optional(),
        column: z.int().nonnegative().optional(),
        factor: distributionIn.describe("Law of what the exchange is multiplied with, about 1"),
      }),
    ),
    foreground: z
      .array(z.int())
      .optional()
      .describe(
        "Activities that are random, with the characterization, on a fixed background; left out, all is random",
      ),
    draws: drawsIn(1_000_000).default(1000),
    seed: seedIn,
  }),
  output: z.object({
    scores: z.array(
      figureOut.extend({
        contributors: z.array(exchangeShareShape).describe("First-order shares of the variance, the largest twenty"),
      }),
    ),
    method: methodOut,
    uncertain: z.int().describe("How many exchanges vary"),
    draws: z.int(),
    residual: residualOut,
    notes: notesOut,
  }),
  tablesOut: {
    byCategory: recordTable(
      { en: "Score by score, with what the draws say.", zh: "各项评价结果及其抽样结果。" },
      { category, ...figureColumns() },
      ({ scores }: Scores) => scores.map((score, m) => ({ category: m + 1, ...score })),
    ),
    byExchange: recordTable(
      { en: "The exchanges that make most of the variance of each score.", zh: "对各项评价结果方差贡献最大的交换。" },
      {
        category,
        part: textColumn({
          en: "technosphere, biosphere or characterization.",
          zh: "technosphere（技术圈）、biosphere（生物圈）或 characterization（特征化）。",
        }),
        row: integerColumn({ en: "Row of the exchange in its part, from 0.", zh: "交换在该部分中的行，从 0 起。" }),
        column: integerColumn({ en: "Its column, from 0.", zh: "交换在该部分中的列，从 0 起。" }),
        share: numberColumn({ en: "First-order share of the variance.", zh: "方差的一阶份额。" }),
      },
      ({ scores }: Scores) =>
        scores.flatMap(({ contributors }, m) => contributors.map((each) => ({ category: m + 1, ...each }))),
    ),
  },
  formula: "h = C B A⁻¹ f; ∂h/∂a_ij = −w_i s_j with w = C B A⁻¹ and s = A⁻¹ f, ∂h/∂b_ej = c_e s_j, ∂h/∂c_e = g_e.",
  assumptions: [
    "Exchanges are independent: inputs and outputs of an activity do not balance in a draw.",
    "The first error that fits an exchange counts; exchanges of zero stay zero.",
    "With a foreground that the background does not buy from, the background is solved once, exactly.",
  ],
  references: [
    "Heijungs, Suh (2002), doi:10.1007/978-94-015-9900-9.",
    "Heijungs (2010), doi:10.1007/s11367-010-0158-5: sensitivity coefficients.",
  ],
  async run({ errors, foreground, draws, seed, ...parts }, work) {
    const system = productSystemOf(parts);
    const found = await uncertainLifecycle(system, errors, { draws, seed, foreground }, work);
    return {
      ...found,
      scores: found.scores.map((score) => ({ ...score, contributors: [...score.contributors] })),
      notes: [...found.notes],
    };
  },
});
