import type { Text } from "../../../message/message.ts";
import type { Matter, Span } from "../../matter.ts";
import type { Json } from "../../plan.ts";

/** Whose figures are asked for: a country, the world, or a group by its members. */
export type Target =
  | { readonly kind: "country"; readonly iso3: string; readonly label: Text }
  | { readonly kind: "world"; readonly label: Text }
  /** Countries taken together. */
  | { readonly kind: "several"; readonly places: readonly string[]; readonly label: Text }
  | { readonly kind: "group"; readonly group: string; readonly label: Text }
  /** A part of the world that a table has a row of its own for. */
  | { readonly kind: "area"; readonly area: string; readonly label: Text };

/** Countries as one target. */
export function taken(countries: readonly (Target & { readonly kind: "country" })[]): Target {
  const join = (language: "en" | "zh", comma: string, and: string) => {
    const names = countries.map(({ label }) => label[language]);
    return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(comma)}${and}${names.at(-1)}`;
  };
  return {
    kind: "several",
    places: countries.map(({ iso3 }) => iso3),
    label: { en: join("en", ", ", " and "), zh: join("zh", "、", "和") },
  };
}

/** Which years: single ones, a span, or the newest n. */
export type Years =
  | { readonly kind: "single"; readonly years: readonly number[] }
  | { readonly kind: "span"; readonly span: Span }
  | { readonly kind: "newest"; readonly count: number };

export function yearsOf(matter: Matter): Years {
  const span = matter.span();
  const newest = matter.newest();
  if (span) {
    const told = matter.links.flatMap(({ years }) => (years && "one" in years ? [years.one] : []));
    const [other, ...more] = new Set(told);
    if (other === undefined) return { kind: "span", span };
    // “Since 2000 … by 2025”, “in total since 1850, up to 2023”
    const end = span.last ?? other;
    const beginning = span.first ?? other;
    const isOpen = (span.last === null) !== (span.first === null);
    // A year beside a whole span stays unexplained.
    if (!isOpen || more.length > 0 || beginning >= end) return { kind: "span", span };
    matter.years();
    return { kind: "span", span: { first: beginning, last: end } };
  }
  const single = matter.years();
  if (single.length > 0) return { kind: "single", years: single };
  return { kind: "newest", count: newest ?? 1 };
}

/** The earliest year that is asked for, if one is. */
export function firstYear(years: Years): number | null {
  if (years.kind === "single") return Math.min(...years.years);
  return years.kind === "span" ? years.span.first : null;
}

/** The two years between which something changes, if there are two. */
export function twoYears(years: Years): readonly [number, number] | null {
  if (years.kind === "span" && years.span.first !== null && years.span.last !== null)
    return [years.span.first, years.span.last];
  if (years.kind === "single" && years.years.length === 2) return [Math.min(...years.years), Math.max(...years.years)];
  return null;
}

/** The years between which something changes; null for the newest that the table has: “since 1990”. */
export function endsOf(years: Years): readonly [number, number | null] | null {
  const between = twoYears(years);
  if (between) return between;
  const isOpen = years.kind === "span" && years.span.first !== null && years.span.last === null;
  return isOpen ? [years.span.first!, null] : null;
}

/** The condition on a column of years. */
export function yearCondition(years: Years): Json | undefined {
  if (years.kind === "single") return years.years.length === 1 ? years.years[0]! : [...years.years];
  if (years.kind === "newest") return undefined;
  const { first, last } = years.span;
  return { ...(first === null ? {} : { from: first }), ...(last === null ? {} : { to: last }) };
}

/** Words that mean several places; the reader must say which. */
export interface SharedPlace {
  readonly words: string;
  readonly places: readonly string[];
}

/** Places and groups of the words, in their order, each once. A place that several countries could be is `shared`. */
export function targetsOf(matter: Matter): { targets: Target[]; shared: SharedPlace | null } {
  const targets: Target[] = [];
  let shared: SharedPlace | null = null;
  for (const link of matter.links) {
    const places = link.meanings.filter(({ kind }) => kind === "place");
    const groups = link.meanings.filter(({ kind }) => kind === "group");
    if (places.length === 0 && groups.length === 0) continue;
    matter.use(link);
    if (places.length > 1) shared ??= { words: link.words, places: places.map(({ value }) => String(value)) };
    const [place] = places;
    if (place?.value === "WORLD") add(targets, { kind: "world", label: place.label });
    else if (place) add(targets, { kind: "country", iso3: String(place.value), label: place.label });
    else add(targets, { kind: "group", group: String(groups[0]!.value), label: groups[0]!.label });
  }
  return { targets: withoutListedGroup(targets), shared };
}

/** Groups that people name together with all their members. */
const sizes: Readonly<Record<string, number>> = { BRICS: 5, G7: 7 };

/** “The BRICS (Brazil, Russia, India, China, South Africa)” are those that are listed. */
function withoutListedGroup(targets: Target[]): Target[] {
  const listed = targets.filter(({ kind }) => kind === "country").length;
  return targets.filter((target) => target.kind !== "group" || sizes[target.group] !== listed);
}

function add(targets: Target[], target: Target): void {
  const key = JSON.stringify(target);
  if (!targets.some((each) => JSON.stringify(each) === key)) targets.push(target);
}
