import type { Meaning } from "./lexicon/entry.ts";
import type { Link } from "./link.ts";

const idle: Meaning = { kind: "plain", value: null, label: { en: "", zh: "" } };
const perGdp: Meaning = { kind: "operation", value: "per gdp", label: { en: "per GDP", zh: "单位GDP" } };

/**
 * Words that mean something else together than each alone. “Carbon intensity” beside a GDP is of the economy, not of electricity;
 * “tonnes of CO2 for each dollar of GDP” asks for a quotient, not for the GDP.
 */
export function reworded(links: readonly Link[]): Link[] {
  return ofEconomy(links);
}

function ofEconomy(links: readonly Link[]): Link[] {
  const gdp = links.find((link) => means(link, "gdp"));
  const basis = links.some(({ meanings }) => meanings.some(({ kind }) => kind === "basis"));
  const intensity = links.find(({ words }) =>
    /^(?:carbon |co2 |emissions? )?intensity$|^(?:碳|排放)?强度$/i.test(words),
  );
  const each =
    links.some(({ meanings }) => meanings.some(({ value }) => value === "per dollar")) ||
    links.some(
      ({ words, unit }) =>
        /^(?:per|for each|for every|every|each|每|每个|单位|per dollar|per usd|每美元)$/i.test(words) ||
        /\/USD/.test(unit ?? ""),
    );
  const emits = links.some(
    (link) => means(link, "fossil CO2, territorial") || link.meanings.some(({ kind }) => kind === "gas"),
  );
  if (links.some(({ meanings }) => meanings.some(({ value }) => value === "per gdp"))) return [...links];
  if (intensity && (gdp || basis) && !links.some((link) => means(link, "electricity generation")))
    return links.map((link) =>
      link === intensity
        ? { ...link, meanings: [perGdp], nested: [] }
        : link === gdp
          ? { ...link, meanings: [idle] }
          : link,
    );
  if (gdp && each && emits)
    return links.map((link) => (link === gdp ? { ...link, meanings: [perGdp], nested: [] } : link));
  return [...links];
}

function means({ meanings }: Link, measure: string): boolean {
  return meanings.some(({ kind, value }) => kind === "measure" && (value as readonly string[]).includes(measure));
}
