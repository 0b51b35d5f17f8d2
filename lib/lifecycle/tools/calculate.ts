import { z } from "zod";
import { methodOut, notesOut, residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { directScores, lifecycleOf } from "../product-system.ts";
import { productSystemIn, productSystemOf } from "./product-system-schema.ts";

const category = integerColumn({ en: "Impact category, from 1.", zh: "影响类别，从 1 起。" });

export const lifecycleCalculate = defineTool({
  name: "lifecycle.calculate",
  title: { en: "Life-cycle inventory and scores", zh: "生命周期清单与影响评价" },
  summary: {
    en: "How much of each activity a functional unit needs, what it takes from and gives to nature, and what that scores.",
    zh: "功能单位所需的各项活动水平、与自然界交换的基本流，以及相应的影响评价结果。",
  },
  input: z.object({
    ...productSystemIn,
    references: z
      .array(z.int().nonnegative())
      .optional()
      .describe("The row of each activity's reference product; left out, it is found where it follows from the signs"),
  }),
  output: z.object({
    scaling: z.array(z.number()).describe("s, one number an activity: how often each runs."),
    inventory: z.array(z.number()).describe("g, one number an elementary flow."),
    scores: z.array(z.number()).describe("h, one number an impact category."),
    contributions: z
      .array(z.array(z.number()))
      .describe("Impact categories × activities: what each activity's own elementary flows score."),
    residual: residualOut.describe("Largest ‖f − A s‖∞ / ‖f‖∞"),
    method: methodOut,
    notes: notesOut.describe("Activities that run backwards (a negative scaling), as sentences."),
  }),
  tablesOut: {
    byActivity: {
      description: { en: "Each activity's part in each score.", zh: "各项活动对各项评价结果的贡献。" },
      columns: {
        category,
        activity: integerColumn({ en: "Activity, from 1.", zh: "活动，从 1 起。" }),
        scaling: numberColumn({ en: "How often the activity runs.", zh: "活动水平。" }),
        contribution: numberColumn({ en: "What its own elementary flows score.", zh: "其自身基本流的评价结果。" }),
      },
      values: ({ scaling, contributions }: { readonly scaling: number[]; readonly contributions: number[][] }) => ({
        category: contributions.flatMap((row, m) => row.map(() => m + 1)),
        activity: contributions.flatMap((row) => row.map((_, j) => j + 1)),
        scaling: contributions.map(() => scaling),
        contribution: contributions,
      }),
    },
    byFlow: recordTable(
      { en: "What is taken from and given to nature.", zh: "与自然界交换的基本流。" },
      {
        flow: integerColumn({ en: "Elementary flow, from 1.", zh: "基本流，从 1 起。" }),
        amount: numberColumn({ en: "How much of it.", zh: "数量。" }),
      },
      ({ inventory }: { readonly inventory: readonly number[] }) =>
        inventory.map((amount, e) => ({ flow: e + 1, amount })),
    ),
    byCategory: recordTable(
      { en: "Score by score.", zh: "各项评价结果。" },
      { category, score: numberColumn({ en: "The score.", zh: "评价结果。" }) },
      ({ scores }: { readonly scores: readonly number[] }) => scores.map((score, m) => ({ category: m + 1, score })),
    ),
  },
  formula: "s = A⁻¹ f; g = B s; h = C g; contributions = C B diag(s)",
  assumptions: [
    "Activities scale in proportion: twice the product takes twice of everything.",
    "A system that delivers its demand only with activities run backwards, and has no credits, is refused.",
  ],
  references: [
    "Heijungs, Suh (2002), doi:10.1007/978-94-015-9900-9.",
    "Amestoy, Davis, Duff (1996), doi:10.1137/S0895479894278952: the order of the sparse LU.",
    "Hawkins & Simon (1949), Econometrica 17: 245–248, doi:10.2307/1905526.",
  ],
  async run(parts, work) {
    const system = productSystemOf(parts);
    const { scaling, inventory, scores, residual, method, notes } = await lifecycleOf(system, work);
    const direct = directScores(system);
    return {
      scaling: [...scaling],
      inventory: [...inventory],
      scores: [...scores],
      contributions: Array.from({ length: direct.rows }, (_, m) =>
        Array.from(scaling, (s, j) => direct.data[m * direct.columns + j]! * s),
      ),
      residual,
      method,
      notes: [...notes],
    };
  },
});
