import { siteWords, totalWords } from "./column-words.ts";
import { weighedWords } from "./row-words.ts";

const han = /\p{Script=Han}/u;
const words = [...totalWords, ...weighedWords]
  .sort((a, b) => b.length - a.length)
  .map((word) => ({ word, isHan: han.test(word) }));
const known = new Map<string, "all" | "part" | null>();

/** How sure a label's words say that its row is a sum: `all` of them, some beside others, or none. */
export function totalByWords(label: string): "all" | "part" | null {
  if (label.length > 200) return null;
  const found = known.get(label);
  if (found !== undefined) return found;
  const byWords = sureness(label);
  // Labels come from files: the table of them is bounded.
  if (known.size > 5_000) known.clear();
  known.set(label, byWords);
  return byWords;
}

function sureness(label: string): "all" | "part" | null {
  const plain = label
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[:：.\s*]+$/, "")
    .trim();
  if (plain === "" || plain.length > 80) return null;
  for (const { word, isHan } of words) {
    if (plain === word) return "all";
    if (isHan ? plain.endsWith(word) || plain.startsWith(word) : isBounded(plain, word)) return "part";
  }
  return /^(?:gesamt|zwischen)\p{L}/u.test(plain) ? "part" : null;
}

function isBounded(text: string, word: string): boolean {
  if (text.startsWith(word) && !/[\p{L}\p{N}]/u.test(text[word.length] ?? " ")) return true;
  return text.endsWith(word) && !/[\p{L}\p{N}]/u.test(text[text.length - word.length - 1] ?? " ");
}

/** Whether a heading between rows names a site. */
export function namesSite(text: string): boolean {
  const plain = text.normalize("NFKC").toLowerCase();
  return siteWords.some((word) =>
    han.test(word) ? plain.includes(word) : new RegExp(`(?:^|[^\\p{L}])${word}(?:[^\\p{L}]|$)`, "u").test(plain),
  );
}

/** Sums of rows above a total: of those since the last sum or heading, and of all. */
export class RunningSums {
  readonly #values: number[] = [];
  #since = 0;
  #sinceCount = 0;
  #all = 0;
  #subtotals = 0;

  add(value: number): void {
    this.#values.push(value);
    this.#since += value;
    this.#sinceCount++;
    this.#all += value;
  }

  /** A heading or a sum ends a group. @param subtotal the sum that ends it */
  end(subtotal?: number): void {
    this.#since = 0;
    this.#sinceCount = 0;
    if (subtotal !== undefined) this.#subtotals += subtotal;
  }

  get since(): { readonly sum: number; readonly count: number } {
    return { sum: this.#since, count: this.#sinceCount };
  }

  get all(): number {
    return this.#all;
  }

  /** Whether a value is the sum of the rows of its group, of all, of the subtotals, or of any rows directly above it. */
  fits(value: number): boolean {
    if (isSum(value, this.#since) || isSum(value, this.#all) || isSum(value, this.#subtotals)) return true;
    let sum = 0;
    for (let i = this.#values.length - 1; i >= Math.max(0, this.#values.length - MOST_ROWS); i--) {
      sum += this.#values[i]!;
      if (isSum(value, sum) && this.#values.length - i >= 2) return true;
    }
    return false;
  }
}

/** Rows above a total that are tried: hostile files have nothing but totals. */
const MOST_ROWS = 500;

/** Whether a value is a sum, but for the rounding of sums to three digits behind those that matter. */
export function isSum(value: number, sum: number): boolean {
  return Math.abs(value - sum) <= Math.max(1e-9, Math.abs(sum) * 1e-4);
}

/** Whether a value is a sum to the last digit. */
export function isExactSum(value: number, sum: number): boolean {
  return Math.abs(value - sum) <= Math.abs(sum) * 1e-9;
}

/** A sum without the digits that only binary fractions have. */
export function cleanSum(sum: number): number {
  return Number(sum.toPrecision(14));
}
