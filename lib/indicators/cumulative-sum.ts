import type { NationalSeries } from "../panorama/national-series.ts";

export interface CumulativeSum {
  readonly value: number;
  /** The first year that counts: the later of what was asked for and the first with a value. */
  readonly from: number;
  /** Years from there on without a value, which count as nothing. */
  readonly gaps: number;
}

/**
 * Σ of a country's values from `since` to `to`, both included; null if it has no value in the last of these years. In the unit
 * of the series times a year.
 */
export function cumulativeSum(series: NationalSeries, iso3: string, since: number, to: number): CumulativeSum | null {
  if (since > to || series.at(iso3, to) === null) return null;
  let [value, from, known] = [0, to, 0];
  for (let year = Math.max(since, series.span[0]); year <= to; year++) {
    const of = series.at(iso3, year);
    if (of === null) continue;
    if (known === 0) from = year;
    value += of;
    known += 1;
  }
  return { value, from, gaps: to - from + 1 - known };
}
