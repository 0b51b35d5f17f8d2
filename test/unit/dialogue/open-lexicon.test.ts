import { expect, test } from "vitest";
import type { LexiconFacts } from "../../../lib/dialogue/lexicon/lexicon.ts";
import { openLexicon } from "../../../lib/dialogue/lexicon/open-lexicon.ts";

const facts = (name_en: string): LexiconFacts => ({
  countries: [
    { iso3: "XXA", iso2: null, name_en, name_zh: "甲国", name_ja: null, name_de: null, name_fr: null, name_es: null },
  ],
  substances: [],
});

test("The lexicon of the same facts is opened once, and that of others knows them", () => {
  const first = openLexicon(facts("Arcadia"));
  expect(openLexicon(facts("Arcadia"))).toBe(first);
  const other = openLexicon(facts("Lemuria"));
  expect([first, other].map((lexicon) => lexicon.placeLabel("XXA").en)).toEqual(["Arcadia", "Lemuria"]);
  expect(other.trie.from("lemuria", 0)[0]?.end).toBe("lemuria".length);
  expect(other.trie.from("arcadia", 0)[0]?.end).not.toBe("arcadia".length);
});
