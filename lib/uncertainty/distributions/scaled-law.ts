import { positive } from "../uncertainty-error.ts";
import type { DistributionSpec } from "./distribution-spec.ts";

/**
 * The law of `factor` times the number, as when its unit changes: whatever is in the unit of the number is scaled, ratios,
 * shapes and percentages stay. Throws UncertaintyError unless the factor is > 0.
 */
export function scaledLaw(law: DistributionSpec, factor: number): DistributionSpec {
  positive("factor", factor);
  return factor === 1 ? law : scaled(law, factor);
}

function scaled(law: DistributionSpec, factor: number): DistributionSpec {
  switch (law.type) {
    case "normal":
      return {
        ...withTimes(law, ["mean", "sd", "halfWidth", "lo", "hi"], factor),
        ...(law.variance !== undefined && { variance: law.variance * factor * factor }),
      };
    case "lognormal":
      return withTimes(law, ["mean", "median", "sd", "lo", "hi"], factor);
    case "triangular":
    case "pert":
      return withTimes(law, ["lo", "mode", "hi"], factor);
    case "uniform":
      return withTimes(law, ["lo", "hi"], factor);
    case "beta":
      // Without bounds it lies between 0 and 1, in the unit before.
      return { ...law, lo: (law.lo ?? 0) * factor, hi: (law.hi ?? 1) * factor };
    case "discrete":
    case "empirical":
      return { ...law, values: law.values.map((value) => value * factor) };
    case "factor":
      return withTimes(law, ["value", "lo", "hi"], factor);
    case "pedigree":
      return withTimes(law, ["median"], factor);
    case "truncated":
      return { ...withTimes(law, ["lo", "hi"], factor), of: scaled(law.of, factor) };
  }
}

function withTimes<Law extends DistributionSpec>(law: Law, fields: readonly (keyof Law)[], factor: number): Law {
  const times = { ...law };
  for (const field of fields) {
    const value: unknown = law[field];
    if (typeof value === "number") times[field] = (value * factor) as Law[keyof Law];
  }
  return times;
}
