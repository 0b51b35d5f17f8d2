import { z } from "zod";
import { messages } from "../message/message.ts";
import { quantileOf } from "../numeric/quantile.ts";
import { type InputOf, type ResultOf, textOf } from "../tool/shape.ts";
import { numberIn, ratio } from "../tool/unit.ts";
import { yearIn } from "../tool/year.ts";
import { estimateShape, meanAndRange, NaturalInputError, standardDeviation } from "./estimate.ts";
import { checkPeriod } from "./period.ts";

const texts = messages("natural", {
  budgetModels: { en: "Global Carbon Budget 2024, models", zh: "全球碳收支2024，各模型" },
  meanAndRange: {
    en: "mean and range of {count} models over the period",
    zh: "{count} 个模型在该时段的均值与范围",
  },

  noBudgetRows: {
    en: "{component} has no budget row for every year from {from} to {to}.",
    zh: "{component} 在 from {from} 至 to {to} 之间并非每年都有收支数据。",
  },
  noCompleteModel: {
    en: "No model of {component} covers every year of the period.",
    zh: "没有 {component} 的模型覆盖该时段的每一年。",
  },
});

/** A model's value of one year, Gt C/yr, in the columns of the dataset `carbon_budget_models`. */
export const modelRowShape = z.object({
  component: z.enum(["ocean_sink", "land_sink", "land_use_change"]),
  role: z.string(),
  model: z.string(),
  year: yearIn,
  gtc: numberIn("Gt C/yr"),
});
export type ModelRow = InputOf<typeof modelRowShape>;

export const modelMeanShape = z.object({
  model: z.string(),
  role: z.string(),
  /** Mean over the period, Gt C/yr. */
  value: numberIn("Gt C/yr"),
  /** Years of the period that the model covers. */
  years: ratio,
  /** Change of B_IM if this model replaces the budget's own term, Gt C/yr. */
  imbalanceShift: numberIn("Gt C/yr"),
});
export type ModelMean = ResultOf<typeof modelMeanShape>;

export const componentSpreadShape = z.object({
  component: textOf<ModelRow["component"]>(),
  /** The budget's own value, mean over the period. */
  budget: numberIn("Gt C/yr").describe("What the budget itself took, Gt C/yr"),
  models: z.array(modelMeanShape),
  spread: estimateShape,
  sd: numberIn("Gt C/yr").nullable(),
});
export type ComponentSpread = ResultOf<typeof componentSpreadShape>;

export const ensembleShape = z.object({
  from: z.number(),
  to: z.number(),
  components: z.array(componentSpreadShape),
  /** B_IM minus the budget's own B_IM for every combination of one model per component, Gt C/yr. */
  combinations: z.object({
    count: ratio,
    p2_5: numberIn("Gt C/yr"),
    p16: numberIn("Gt C/yr"),
    p50: numberIn("Gt C/yr"),
    p84: numberIn("Gt C/yr"),
    p97_5: numberIn("Gt C/yr"),
    min: numberIn("Gt C/yr"),
    max: numberIn("Gt C/yr"),
  }),
});
export type Ensemble = ResultOf<typeof ensembleShape>;

/** Rows that are alternative models; peat is a part, budget and summary rows are not models. */
const alternatives: Readonly<Record<ModelRow["component"], readonly string[]>> = {
  ocean_sink: ["ocean model", "observation product"],
  land_sink: ["vegetation model"],
  land_use_change: ["bookkeeping model"],
};
/** +1 if a larger component increases B_IM. */
const sign = { ocean_sink: -1, land_sink: -1, land_use_change: 1 } as const;

/**
 * Every model over a period, with the budget's imbalance for each, and for all combinations of one model per
 * component. The results are shifts, not levels: a model is compared with the best estimate of the same edition, so that no
 * editions are mixed. Drained peat is already in the
 * bookkeeping models. Models that do not cover every year of the period are left out.
 */
export function ensembleOf(rows: readonly ModelRow[], from: number, to: number): Ensemble {
  checkPeriod(from, to);
  const inside = rows.filter(({ year }) => year >= from && year <= to);
  const components = (["ocean_sink", "land_sink", "land_use_change"] as const).map((component) =>
    spreadOf(
      component,
      inside.filter((row) => row.component === component),
      from,
      to,
    ),
  );
  return { from, to, components, combinations: combine(components) };
}

function spreadOf(
  component: ModelRow["component"],
  rows: readonly ModelRow[],
  from: number,
  to: number,
): ComponentSpread {
  const means = meansOf(rows, to - from + 1);
  const budget = means.find(({ role }) => role === "budget")?.value;
  if (budget === undefined) throw new NaturalInputError("rows", texts.noBudgetRows({ component, from, to }));
  const models = means
    .filter(({ role }) => alternatives[component].includes(role))
    .map((mean) => ({
      ...mean,
      imbalanceShift: sign[component] * (mean.value - budget),
    }))
    .sort((a, b) => a.value - b.value);
  const values = models.map(({ value }) => value);
  if (values.length === 0) throw new NaturalInputError("rows", texts.noCompleteModel({ component }));
  return {
    component,
    budget,
    models,
    spread: meanAndRange(values, {
      unit: "Gt C/yr",
      source: texts.budgetModels(),
      method: texts.meanAndRange({ count: values.length }),
    }),
    sd: standardDeviation(values),
  };
}

function meansOf(
  rows: readonly ModelRow[],
  years: number,
): { model: string; role: string; value: number; years: number }[] {
  const of = new Map<string, { model: string; role: string; values: number[] }>();
  for (const { model, role, gtc } of rows) {
    const entry = of.get(model) ?? { model, role, values: [] };
    of.set(model, entry);
    entry.values.push(gtc);
  }
  return [...of.values()]
    .filter(({ values }) => values.length === years)
    .map(({ model, role, values }) => ({ model, role, value: average(values), years: values.length }));
}

function combine(components: readonly ComponentSpread[]): Ensemble["combinations"] {
  const shifts = components
    .map(({ models }) => models.map(({ imbalanceShift }) => imbalanceShift))
    .reduce((sums, next) => sums.flatMap((sum) => next.map((shift) => sum + shift)), [0])
    .sort((a, b) => a - b);
  const at = (share: number) => quantileOf(shifts, share);
  return {
    count: shifts.length,
    p2_5: at(0.025),
    p16: at(0.16),
    p50: at(0.5),
    p84: at(0.84),
    p97_5: at(0.975),
    min: shifts[0]!,
    max: shifts.at(-1)!,
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
