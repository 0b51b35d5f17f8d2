import { type ColumnHead, readHead } from "./read-head.ts";

/** Years of files: other numbers in heads count things. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/**
 * Heads of one word and running numbers, as "Meter 1", "Meter 2": they name things of a kind. A number among them is no year, "Meter 2000"
 * neither, and none of them is the column of sites or of a unit (M1) for the others.
 */
export function numberedHeads(heads: readonly ColumnHead[]): readonly ColumnHead[] {
  const series = new Map<string, { readonly places: number[]; isCount: boolean }>();
  for (const [c, { text }] of heads.entries()) {
    const [, before, digits, behind] = /^(\D*\p{L}\D*?)(\d{1,6})(\D*)$/u.exec(text) ?? [];
    if (digits === undefined) continue;
    const stem = `${before}#${behind}`;
    const of = series.get(stem) ?? { places: [], isCount: false };
    of.places.push(c);
    if (Number(digits) < FIRST_YEAR || Number(digits) > LAST_YEAR) of.isCount = true;
    series.set(stem, of);
  }
  const counted = [...series.values()].filter(({ places, isCount }) => isCount && places.length > 1);
  if (counted.length === 0) return heads;
  const mended = [...heads];
  for (const { places } of counted)
    for (const c of places) if (heads[c]!.period === null) mended[c] = ofSeries(heads[c]!);
  return mended;
}

function ofSeries(head: ColumnHead): ColumnHead {
  const [digits] = /\d+/.exec(head.text)!;
  const first = readHead(head.text.replace(digits, "1"));
  const label = first.label.includes("1") ? first.label.replace("1", digits) : head.text;
  return { ...first, text: head.text, label, role: first.role === "site" ? null : first.role };
}
