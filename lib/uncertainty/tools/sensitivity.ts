import { z } from "zod";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { expressionModel } from "../propagation/model.ts";
import { uncertainInputs } from "../propagation/uncertain-inputs.ts";
import { delta } from "../sensitivity/delta.ts";
import { fast, fastMeasureShape } from "../sensitivity/fast.ts";
import { morris, morrisMeasureShape } from "../sensitivity/morris.ts";
import { regression, regressionMeasureShape } from "../sensitivity/regression.ts";
import { evaluateSample } from "../sensitivity/sample-evaluation.ts";
import { tornado, tornadoShape } from "../sensitivity/tornado.ts";
import { measureTable } from "./measure-table.ts";
import {
  correlationIn,
  drawAssumptions,
  drawsIn,
  estimateOut,
  modelIn,
  notesOut,
  samplerIn,
  scrambleIn,
  seedIn,
  variablesIn,
} from "./variables.ts";

const problem = { model: modelIn, variables: variablesIn };
const sampled = {
  ...problem,
  correlation: correlationIn.optional(),
  draws: drawsIn(1_048_576).default(4096),
  seed: seedIn,
  sampler: samplerIn.default("sobol"),
  scramble: scrambleIn,
};

export const uncertaintyMorris = defineTool({
  name: "uncertainty.morris",
  title: { en: "Screening by elementary effects (Morris)", zh: "Morris 基本效应筛选" },
  summary: {
    en: "Which of many variables matter at all, from few evaluations: mean, mean size and spread of the elementary effects.",
    zh: "以较少的模型计算筛选重要变量：基本效应的均值、绝对均值与离散程度。",
  },
  input: z.object({
    ...problem,
    trajectories: z.int().max(100_000).default(50),
    levels: z.int().max(1000).default(4),
    seed: seedIn,
  }),
  output: z.object({
    measures: z.record(z.string(), morrisMeasureShape),
    notes: notesOut,
  }),
  tablesOut: {
    byVariable: measureTable<{ mu: number; muStar: number; sigma: number; lo: number; hi: number }>(
      { en: "Elementary effects, variable by variable.", zh: "各变量的基本效应。" },
      {
        mu: { description: { en: "Mean effect.", zh: "效应均值。" }, of: ({ mu }) => mu },
        muStar: { description: { en: "Mean absolute effect.", zh: "效应绝对值的均值。" }, of: ({ muStar }) => muStar },
        sigma: { description: { en: "Spread of the effects.", zh: "效应的离散程度。" }, of: ({ sigma }) => sigma },
        lo: { description: { en: "Lower bound of muStar.", zh: "muStar 的下限。" }, of: ({ lo }) => lo },
        hi: { description: { en: "Upper bound of muStar.", zh: "muStar 的上限。" }, of: ({ hi }) => hi },
      },
    ),
  },
  assumptions: ["Variables are independent.", "Effects are per unit of the quantile, in the unit of the result."],
  references: [
    "Morris (1991), doi:10.1080/00401706.1991.10484804.",
    "Campolongo, Cariboni, Saltelli (2007), doi:10.1016/j.envsoft.2006.10.004.",
  ],
  run({ model, variables, ...options }) {
    const inputs = uncertainInputs(variables);
    return { measures: morris(inputs, expressionModel(model, inputs.names), options), notes: [...inputs.notes] };
  },
});

export const uncertaintyFast = defineTool({
  name: "uncertainty.fast",
  title: { en: "Extended FAST", zh: "扩展傅里叶幅度敏感性检验（FAST）" },
  summary: {
    en: "First-order and total indices by the spectrum along curves through the space of the variables.",
    zh: "沿变量空间曲线作频谱分析，得一阶与总效应指数。",
  },
  input: z.object({
    ...problem,
    draws: drawsIn(1_048_576).default(2049).describe("A variable"),
    harmonics: z.int().max(100).default(4),
    seed: seedIn,
  }),
  output: z.object({
    measures: z.record(z.string(), fastMeasureShape),
    notes: notesOut,
  }),
  tablesOut: {
    byVariable: measureTable<{ first: number; total: number }>(
      { en: "Shares of the variance, variable by variable.", zh: "各变量在方差中的份额。" },
      {
        first: { description: { en: "First-order share.", zh: "一阶份额。" }, of: ({ first }) => first },
        total: {
          description: { en: "Share with all interactions.", zh: "含全部交互作用的份额。" },
          of: ({ total }) => total,
        },
      },
    ),
  },
  assumptions: ["Variables are independent.", "The total index is biased upward by up to some hundredths."],
  references: ["Saltelli, Tarantola, Chan (1999), doi:10.1080/00401706.1999.10485594."],
  run({ model, variables, ...options }) {
    const inputs = uncertainInputs(variables);
    return { measures: fast(inputs, expressionModel(model, inputs.names), options), notes: [...inputs.notes] };
  },
});

