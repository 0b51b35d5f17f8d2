import { messages } from "../../message/message.ts";
import { type Model, runModel } from "../propagation/model.ts";
import { type Columns, type DrawOptions, drawsOf, type UncertainInputs } from "../propagation/uncertain-inputs.ts";
import { count, UncertaintyError } from "../uncertainty-error.ts";
import { fingerprintOf } from "./saltelli-design.ts";

const texts = messages("uncertainty", {
  otherSampleOfDraws: {
    en: "These results were evaluated on another sample ({fingerprint}) than this one ({own}). Evaluate the model on this sample.",
    zh: "这些结果是在另一样本（{fingerprint}）而非本样本（{own}）上求得的。请在本样本上计算模型。",
  },
  drawCount: {
    en: "The sample has {draws} draws, but there are {count} results.",
    zh: "样本有 {draws} 次抽样，但给出 {count} 个结果。",
  },
  resultNotFinite: {
    en: "y[{at}] is {value}; expected a finite number.",
    zh: "y[{at}] 为 {value}，每个结果都应为有限数。",
  },
});

/** A sample of any design with the model's result for each draw. */
export interface EvaluatedSample {
  readonly names: readonly string[];
  readonly x: Columns;
  readonly y: Float64Array;
}

/** Draws a sample, correlated or not, and evaluates the model on it. */
export function evaluateSample(inputs: UncertainInputs, model: Model, options: DrawOptions): EvaluatedSample {
  const n = count("draws", options.draws, 2);
  const x = inputs.names.map(() => new Float64Array(n));
  drawsOf(inputs, options).fill(0, x);
  return { names: inputs.names, x, y: runModel(model, inputs.names, x, 0) };
}

/** The fingerprint of a sample, which external results must have. */
export function sampleFingerprint(x: Columns): string {
  return fingerprintOf(x);
}

/** A sample with external results. Throws unless they have the fingerprint of this sample and the same number of draws. */
export function evaluatedElsewhere(
  names: readonly string[],
  x: Columns,
  y: readonly number[],
  fingerprint: string,
): EvaluatedSample {
  const own = fingerprintOf(x);
  if (fingerprint !== own)
    throw new UncertaintyError("y", texts.otherSampleOfDraws({ fingerprint: fingerprint || "none named", own }));
  const n = x[0]?.length ?? 0;
  if (y.length !== n) throw new UncertaintyError("y", texts.drawCount({ draws: n, count: y.length }));
  const bad = y.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new UncertaintyError("y", texts.resultNotFinite({ at: bad, value: y[bad] }));
  return { names, x, y: Float64Array.from(y) };
}
