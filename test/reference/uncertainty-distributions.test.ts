import { describe, expect, it } from "vitest";
import { incompleteBeta, inverseIncompleteBeta } from "../../lib/uncertainty/distributions/beta-function.ts";
import { distributionOf } from "../../lib/uncertainty/distributions/distribution-spec.ts";
import { normalCdf, normalQuantile } from "../../lib/uncertainty/distributions/normal-law.ts";
import { combineUncertaintyFactors } from "../../lib/uncertainty/distributions/pedigree.ts";

/** Figures of SciPy 1.17.1 (scipy.special, scipy.stats) unless a closed form is named. */
const near = (actual: number, expected: number, relative: number) =>
  expect(Math.abs(actual / expected - 1)).toBeLessThan(relative);

describe("special functions", () => {
  it("gives the normal probability to 14 digits, far tails to 12", () => {
    const table = [
      [-8, 6.22096057427174e-16],
      [-3, 0.0013498980316300933],
      [-2, 0.022750131948179195],
      [-1.99, 0.02329546775021182],
      [-0.3, 0.3820885778110474],
      [0.7, 0.758036347776927],
      [1.5, 0.9331927987311419],
      [2.5, 0.9937903346742238],
      [5, 0.9999997133484281],
    ] as const;
    for (const [z, p] of table) near(normalCdf(z), p, 2e-14);
    near(normalCdf(-37), 5.7255712225239266e-300, 1e-12);
  });

  it("gives the normal quantile to 15 digits", () => {
    const table = [
      [1e-300, -37.0470962993612],
      [1e-20, -9.262340089798409],
      [1e-5, -4.264890793922825],
      [0.01, -2.3263478740408408],
      [0.075, -1.4395314709384563],
      [0.3, -0.5244005127080409],
      [0.6, 0.2533471031357997],
      [0.975, 1.959963984540054],
    ] as const;
    for (const [p, z] of table) near(normalQuantile(p), z, 4e-15);
  });

  it("gives the incomplete beta function and its inverse to 12 digits", () => {
    near(incompleteBeta(0.2, 0.5, 0.5), 0.2951672353008665, 1e-12);
    near(incompleteBeta(0.3, 2, 5), 0.579825, 1e-12); // a polynomial
    near(incompleteBeta(0.9, 30, 4), 0.5769436641256929, 1e-12);
    near(incompleteBeta(0.41, 200, 300), 0.677628164772179, 1e-11); // logarithms of gamma functions of hundreds
    near(inverseIncompleteBeta(0.01, 0.5, 0.5), 0.00024671981713422146, 1e-12);
    near(inverseIncompleteBeta(0.3, 2, 5), 0.18180347131894917, 1e-12);
    near(inverseIncompleteBeta(0.9, 30, 4), 0.946071956946056, 1e-12);
    near(inverseIncompleteBeta(0.5, 0.2, 3), 0.007901229090864218, 1e-12);
  });
});

describe("distributions, against closed forms", () => {
  it("takes a lognormal law from a multiplicative 95 % interval [m/k, mk]", () => {
    const law = distributionOf({ type: "lognormal", median: 100, lo: 50, hi: 200 }, "x");
    near(law.normal!.scale, 0.353653019151067, 1e-12); // ln 2 / 1.959964
    near(law.mean, 106.4531960629593, 1e-12);
    near(Math.exp(law.normal!.scale), 1.4242609094730487, 1e-12);
    near(Math.exp(2 * law.normal!.scale), 2.028519138252996, 1e-12);
  });

  it("takes ± 10 % of 100 as half of a 95 % interval, not as a standard deviation", () => {
    const law = distributionOf({ type: "normal", mean: 100, halfWidthPercent: 10 }, "x");
    near(Math.sqrt(law.variance), 5.102134569246539, 1e-12);
  });

  it("gives the moments and quantiles of a triangular and a uniform law", () => {
    const law = distributionOf({ type: "triangular", lo: 80, mode: 100, hi: 130 }, "x");
    near(law.mean, 103.33333333333333, 1e-14);
    near(law.variance, 105.55555555555556, 1e-14);
    near(law.quantile(0.025), 85, 1e-14);
    near(law.quantile(0.975), 123.87627564304205, 1e-13);
    const flat = distributionOf({ type: "uniform", lo: 22, hi: 26 }, "x");
    near(flat.mean, 24, 1e-15);
    near(Math.sqrt(flat.variance), 1.1547005383792517, 1e-14);
  });

  it("gives the moments of a normal law cut to [8, 14]", () => {
    const of = { type: "normal", mean: 10, sd: 2 } as const;
    const law = distributionOf({ type: "truncated", of, lo: 8, hi: 14 }, "x");
    near(law.mean, 10.459274358182657, 1e-9);
    near(law.variance, 2.0790501568461357, 1e-9);
    near(law.skewness, 0.322545912833092, 1e-7); // SciPy sums the third moment of large parts
  });

  it("combines pedigree factors to the squared geometric standard deviation", () => {
    near(combineUncertaintyFactors([1.05, 1.2, 1.02, 1.1, 1.0, 1.05]), 1.2434566510799234, 1e-14);
  });
});
