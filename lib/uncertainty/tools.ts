import { uncertaintyEnsemble } from "./tools/ensemble.ts";
import { uncertaintyDistribution, uncertaintyPropagate } from "./tools/propagate.ts";
import {
  uncertaintyDelta,
  uncertaintyFast,
  uncertaintyMorris,
  uncertaintyRegression,
  uncertaintyTornado,
} from "./tools/sensitivity.ts";
import { uncertaintySobol, uncertaintySobolIndices, uncertaintySobolSample } from "./tools/sobol.ts";

/** Propagation of uncertainty, and its sources. */
export const uncertainty = {
  propagate: uncertaintyPropagate,
  distribution: uncertaintyDistribution,
  sobol: uncertaintySobol,
  sobolSample: uncertaintySobolSample,
  sobolIndices: uncertaintySobolIndices,
  morris: uncertaintyMorris,
  fast: uncertaintyFast,
  delta: uncertaintyDelta,
  regression: uncertaintyRegression,
  tornado: uncertaintyTornado,
};

/** Many models of one quantity. */
export const ensembles = {
  ensemble: uncertaintyEnsemble,
};
