import type { Meaning, MeaningKind } from "./lexicon/entry.ts";
import { saysExport, saysImport } from "./lexicon/trade-words.ts";
import type { Link } from "./link.ts";

const idle: Meaning = { kind: "plain", value: null, label: { en: "", zh: "" } };
const perGdp: Meaning = { kind: "operation", value: "per gdp", label: { en: "per GDP", zh: "单位GDP" } };

/**
 * Words that mean something else together than each alone. “Carbon intensity” beside a GDP is of the economy, not of electricity;
 * “tonnes of CO2 for each dollar of GDP” asks for a quotient, not for the GDP.
 */
export function reworded(links: readonly Link[]): Link[] {
  return ofTrade(withoutDenied(ofEconomy(ofStates(ofNames(links)))));
}

/** “Under AR5”, “under the schedule” names by what; “waste部门” names what once more. */
function ofNames(links: readonly Link[]): Link[] {
  const isPlain = (link: Link) => link.meanings.some(({ kind }) => kind === "plain");
  return links.map((link, i) => {
    const next = links.slice(i + 1).find((each) => !isPlain(each));
    const namesBy = /^(?:under|per)$/i.test(link.words) && next?.meanings.some(({ kind }) => NAMES.includes(kind));
    const namesAgain = link.words === "部门" && links[i - 1]?.meanings.some(({ kind }) => kind === "sector");
    return namesBy || namesAgain ? { ...link, meanings: [idle] } : link;
  });
}

const NAMES: readonly MeaningKind[] = ["metric", "database"];

const embodied: Readonly<Record<"exports" | "imports", Meaning>> = {
  exports: {
    kind: "measure",
    value: ["embodied exports"],
    label: { en: "CO2 embodied in exports", zh: "出口隐含 CO2" },
  },
  imports: {
    kind: "measure",
    value: ["embodied imports"],
    label: { en: "CO2 embodied in imports", zh: "进口隐含 CO2" },
  },
};

/** “Embodied in Korea's exports” is of all that it exports, not of one good, where no other country is named. */
function ofTrade(links: readonly Link[]): Link[] {
  const carries = links.find(({ words }) => CARRIES.test(words));
  const trades = links.filter(({ words }) => saysExport(words) || saysImport(words));
  const places = links.flatMap((link) => [...link.meanings, ...link.nested].filter(({ kind }) => kind === "place"));
  const named = new Set(places.map(({ value }) => value));
  const isAmbiguous = links.some(({ meanings }) => meanings.filter(({ kind }) => kind === "place").length > 1);
  const [trade] = trades;
  if (!carries || !trade || trades.length > 1 || (named.size > 1 && !isAmbiguous)) return [...links];
  const meaning = embodied[saysImport(trade.words) ? "imports" : "exports"];
  return links.map((link) =>
    link === trade
      ? // “中国出口” names who exports, too.
        {
          ...link,
          meanings: [meaning, ...link.nested.filter(({ kind }) => kind === "place")],
          nested: link.nested.filter(({ kind }) => kind !== "place"),
        }
      : link === carries && !link.meanings.some(({ kind }) => kind === "measure")
        ? { ...link, meanings: [idle] }
        : link,
  );
}

const states: Meaning = { kind: "place", value: "USA", label: { en: "the United States", zh: "美国" } };

/** “us fossil co2 in 1965” begins with a country, not with those who ask. */
function ofStates(links: readonly Link[]): Link[] {
  const [first, second] = links;
  const isMatter = second?.meanings.some(({ kind }) => ["measure", "gas", "fuel", "principle"].includes(kind)) ?? false;
  if (first?.words !== "us" || !isMatter) return [...links];
  return [{ ...first, meanings: [states], via: "alias" }, ...links.slice(1)];
}

const DENIES =
  /^(?:not|no|and not|but not|rather than|instead of|不是|而不是|非|而非|不要|不想要|不需要|不含|不包括|don't ?want|don't ?need)$/i;
const DENIED: readonly MeaningKind[] = ["product", "fuel", "sector", "gas", "pool"];

function isNet({ kind, value }: Meaning): boolean {
  return kind === "principle" && (value === "net export" || value === "net import");
}

function isLandUse({ kind, value }: Meaning): boolean {
  return kind === "measure" && Array.isArray(value) && value.some((id) => /land-use change/.test(String(id)));
}

function isOfEmissions({ meanings }: Link): boolean {
  return meanings.some((each) => (each.kind === "gas" || each.kind === "measure") && !isLandUse(each));
}

const CARRIES = /embod|embedd|隐含/i;

/** “Cells, not modules” asks for the one that is not denied. */
function withoutDenied(links: readonly Link[]): Link[] {
  const kindOf = ({ meanings }: Link) =>
    meanings.find((each) => DENIED.includes(each.kind) || isNet(each) || isLandUse(each));
  const denials = new Set<Link>();
  const denied = links.filter((link, i) => {
    const own = kindOf(link);
    const [first, second] = [links[i - 2], links[i - 1]];
    if (!own || !second) return false;
    // 不是 stands in two words.
    const before = DENIES.test(second.words)
      ? [second]
      : DENIES.test(`${first?.words ?? ""}${second.words}`)
        ? [first!, second]
        : [];
    if (before.length === 0) return false;
    for (const each of before) denials.add(each);
    // “Embodied in exports, not the net exports”
    if (isNet(own)) return links.some(({ words }, at) => at < i && CARRIES.test(words));
    // “I don't want land use. CO2 of Brazil?”
    if (own.kind === "measure") return links.some((other) => other !== link && isOfEmissions(other));
    return links.some(
      (other) => other !== link && kindOf(other)?.kind === own.kind && kindOf(other)?.value !== own.value,
    );
  });
  if (denied.length === 0) return [...links];
  return links.filter((link) => !denied.includes(link) && !denials.has(link));
}

function ofEconomy(links: readonly Link[]): Link[] {
  const gdp = links.find((link) => means(link, "gdp"));
  const basis = links.some(({ meanings }) => meanings.some(({ kind }) => kind === "basis"));
  const intensity = links.find(({ words }) =>
    /^(?:carbon |co2 |emissions? )?intensity$|^(?:碳|排放|碳排放)?强度$/i.test(words),
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
  // “Per US dollar of GDP” says the quotient twice.
  if (links.some(({ meanings }) => meanings.some(({ value }) => value === "per gdp")))
    return links.map((link) =>
      link.meanings.some(({ value }) => value === "per dollar") ? { ...link, meanings: [idle], nested: [] } : link,
    );
  if (intensity && (gdp || basis) && !links.some((link) => means(link, "electricity generation")))
    return links.map((link) =>
      link === intensity
        ? { ...link, meanings: [perGdp], nested: [] }
        : link === gdp
          ? { ...link, meanings: [idle] }
          : link,
    );
  if (gdp && each && emits)
    return links.map((link) =>
      link === gdp
        ? { ...link, meanings: [perGdp], nested: [] }
        : link.meanings.some(({ value }) => value === "per dollar")
          ? { ...link, meanings: [idle], nested: [] }
          : link,
    );
  return [...links];
}

function means({ meanings }: Link, measure: string): boolean {
  return meanings.some(({ kind, value }) => kind === "measure" && (value as readonly string[]).includes(measure));
}
