import { normalForm } from "../../../lib/dialogue/language/normal-text.ts";

/** Latin words that are in every sentence. */
const common = new Set(
  "the and for with from what how many much did does was were that this are its has have who which".split(" "),
);

/** The words of texts for a search: Latin words of three letters or more without their plural, and pairs of Chinese characters. */
export function wordsOf(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts.map(normalForm)) {
    for (const [word] of text.matchAll(/[a-z][a-z0-9]{2,}/g)) if (!common.has(word)) words.add(word.replace(/s$/, ""));
    for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu))
      for (let at = 0; at + 2 <= run.length; at++) words.add(run.slice(at, at + 2));
  }
  return words;
}

/** Words of things that have been looked at: of tools and of entries of the catalogue, which do not change. */
const known = new WeakMap<object, ReadonlySet<string>>();

/** The things whose texts have the words, the best first. A word counts the more the fewer texts have it. */
export function byFit<T extends object>(
  things: readonly T[],
  textOf: (thing: T) => string,
  words: ReadonlySet<string>,
): T[] {
  const texts = things.map((thing) => {
    const found = known.get(thing) ?? wordsOf([textOf(thing)]);
    known.set(thing, found);
    return found;
  });
  const weights = new Map(
    [...words].map((word) => [
      word,
      Math.log((1 + texts.length) / (1 + texts.filter((text) => text.has(word)).length)),
    ]),
  );
  const fitting = things.map((thing, i) => {
    const found = [...words].filter((word) => texts[i]!.has(word));
    return { thing, fit: found.reduce((sum, word) => sum + weights.get(word)!, 0) };
  });
  return fitting
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ thing }) => thing);
}
