import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { biogenicUptake } from "./biogenic-uptake.ts";

const texts = messages("lifecycle.footprint", {
  noInputs: {
    en: "inputs is empty: a footprint is the sum of at least one input.",
    zh: "inputs 为空：足迹至少由一项投入相加而成。",
  },
  notFinite: {
    en: 'The {what} of the input "{name}" is {value}; expected a finite number.',
    zh: "投入“{name}”的{what}应为有限的数，实际为 {value}。",
  },
  quantity: { en: "quantity", zh: "数量" },
  footprint: { en: "footprint", zh: "足迹" },
  shareOutside: {
    en: 'The primary-data share of the input "{name}" is {value}; expected 0 to 1.',
    zh: "投入“{name}”的初级数据占比应在 0 到 1 之间，实际为 {value}。",
  },
  ratingOutside: {
    en: 'The {dimension} data-quality rating of the input "{name}" is {value}; expected 1 (best) to 5.',
    zh: "投入“{name}”的数据质量评分（{dimension}）应在 1（最好）到 5 之间，实际为 {value}。",
  },
  carbonBelowZero: {
    en: "The biogenic carbon content is {value}; expected kg C ≥ 0.",
    zh: "生物源碳含量应为不小于 0 的 kg C，实际为 {value}。",
  },
  sharesUnstated: {
    en: "The primary-data share of {names:and} is not stated and counts as 0: the share of the product is a lower bound.",
    zh: "{names:and}未给出初级数据占比，按 0 计：产品的占比因此是下限。",
  },
  ratingsUnstated: {
    en: "{names:and} {count:has|have} no data-quality rating: the rating of the product covers the other inputs only.",
    zh: "{names:and}没有数据质量评分（共 {count} 项）：产品的评分只涵盖其余投入。",
  },
  credits: {
    en: "{names:and} {count:lowers|lower} the footprint: shares and ratings are weighted by the absolute size of each contribution.",
    zh: "{names:and}使足迹降低（共 {count} 项）：占比与评分按各项贡献的绝对值加权。",
  },
  nothing: {
    en: "All contributions are 0, so that primary-data share and data quality have no weights.",
    zh: "各项贡献均为 0，初级数据占比与数据质量没有权重可用。",
  },
});

export const qualityDimensions = ["technological", "temporal", "geographical"] as const;
export type QualityDimension = (typeof qualityDimensions)[number];
/** Data-quality ratings, each from 1 (best) to 5. */
export type DataQuality = Readonly<Record<QualityDimension, number>>;

/** One input of a product: a material, energy, transport, or an emission of the maker's own (quantity 1). */
export interface FootprintInput {
  readonly name: string;
  /** In units of the input per declared unit of the product. */
  readonly quantity: number;
  /** kg CO2e per unit of the input, without the uptake of biogenic carbon. */
  readonly footprint: number;
  /** The part of `footprint` that rests on primary data, 0 to 1; null if not known. */
  readonly primaryDataShare: number | null;
  /** Ratings, or one rating for all three dimensions; null if not known. */
  readonly dataQuality: DataQuality | number | null;
}

export const footprintContributionShape = z.object({
  name: z.string(),
  /** kg CO2e per declared unit */
  amount: numberIn("kg CO2e {metric}"),
  /** Part of the footprint without uptake; null if that is 0. */
  share: ratio.nullable().describe("Of the footprint without uptake"),
});
export type FootprintContribution = ResultOf<typeof footprintContributionShape>;

export interface AggregatedFootprint {
  /** kg CO2e per declared unit */
  readonly excludingUptake: number;
  readonly uptake: number;
  readonly includingUptake: number;
  /** 0 to 1; null if nothing contributes. */
  readonly primaryDataShare: number | null;
  /** Null if no contributing input is rated. */
  readonly dataQuality: (DataQuality & { readonly mean: number }) | null;
  /** The part of the contributions, by absolute size, that has a rating. */
  readonly ratedShare: number;
  /** In the order of the inputs. */
  readonly contributions: readonly FootprintContribution[];
  readonly notes: readonly Message[];
}

/**
 * The footprint of a product from those of its inputs: Σ quantity × footprint, with and without the uptake of the biogenic
 * carbon in the product (kg C). Primary-data share and data-quality ratings are weighted with the absolute size of each input's
 * contribution; an unstated share counts as 0, an input without ratings is left out of theirs, both with a note.
 *
 * PACT Methodology 3, 3.3.1 (sum), 4.2.2 (primary-data share of the absolute footprint without uptake), 4.2.3 (ratings).
 * Throws LifecycleError.
 */
