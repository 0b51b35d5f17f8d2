import { z } from "zod";
import { Fault } from "../message/fault.ts";
import { type Message, messages } from "../message/message.ts";
import { sentenceOut } from "../tool/outcome.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn, siblingUnit } from "../tool/unit.ts";

const said = messages("natural", {
  noRange: { en: "none given", zh: "未给出" },
  oneSigma: { en: "1 sigma", zh: "1 倍标准差" },
  rangeOfModels: { en: "range of models", zh: "各模型的范围" },

  noEstimate: {
    en: "A mean needs at least one estimate.",
    zh: "求均值至少需要一个估计值。",
  },
});

/** The label of lo and hi if they are one standard deviation from the value. */
export const { oneSigma } = said;

/** A flux or quantity with its range and source. */
export const estimateShape = z.object({
  value: numberIn(siblingUnit),
  unit: z.string(),
  /** Null if the source gives no range. */
  lo: numberIn(siblingUnit).nullable(),
  hi: numberIn(siblingUnit).nullable(),
  /** The meaning of lo and hi, e.g. "1 sigma", "95 %", "range of models". */
  interval: sentenceOut.describe("What lo and hi are: 1 sigma, 95 %, range of models, …"),
  source: sentenceOut,
  method: sentenceOut,
});
export type Estimate = ResultOf<typeof estimateShape>;

/** Thrown if an input does not fit; names the field, the row and the expected value. */
export class NaturalInputError extends Fault {
  override readonly name = "NaturalInputError";
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}

/** value ± sigma, as an interval of one standard deviation. */
export function withSigma(
  value: number,
  sigma: number | null,
  rest: Pick<Estimate, "unit" | "source" | "method">,
): Estimate {
  if (sigma === null) return { value, lo: null, hi: null, interval: said.noRange(), ...rest };
  return { value, lo: value - sigma, hi: value + sigma, interval: oneSigma(), ...rest };
}

/** The mean of several estimates of the same flux, with the smallest and the largest as its range. Throws without estimates. */
export function meanAndRange(values: readonly number[], rest: Pick<Estimate, "unit" | "source" | "method">): Estimate {
  if (values.length === 0) throw new NaturalInputError("values", said.noEstimate());
  const value = values.reduce((sum, each) => sum + each, 0) / values.length;
  return { value, lo: Math.min(...values), hi: Math.max(...values), interval: said.rangeOfModels(), ...rest };
}

/** Sample standard deviation (n − 1); null for fewer than two values. */
export function standardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** The square root of the sum of squares: sigma of a sum of independent terms. */
export function inQuadrature(sigmas: readonly number[]): number {
  return Math.sqrt(sigmas.reduce((sum, sigma) => sum + sigma * sigma, 0));
}
