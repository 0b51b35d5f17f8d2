import { wordsOf } from "./fold-text.ts";

/** A text that was found by words, with how well it fits: 1 if every word of the query stands in it. */
export interface WordHit {
  readonly at: number;
  /** Of the weight of the query's words, how much the text has; rare words weigh more. */
  readonly covered: number;
  /** The same of the text's words. */
  readonly filled: number;
}

/** Words that say nothing about an activity. */
const idle = new Set(
  "and or of the for to in a an by with from other all misc de la le der die das und et y no nr".split(" "),
);

/** An index of short texts by their words, weighted by how rare they are. `more` adds what a text is also called. */
export class WordIndex {
  readonly #texts = new Map<string, number[]>();
  readonly #weightOfText: number[];
  readonly #count: number;

  constructor(texts: readonly string[], more: (text: string) => readonly string[] = () => []) {
    this.#count = texts.length;
    const words = texts.map((text) => distinctWords(text, more));
    words.forEach((of, at) => {
      for (const word of of) {
        const list = this.#texts.get(word);
        if (list) list.push(at);
        else this.#texts.set(word, [at]);
      }
    });
    this.#weightOfText = words.map((of) => [...of].reduce((sum, word) => sum + this.#weight(word), 0));
  }

  /** The texts that share a word with the query, the best first. */
  find(query: string, more: (text: string) => readonly string[] = () => []): WordHit[] {
    const words = [...distinctWords(query, more)];
    const whole = words.reduce((sum, word) => sum + this.#weight(word), 0);
    const shared = new Map<number, number>();
    for (const word of words)
      for (const at of this.#texts.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + this.#weight(word));
    return [...shared]
      .map(([at, weight]) => ({ at, covered: weight / whole, filled: weight / this.#weightOfText[at]! }))
      .sort((a, b) => b.covered + b.filled - (a.covered + a.filled) || a.at - b.at);
  }

  /** A word in few texts says more than one in many; an unknown one as much as one in a single text. */
  #weight(word: string): number {
    return Math.log(1 + this.#count / (this.#texts.get(word)?.length ?? 1));
  }
}

function distinctWords(text: string, more: (text: string) => readonly string[]): Set<string> {
  const plain = wordsOf(text).filter(({ text: word, isHan }) => !isHan && word.length > 1 && !idle.has(word));
  return new Set([...plain.map(({ text: word }) => word), ...more(text)]);
}
