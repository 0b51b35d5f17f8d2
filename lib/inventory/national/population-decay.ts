import type { CountryYears } from "../../classification/country-years.ts";
import { decayedMethane } from "../waste/decay-series.ts";

/** Waste of the past: the guidelines ask for fifty years at least. */
export const FIRST_YEAR = 1950;

/**
 * CH4 of one kt of decomposable carbon a head deposited every year since 1950. The decay is linear in the deposits, so that one
 * series of a country and rate serves all years and kinds of waste.
 */
export class PopulationDecay {
  readonly #population: CountryYears;
  readonly #series = new Map<string, Float64Array>();

  constructor(population: CountryYears) {
    this.#population = population;
  }

  /** kt CH4 of a year by the rate k, 1/yr, with the share F of CH4 in the gas. Years without a population deposit nothing. */
  of(iso3: string, year: number, k: number, F: number): number {
    const key = `${iso3}\t${k}\t${F}`;
    const last = this.#population.years(iso3).at(-1) ?? year;
    const count = Math.max(year, last) - FIRST_YEAR + 1;
    const known = this.#series.get(key);
    const series = known && known.length >= count ? known : this.#decayed(iso3, count, k, F);
    this.#series.set(key, series);
    return series[year - FIRST_YEAR] ?? 0;
  }

  #decayed(iso3: string, count: number, k: number, F: number): Float64Array {
    const people = Float64Array.from({ length: count }, (_, i) => this.#population.at(iso3, FIRST_YEAR + i) ?? 0);
    return decayedMethane(people, k, F);
  }
}
