import type { Run } from "../../../lib/uncertainty/propagation/draw-summary.ts";
import { expressionModel } from "../../../lib/uncertainty/propagation/model.ts";
import { drawsOf, uncertainInputs } from "../../../lib/uncertainty/propagation/uncertain-inputs.ts";

/** What a worker is given. */
export interface Share {
  readonly total: number;
  readonly edges: Float64Array;
  readonly from: number;
  readonly end: number;
}

/** The same problem in every worker: correlated variables of several laws, Latin hypercube. */
export function runOf(total: number): Run {
  const inputs = uncertainInputs(
    {
      activity: { type: "normal", mean: 100, sd: 5 },
      factor: { type: "lognormal", mean: 2, lo: 1, hi: 4 },
      share: { type: "pert", lo: 0.2, mode: 0.3, hi: 0.6 },
    },
    { pairs: [{ between: ["activity", "factor"], r: 0.5 }] },
  );
  const model = expressionModel("activity * exp(factor) * share", inputs.names);
  return { draws: drawsOf(inputs, { sampler: "lhs", seed: 8, draws: total }), model, total };
}
