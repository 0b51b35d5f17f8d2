import { type Model, runModel } from "../propagation/model.ts";
import { type Columns, type DrawOptions, drawsOf, type UncertainInputs } from "../propagation/uncertain-inputs.ts";
import { count, UncertaintyError } from "../uncertainty-error.ts";
import { fingerprintOf } from "./saltelli-design.ts";

/** A sample of any design and what the model made of each of its draws. */
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

/** The mark of a sample: results made elsewhere must carry that of the sample they were made on. */
export function sampleFingerprint(x: Columns): string {
  return fingerprintOf(x);
}

/** A sample and results made elsewhere, refused unless they carry the mark of this sample and are as many as its draws. */
export function evaluatedElsewhere(
  names: readonly string[],
  x: Columns,
  y: readonly number[],
  fingerprint: string,
): EvaluatedSample {
  const own = fingerprintOf(x);
  if (fingerprint !== own)
    throw new UncertaintyError(
      "y",
      `These results were evaluated on another sample (${fingerprint || "none named"}) than this one (${own}). Evaluate the model on this sample.`,
    );
  const n = x[0]?.length ?? 0;
  if (y.length !== n) throw new UncertaintyError("y", `The sample has ${n} draws, but ${y.length} results came.`);
  const bad = y.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new UncertaintyError("y", `y[${bad}] is ${y[bad]}, but each result should be a finite number.`);
  return { names, x, y: Float64Array.from(y) };
}
