import { z } from "zod";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { expressionModel } from "../propagation/model.ts";
import { uncertainInputs } from "../propagation/uncertain-inputs.ts";
import { type Evaluation, evaluateInParts, evaluationOf, rowsOf } from "../sensitivity/evaluation.ts";
import { type SaltelliDesign, saltelliDesign } from "../sensitivity/saltelli-design.ts";
import { pairName, sobolIndices } from "../sensitivity/sobol-indices.ts";
import { drawsIn, estimatesOut, modelIn, notesOut, scrambleIn, seedIn, variablesIn } from "./variables.ts";

const design = {
  variables: variablesIn,
  draws: drawsIn(1_048_576)
    .default(4096)
    .describe("N = 2^k; the model is evaluated N (d + 2) times, second order N (2 d + 2)"),
  seed: seedIn,
  sampler: z.enum(["sobol", "random"]).default("sobol"),
  scramble: scrambleIn,
  secondOrder: z.boolean().default(false),
};
const resamples = z.int().min(0).max(10_000).default(200).describe("Bootstrap resamples for the intervals");

const indices = z.object({
  S1: estimatesOut.describe("First order: the share of the variance that a variable makes alone"),
  ST: estimatesOut.describe("Total: with all its interactions"),
  S2: estimatesOut.describe("Second order, by pairs; empty unless asked for"),
  mean: z.number(),
  variance: z.number(),
  evaluations: z.int(),
  fingerprint: z.string(),
  notes: notesOut,
});

const assumptions = [
  "Variables are independent.",
  "Bootstrap intervals do not know of the balance of a Sobol sample: they are rather too wide.",
  "An index below 0 is 0 within its interval; it is shown as estimated.",
];
const references = [
  "Saltelli, Annoni, Azzini, Campolongo, Ratto, Tarantola (2010), doi:10.1016/j.cpc.2009.09.018.",
  "Jansen (1999), doi:10.1016/S0010-4655(98)00154-4: the total index.",
  "Sobol (2001), doi:10.1016/S0378-4754(00)00270-6.",
];

function outOf(sample: SaltelliDesign, evaluation: Evaluation, seed: number, resampled: number) {
  const { first, total, second, mean, variance, notes } = sobolIndices(sample, evaluation, {
    seed,
    resamples: resampled,
  });
  return {
    S1: { ...first },
    ST: { ...total },
    S2: { ...second },
    mean,
    variance,
    evaluations: evaluation.y.length * sample.n,
    fingerprint: sample.fingerprint,
    notes: [...sample.inputs.notes, ...notes],
  };
}

interface Indices {
  readonly S1: Readonly<Record<string, Estimate>>;
  readonly ST: Readonly<Record<string, Estimate>>;
  readonly S2: Readonly<Record<string, Estimate>>;
}

interface Estimate {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
}

const byVariable: TableDeclaration = {
  description: { en: "Sobol's indices, variable by variable.", zh: "各变量的 Sobol 指数。" },
  columns: {
    variable: textColumn({ en: "Name of the variable.", zh: "变量名称。" }),
    S1: numberColumn({ en: "First-order share of the variance.", zh: "方差的一阶份额。" }),
    S1lo: numberColumn({ en: "Lower bound of S1.", zh: "S1 的下限。" }),
    S1hi: numberColumn({ en: "Upper bound of S1.", zh: "S1 的上限。" }),
    ST: numberColumn({ en: "Share with all interactions.", zh: "含全部交互作用的份额。" }),
    STlo: numberColumn({ en: "Lower bound of ST.", zh: "ST 的下限。" }),
    SThi: numberColumn({ en: "Upper bound of ST.", zh: "ST 的上限。" }),
  },
  charts: { tornado: { channels: { label: "variable", share: "S1", lo: "S1lo", hi: "S1hi" } } },
  values({ S1, ST }: Indices) {
    const variable = Object.keys(S1);
    const of = (indices: Readonly<Record<string, Estimate>>, part: keyof Estimate) =>
      variable.map((name) => indices[name]?.[part] ?? null);
    return {
      variable,
      S1: of(S1, "value"),
      S1lo: of(S1, "lo"),
      S1hi: of(S1, "hi"),
      ST: of(ST, "value"),
      STlo: of(ST, "lo"),
      SThi: of(ST, "hi"),
    };
  },
};

