import fc from "fast-check";
import { expect, test } from "vitest";
import { type DistributionSpec, distributionOf } from "../../../lib/uncertainty/distributions/distribution-spec.ts";
import { scaledLaw } from "../../../lib/uncertainty/distributions/scaled-law.ts";

const scores = { reliability: 2, completeness: 3, temporal: 1, geographical: 4, technological: 5 };
const laws: readonly DistributionSpec[] = [
  { type: "normal", mean: 5, sd: 1 },
  { type: "normal", mean: 5, variance: 2 },
  { type: "normal", mean: 5, halfWidth: 2 },
  { type: "normal", mean: 5, halfWidthPercent: 20 },
  { type: "normal", lo: 3, hi: 7 },
  { type: "lognormal", median: 3, geometricSd: 1.3 },
  { type: "lognormal", mean: 3, sd: 0.4 },
  { type: "lognormal", lo: 2, hi: 5 },
  { type: "triangular", lo: 1, mode: 2, hi: 4 },
  { type: "uniform", lo: 1, hi: 4 },
  { type: "beta", alpha: 2, beta: 3 },
  { type: "beta", alpha: 2, beta: 3, lo: 1, hi: 4 },
  { type: "pert", lo: 1, mode: 2, hi: 4, lambda: 3 },
  { type: "discrete", values: [1, 2, 5], probabilities: [0.2, 0.3, 0.5] },
  { type: "empirical", values: [1, 2, 2, 7] },
  { type: "factor", value: 5, lo: 4, hi: 7 },
  { type: "pedigree", median: 3, basic: 1.05, scores },
  { type: "truncated", of: { type: "normal", mean: 5, sd: 2 }, lo: 3, hi: 9 },
  { type: "truncated", of: { type: "factor", value: 5, lo: 2, hi: 9 }, lo: 0 },
];

test.each(laws.map((law) => [JSON.stringify(law), law] as const))(
  "the law of a multiple has its quantiles: %s",
  (_, law) => {
    const before = distributionOf(law, "x");
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (factor, p) => {
          const after = distributionOf(scaledLaw(law, factor), "x");
          // Laws that are fitted to their bounds are found by iteration, to about 1e-9.
          expect(after.quantile(p) / (factor * before.quantile(p))).toBeCloseTo(1, 7);
          expect(after.mean / (factor * before.mean)).toBeCloseTo(1, 7);
        },
      ),
      { numRuns: 20 },
    );
  },
);

test("a factor that is not above 0 is refused", () => {
  expect(() => scaledLaw(laws[0]!, 0)).toThrow("factor");
  expect(() => scaledLaw(laws[0]!, -1)).toThrow("factor");
});
