import { noPurchaseWords } from "./row-words.ts";
import { namesTax } from "./tax-columns.ts";

const isHan = /\p{Script=Han}/u;

/** Whether an account of a ledger holds money for which nothing is bought: wages, depreciation, interest, taxes and transfers. */
export function isNoPurchase(account: string): boolean {
  const plain = account.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  if (plain === "" || plain.length > LONGEST) return false;
  return namesTax(plain) || noPurchaseWords.some((word) => contains(plain, word));
}

/** Longer texts are descriptions. */
const LONGEST = 60;

function contains(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  if (isHan.test(word)) return true;
  const isLetter = (character: string | undefined) => character !== undefined && /\p{L}/u.test(character);
  return !isLetter(text[at - 1]) && !isLetter(text[at + word.length]);
}
