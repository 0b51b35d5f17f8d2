import { containsWord } from "./contains-word.ts";
import { noPurchaseWords } from "./row-words.ts";
import { namesTax } from "./tax-columns.ts";

/** Whether an account of a ledger holds money for which nothing is bought: wages, depreciation, interest, taxes and transfers. */
export function isNoPurchase(account: string): boolean {
  const plain = account.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  if (plain === "" || plain.length > LONGEST) return false;
  return namesTax(plain) || noPurchaseWords.some((word) => containsWord(plain, word));
}

/** Longer texts are descriptions. */
const LONGEST = 60;
