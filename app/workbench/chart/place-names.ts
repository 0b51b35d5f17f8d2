import { countryAliases } from "../../../lib/dialogue/lexicon/country-names.ts";
import type { Text } from "../../../lib/message/message.ts";
import { searchItems } from "../../actions/search.ts";
import { listed } from "../../design/combobox.ts";

/** A place by its code, with its names. */
export interface NamedPlace {
  readonly code: string;
  readonly name: Text;
}

/** A row of the dataset `countries` or `mrio_regions`. */
export interface PlaceRow {
  readonly iso3?: string | null;
  readonly region?: string | null;
  readonly name_en: string;
  readonly name_zh: string;
}

/** Names of places in both languages and the common ones beside them, found by any part of a name or by the code. */
export class PlaceNames {
  readonly #places: readonly NamedPlace[];
  readonly #byCode: ReadonlyMap<string, NamedPlace>;

  constructor(rows: readonly PlaceRow[], column: "iso3" | "region") {
    this.#places = rows.flatMap((row) => {
      const code = row[column];
      return code ? [{ code, name: { en: row.name_en, zh: row.name_zh } }] : [];
    });
    this.#byCode = new Map(this.#places.map((place) => [place.code, place]));
  }

  /** The names of a place; a code without names stands for itself. */
  nameOf(code: string): Text {
    return this.#byCode.get(code)?.name ?? { en: code, zh: code };
  }

  /** The places among these codes that match what was typed, the best first: an exact name or code before parts of names. All of them for nothing. */
  search(typed: string, codes: ReadonlySet<string>): NamedPlace[] {
    const wanted = typed.trim().toLowerCase();
    const offered = this.#places.filter(({ code }) => codes.has(code));
    if (wanted === "") return offered;
    const exact = offered.filter((place) => formsOf(place).includes(wanted));
    // The common names hold adjectives and cities of government, of which only whole ones are meant.
    const found = searchItems(offered, typed, ({ code, name }) => [name.en, name.zh, code]);
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

function formsOf({ code, name }: NamedPlace): string[] {
  const aliases = Object.hasOwn(countryAliases, code) ? countryAliases[code]!.split("|") : [];
  return [code, name.en, name.zh, ...aliases].map((form) => form.toLowerCase());
}
