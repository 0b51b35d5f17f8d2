import { z } from "zod";
import { messages } from "../message/message.ts";
import type { InputOf } from "../tool/shape.ts";
import { numberIn } from "../tool/unit.ts";
import { yearIn } from "../tool/year.ts";
import { type Estimate, meanAndRange, NaturalInputError } from "./estimate.ts";
import { checkPeriod } from "./period.ts";

const texts = messages("natural", {
  meanOfYears: {
    en: "mean of {from}–{to} by {count} bookkeeping models",
    zh: "{count} 个簿记模型在 {from}–{to} 年的均值",
  },

  noRows: {
    en: "There are no rows: choose a country that the models cover.",
    zh: "没有数据行：请选择模型所覆盖的国家。",
  },
  yearsMissing: {
    en: "{model} has {count} of the {needed} years from {from} to {to}: choose one country and years that all models cover.",
    zh: "from {from} 至 to {to} 的 {needed} 年中，{model} 只有 {count} 年：请选择一个国家以及所有模型都覆盖的年份。",
  },
});

/** A row of the dataset `land_use_change_countries`. */
export const landUseRowShape = z.object({
  model: z.string(),
  year: yearIn,
  mtc: numberIn("Mt C/yr"),
});
export type LandUseRow = InputOf<typeof landUseRowShape>;

export interface LandUseSpread {
  /** Mean over the period by model, Mt C/yr. */
  readonly models: readonly { readonly model: string; readonly value: number; readonly cumulative_gtc: number }[];
  readonly estimate: Estimate;
  readonly agreeInSign: boolean;
  /** Range over the absolute mean: above 1 the models hardly agree on the size. */
  readonly relativeRange: number | null;
}

/** The models of one country over a period. Throws if a model lacks a year, naming it. Mt C/yr. */
export function landUseSpread(rows: readonly LandUseRow[], from: number, to: number): LandUseSpread {
  const names = [...new Set(rows.map(({ model }) => model))];
  checkPeriod(from, to);
  if (names.length === 0) throw new NaturalInputError("rows", texts.noRows());
  const models = names.map((model) => {
    const values = rows
      .filter((row) => row.model === model && row.year >= from && row.year <= to)
      .map(({ mtc }) => mtc);
    if (values.length !== to - from + 1)
      throw new NaturalInputError(
        "rows",
        texts.yearsMissing({ model, count: values.length, from, to, needed: to - from + 1 }),
      );
    const sum = values.reduce((sofar, value) => sofar + value, 0);
    return { model, value: sum / values.length, cumulative_gtc: sum / 1000 };
  });
  const values = models.map(({ value }) => value);
  const estimate = meanAndRange(values, {
    unit: "Mt C/yr",
    source: names.join(", "),
    method: texts.meanOfYears({ from, to, count: names.length }),
  });
  return {
    models,
    estimate,
    agreeInSign: values.every((value) => value > 0) || values.every((value) => value < 0),
    relativeRange: estimate.value === 0 ? null : (estimate.hi! - estimate.lo!) / Math.abs(estimate.value),
  };
}
