import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import type { InputOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { IndicatorKind } from "./impact-method.ts";

const texts = messages("lifecycle.impact", {
  publicComparison: {
    en: "Scores of a comparative assertion that is disclosed to the public are not normalised or weighted here: ISO 14044 forbids weighting in it. Compare the scores indicator by indicator.",
    zh: "拟向公众公布的对比论断不做归一化与加权：ISO 14044 禁止在其中使用加权。请逐项指标比较。",
  },
  inventoryWeighted: {
    en: "{code} is an inventory of what is taken from nature, not an impact, and has no weight. Leave it out.",
    zh: "{code} 是取自自然的数量清单，不是影响，不能加权。请将其去除。",
  },
  noReference: {
    en: "{code} has no normalisation reference. Give one, or leave the indicator out.",
    zh: "{code} 没有归一化基准值。请给出基准值，或去除该指标。",
  },
  referenceUnit: {
    en: "The normalisation reference of {code} is in {unit}, its score in {expected}.",
    zh: "{code} 的归一化基准值以 {unit} 计，而其结果以 {expected} 计。",
  },
  referenceValue: {
    en: "The normalisation reference of {code} is {value}; it must be a number above 0.",
    zh: "{code} 的归一化基准值为 {value}，应大于 0。",
  },
  noWeight: {
    en: "{code} has no weight. Give one (0 is one), or leave the indicator out.",
    zh: "{code} 没有权重。请给出权重（可为 0），或去除该指标。",
  },
  weightValue: {
    en: "The weight of {code} is {value}; it must be a number of at least 0.",
    zh: "{code} 的权重为 {value}，应不小于 0。",
  },
  noScore: {
    en: "{code} has no score, because none of its flows has a factor.",
    zh: "{code} 没有结果，因为其各流均无因子。",
  },
  valueChoice: {
    en: "Weights are a choice of values, not a finding of science: print the scores before weighting beside them (ISO 14044).",
    zh: "权重属于价值选择，并非科学结论：请同时给出加权前的结果（ISO 14044）。",
  },
});

export interface IndicatorValue {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  /** Null if none of its flows has a factor. */
  readonly value: number | null;
}

/** The yearly impact of a reference, such as a person in a region. */
export const normalisationReferenceShape = z.strictObject({
  value: numberIn(siblingUnit),
  unit: z.string(),
  /** Who published it, for what place and year. */
  source: z.string(),
});
export type NormalisationReference = InputOf<typeof normalisationReferenceShape>;

export interface WeightingOptions {
  /** By code of the indicator. */
  readonly normalisation: ReadonlyMap<string, NormalisationReference>;
  /** By code of the indicator; without weights, scores are only normalised. */
  readonly weights?: ReadonlyMap<string, number>;
  /** Whether the result is of a comparative assertion that is to be disclosed to the public. */
  readonly publicComparison: boolean;
}

export interface WeightedScores {
  /** IndicatorValue over its reference, in the order of the scores. */
  readonly normalised: readonly { readonly code: string; readonly value: number; readonly source: string }[];
  /** Σ weight × normalised score; null without weights. */
  readonly weighted: number | null;
  readonly notes: readonly Message[];
}

/**
 * Scores over references, and their weighted sum: optional elements of an assessment (ISO 14044:2006), which nothing here does
 * by itself. No reference and no weight ships with the library. Throws LifecycleError for a comparative assertion disclosed to the
 * public, an inventory, or a score without a reference or weight: nothing is left out of a sum silently.
 */
export function weighted(scores: readonly IndicatorValue[], options: WeightingOptions): WeightedScores {
  const { normalisation, weights, publicComparison } = options;
  if (publicComparison) throw new LifecycleError("publicComparison", texts.publicComparison());
  const normalised = scores.map(({ code, kind, unit, value }) => {
    if (kind === "inventory") throw new LifecycleError("scores", texts.inventoryWeighted({ code }));
    if (value === null) throw new LifecycleError("scores", texts.noScore({ code }));
    const reference = normalisation.get(code);
    if (!reference) throw new LifecycleError("normalisation", texts.noReference({ code }));
    if (reference.unit !== unit)
      throw new LifecycleError("normalisation", texts.referenceUnit({ code, unit: reference.unit, expected: unit }));
    if (!(reference.value > 0 && Number.isFinite(reference.value)))
      throw new LifecycleError("normalisation", texts.referenceValue({ code, value: reference.value }));
    return { code, value: value / reference.value, source: reference.source };
  });
  if (!weights) return { normalised, weighted: null, notes: [] };
  const sum = normalised.reduce((sofar, { code, value }) => {
    const weight = weights.get(code);
    if (weight === undefined) throw new LifecycleError("weights", texts.noWeight({ code }));
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new LifecycleError("weights", texts.weightValue({ code, value: weight }));
    return sofar + weight * value;
  }, 0);
  return { normalised, weighted: sum, notes: [texts.valueChoice()] };
}
