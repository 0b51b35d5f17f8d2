import { z } from "zod";
import { messages, type Sentence } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { methodOut, residualOut, sentenceOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import type { InputOf } from "../../tool/shape.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import {
  correlationIn,
  drawsIn,
  figureIn,
  notesOut,
  QUANTILES_OF_DRAWS,
  seedIn,
} from "../../uncertainty/tools/variables.ts";
import { indicatorScores } from "../contribution/indicator-scores.ts";
import { undividedOnRun } from "../contribution/notes-on-run.ts";
import { type QuotedScores, quotedScores } from "../contribution/unallocated-share.ts";
import { demandOf } from "../graph/demand.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { type DrawScoresOptions, drawScores } from "../uncertainty/draw-scores.ts";
import { methodsIn } from "./indicator-schema.ts";
import { defineInventoryTool } from "./inventory-tool.ts";

const texts = messages("lifecycle.uncertainty", {
  sameName: {
    en: "Two demands are called {name}; give each a name of its own.",
    zh: "有两个需求都名为“{name}”；请为每个需求取不同的名称。",
  },
  notStated: { en: "{demand}, left out: {why}", zh: "{demand} 未列出：{why}" },
  noFactors: {
    en: "No flow of the inventory has a factor in {indicators:and}, so there is no score to draw.",
    zh: "清单中没有任何基本流在 {indicators:and} 中有因子，因此没有可抽样的结果。",
  },
});

export const namedDemandShape = z.strictObject({
  of: z.string().describe("Id of the activity, or of the product if one activity makes it"),
  amount: numberIn(siblingUnit),
  unit: z.string().optional().describe("Default: that of the product"),
});
interface NamedDemand extends InputOf<typeof namedDemandShape> {
  readonly name?: string | undefined;
}

interface Kept {
  readonly kept: readonly {
    readonly indicator: string;
    readonly unit: string;
    readonly alternatives: Readonly<Record<string, readonly number[]>>;
  }[];
}

export const uncertaintyInventory = defineInventoryTool({
  name: "uncertainty.inventory",
  title: { en: "Uncertain scores of products of an inventory", zh: "清单产品评价结果的不确定性" },
  summary: {
    en: "Scores of products of an inventory whose exchanges or parameters have laws, on common draws: the range of the draws, the first-order variance as a check, and what makes most of it.",
    zh: "清单的交换或参数带概率分布时产品的影响评价结果，各需求使用共同抽样：给出抽样范围、用于核对的一阶方差及其主要来源。",
  },
  options: {
    demands: z
      .array(
        z.strictObject({
          name: z.string().min(1).optional().describe("Default: of"),
          of: z.string().describe("Id of the activity, or of the product if one activity makes it"),
          amount: numberIn(siblingUnit),
          unit: z.string().optional().describe("Default: that of the product"),
        }),
      )
      .min(1)
      .describe("The reference flows; all have the same draws, so that they can be compared"),
    methods: methodsIn,
    draws: drawsIn(100_000).default(1000),
    seed: seedIn,
    foreground: z
      .array(z.string())
      .optional()
      .describe("Ids of the activities whose exchanges vary, on a fixed background; default: all"),
    correlations: correlationIn
      .optional()
      .describe("Of parameters by name; those that hold within an activity are called ID: NAME"),
    tolerance: ratio
      .positive()
      .max(1)
      .optional()
      .describe("To what part of its standard deviation a draw of a score is solved; default: 0.001"),
    keep: z.boolean().default(false).describe("Whether the draws are in the result, for lifecycle.compare"),
  },
  output: z.object({
    scores: z.array(
      z
        .object({ demand: z.string(), method: z.string(), indicator: z.string(), name: sentenceOut, unit: z.string() })
        .extend(figureIn(siblingUnit).shape)
        .extend({
          firstOrderSd: numberIn(siblingUnit).describe("Standard deviation to first order, without draws"),
          varianceRatio: ratio
            .nullable()
            .describe("Variance of the draws by that to first order; far from 1: the model is not linear there"),
        }),
    ),
    contributors: z
      .array(
        z.object({
          demand: z.string(),
          indicator: z.string(),
          of: z.enum(["exchange", "parameter"]),
          name: sentenceOut,
          share: ratio,
        }),
      )
      .describe("First-order shares of the variance of each score, the largest twenty, the largest first"),
    uncertain: z
      .object({
        exchanges: z.int().describe("That have a law"),
        byParameters: z.int().describe("That follow from a parameter with a law"),
        parameters: z.int(),
        of: z.int().describe("Exchanges of the system, or of the foreground"),
        undefinedLaws: z.int().describe("Said to be uncertain, but not how: not varied"),
      })
      .describe("How many exchanges vary"),
    control: z
      .object({
        draws: z.int(),
        largest: ratio.describe("Largest difference of a score, relative to its exact value"),
        ofSpread: ratio.describe("The same, relative to its standard deviation"),
      })
      .describe("Draws that were solved as the others, and then exactly"),
    kept: z
      .array(
        z.object({
          indicator: z.string(),
          unit: z.string(),
          alternatives: z.record(z.string(), z.array(numberIn(siblingUnit))).describe("Demand → draws"),
        }),
      )
      .describe("The draws by indicator; empty without keep"),
    draws: z.int(),
    residual: residualOut,
    method: methodOut,
    notes: notesOut,
  }),
  tablesOut: {
    byDraw: recordTable(
      { en: "Draw by draw, if they are kept.", zh: "各次抽样的结果（若保留）。" },
      {
        draw: integerColumn({
          en: "Number of the draw, from 1; common to all rows with it.",
          zh: "抽样序号，从 1 起，各行共用。",
        }),
        demand: textColumn({ en: "Name of the demand.", zh: "需求的名称。" }),
        indicator: textColumn({ en: "Code of the indicator.", zh: "指标的代码。" }),
        score: numberColumn({ en: "Its score in the draw.", zh: "该次抽样的结果。" }, { unitIn: "kept.unit" }),
        unit: textColumn({ en: "Unit of the score.", zh: "结果的单位。" }),
      },
      ({ kept }: Kept) =>
        kept.flatMap(({ indicator, unit, alternatives }) =>
          Object.entries(alternatives).flatMap(([demand, scores]) =>
            scores.map((score, k) => ({ draw: k + 1, demand, indicator, score, unit })),
          ),
        ),
    ),
  },
  formula:
    "h = q A⁻¹ f, drawn; sd₁² = Σ (∂h/∂x)² Var x with ∂h/∂a_ij = −w_i s_j, ∂h/∂q_j = s_j, w = q A⁻¹ and s = A⁻¹ f",
  assumptions: [
    "Exchanges with laws of their own are independent: inputs and outputs of an activity do not balance in a draw.",
    "Exchanges whose formulas name one parameter move together; parameters are correlated as stated.",
    "An exchange without a law, and one that is said to be uncertain but not how, stays as it is.",
    "Shares of allocation and factors of impact do not vary.",
    QUANTILES_OF_DRAWS,
    "value is that of the inventory without deviations.",
  ],
  references: [
    "Heijungs, Suh (2002), doi:10.1007/978-94-015-9900-9.",
    "Heijungs (2010), doi:10.1007/s11367-010-0158-5: sensitivity coefficients.",
    "Pierce, Giles (2000), doi:10.1137/S0036144598349423: functionals corrected by the adjoint.",
  ],
  over: (inventory, { demands, methods, keep, ...options }, work) =>
    uncertainScores(inventory, demands, methods, keep, options, work),
});

