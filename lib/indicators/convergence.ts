import { type Dispersion, dispersion, type Endowment } from "./dispersion.ts";
import { straightLine } from "./straight-line.ts";

/** A country with its endowment of every year, in the order of the years. */
export interface CountryPath {
  readonly region: string;
  readonly endowments: readonly Endowment[];
}

export interface YearOfConvergence extends Dispersion {
  readonly year: number;
  /** Σ emissions / Σ persons over the countries. */
  readonly mean: number;
}

export interface CountryConvergence {
  readonly region: string;
  /** In the last year. */
  readonly perHead: number;
  /** Per head relative to the mean of the last year: 1 is at the mean. */
  readonly ratio: number;
  /** Slope of the line of least squares through emissions per head, per year. */
  readonly trend: number | null;
  /** Slope of that through the distance to the mean. */
  readonly gapTrend: number | null;
  /**
   * The year, after the last one, in which the line of the distance to the mean is zero; null if the distance does not
   * shrink.
   */
  readonly reaches: number | null;
  /** By how much emissions per head must change a year to stand at the last year's mean in the target year. */
  readonly needed: number | null;
}

export interface Convergence {
  readonly years: readonly YearOfConvergence[];
  readonly countries: readonly CountryConvergence[];
  /** The year in which the line of least squares through the Gini coefficients is zero; null if they do not fall. */
  readonly giniZero: number | null;
}

/**
 * Contraction and convergence: how emissions per head of the same countries move towards their common mean. Straight lines
 * of least squares are continued; that is an extrapolation of the given years and no forecast. Emissions per head in the
 * unit of emissions over persons.
 *
 * Meyer, A. (2000), Contraction and Convergence: The Global Solution to Climate Change, Green Books.
 *
 * @param years ascending, one or more.
 * @param target the year in which all stand at the mean of the last year given; without it nothing is needed.
 */
export function convergence(years: readonly number[], paths: readonly CountryPath[], target?: number): Convergence {
  const perYear = years.map((year, at): YearOfConvergence => {
    const countries = paths.map(({ endowments }) => endowments[at]!);
    const [emissions, persons] = [
      countries.reduce((sum, each) => sum + each.emissions, 0),
      countries.reduce((sum, each) => sum + each.persons, 0),
    ];
    return { year, mean: emissions / persons, ...dispersion(countries) };
  });
  const lastYear = years.at(-1)!;
  const lastMean = perYear.at(-1)!.mean;
  const countries = paths.map(({ region, endowments }): CountryConvergence => {
    const heads = endowments.map(({ emissions, persons }) => emissions / persons);
    const gap = straightLine(
      years,
      heads.map((head, at) => head - perYear[at]!.mean),
    );
    const perHead = heads.at(-1)!;
    return {
      region,
      perHead,
      ratio: perHead / lastMean,
      trend: straightLine(years, heads)?.slope ?? null,
      gapTrend: gap?.slope ?? null,
      reaches: gap && shrinks(gap.at(lastYear), gap.slope) ? gap.zero : null,
      needed: target === undefined || target <= lastYear ? null : (lastMean - perHead) / (target - lastYear),
    };
  });
  const gini = straightLine(
    years,
    perYear.map((each) => each.gini),
  );
  return { years: perYear, countries, giniZero: gini && gini.slope < 0 ? gini.zero : null };
}

/** Whether a distance goes towards zero: above it and falling, or below it and rising. */
function shrinks(distance: number, slope: number): boolean {
  return distance * slope < 0;
}
