import type { MeaningKind } from "./lexicon/entry.ts";
import type { Link } from "./link.ts";
import type { Reading, Slot } from "./plan.ts";

/** The slots that meanings fill; words of the sentence alone fill none. */
const slotOf: Readonly<Partial<Record<MeaningKind, Slot>>> = {
  place: "place",
  group: "group",
  measure: "measure",
  operation: "operation",
  gas: "gas",
  principle: "principle",
  metric: "metric",
  database: "edition",
  fuel: "source",
  sector: "sector",
  product: "product",
  region: "region",
  basis: "basis",
  method: "method",
  material: "material",
  technology: "technology",
  boundary: "boundary",
  approach: "method",
  pool: "material",
  term: "source",
};

/** How the words of a question were understood, for a reader to see and to change. */
export function readingsOf(links: readonly Link[]): Reading[] {
  return links.flatMap((link): Reading[] => {
    const span = [link.turn, link.from, link.to] as const;
    const { via } = link;
    if (link.years)
      return [
        {
          span,
          slot: "year",
          value: yearValue(link.years),
          label: { en: link.words, zh: link.words },
          via,
          rivals: [],
        },
      ];
    if (link.quantity)
      return [
        {
          span,
          slot: "amount",
          value: `${link.quantity.value} ${link.quantity.unit}`,
          label: { en: link.words, zh: link.words },
          via,
          rivals: [],
        },
      ];
    if (link.unit)
      return [{ span, slot: "unit", value: link.unit, label: { en: link.unit, zh: link.unit }, via, rivals: [] }];
    const [first, ...others] = link.meanings.filter(({ kind }) => slotOf[kind] !== undefined);
    if (!first) return [];
    const rivals = others.filter(({ kind }) => kind === first.kind).map(({ value, label }) => ({ value, label }));
    return [{ span, slot: slotOf[first.kind]!, value: first.value, label: first.label, via, rivals }];
  });
}

function yearValue(years: NonNullable<Link["years"]>): Reading["value"] {
  if ("one" in years) return years.one;
  if ("shift" in years) return { shift: years.shift };
  return "newest" in years ? { newest: years.newest } : { first: years.first, last: years.last };
}
