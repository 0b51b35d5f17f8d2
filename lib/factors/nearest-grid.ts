import { type Message, messages } from "../message/message.ts";

const texts = messages("factors", {
  noneOfPlace: {
    en: "There is no factor of {place} for {year}.",
    zh: "没有 {place} 适用于 {year} 年的因子。",
  },
  gridOfPlace: {
    en: "That of its regional grid, {grid}, is used.",
    zh: "取其所在区域电网 {grid} 的因子。",
  },
  countryOfPlace: { en: "That of the country, {country}, is used.", zh: "取其所在国家 {country} 的因子。" },
  earlierYear: { en: "It is of {of}: there is none of {year}.", zh: "取 {of} 年的：没有 {year} 年的。" },
});

/** A factor of a grid, as far as the choice between several depends on it. */
export interface GridCandidate {
  /** ISO 3166 alpha-3; null for any. */
  readonly country: string | null;
  /** ISO 3166-2 of a province or the name of a regional grid; null for the whole country. */
  readonly place: string | null;
  /** The regional grid that a province lies in. */
  readonly grid: string | null;
  /** Null for any. */
  readonly year: number | null;
  /** From the user's own table. */
  readonly own: boolean;
  /** Whether emissions upstream of power plants are in it. */
  readonly lifeCycle: boolean;
}

/** Where and when electricity was used. */
export interface GridQuery {
  readonly country: string;
  /** ISO 3166-2 of a province or the name of a regional grid; null if unknown. */
  readonly place: string | null;
  readonly year: number;
  /** How many years older than `year` a factor may be; `OLDEST_GRID` if left out. */
  readonly oldest?: number;
}

/** How many years a mean factor of a grid may be older than the year before it counts as missing. */
export const OLDEST_GRID = 3;

/** The chosen factor, and in which respects it is of another place or year. */
export interface NearestGrid<Candidate> {
  readonly factor: Candidate;
  /** Empty for the place and the year themselves. */
  readonly fallbacks: readonly Message[];
}

/**
 * The factor of a grid by the hierarchy of the Scope 2 Guidance (Table 6.2): own factors before shipped ones, the province before
 * its regional grid and this before the country, a factor of generation before one of the life cycle, then the nearest year that
 * is not later and not too old. Undefined if there is none.
 */
export function nearestGrid<Candidate extends GridCandidate>(
  candidates: readonly Candidate[],
  { country, place, year, oldest = OLDEST_GRID }: GridQuery,
): NearestGrid<Candidate> | undefined {
  const grid = place === null ? null : (candidates.find((of) => of.place === place && of.grid !== null)?.grid ?? null);
  // The nearer place has the lower distance; -1 for a place that does not contain the wanted one.
  const distance = (of: Candidate) => {
    if (of.country !== null && of.country !== country) return -1;
    if (of.place === null) return 2;
    return of.place === place ? 0 : of.place === grid ? 1 : -1;
  };
  const age = (of: Candidate) => (of.year === null ? 0 : year - of.year);
  const [best] = candidates
    .filter((of) => distance(of) >= 0 && (of.country !== null || of.own) && age(of) >= 0 && age(of) <= oldest)
    .sort(
      (a, b) =>
        Number(b.own) - Number(a.own) ||
        distance(a) - distance(b) ||
        Number(a.lifeCycle) - Number(b.lifeCycle) ||
        age(a) - age(b),
    );
  if (!best) return undefined;
  const fallbacks: Message[] = [];
  // An own factor of a country is meant for all its provinces.
  if (place !== null && distance(best) > 0 && !best.own) {
    fallbacks.push(texts.noneOfPlace({ place, year }));
    fallbacks.push(distance(best) === 1 ? texts.gridOfPlace({ grid }) : texts.countryOfPlace({ country }));
  }
  if (age(best) > 0) fallbacks.push(texts.earlierYear({ of: best.year, year }));
  return { factor: best, fallbacks };
}

/** The alpha-3 code of the country that a province lies in, by its prefix, if a factor of that country has a province. */
export function countryOfPlace(candidates: readonly GridCandidate[], place: string): string | null {
  const prefix = /^[A-Z]{2}-/.exec(place)?.[0];
  const found = candidates.find((of) => of.place === place || (prefix !== undefined && of.place?.startsWith(prefix)));
  return found?.country ?? null;
}
