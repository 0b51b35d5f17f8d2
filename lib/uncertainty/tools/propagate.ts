import { z } from "zod";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { interval95 } from "../distributions/distribution.ts";
import { distributionIn } from "../distributions/distribution-schema.ts";
import { distributionOf } from "../distributions/distribution-spec.ts";
import { histogramShape } from "../propagation/histogram.ts";
import { expressionModel } from "../propagation/model.ts";
import { propagate } from "../propagation/propagation.ts";
import { stageShape } from "../propagation/stage.ts";
import { uncertainInputs } from "../propagation/uncertain-inputs.ts";
import { estimateShape } from "../sensitivity/estimate.ts";
import { ofVariable } from "../uncertainty-error.ts";
import {
  correlationIn,
  drawAssumptions,
  drawsIn,
  modelIn,
  notesOut,
  samplerIn,
  scrambleIn,
  seedIn,
  variablesIn,
} from "./variables.ts";

export const uncertaintyPropagate = defineTool({
  name: "uncertainty.propagate",
  title: { en: "Propagate uncertainty (Monte Carlo)", zh: "不确定性传播（蒙特卡洛）" },
  summary: {
    en: "The distribution of a formula whose variables are uncertain: mean, standard deviation, quantiles with their confidence intervals, histogram and convergence; stops when the requested quantile is precise enough.",
    zh: "由含不确定变量的公式求结果的分布：均值、标准差、分位数及其置信区间、直方图与收敛过程；所需分位数足够精确时即停止。",
  },
  input: z.object({
    model: modelIn,
    variables: variablesIn,
    correlation: correlationIn.optional(),
    draws: drawsIn(100_000_000).default(16_384),
    seed: seedIn,
    sampler: samplerIn.default("sobol"),
    scramble: scrambleIn,
    stop: z
      .strictObject({ probability: ratio, relative: ratio })
      .optional()
      .describe("Stop when half of the confidence interval of this quantile is at most this share of it"),
    keep: z.boolean().default(false).describe("Give the result of every draw too"),
    bins: z.int().min(1).max(1000).default(60),
  }),
  output: z.object({
    draws: z.int(),
    mean: z.number(),
    sd: z.number(),
    p2_5: z.number(),
    p50: z.number(),
    p97_5: z.number(),
    skewness: ratio,
    kurtosis: ratio,
    least: z.number(),
    most: z.number(),
    quantiles: z.array(z.object({ probability: ratio, ...estimateShape.shape })),
    histogram: histogramShape,
    convergence: z.array(stageShape),
    stopped: z.boolean(),
    results: z.array(z.number()).optional(),
    notes: notesOut,
  }),
  tablesOut: {
    bins: {
      charts: {
        distribution: {
          channels: { from: "from", to: "to", frequency: "count" },
          facts: { mean: "mean", lo: "p2_5", hi: "p97_5", draws: "draws" },
        },
      },
      ...recordTable(
        { en: "The histogram of the result.", zh: "结果的直方图。" },
        {
          from: numberColumn({ en: "Where the bin begins.", zh: "分组下界。" }),
          to: numberColumn({ en: "Where it ends.", zh: "分组上界。" }),
          count: numberColumn({ en: "Draws in it.", zh: "落入该组的抽样数。" }),
        },
        ({ histogram: { edges, counts } }: Drawn) =>
          counts.map((count, bin) => ({ from: edges[bin], to: edges[bin + 1], count })),
      ),
    },
    byDraw: {
      description: {
        en: "The result of every draw; without rows unless `keep` was set.",
        zh: "逐次抽样的结果；未设置 `keep` 时没有数据行。",
      },
      columns: {
        draw: integerColumn({ en: "The draw, from 1.", zh: "抽样序号，从 1 起。" }),
        result: numberColumn({ en: "The result.", zh: "结果。" }),
      },
      values: ({ results = [] }: Drawn) => ({ draw: results.map((_, draw) => draw + 1), result: results }),
    },
  },
  assumptions: [
    ...drawAssumptions,
    "No draw is kept unless asked for; beyond 4,096 draws quantiles are interpolated in steps of 1/4,096 of the draws.",
  ],
  references: [
    "IPCC 2006 Guidelines, Vol 1 Ch 3, 3.2.3.2: Approach 2, Monte Carlo simulation.",
    "Salmon, Moraes, Dror, Shaw (2011), doi:10.1145/2063384.2063405: Philox.",
    "Owen (1995), doi:10.1007/978-1-4612-2552-2_19: scrambled nets; Joe, Kuo (2008), doi:10.1137/070709359.",
  ],
  async run({ model, variables, correlation, ...options }, work) {
    const inputs = uncertainInputs(variables, correlation);
    const found = await propagate(inputs, expressionModel(model, inputs.names), options, work);
    const at = (probability: number) => found.quantiles.find((each) => each.probability === probability)!.value;
    const { results, convergence, notes, ...rest } = found;
    return {
      ...rest,
      p2_5: at(0.025),
      p50: at(0.5),
      p97_5: at(0.975),
      convergence: [...convergence],
      notes: [...notes],
      ...(results ? { results: [...results] } : {}),
    };
  },
});

interface Drawn {
  readonly histogram: { readonly edges: readonly number[]; readonly counts: readonly number[] };
  readonly results?: readonly number[];
}

export const uncertaintyDistribution = defineTool({
  name: "uncertainty.distribution",
  title: { en: "Describe a distribution", zh: "描述概率分布" },
  summary: {
    en: "Mean, standard deviation, skewness and quantiles, with those of 2.5 % and 97.5 %, of a distribution, given in any of the accepted ways.",
    zh: "由任一给定方式得到分布的均值、标准差、偏度与分位数（含 2.5 % 与 97.5 % 分位数）。",
  },
  input: z.object({
    distribution: distributionIn,
    probabilities: z.array(ratio.min(0).max(1)).default([0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975]),
  }),
  output: z.object({
    kind: z.string(),
    mean: z.number(),
    sd: z.number(),
    variance: z.number(),
    skewness: ratio,
    p2_5: z.number(),
    p97_5: z.number(),
    quantiles: z.array(z.object({ probability: ratio, value: z.number() })),
    notes: notesOut,
  }),
  assumptions: ["p2_5 and p97_5 are quantiles of the distribution as it is given."],
  references: [
    "IPCC 2006 Guidelines, Vol 1 Ch 3, 3.2.2.4: probability density functions.",
    "Weidema et al. (2013), ecoinvent report 1 (v3): pedigree matrix.",
  ],
  run({ distribution, probabilities }) {
    const law = distributionOf(distribution, "distribution");
    const [lo, hi] = interval95(law);
    return {
      kind: law.kind,
      mean: law.mean,
      sd: Math.sqrt(law.variance),
      variance: law.variance,
      skewness: law.skewness,
      p2_5: lo,
      p97_5: hi,
      quantiles: probabilities.map((probability) => ({ probability, value: law.quantile(probability) })),
      notes: law.notes.map((note) => ofVariable("distribution", note)),
    };
  },
});
