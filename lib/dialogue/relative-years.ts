import type { Link } from "./link.ts";

/** The span that earlier turns spoke of, where it has both ends. */
export interface KnownSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * “Ten years earlier”, “the year before”, “the decade after that” by the year or the span of which the words speak themselves, or
 * else earlier turns. What has no year to be counted from stays as it is, and is not understood.
 */
export function withCountedYears(links: readonly Link[], year: number | null, span: KnownSpan | null): Link[] {
  const own = links.flatMap(({ years }) => (years && "one" in years ? [years.one] : []));
  const base = own.length === 1 ? own[0]! : own.length === 0 ? year : null;
  return links.map((link): Link => {
    if (!link.years || !("shift" in link.years)) return link;
    const { shift, decade } = link.years;
    if (decade && span && own.length === 0)
      return { ...link, years: { first: span.first + shift, last: span.last + shift } };
    return base === null ? link : { ...link, years: { one: base + shift } };
  });
}
