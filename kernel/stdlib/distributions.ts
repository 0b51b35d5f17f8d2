import type { DistributionSpec } from "../../lib/uncertainty/distributions/distribution-spec.ts";

type Spec<Type extends DistributionSpec["type"]> = Extract<DistributionSpec, { type: Type }>;
type Given<Type extends DistributionSpec["type"]> = Omit<Spec<Type>, "type">;

function constructorOf<Type extends DistributionSpec["type"]>(type: Type): (given: Given<Type>) => Spec<Type> {
  return (given) => ({ ...given, type }) as unknown as Spec<Type>;
}

/**
 * The distributions for cells: `lognormal({mean: 94.6, lo: 89.5, hi: 99.7})`. Plain data of `lib/uncertainty`, so that tools
 * accept them directly. `sample` validates them, and names the variable if their parameters are inconsistent.
 */
export const distributions = {
  normal: constructorOf("normal"),
  lognormal: constructorOf("lognormal"),
  triangular: constructorOf("triangular"),
  uniform: constructorOf("uniform"),
  beta: constructorOf("beta"),
  pert: constructorOf("pert"),
  pedigree: constructorOf("pedigree"),
  /** From a factor's value and its 95 % bounds in emission-factor tables; the bounds are kept, the value is the median. */
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
  /** From a sample, whose values are all equally likely. */
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
