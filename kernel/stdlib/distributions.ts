import type { DistributionSpec } from "../../lib/uncertainty/distributions/distribution-spec.ts";

type Spec<Type extends DistributionSpec["type"]> = Extract<DistributionSpec, { type: Type }>;
type Given<Type extends DistributionSpec["type"]> = Omit<Spec<Type>, "type">;

function maker<Type extends DistributionSpec["type"]>(type: Type): (given: Given<Type>) => Spec<Type> {
  return (given) => ({ ...given, type }) as unknown as Spec<Type>;
}

/**
 * The distributions as cells write them: `lognormal({mean: 94.6, lo: 89.5, hi: 99.7})`. Plain data of `lib/uncertainty`, so
 * that tools take them as they are. They are read by `sample`, which names the variable where they contradict themselves.
 */
export const distributions = {
  normal: maker("normal"),
  lognormal: maker("lognormal"),
  triangular: maker("triangular"),
  uniform: maker("uniform"),
  beta: maker("beta"),
  pert: maker("pert"),
  pedigree: maker("pedigree"),
  /** From a factor's value and its 95 % bounds, as emission-factor tables give them; the bounds are kept, the value is the median. */
  factorBounds: ({ value, lo, hi, law }: Given<"factor">): Spec<"factor"> => ({
    type: "factor",
    value,
    lo,
    hi,
    ...(law === undefined ? {} : { law }),
  }),
  discrete: ({ values, probabilities }: Given<"discrete">): Spec<"discrete"> => ({
    type: "discrete",
    values: [...values],
    probabilities: [...probabilities],
  }),
  /** From a sample: all its values are equally likely. */
  empirical: (given: Given<"empirical"> | Iterable<number>): Spec<"empirical"> => ({
    type: "empirical",
    values: [...("values" in given && typeof given.values === "object" ? given.values : (given as Iterable<number>))],
  }),
  /** The part of a distribution between two bounds. */
  truncated: (of: DistributionSpec, { lo, hi }: { lo?: number; hi?: number }): Spec<"truncated"> => ({
    type: "truncated",
    of,
    ...(lo === undefined ? {} : { lo }),
    ...(hi === undefined ? {} : { hi }),
  }),
} as const;
