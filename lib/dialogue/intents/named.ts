import { normalForm } from "../language/normal-text.ts";
import type { Forms } from "../lexicon/entry.ts";
import type { Link } from "../link.ts";
import type { Json } from "../plan.ts";

/** A thing of a table of words, with the words that name it. */
export interface Named {
  readonly value: Json;
  readonly links: readonly Link[];
}

/** Words of one name at most. */
const LONGEST = 4;

/** Finds the things of a table whose words are no part of the lexicon of all questions; the longest name at each place. */
export class NamedThings {
  readonly #values: ReadonlyMap<string, Json>;

  constructor(table: readonly Forms[]) {
    this.#values = new Map(
      table.flatMap(({ value, forms }) => forms.split("|").map((form) => [joined([form]), value] as const)),
    );
  }

  /** What the words name, in their order. */
  in(links: readonly Link[]): Named[] {
    const found: Named[] = [];
    for (let at = 0; at < links.length; at++) {
      for (let count = Math.min(LONGEST, links.length - at); count > 0; count--) {
        const named = links.slice(at, at + count);
        const value = this.#values.get(joined(named.map(({ words }) => words)));
        if (value === undefined) continue;
        found.push({ value, links: named });
        at += count - 1;
        break;
      }
    }
    return found;
  }
}

/** Words without blanks and in normal form, so that how they were linked makes no difference. */
function joined(words: readonly string[]): string {
  return words.map((each) => normalForm(each).replace(/'s$/, "").replaceAll(" ", "")).join("");
}
