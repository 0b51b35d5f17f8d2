import { z } from "zod";
import { lorenzCurve } from "../charts/lorenz-curve.ts";
import type { ResultOf } from "../tool/shape.ts";
import { ratio } from "../tool/unit.ts";

/** A country's emissions (or anything added up) and its persons. */
export interface Endowment {
  readonly emissions: number;
  readonly persons: number;
}

export const dispersionShape = z.object({
  /** Gini coefficient of emissions per head between countries, each weighted by its persons: 0 equal, towards 1 unequal. */
  gini: ratio.describe("Weighted by population, 0 to 1"),
  /** Theil's T, weighted by persons: Σ s_i ln(s_i/p_i) with s and p the shares in emissions and persons; 0 if equal. */
  theil: ratio.describe("Theil's T, weighted by population"),
  /** Standard deviation of the natural logarithms of emissions per head, each country once (σ-convergence). */
  sigma: ratio.describe("Standard deviation of logarithms, each country once"),
  /** The same, each country weighted by its persons. */
  weightedSigma: ratio.describe("The same, weighted by population"),
});
export type Dispersion = ResultOf<typeof dispersionShape>;

/**
 * How unequal emissions per head are between countries. People within a country count as equal. Emissions and persons must be
 * positive. All four are invariant to the unit of emissions, and to that of persons.
 *
 * Gini: Lorenz (1905), Gini (1914). Theil, H. (1967), Economics and Information Theory. σ of logarithms: Barro and
 * Sala-i-Martin (1992), Convergence, Journal of Political Economy 100: 223–251.
 */
export function dispersion(countries: readonly Endowment[]): Dispersion {
  const total = countries.reduce((sum, { emissions }) => sum + emissions, 0);
  const people = countries.reduce((sum, { persons }) => sum + persons, 0);
  const logs = countries.map(({ emissions, persons }) => Math.log(emissions / persons));
  return {
    gini: lorenzCurve(countries.map(({ emissions, persons }) => ({ value: emissions, weight: persons }))).gini,
    theil: countries.reduce((sum, { emissions, persons }) => {
      const share = emissions / total;
      return sum + share * Math.log(share / (persons / people));
    }, 0),
    sigma: deviation(
      logs,
      countries.map(() => 1 / countries.length),
    ),
    weightedSigma: deviation(
      logs,
      countries.map(({ persons }) => persons / people),
    ),
  };
}

function deviation(values: readonly number[], weights: readonly number[]): number {
  const mean = values.reduce((sum, value, i) => sum + weights[i]! * value, 0);
  return Math.sqrt(values.reduce((sum, value, i) => sum + weights[i]! * (value - mean) ** 2, 0));
}