export const uncertaintyDelta = defineTool({
  name: "uncertainty.delta",
  title: { en: "Moment-independent measure (delta)", zh: "与矩无关的敏感性测度（delta）" },
  summary: {
    en: "How much knowing a variable would change the whole distribution of the result, and its first-order share; also for correlated variables.",
    zh: "得知某变量后结果的整个分布改变多少，以及一阶方差份额；亦适用于相关变量。",
  },
  input: z.object({ ...sampled, resamples: z.int().min(0).max(1000).default(50) }),
  output: z.object({
    measures: z.record(z.string(), z.object({ delta: estimateOut, first: ratio })),
    notes: notesOut,
  }),
  tablesOut: {
    byVariable: measureTable<{ delta: { value: number; lo: number; hi: number }; first: number }>(
      { en: "Delta, variable by variable.", zh: "各变量的 delta 指标。" },
      {
        delta: {
          description: { en: "Shift of the result's density.", zh: "结果密度的偏移。" },
          of: ({ delta }) => delta.value,
        },
        lo: { description: { en: "Lower bound of delta.", zh: "delta 的下限。" }, of: ({ delta }) => delta.lo },
        hi: { description: { en: "Upper bound of delta.", zh: "delta 的上限。" }, of: ({ delta }) => delta.hi },
        first: {
          description: { en: "First-order share of the variance.", zh: "方差的一阶份额。" },
          of: ({ first }) => first,
        },
      },
    ),
  },
  assumptions: drawAssumptions,
  references: [
    "Borgonovo (2007), doi:10.1016/j.ress.2006.04.015.",
    "Plischke, Borgonovo, Smith (2013), doi:10.1016/j.ejor.2012.11.047.",
  ],
  run({ model, variables, correlation, resamples, ...options }) {
    const inputs = uncertainInputs(variables, correlation);
    const sample = evaluateSample(inputs, expressionModel(model, inputs.names), options);
    return { measures: delta(sample, { seed: options.seed, resamples }), notes: [...inputs.notes] };
  },
});

export const uncertaintyRegression = defineTool({
  name: "uncertainty.regression",
  title: { en: "Regression and rank coefficients", zh: "回归与秩相关系数" },
  summary: {
    en: "Correlation, standardised and partial coefficients of each variable with the result, of values (SRC, PCC) or ranks (SRRC, PRCC), with the share explained.",
    zh: "各变量与结果的相关系数、标准化与偏系数，可用数值（SRC、PCC）或秩（SRRC、PRCC），并给出解释比例。",
  },
  input: z.object({ ...sampled, of: z.enum(["values", "ranks"]).default("ranks") }),
  output: z.object({
    measures: z.record(z.string(), regressionMeasureShape),
    r2: ratio,
    notes: notesOut,
  }),
  tablesOut: {
    byVariable: measureTable<{ correlation: number; standardised: number; partial: number }>(
      { en: "Coefficients, variable by variable.", zh: "各变量的系数。" },
      {
        correlation: {
          description: { en: "Correlation with the result.", zh: "与结果的相关系数。" },
          of: ({ correlation }) => correlation,
        },
        standardised: {
          description: { en: "Standardised regression coefficient.", zh: "标准化回归系数。" },
          of: ({ standardised }) => standardised,
        },
        partial: { description: { en: "Partial correlation.", zh: "偏相关系数。" }, of: ({ partial }) => partial },
      },
    ),
  },
  assumptions: [...drawAssumptions, "Below an r2 of about 0.7 the coefficients say little."],
  references: ["Saltelli, Ratto, Andres et al. (2008), Global Sensitivity Analysis: The Primer, Wiley."],
  run({ model, variables, correlation, of, ...options }) {
    const inputs = uncertainInputs(variables, correlation);
    const { measures, r2 } = regression(evaluateSample(inputs, expressionModel(model, inputs.names), options), of);
    return { measures: { ...measures }, r2, notes: [...inputs.notes] };
  },
});

export const uncertaintyTornado = defineTool({
  name: "uncertainty.tornado",
  title: { en: "Tornado and scenarios", zh: "龙卷风图与情景" },
  summary: {
    en: "What each variable does to the result from its 2.5 % to its 97.5 % quantile, all else at its mean; and the results of named scenarios.",
    zh: "其余变量取均值时，各变量由 2.5 % 到 97.5 % 分位数使结果改变多少；以及各命名情景的结果。",
  },
  input: z.object({
    ...problem,
    scenarios: z
      .record(z.string(), z.record(z.string(), z.number()))
      .default({})
      .describe("Name → values that stand in for the means"),
  }),
  output: z.object({ ...tornadoShape.shape, notes: notesOut }),
  assumptions: ["One variable moves at a time; interactions and correlations are not seen."],
  references: ["Eschenbach (1992), doi:10.1287/inte.22.6.40."],
  run({ model, variables, scenarios }) {
    const inputs = uncertainInputs(variables);
    const found = tornado(inputs, expressionModel(model, inputs.names), scenarios);
    return { base: found.base, bars: [...found.bars], scenarios: [...found.scenarios], notes: [...inputs.notes] };
  },
});
