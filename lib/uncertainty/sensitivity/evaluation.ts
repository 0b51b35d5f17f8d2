import { messages } from "../../message/message.ts";
import { step } from "../../numeric/step.ts";
import type { Work } from "../../numeric/work.ts";
import { type Model, runModel } from "../propagation/model.ts";
import { UncertaintyError } from "../uncertainty-error.ts";
import { partsOf, type SaltelliDesign } from "./saltelli-design.ts";

const texts = messages("uncertainty", {
  noVariance: {
    en: "The model returns {mean} whatever its variables are: there is no variance to apportion.",
    zh: "无论变量取何值，模型都得 {mean}：没有可分解的方差。",
  },
  rowCount: {
    en: "The sample has {rows} rows ({parts} parts of {n}), but there are {count} results; indices from them would mean nothing.",
    zh: "样本有 {rows} 行（{parts} 部分，每部分 {n} 行），但给出 {count} 个结果；由此算得的指数没有意义。",
  },
  resultNotFinite: {
    en: "y[{at}] is {value}; expected a finite number.",
    zh: "y[{at}] 为 {value}，每个结果都应为有限数。",
  },
  otherSample: {
    en: "These results were evaluated on another sample ({given}) than this one ({expected}): variables, distributions, seed, draws or sampler differ. Evaluate the model on this sample.",
    zh: "这些结果是在另一样本（{given}）而非本样本（{expected}）上求得的：变量、分布、种子、次数或抽样法不同。请在本样本上计算模型。",
  },
});

/** Results of a model on a sample, with the fingerprint of the sample. */
export interface Evaluation {
  readonly fingerprint: string;
  /** Results of each part of the sample, N per part */
  readonly y: readonly Float64Array[];
}

/** Throws if the variance of the results is only rounding: there is no variance to apportion. */
export function requireVariance(mean: number, variance: number): void {
  if (!(variance > 1e-24 * mean * mean)) throw new UncertaintyError("model", texts.noVariance({ mean }));
}

/** Evaluates the model on every part of the sample. */
export function evaluateDesign(design: SaltelliDesign, model: Model): Evaluation {
  const { names } = design.inputs;
  const y = partsOf(design).map((columns, at) => runModel(model, names, columns, at * design.n));
  return { fingerprint: design.fingerprint, y };
}

/** The same with a pause after each part, for models that take long. */
export async function evaluateInParts(design: SaltelliDesign, model: Model, work: Work): Promise<Evaluation> {
  const parts = partsOf(design);
  const y: Float64Array[] = [];
  for (const [at, columns] of parts.entries()) {
    y.push(runModel(model, design.inputs.names, columns, at * design.n));
    work.progress((at + 1) / parts.length, step.evaluations());
    await work.pause();
  }
  return { fingerprint: design.fingerprint, y };
}

/** The rows of the sample, part after part, for evaluation elsewhere in this order. */
export function rowsOf(design: SaltelliDesign): number[][] {
  return partsOf(design).flatMap((columns) =>
    Array.from({ length: design.n }, (_, i) => columns.map((column) => column[i]!)),
  );
}

/** External results on `rowsOf(design)`, with the fingerprint of their sample. */
export function evaluationOf(design: SaltelliDesign, results: readonly number[], fingerprint: string): Evaluation {
  refuseForeign(design, fingerprint);
  const parts = 2 + design.inputs.names.length * (design.secondOrder ? 2 : 1);
  if (results.length !== parts * design.n)
    throw new UncertaintyError(
      "y",
      texts.rowCount({ rows: parts * design.n, parts, n: design.n, count: results.length }),
    );
  const bad = results.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new UncertaintyError("y", texts.resultNotFinite({ at: bad, value: results[bad] }));
  const y = Array.from({ length: parts }, (_, at) =>
    Float64Array.from(results.slice(at * design.n, (at + 1) * design.n)),
  );
  return { fingerprint, y };
}

/** Throws if results were not evaluated on this sample. */
export function refuseForeign(design: SaltelliDesign, fingerprint: string): void {
  if (fingerprint === design.fingerprint) return;
  throw new UncertaintyError(
    "y",
    texts.otherSample({ given: fingerprint || "none named", expected: design.fingerprint }),
  );
}
