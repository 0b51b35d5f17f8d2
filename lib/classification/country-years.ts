/** One quantity by country and year. */
export class CountryYears {
  readonly #values = new Map<string, Map<number, number>>();
  readonly #years = new Map<string, readonly number[]>();
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  /** Adds to the value of the country and year; null adds nothing. */
  add(iso3: string, year: number, value: number | null): void {
    if (value === null) return;
    const years = this.#values.get(iso3) ?? new Map<number, number>();
    this.#values.set(iso3, years);
    years.set(year, (years.get(year) ?? 0) + value);
    this.#years.delete(iso3);
    if (year < this.#first) this.#first = year;
    if (year > this.#last) this.#last = year;
  }

  at(iso3: string, year: number): number | null {
    return this.#values.get(iso3)?.get(year) ?? null;
  }

  /** The years of a country with a value, in ascending order. */
  years(iso3: string): readonly number[] {
    const known = this.#years.get(iso3) ?? [...(this.#values.get(iso3)?.keys() ?? [])].sort((a, b) => a - b);
    this.#years.set(iso3, known);
    return known;
  }

  /** The first and the last year with a value of any country; [∞, −∞] of an empty series. */
  get span(): readonly [first: number, last: number] {
    return [this.#first, this.#last];
  }

  /** The codes with a value, sorted. */
  get codes(): string[] {
    return [...this.#values.keys()].sort();
  }
}

/** A series without a value. */
export const noYears = new CountryYears();