const byPair = recordTable(
  { en: "Second order, by pairs of variables; empty unless requested.", zh: "各对变量的二阶指数；未要求时为空。" },
  {
    variable: textColumn({ en: "One variable.", zh: "其中一个变量。" }),
    other: textColumn({ en: "The other.", zh: "另一个变量。" }),
    S2: numberColumn({ en: "Share of the variance that the two make together.", zh: "两者交互作用的方差份额。" }),
    lo: numberColumn({ en: "Lower bound of S2.", zh: "S2 的下限。" }),
    hi: numberColumn({ en: "Upper bound of S2.", zh: "S2 的上限。" }),
  },
  ({ S1, S2 }: Indices) => {
    const names = Object.keys(S1);
    const pairs = names.flatMap((variable, i) => names.slice(i + 1).map((other) => ({ variable, other })));
    return pairs.flatMap((pair) => {
      const estimate = S2[pairName(pair.variable, pair.other)];
      return estimate ? [{ ...pair, S2: estimate.value, lo: estimate.lo, hi: estimate.hi }] : [];
    });
  },
);

const indicesTables = { byVariable, byPair };

export const uncertaintySobol = defineTool({
  name: "uncertainty.sobol",
  title: { en: "Sobol's sensitivity indices", zh: "Sobol 敏感性指数" },
  summary: {
    en: "Which variables make the variance of a formula: first-order, total and second-order indices with bootstrap intervals.",
    zh: "公式结果的方差由哪些变量造成：一阶、总效应与二阶指数，附自助法区间。",
  },
  input: z.object({ model: modelIn, ...design, resamples }),
  output: indices,
  tablesOut: indicesTables,
  assumptions,
  references,
  async run({ model, variables, resamples: resampled, ...options }, work) {
    const sample = saltelliDesign(uncertainInputs(variables), options);
    const evaluation = await evaluateInParts(sample, expressionModel(model, sample.inputs.names), work);
    return outOf(sample, evaluation, options.seed, resampled);
  },
});

export const uncertaintySobolSample = defineTool({
  name: "uncertainty.sobolSample",
  title: { en: "Sample for Sobol's indices", zh: "Sobol 指数的样本" },
  summary: {
    en: "The rows on which a model outside is to be evaluated for Sobol's indices, in their order, with the mark of the sample.",
    zh: "在外部模型上求 Sobol 指数所需的样本行（次序固定），附样本标识。",
  },
  input: z.object(design),
  output: z.object({ names: z.array(z.string()), rows: z.array(z.array(z.number())), fingerprint: z.string() }),
  tablesOut: {
    design: {
      description: { en: "The sample, a row for each of its values.", zh: "样本，每个取值一行。" },
      columns: {
        row: integerColumn({ en: "The row of the sample, from 1.", zh: "样本行号，从 1 起。" }),
        variable: textColumn({ en: "Name of the variable.", zh: "变量名称。" }),
        value: numberColumn({ en: "Its value in the row.", zh: "该行中的取值。" }),
      },
      values: ({ names, rows }: { readonly names: string[]; readonly rows: number[][] }) => ({
        row: rows.map((values, row) => values.map(() => row + 1)),
        variable: { labels: names, each: 1 },
        value: rows,
      }),
    },
  },
  assumptions: ["The rows are A, B, A with one column of B each, and for second order B with one column of A each."],
  references,
  run({ variables, ...options }) {
    const sample = saltelliDesign(uncertainInputs(variables), options);
    return { names: [...sample.inputs.names], rows: rowsOf(sample), fingerprint: sample.fingerprint };
  },
});

export const uncertaintySobolIndices = defineTool({
  name: "uncertainty.sobolIndices",
  title: { en: "Sobol's indices from results", zh: "由结果计算 Sobol 指数" },
  summary: {
    en: "Sobol's indices from results that were evaluated on the sample of uncertainty.sobolSample; results of another sample are refused.",
    zh: "由 uncertainty.sobolSample 样本上求得的结果计算 Sobol 指数；拒绝其他样本的结果。",
  },
  input: z.object({
    ...design,
    y: z.array(z.number()).describe("One result a row of the sample, in its order"),
    fingerprint: z.string().describe("The mark of the sample on which y was evaluated"),
    resamples,
  }),
  output: indices,
  tablesOut: indicesTables,
  assumptions,
  references,
  run({ variables, y, fingerprint, resamples: resampled, ...options }) {
    const sample = saltelliDesign(uncertainInputs(variables), options);
    return outOf(sample, evaluationOf(sample, y, fingerprint), options.seed, resampled);
  },
});
