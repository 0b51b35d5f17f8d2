import { expect, it } from "vitest";
import { centreOf } from "../../../kernel/montecarlo/sample.ts";
import { type DistributionSpec, distributionOf } from "../../../lib/uncertainty/distributions/distribution-spec.ts";

const centre = (spec: DistributionSpec) => centreOf(spec, distributionOf(spec, "x"));

it("a sample stands in the account as the figure its author gave, cut or not", () => {
  const factor = { type: "factor", value: 9, lo: 6, hi: 10 } as const;
  expect(centre(factor)).toBe(9);
  expect(centre({ type: "truncated", of: factor, lo: 0 })).toBe(9);
  expect(centre({ type: "truncated", of: { type: "normal", mean: 3, sd: 1 }, lo: 0 })).toBe(3);
  expect(centre({ type: "truncated", of: { type: "normal", mean: 0, sd: 1 }, lo: 1 })).toBeGreaterThan(1);
});
