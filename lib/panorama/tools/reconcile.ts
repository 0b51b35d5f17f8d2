import { z } from "zod";
import { messages } from "../../message/message.ts";
import { sentenceOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { PanoramaError } from "../account.ts";
import { effectsInOrder, figureWithShape } from "../ordered-effects.ts";

const texts = messages("panorama", {
  assumedAdditive: {
    en: "The effects are assumed to be additive: their interaction was not measured and is part of the remainder. Each may be in the other figure; coming close to it would not prove that it is.",
    zh: "这里假定各项影响可以相加：它们的共同作用没有测量，包含在剩余差额中。每项影响都可能包含在另一项数据中；即使接近该数据也不说明确实如此。",
  },

  noValue: {
    en: "effects[{at}].value is missing; without figures every effect needs one.",
    zh: "缺少 effects[{at}].value；未给出 figures 时每项影响都需要数值。",
  },
});

const effect = z.object({
  effect: z.string(),
  value: z.number().optional().describe("What it adds by itself. Not with `figures`, which tell."),
  source: z.string().min(1),
  method: z.string(),
});

const inOrder = z.object({
  effect: z.string(),
  value: z.number().nullable().describe("What it adds to those before it; null where no figure tells."),
  alone: z.number().nullable().describe("What it adds to `from` by itself."),
  low: z.number().nullable().describe("Lowest over all orders."),
  high: z.number().nullable().describe("Highest over all orders."),
  source: z.string(),
  method: z.string(),
});

export const panoramaReconcile = defineTool({
  name: "panorama.reconcile",
  title: { en: "What may explain the difference between two figures", zh: "两项数据之间可能的差异来源" },
  summary: {
    en: "Takes two figures and possible effects between them (gas, year, edition, source, principle), in an order, with the figures that include some of them; returns what each adds alone and in this order, their joint effect, and the remainder, where known.",
    zh: "给定两项数据、其间可能存在的影响（气体、年份、版本、来源、核算原则）及其次序，以及含有其中若干影响的数据；给出每项影响单独及按此次序的大小、交互作用，以及（在可知时）剩余差额。",
  },
  input: z.object({
    from: z.number(),
    to: z.number(),
    effects: z.array(effect).default([]).describe("In the order in which they are taken."),
    figures: z
      .array(figureWithShape)
      .optional()
      .describe(
        "Figures with some of the effects in. Left out, each effect gives its own value and they are taken to add up.",
      ),
  }),
  output: z.object({
    from: z.number(),
    to: z.number(),
    effects: z.array(inOrder),
    interaction: z.number().nullable().describe("What they do together beyond each alone; null where not measured."),
    reached: z.number().nullable().describe("The figure with all of them in."),
    unexplained: z.number().nullable().describe("to − reached; null where what they do together is not known."),
    unexplainedShare: ratio.nullable().describe("Against |to − from|; null where both agree or it is not known."),
    reading: sentenceOut.describe("What this shows and what it does not."),
  }),
  formula: "reached = from + Σ effects in order = from + Σ effects alone + interaction; unexplained = to − reached",
  assumptions: [
    "An effect may be in the other figure; that it is cannot be shown from outside.",
    "The order changes what each effect adds, not what all add together.",
    "An effect that no figure has alone is not measured: with it nothing is said to be explained.",
    "Without `figures` effects are taken to add up, and what they do together is not known.",
  ],
  references: [
    "Dietzenbacher & Los (1998), doi:10.1080/09535319800000023: orders of a decomposition.",
    "IPCC 2006 Guidelines, Vol 1 Ch 6: comparison with other estimates.",
  ],
  run({ from, to, effects, figures }) {
    const named = effects.map(({ effect, source, method }) => ({ effect, source, method }));
    const given = figures ?? allSums(from, effects);
    const result = effectsInOrder(from, to, named, given);
    const measured = { ...result, effects: result.effects.map((each) => ({ ...each })) };
    if (figures) return measured;
    // Assumed sums do not measure an interaction.
    return { ...measured, interaction: null, ...(effects.length > 0 ? { reading: texts.assumedAdditive() } : {}) };
  },
});

/** The figure of every set of effects, assuming that effects add up. */
function allSums(from: number, effects: readonly { readonly effect: string; readonly value?: number | undefined }[]) {
  const values = effects.map(({ value }, e) => {
    if (value === undefined) throw new PanoramaError(`effects[${e}].value`, texts.noValue({ at: e }));
    return value;
  });
  return Array.from({ length: 2 ** Math.min(effects.length, 10) - 1 }, (_, at) => {
    const included = [...effects.keys()].filter((e) => (at + 1) & (1 << e));
    return {
      effects: included.map((e) => effects[e]!.effect),
      value: from + included.reduce((sum, e) => sum + values[e]!, 0),
    };
  });
}
