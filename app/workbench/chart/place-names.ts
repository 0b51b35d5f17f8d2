import { nameKey } from "../../../lib/account/matching/fold-text.ts";
import { countryAliases } from "../../../lib/dialogue/lexicon/country-names.ts";
import type { Text } from "../../../lib/message/message.ts";
import { searchItems } from "../../actions/search.ts";
import { listed } from "../../design/combobox.ts";

/** A place by its code, with its names. */
export interface NamedPlace {
  readonly code: string;
  readonly name: Text;
  /** Its names in all languages. */
  readonly names: readonly string[];
  /** Common names, adjectives and cities of government beside these. */
  readonly aliases: readonly string[];
  /** Its ISO 3166 code of two letters. */
  readonly short: string | null;
}

/** A row of the dataset `countries` or `mrio_regions`, with names in any language as `name_…`. */
export interface PlaceRow {
  readonly iso3?: string | null;
  readonly iso2?: string | null;
  readonly region?: string | null;
  readonly name_en: string;
  readonly name_zh: string;
  readonly [column: string]: string | null | undefined;
}

/** Names of places in all languages and the common ones beside them, found by any part of a name or by the code. */
export class PlaceNames {
  readonly #places: readonly NamedPlace[];
  readonly #byCode: ReadonlyMap<string, NamedPlace>;
  #matched: ReadonlyMap<string, string> | undefined;

  constructor(rows: readonly PlaceRow[], column: "iso3" | "region") {
    this.#places = rows.flatMap((row) => {
      const code = row[column];
      return code ? [placeOf(row, code)] : [];
    });
    this.#byCode = new Map(this.#places.map((place) => [place.code, place]));
  }

  /** The names of a place; a code without names stands for itself. */
  nameOf(code: string): Text {
    return this.#byCode.get(code)?.name ?? { en: code, zh: code };
  }

  /** The place that a whole text names, in any language, by its code or by a common name; none if it may be several. */
  codeOf(text: string): string | undefined {
    this.#matched ??= matchedTexts(this.#places);
    // Codes are capitals: "no" and "in" are words.
    return this.#matched.get(text.trim()) ?? this.#matched.get(nameKey(text));
  }

  /** The places among these codes that match what was typed, the best first: an exact name or code before parts of names. All of them for nothing. */
  search(typed: string, codes: ReadonlySet<string>): NamedPlace[] {
    const wanted = typed.trim().toLowerCase();
    const offered = this.#places.filter(({ code }) => codes.has(code));
    if (wanted === "") return offered;
    const exact = offered.filter((place) => formsOf(place).includes(wanted));
    // The common names hold adjectives and cities of government, of which only whole ones are meant.
    const found = searchItems(offered, typed, ({ names, code }) => [...names, code]);
    const begun = offered.filter((place) => formsOf(place).some((form) => form.startsWith(wanted)));
    return [...new Set([...exact, ...found, ...begun])];
  }

  /** The places of a list such as `Germany, 法国, BRA`, and what of it is none. */
  take(
    typed: string,
    codes: ReadonlySet<string>,
  ): { readonly found: readonly string[]; readonly rest: readonly string[] } {
    const parts = listed(typed);
    const best = parts.map((part) => this.search(part, codes)[0]?.code);
    return {
      found: [...new Set(best.filter((code) => code !== undefined))],
      rest: parts.filter((_, i) => best[i] === undefined),
    };
  }
}

function placeOf(row: PlaceRow, code: string): NamedPlace {
  const names = Object.entries(row).flatMap(([column, name]) => (column.startsWith("name_") && name ? [name] : []));
  const country = row.iso3 ?? code;
  const aliases = Object.hasOwn(countryAliases, country) ? countryAliases[country]!.split("|") : [];
  return { code, name: { en: row.name_en, zh: row.name_zh }, names, aliases, short: row.iso2 ?? null };
}

function formsOf({ code, names, aliases }: NamedPlace): string[] {
  return [code, ...names, ...aliases].map((form) => form.toLowerCase());
}

/** Codes by the texts that name one place alone: names of the dataset go before common ones. */
function matchedTexts(places: readonly NamedPlace[]): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  for (const namesOf of [({ names }: NamedPlace) => names, ({ aliases }: NamedPlace) => aliases]) {
    const codes = new Map<string, Set<string>>();
    for (const place of places)
      for (const name of namesOf(place))
        codes.set(nameKey(name), (codes.get(nameKey(name)) ?? new Set()).add(place.code));
    for (const [key, found] of codes) if (!matched.has(key) && found.size === 1) matched.set(key, [...found][0]!);
  }
  for (const { code, short } of places) for (const each of [code, short]) if (each) matched.set(each, code);
  return matched;
}
