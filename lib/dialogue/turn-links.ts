import type { Link } from "./link.ts";

/** What the words of one turn are to those of another. */

export function kindsOf(link: Link): string[] {
  return [
    ...link.meanings.filter(({ soft }) => !soft).map(({ kind }) => kind),
    ...(link.years ? ["years"] : []),
    ...(link.quantity ? ["quantity"] : []),
    ...(link.unit ? ["unit"] : []),
  ];
}

export function kindsIn(links: readonly Link[]): Set<string> {
  return new Set(links.flatMap(kindsOf));
}

/** A report and a horizon make one metric, in whichever turn each is said. */
export function completesMetric(before: Link, words: readonly Link[]): boolean {
  const kindOf = (link: Link) => {
    const value = link.meanings.find(({ kind }) => kind === "metric")?.value;
    return typeof value !== "string" || value.includes(".") ? null : /^G/.test(value) ? "horizon" : "report";
  };
  const own = kindOf(before);
  return own !== null && words.some((link) => kindOf(link) !== null) && words.every((link) => kindOf(link) !== own);
}

/** “And with AR6?” after a whole metric keeps its horizon; “GWP20” its report. */
export function otherHalf(before: readonly Link[], words: readonly Link[]): Link[] {
  const metricOf = (link: Link) => link.meanings.find(({ kind }) => kind === "metric")?.value;
  const whole = before.find((link) => String(metricOf(link) ?? "").includes("."));
  const named = words.flatMap((link) => metricOf(link) ?? []).map(String);
  if (!whole || named.length !== 1 || named[0]!.includes(".")) return [];
  const [report, horizon] = String(metricOf(whole)).split(".") as [string, string];
  const value = /^G/.test(named[0]!) ? report : horizon;
  return [
    { ...whole, meanings: [{ kind: "metric", value, label: { en: value, zh: value } }], nested: [], via: "context" },
  ];
}

export function isConceptToo(kinds: readonly string[]): boolean {
  return kinds.some((kind) => kind !== "operation");
}

/** Whether a word means one of some operations. */
export function does({ meanings }: Link, operations: readonly string[]): boolean {
  return meanings.some(({ kind, value }) => kind === "operation" && operations.includes(String(value)));
}

/** Whether the words are of two that were said before: “both”, 两者. */
export function saysTwo(words: readonly Link[]): boolean {
  return words.some((link) => /\b(?:two|both)\b|[两二]/i.test(link.words));
}

export function yearLink(year: number): Link {
  return {
    from: 0,
    to: 0,
    words: String(year),
    turn: 0,
    meanings: [],
    nested: [],
    via: "context",
    years: { one: year },
  };
}
