import { normalText } from "../language/normal-text.ts";
import { numeralAt } from "../language/numerals.ts";

/** A longer remark is cut, in characters. */
const LONGEST = 300;

/**
 * A model's remark as plain words: without markup, links, pictures, control characters and direction marks. Null if it has a figure
 * in digits or words, or nothing is left.
 */
export function plainRemark(words: string): string | null {
  // Numerals that the compatibility form writes with letters: Ⅷ.
  if (/\p{Nl}|\p{No}/u.test(words)) return null;
  const plain = words
    .normalize("NFKC")
    // Pictures and links of Markdown with what they lead to; elements; addresses.
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "")
    .replaceAll(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, "")
    .replaceAll(/<[^>]*(?:>|$)/g, "")
    .replaceAll(/(?:\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:data|javascript|mailto|vbscript):)\S*/gi, "")
    .replaceAll(/[`*_#|\\[\]{}<>]/g, "")
    .replaceAll(/\p{C}/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (/\p{N}|[%‰]/u.test(plain) || hasNumeral(plain)) return null;
  const short = [...plain].slice(0, LONGEST).join("").trim();
  return /\p{L}/u.test(short) ? short : null;
}

/** Small numerals that are words of any sentence: one of these, the two of them, 一个. */
const PLAIN_NUMERAL = 2;

/** Words of amounts that are no numerals of questions. */
const OTHER_NUMERAL =
  /\b(?:(?:hundred|thousand|million|billion|trillion|dozen|quarter|third|fifth|tenth)s?|thirteen|fourteen|(?:six|seven|eigh|nine)(?:teen|ty)|double|triple|twice|per ?cent)\b|[百千万亿]+[吨克]|[几数][十百千万亿]|百分之|分之|[几数一-九]成/u;

function hasNumeral(plain: string): boolean {
  const { text } = normalText(plain);
  for (let at = 0; at < text.length; at++) {
    if (/[a-z]/.test(text[at]!) && /[a-z]/.test(text[at - 1] ?? "")) continue;
    const numeral = numeralAt(text, at);
    if (numeral && !(numeral.value > 0 && numeral.value <= PLAIN_NUMERAL && Number.isInteger(numeral.value)))
      return true;
  }
  return OTHER_NUMERAL.test(text);
}
