import { traditional } from "./traditional.ts";

/**
 * A text as it is matched: compatibility forms folded (full-width digits, subscripts), lower case, traditional characters written
 * as simplified ones, hyphens and dashes between words as blanks, one blank for many. `origin` gives for each character, and for
 * the end, its place in the text as it was written.
 */
export interface NormalText {
  readonly written: string;
  readonly text: string;
  readonly origin: readonly number[];
}

const DASHES = /[‐‑‒–—―−﹣－-]/u;
const QUOTES = /[‘’ʼ＇]/u;
const MARKS = /\p{M}/gu;

export function normalText(written: string): NormalText {
  let text = "";
  const origin: number[] = [];
  let at = 0;
  const put = (part: string, from: number) => {
    for (const unit of part) {
      // One blank for many, none at the beginning.
      if (unit === " " && (text === "" || text.endsWith(" "))) continue;
      text += unit;
      for (let i = 0; i < unit.length; i++) origin.push(from);
    }
  };
  for (const character of written) {
    put(folded(character, written[at - 1] ?? "", written[at + character.length] ?? ""), at);
    at += character.length;
  }
  if (text.endsWith(" ")) {
    text = text.slice(0, -1);
    origin.pop();
  }
  return { written, text, origin: [...origin, written.length] };
}

/** Letters and digits that nothing folds, with one blank between words: most forms of the lexicon are written so. */
const FOLDED = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** A form of the lexicon in the same way. */
export function normalForm(form: string): string {
  return FOLDED.test(form) ? form : normalText(form).text;
}

/** What characters become whatever stands beside them: the lexicon has a hundred times as many characters as there are different ones. */
const foldings = new Map<string, string>();

function folded(character: string, before: string, after: string): string {
  const known = foldings.get(character);
  if (known !== undefined) return known;
  if (QUOTES.test(character)) return "'";
  // “+/- 5 %” is ± 5 %, and not minus 5 %.
  if (character === "+" && (after === "/" || DASHES.test(after))) return "±";
  if ((character === "/" && before === "+") || (DASHES.test(character) && /[+/]/.test(before))) return "";
  if (DASHES.test(character)) {
    // Between numbers it is a range, before a number a sign; between words it joins them.
    if (/\p{Nd}/u.test(before) && /\p{Nd}/u.test(after)) return "-";
    return /\p{Nd}/u.test(after) && !/[\p{L}\p{Nd}]/u.test(before) ? "-" : " ";
  }
  if (/\s/u.test(character)) return " ";
  const plain = character.normalize("NFKC").normalize("NFD").replace(MARKS, "").normalize("NFC").toLowerCase();
  const folding = [...plain].map((each) => traditional.get(each) ?? each).join("");
  foldings.set(character, folding);
  return folding;
}

export function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/.test(character);
}

export function isHan(character: string | undefined): boolean {
  return (
    character !== undefined &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u.test(character)
  );
}
