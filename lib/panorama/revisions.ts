import { Z95 } from "../uncertainty/distributions/normal-law.ts";
import { studentQuantile } from "../uncertainty/distributions/student-law.ts";
import type { Edition } from "./edition.ts";
import { WORLD } from "./national-series.ts";

/** How far the share of its production that trade moves to a region was revised from one edition to the other. */
export interface ShareRevision {
  /** Root mean square of the revisions over the common years, a share of production. */
  readonly rms: number;
  /** The standard deviation of the normal error that stands for them: of few independent revisions, therefore above `rms`. */
  readonly sd: number;
  readonly years: number;
}

/** Fewest years of which a spread is given. */
const FEWEST_YEARS = 10;

/**
 * The revisions of net transfers between two editions of one budget, region by region.
 *
 * What is revised is the share (consumption − production) / production: an error of production is in both sides and leaves the share
 * as it is, so that the correlation of the two sides is in its revision, whatever it is. A revision of one year resembles that of the
 * year before (autocorrelation ρ, pooled over the countries): n years count as ν = n (1 − ρ) / (1 + ρ) independent ones, and the
 * normal law has the 95 % half-width of Student's t with ν degrees of freedom, t(ν) · rms. An error that both editions share is
 * in none of this.
 */
export class Revisions {
  readonly #now: Edition;
  readonly #then: Edition;
  readonly #byRegion = new Map<string, ReadonlyMap<number, number>>();
  #autocorrelation: number | undefined;

  constructor(now: Edition, then: Edition) {
    this.#now = now;
    this.#then = then;
  }

  /** The revision of a region, of the years for which `isTaken`; null where the editions have too few in common. */
  of(region: string, isTaken: (year: number) => boolean = () => true): ShareRevision | null {
    if (region === WORLD) return null;
    const taken = [...this.ofYears(region)].filter(([year]) => isTaken(year));
    if (taken.length < FEWEST_YEARS) return null;
    const rms = Math.sqrt(taken.reduce((sum, [, revision]) => sum + revision ** 2, 0) / taken.length);
    const { autocorrelation: rho } = this;
    const degrees = Math.max(1, (taken.length * (1 - rho)) / (1 + rho));
    return { rms, sd: (rms * studentQuantile(0.975, degrees)) / Z95, years: taken.length };
  }

  /** Share by the one edition less share by the other, by common year. */
  ofYears(region: string): ReadonlyMap<number, number> {
    const known = this.#byRegion.get(region);
    if (known) return known;
    const revisions = new Map<number, number>();
    for (const year of this.#years) {
      const [now, then] = [shareOf(this.#now, region, year), shareOf(this.#then, region, year)];
      if (now !== null && then !== null) revisions.set(year, now - then);
    }
    this.#byRegion.set(region, revisions);
    return revisions;
  }

  /** Correlation of the revisions of adjacent years, each country weighted by the inverse of its own mean square. */
  get autocorrelation(): number {
    this.#autocorrelation ??= this.#pooledAutocorrelation();
    return this.#autocorrelation;
  }

  get #years(): number[] {
    const [of, before] = [this.#now.production.span, this.#then.production.span];
    const [first, last] = [Math.max(of[0], before[0]), Math.min(of[1], before[1])];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  }

  #pooledAutocorrelation(): number {
    let [products, squares] = [0, 0];
    for (const iso3 of this.#now.transfer.countries) {
      const revisions = this.ofYears(iso3);
      let square = 0;
      for (const each of revisions.values()) square += each ** 2 / revisions.size;
      if (square === 0 || revisions.size < FEWEST_YEARS) continue;
      for (const [year, each] of revisions) {
        const before = revisions.get(year - 1);
        if (before === undefined) continue;
        products += (each * before) / square;
        squares += (each ** 2 + before ** 2) / 2 / square;
      }
    }
    return squares === 0 ? 0 : Math.max(0, products / squares);
  }
}

function shareOf({ production, transfer }: Edition, region: string, year: number): number | null {
  const [made, moved] = [production.completeSum(region, year), transfer.completeSum(region, year)];
  return made === null || moved === null || made <= 0 ? null : moved / made;
}
