import { expect, test } from "vitest";
import { chiSquareQuantile, chiSquareTail } from "../../../lib/uncertainty/distributions/chi-square-law.ts";

/** SciPy 1.17, scipy.stats.chi2: quantiles of p, and tails beyond x. */
const quantiles = [
  [0.05, 1, 0.003932140000019522],
  [0.5, 1, 0.454936423119572],
  [0.95, 1, 3.841458820694124],
  [0.999, 1, 10.827566170662733],
  [0.05, 2, 0.10258658877510106],
  [0.95, 2, 5.991464547107979],
  [0.95, 3, 7.814727903251179],
  [0.05, 7, 2.167349909298057],
  [0.999, 7, 24.321886347856854],
  [0.5, 30, 29.336031516661585],
  [0.95, 30, 43.77297182574219],
  [0.05, 200, 168.27855443662838],
  [0.999, 200, 267.5405278227572],
] as const;
const tails = [
  [1e-3, 1, 0.9747728793699604],
  [0.6342889475669562, 2, 0.7282255380266245],
  [5, 2, 0.0820849986238988],
  [25, 3, 1.5440498291101365e-5],
  [80, 30, 1.9756232434910563e-6],
  [300, 200, 5.924540335483916e-6],
] as const;

test.each(quantiles)("The quantile of %d with %d degrees of freedom", (p, degrees, x) => {
  // logGamma is accurate to 1e-13, which a quantile in the lower tail magnifies by up to ν/2.
  expect(Math.abs(chiSquareQuantile(p, degrees) / x - 1)).toBeLessThan(1e-11);
});

test.each(tails)("The tail beyond %d with %d degrees of freedom", (x, degrees, tail) => {
  expect(Math.abs(chiSquareTail(x, degrees) / tail - 1)).toBeLessThan(1e-11);
});

test("Nothing is below zero, and all is above it", () => {
  const edges = [chiSquareTail(0, 3), chiSquareTail(-1, 3), chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)];
  expect(edges).toEqual([1, 1, 0, Number.POSITIVE_INFINITY]);
});
