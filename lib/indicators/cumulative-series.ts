import type { NationalSeries } from "../panorama/national-series.ts";

export interface CumulativeValue {
  readonly value: number;
  /** The first year that counts: the later of what was asked for and the first with a value. */
  readonly from: number;
  /** Years from there on without a value, which count as nothing. */
  readonly gaps: number;
}

/** Sums of a series from any year to any other, by country: each takes two look-ups. */
export class CumulativeSeries {
  readonly series: NationalSeries;
  readonly #sums = new Map<
    string,
    { readonly first: number; readonly sums: Float64Array; readonly known: Int32Array }
  >();

  constructor(series: NationalSeries) {
    this.series = series;
  }

  /**
   * Σ of a country's values from `since` to `to`, both included; null if it has no value in the last of these years, or none
   * at all. Unit of the series times a year.
   */
  of(iso3: string, since: number, to: number): CumulativeValue | null {
    if (this.series.at(iso3, to) === null || since > to) return null;
    const { first, sums, known } = this.#sumsOf(iso3);
    const start = Math.max(since, first) - first;
    const end = to - first + 1;
    // The first year with a value at or after the start.
    let from = start;
    while (known[from + 1] === known[from]) from++;
    return {
      value: sums[end]! - sums[start]!,
      from: from + first,
      gaps: end - from - (known[end]! - known[from]!),
    };
  }

  #sumsOf(iso3: string) {
    const made = this.#sums.get(iso3);
    if (made) return made;
    const years = [...this.series.yearsOf(iso3)];
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const sums = new Float64Array(last - first + 2);
    const known = new Int32Array(last - first + 2);
    for (let year = first; year <= last; year++) {
      const value = this.series.at(iso3, year);
      sums[year - first + 1] = sums[year - first]! + (value ?? 0);
      known[year - first + 1] = known[year - first]! + (value === null ? 0 : 1);
    }
    const of = { first, sums, known };
    this.#sums.set(iso3, of);
    return of;
  }
}
