import { type Estimate, meanAndRange, NaturalInputError } from "./estimate.ts";

/** A row of the dataset `land_use_change_countries`. */
export interface LandUseRow {
  readonly model: string;
  readonly year: number;
  readonly mtc: number;
}

export interface LandUseSpread {
  /** Mean over the period by model, Mt C/yr. */
  readonly models: readonly { readonly model: string; readonly value: number; readonly cumulative_gtc: number }[];
  readonly estimate: Estimate;
  readonly agreeInSign: boolean;
  /** Range over the absolute mean: above 1 the models say little about the size. */
  readonly relativeRange: number | null;
}

/** The models of one country over a period, side by side. A model that lacks a year is named. Mt C/yr. */
export function landUseSpread(rows: readonly LandUseRow[], from: number, to: number): LandUseSpread {
  const names = [...new Set(rows.map(({ model }) => model))];
  if (names.length === 0)
    throw new NaturalInputError("rows", "There is no row: choose a country that the models cover.");
  const models = names.map((model) => {
    const values = rows
      .filter((row) => row.model === model && row.year >= from && row.year <= to)
      .map(({ mtc }) => mtc);
    if (values.length !== to - from + 1)
      throw new NaturalInputError(
        "rows",
        `${model} has ${values.length} years between ${from} and ${to}, not ${to - from + 1}: choose one country and years that all models cover.`,
      );
    const sum = values.reduce((sofar, value) => sofar + value, 0);
    return { model, value: sum / values.length, cumulative_gtc: sum / 1000 };
  });
  const values = models.map(({ value }) => value);
  const estimate = meanAndRange(values, {
    unit: "Mt C/yr",
    source: names.join(", "),
    method: `mean of ${from}–${to} by ${names.length} bookkeeping models`,
  });
  return {
    models,
    estimate,
    agreeInSign: values.every((value) => value > 0) || values.every((value) => value < 0),
    relativeRange: estimate.value === 0 ? null : (estimate.hi! - estimate.lo!) / Math.abs(estimate.value),
  };
}
