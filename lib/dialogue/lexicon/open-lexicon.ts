import { Lexicon, type LexiconFacts } from "./lexicon.ts";

let last: { readonly key: string; readonly lexicon: Lexicon } | undefined;

/**
 * The lexicon of these facts. It takes some tenths of a second to open and never changes afterwards: whoever asks for that of the same facts
 * again, as the next notebook of a session does, gets the same.
 */
export function openLexicon(facts: LexiconFacts): Lexicon {
  const key = JSON.stringify(facts);
  if (last?.key !== key) last = { key, lexicon: new Lexicon(facts) };
  return last.lexicon;
}
