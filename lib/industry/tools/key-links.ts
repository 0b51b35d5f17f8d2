import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { drawsIn, seedIn } from "../../uncertainty/tools/variables.ts";
import { type KeyLink, keyLinks, rangeEndShape } from "../links/key-links.ts";
import type { LinkedOutput } from "../links/linked-model.ts";
import { estimateOut, linkedModelIn, linkedOf, linkParametersIn } from "./link-schema.ts";

const influence = z
  .object({
    derivative: z.number().describe("∂output / ∂parameter"),
    elasticity: ratio.nullable().describe("∂ln output / ∂ln parameter; null if the output is 0"),
    S1: estimateOut.describe("Share of the variance that it makes alone; null without a distribution"),
    ST: estimateOut.describe("With all its interactions"),
  })
  .nullable();

export const industryKeyLinks = defineTool({
  name: "industry.keyLinks",
  title: { en: "Key links of a plant: what to change first", zh: "装置的关键环节：优先改变什么" },
  summary: {
    en: "For each parameter of a model of emissions and cost: its elasticity, its share of their variance, and what is avoided, at what cost, if it moves to the better end of its range; the largest first.",
    zh: "对排放与成本模型的每个参数给出：弹性、方差份额，以及移至其范围较优一端时的减排量与成本；由大到小排列。",
  },
  input: z.strictObject({
    model: linkedModelIn,
    parameters: linkParametersIn,
    draws: drawsIn(262_144).default(1024).describe("N = 2^k; the model is evaluated N (d + 2) times"),
    seed: seedIn,
    resamples: z.int().min(1).max(10_000).default(200).describe("Bootstrap resamples for the intervals"),
  }),
  output: z.object({
    emissions: z.number().describe("At the values of the parameters"),
    cost: z.number().nullable(),
    links: z
      .array(
        z.object({
          rank: z.int(),
          parameter: z.string(),
          value: z.number(),
          unit: z.string().nullable(),
          confirmation: z.string().nullable().describe("How the value was confirmed"),
          emissions: influence,
          cost: influence,
          potential: z
            .object({
              to: z.number().describe("The end of the range at which emissions are least"),
              avoided: z.number(),
              cost: z.number().nullable().describe("Change of cost"),
              costPerTonne: z.number().nullable(),
            })
            .nullable()
            .describe("null without a range"),
          ends: z
            .object({ lo: rangeEndShape, hi: rangeEndShape })
            .nullable()
            .describe("The ends of the range, as far as the plant can run there"),
        }),
      )
      .describe("What to change first: by what is avoided within the range, then by elasticity of emissions"),
    notes: notesOut,
  }),
  tablesOut: {
    first: {
      ...recordTable(
        { en: "Parameters by what they avoid and by elasticity.", zh: "按减排潜力与弹性排列的参数。" },
        {
          rank: integerColumn({ en: "Place in the list.", zh: "排名。" }),
          parameter: textColumn({ en: "Name of the parameter.", zh: "参数名称。" }),
          avoided: numberColumn({ en: "Avoided at the better end of its range.", zh: "移至范围较优一端时的减排量。" }),
          costPerTonne: numberColumn({ en: "Its cost per t avoided.", zh: "单位减排成本。" }),
          elasticity: numberColumn({ en: "Elasticity of emissions.", zh: "排放弹性。" }),
          costElasticity: numberColumn({ en: "Elasticity of cost.", zh: "成本弹性。" }),
          share: numberColumn({
            en: "Share of the variance of emissions, with interactions.",
            zh: "排放方差份额（含交互作用）。",
          }),
          lo: numberColumn({ en: "Lower bound of the share.", zh: "份额下限。" }),
          hi: numberColumn({ en: "Upper bound of the share.", zh: "份额上限。" }),
          confirmation: textColumn({ en: "How the value was confirmed.", zh: "取值的确认方式。" }),
        },
        ({ links }: { readonly links: readonly Tabled[] }) =>
          links.map(({ rank, parameter, potential, emissions, cost, confirmation }) => ({
            rank,
            parameter,
            avoided: potential?.avoided,
            costPerTonne: potential?.costPerTonne,
            elasticity: emissions?.elasticity,
            costElasticity: cost?.elasticity,
            share: emissions?.ST?.value,
            lo: emissions?.ST?.lo,
            hi: emissions?.ST?.hi,
            confirmation,
          })),
      ),
      charts: { tornado: { channels: { label: "parameter", share: "share", lo: "lo", hi: "hi" } } },
    },
  },
  formula: "ε = (p / y) ∂y/∂p; S = V(E(y | p)) / V(y)",
  assumptions: [
    "Elasticities are local and of one parameter at a time, from central differences.",
    "Shares of the variance are of independent parameters; those without a distribution are fixed.",
    "A range is what the plant could be set to. It is no interval, and moving one parameter says nothing of moving two.",
  ],
  references: [
    "Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045: perturbation analysis.",
    "Saltelli, Annoni, Azzini, Campolongo, Ratto, Tarantola (2010), doi:10.1016/j.cpc.2009.09.018.",
    "Jansen (1999), doi:10.1016/S0010-4655(98)00154-4: the total index.",
  ],
  async run({ model, parameters, ...options }, work) {
    const { linked, given } = linkedOf(model, parameters);
    const { links, values, notes } = await keyLinks(linked, given, options, work);
    return {
      emissions: values.emissions!,
      cost: values.cost ?? null,
      links: links.map((link, k) => linkOut(link, k + 1)),
      notes: [...notes],
    };
  },
});

interface Tabled {
  readonly rank: number;
  readonly parameter: string;
  readonly confirmation: string | null;
  readonly potential: { readonly avoided: number; readonly costPerTonne: number | null } | null;
  readonly emissions: z.output<typeof influence>;
  readonly cost: z.output<typeof influence>;
}

function linkOut({ parameter, influences, potential, ends }: KeyLink, rank: number) {
  const { name, value, unit = null, confirmation = null } = parameter;
  const of = (output: LinkedOutput) => influences[output] ?? null;
  return {
    rank,
    parameter: name,
    value,
    unit,
    confirmation,
    emissions: of("emissions"),
    cost: of("cost"),
    potential,
    ends,
  };
}
