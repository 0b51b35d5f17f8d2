import { type Word, wordsOf } from "./fold-text.ts";

/**
 * Words for one thing in several languages. `tag` says what they mean, its kind before the colon: `fuel:Natural Gas`, `use:vehicle`.
 * Forms are parted by `|`.
 */
export type Term = readonly [tag: string, latin: string, chinese: string];

/** A term in a text. */
export interface FoundTerm {
  readonly tag: string;
  /** As the table writes it, folded. */
  readonly words: string;
  /** Place of its first word in the text. */
  readonly at: number;
  readonly length: number;
}

interface Form {
  readonly tags: string[];
  readonly words: string;
}

const MOST_TEXTS = 5000;

/**
 * Finds terms by whole words, the longest first, so that `fuel oil` is no `oil` and `电池` no `电`. The order of the words of a form of an
 * alphabet does not matter (`gas, natural`); a Chinese form stands as it is written. A word serves one term only.
 */
export class TermFinder {
  readonly #forms = new Map<string, Form>();
  readonly #lengths: readonly number[];
  readonly #words = new Set<string>();
  readonly #found = new Map<string, readonly FoundTerm[]>();

  constructor(terms: readonly Term[]) {
    const lengths = new Set<number>();
    for (const [tag, latin, chinese] of terms) {
      for (const written of [...latin.split("|"), ...chinese.split("|")]) {
        const words = wordsOf(written);
        if (words.length === 0) continue;
        lengths.add(words.length);
        for (const { text } of words) this.#words.add(text);
        const key = keyOf(words);
        const known = this.#forms.get(key);
        if (!known) this.#forms.set(key, { tags: [tag], words: words.map(({ text }) => text).join(" ") });
        else if (!known.tags.includes(tag)) known.tags.push(tag);
      }
    }
    this.#lengths = [...lengths].sort((a, b) => b - a);
  }

  /** The terms of a text in their order. A form of two meanings gives both. */
  find(text: string): readonly FoundTerm[] {
    let known = this.#found.get(text);
    if (!known) {
      known = this.#search(text);
      // The names of sites, columns and sheets come again with every line; a hostile file fills no memory.
      if (this.#found.size >= MOST_TEXTS) this.#found.clear();
      this.#found.set(text, known);
    }
    return known;
  }

  #search(text: string): FoundTerm[] {
    const words = wordsOf(text);
    // A word that is in no form is part of none.
    const taken = words.map((word) => !this.#words.has(word.text));
    if (!taken.includes(false)) return [];
    const found: FoundTerm[] = [];
    for (const length of this.#lengths) {
      for (let at = 0; at + length <= words.length; at++) {
        const part = words.slice(at, at + length);
        if (part.some((_, i) => taken[at + i])) continue;
        const form = this.#forms.get(keyOf(part));
        if (!form) continue;
        for (let i = 0; i < length; i++) taken[at + i] = true;
        for (const tag of form.tags) found.push({ tag, words: form.words, at, length });
      }
    }
    return found.sort((a, b) => a.at - b.at);
  }
}

/** Words of an alphabet in the order of the alphabet, Chinese ones as they stand. */
function keyOf(words: readonly Word[]): string {
  if (words.some(({ isHan }) => isHan)) return words.map(({ text }) => text).join("\u0000");
  return words
    .map(({ text }) => text)
    .sort()
    .join("\u0000");
}