export function aggregateFootprints(
  inputs: readonly FootprintInput[],
  biogenic: { readonly carbonContent: number } = { carbonContent: 0 },
): AggregatedFootprint {
  check(inputs, biogenic.carbonContent);
  const amounts = inputs.map(({ quantity, footprint }) => quantity * footprint);
  const excludingUptake = amounts.reduce((sum, amount) => sum + amount, 0);
  const uptake = biogenicUptake(biogenic.carbonContent);
  const weights = amounts.map(Math.abs);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const weighted = (values: readonly (number | null)[]): number | null => {
    let sum = 0;
    let of = 0;
    values.forEach((value, at) => {
      if (value === null) return;
      sum += weights[at]! * value;
      of += weights[at]!;
    });
    return of > 0 ? sum / of : null;
  };
  const ratings = qualityDimensions.map((dimension) =>
    weighted(inputs.map(({ dataQuality }) => ratingOf(dataQuality, dimension))),
  );
  const rated = inputs.reduce((sum, { dataQuality }, at) => (dataQuality === null ? sum : sum + weights[at]!), 0);
  const [technological, temporal, geographical] = ratings as [number, number, number];
  return {
    excludingUptake,
    uptake,
    includingUptake: excludingUptake + uptake,
    primaryDataShare: weighted(inputs.map(({ primaryDataShare }) => primaryDataShare ?? 0)),
    dataQuality: ratings.includes(null)
      ? null
      : { technological, temporal, geographical, mean: (technological + temporal + geographical) / 3 },
    ratedShare: whole > 0 ? rated / whole : 0,
    contributions: inputs.map(({ name }, at) => ({
      name,
      amount: amounts[at]!,
      share: excludingUptake === 0 ? null : amounts[at]! / excludingUptake,
    })),
    notes: notesOn(inputs, amounts),
  };
}

function ratingOf(quality: FootprintInput["dataQuality"], dimension: QualityDimension): number | null {
  return typeof quality === "object" && quality !== null ? quality[dimension] : quality;
}

function check(inputs: readonly FootprintInput[], carbon: number): void {
  if (inputs.length === 0) throw new LifecycleError("inputs", texts.noInputs());
  for (const [at, { name, quantity, footprint, primaryDataShare, dataQuality }] of inputs.entries()) {
    const bad = (field: string, message: Message) => new LifecycleError(`inputs[${at}].${field}`, message);
    if (!Number.isFinite(quantity))
      throw bad("quantity", texts.notFinite({ what: texts.quantity(), name, value: quantity }));
    if (!Number.isFinite(footprint))
      throw bad("footprint", texts.notFinite({ what: texts.footprint(), name, value: footprint }));
    if (primaryDataShare !== null && !(primaryDataShare >= 0 && primaryDataShare <= 1))
      throw bad("primaryDataShare", texts.shareOutside({ name, value: primaryDataShare }));
    for (const dimension of qualityDimensions) {
      const value = ratingOf(dataQuality, dimension);
      if (value !== null && !(value >= 1 && value <= 5))
        throw bad("dataQuality", texts.ratingOutside({ name, dimension, value }));
    }
  }
  if (!(Number.isFinite(carbon) && carbon >= 0))
    throw new LifecycleError("biogenicCarbon", texts.carbonBelowZero({ value: carbon }));
}

function notesOn(inputs: readonly FootprintInput[], amounts: readonly number[]): Message[] {
  const namesOf = (fits: (input: FootprintInput, amount: number) => boolean) =>
    inputs.filter((input, at) => amounts[at] !== 0 && fits(input, amounts[at]!)).map(({ name }) => name);
  if (amounts.every((amount) => amount === 0)) return [texts.nothing()];
  const unstated = namesOf(({ primaryDataShare }) => primaryDataShare === null);
  const unrated = namesOf(({ dataQuality }) => dataQuality === null);
  const credits = namesOf((_, amount) => amount < 0);
  return [
    ...(unstated.length > 0 ? [texts.sharesUnstated({ names: unstated })] : []),
    ...(unrated.length > 0 ? [texts.ratingsUnstated({ names: unrated, count: unrated.length })] : []),
    ...(credits.length > 0 ? [texts.credits({ names: credits, count: credits.length })] : []),
  ];
}