async function uncertainScores(
  inventory: OpenedInventory,
  demands: readonly NamedDemand[],
  methods: readonly string[] | undefined,
  keep: boolean,
  options: DrawScoresOptions,
  work: Work,
) {
  const assessed = inventory.assessedBy(methods);
  const { system } = assessed.solved;
  const names = demands.map(({ name, of }) => name ?? of);
  names.forEach((name, at) => {
    if (names.indexOf(name) < at) throw new LifecycleError(`demands[${at}].name`, texts.sameName({ name }));
  });
  const wanted = demands.map(({ of, amount, unit }) => demandOf(system, of, amount, unit));
  const found = await drawScores(assessed, wanted, options, work);
  const quotes: QuotedScores[] = [];
  const runs = new Float64Array(system.nodes.length);
  for (const f of wanted) {
    const { scaling } = await assessed.solved.solve(f, work);
    for (const [node, run] of scaling.entries()) runs[node]! += Math.abs(run);
    quotes.push(await quotedScores(assessed, f, scaling, indicatorScores(assessed, scaling), work));
  }
  const { indicators } = assessed.characteriser;
  const { rowStarts } = assessed.direct;
  const hasFactor = (m: number) => rowStarts[m + 1]! > rowStarts[m]!;
  const scored = [...indicators.keys()].filter(hasFactor);
  const without = indicators.filter((_, m) => !hasFactor(m)).map(({ code }) => code);
  const methodOf = assessed.methods.flatMap(({ id, indicators: of }) => of.map(() => id));
  const isStated = (d: number, m: number) => (quotes[d]!.unallocated[m] ?? 0) === 0 || quotes[d]!.scores[m] !== null;
  const each = names.flatMap((demand, d) =>
    scored.filter((m) => isStated(d, m)).map((m) => ({ demand, m, score: found.scores[d]![m]! })),
  );
  return {
    scores: each.map(({ demand, m, score: { figure, firstOrderSd, varianceRatio } }) => {
      const { code, name, unit } = indicators[m]!;
      return {
        demand,
        method: methodOf[m]!,
        indicator: code,
        name: name as Sentence,
        unit,
        ...figure,
        firstOrderSd,
        varianceRatio,
      };
    }),
    contributors: each.flatMap(({ demand, m, score: { contributors } }) =>
      contributors
        .filter(({ share }) => share !== 0)
        .map(({ of, name, share }) => ({ demand, indicator: indicators[m]!.code, of, name, share })),
    ),
    uncertain: { ...found.uncertain, undefinedLaws: found.undefinedLaws.length },
    control: found.control,
    kept: keep
      ? scored.map((m) => ({
          indicator: indicators[m]!.code,
          unit: indicators[m]!.unit,
          alternatives: Object.fromEntries(
            names.flatMap((name, d) => (isStated(d, m) ? [[name, Array.from(found.scores[d]![m]!.draws)]] : [])),
          ),
        }))
      : [],
    draws: found.draws,
    residual: found.residual,
    method: found.method,
    notes: [
      ...quotes.flatMap(({ notes }, d) => notes.map((why) => texts.notStated({ demand: names[d]!, why }))),
      ...found.notes,
      ...undividedOnRun(assessed, runs),
      ...system.notes,
      ...(without.length > 0 ? [texts.noFactors({ indicators: without })] : []),
    ],
  };
}
