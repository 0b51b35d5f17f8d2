import { describe, expect, test } from "vitest";
import { type IntervalName, mayBeCalled95 } from "../../../lib/uncertainty/coverage/coverage.ts";
import { claims } from "../../coverage/claims.ts";
import { type ShippedText, shippedLines, shippedSentences } from "../../coverage/shipped-texts.ts";

/** Words that no code has for a name. */
const level = /95\s?%|97\.5\s?%|置信|\bconfidence (?:interval|level)|credible interval/;

/** Words that code has for names as well, and those that say “all” of gases, places or parts. */
const scope =
  /\bintervals?\b|\bexact(?:ly)?\b|\bcomplete(?:ly|ness)?\b|\b(?:all|every) (?:of )?(?:the )?(?:four |other |greenhouse )*(?:gas|gases|emissions?|countr(?:y|ies)|sources?|regions?|categor(?:y|ies))\b|完整|精确|区间|(?:所有|全部)的?(?:温室)?(?:气体|国家|排放|来源|区域|类别)/i;

interface Said extends ShippedText {
  readonly words: RegExp;
}

const saying = (words: RegExp, texts: readonly ShippedText[]): Said[] =>
  texts.filter(({ text }) => words.test(text)).map((each) => ({ ...each, words }));

const said = [...saying(level, shippedLines()), ...saying(scope, shippedSentences())];

/** What of a text none of the claims accounts for. */
function unaccounted({ file, text, words }: Said): boolean {
  const left = claims.reduce(
    (rest, claim) => ((claim.where ?? /^/).test(file) ? rest.replaceAll(new RegExp(claim.text, "g"), "") : rest),
    text,
  );
  return words.test(left);
}

describe("every text that names 95 %, a confidence, an interval, or what is exact, complete or all", () => {
  test("belongs to an interval whose coverage was tested, or to a sentence that is listed with a reason", () => {
    expect(said.length).toBeGreaterThan(400);
    const bare = said.filter(unaccounted).map(({ file, line, text }) => `${file}:${line}: ${text.slice(0, 300)}`);
    expect(bare).toEqual([]);
  });

  test("is said by something that is still there, and by what holds enough of the published figures", () => {
    for (const { text, where = /^/, because } of claims) {
      expect(
        said.some((each) => where.test(each.file) && text.test(each.text)),
        String(text),
      ).toBe(true);
      if (typeof because !== "string")
        expect(because.filter((name: IntervalName) => !mayBeCalled95([name]))).toEqual([]);
    }
  });

  test("is found in prose, in messages and in titles of figures, and not in names of code", () => {
    const texts = shippedSentences();
    const has = (file: string, part: string) => texts.some((each) => each.file === file && each.text.includes(part));
    expect(has("notebooks/welcome.html", "not an interval that holds the truth")).toBe(true);
    expect(has("notebooks/inventory-country.html", "categories make up 95 %")).toBe(true);
    expect(has("lib/panorama/gas-accounts.ts", "a range, not an interval")).toBe(true);
    expect(has("notebooks/panorama.html", "const interval = view")).toBe(false);
  });
});
