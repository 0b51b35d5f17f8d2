import { must } from "./dataset.ts";
import type { FigureEntry } from "./figures.ts";

/** The first and the last year of a table, as its title and its entry state them. */
export interface YearSpan {
  readonly years: readonly [first: number, last: number];
  /** "2000–2024" */
  readonly en: string;
  /** "2000—2024年" */
  readonly zh: string;
}

/**
 * The span of the years that a table holds. Titles are made of it, so that a newer edition of the same source ships under its
 * own years. Throws if there is no year.
 */
export function spanOf(years: Iterable<number>): YearSpan {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const year of years) {
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  if (first > last) throw new Error("A table without a year has no span of years.");
  return first === last
    ? { years: [first, last], en: `${first}`, zh: `${first}年` }
    : { years: [first, last], en: `${first}–${last}`, zh: `${first}—${last}年` };
}

/** The span of the years that the catalogue of the figures states for a table. Throws if it states none. */
export function spanIn({ file, years }: Pick<FigureEntry, "file" | "years">): YearSpan {
  const stated = years?.match(/\b\d{4}\b/g);
  must(!!stated, () => `${file}: its catalogue states no years.`);
  return spanOf(stated.map(Number));
}
