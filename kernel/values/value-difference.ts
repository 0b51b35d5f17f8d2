import { Amount } from "./amount.ts";
import { equalData } from "./equal.ts";
import { type NumberDifference, numberDifference, weightOf } from "./number-difference.ts";
import { type Plain, plainValue } from "./plain.ts";
import { valueTable } from "./table.ts";
import { type TableDifference, tableDifference } from "./table-difference.ts";

/** Changed numbers within lists and records, with their paths, and other changes. */
export interface NumbersDifference {
  readonly kind: "numbers";
  readonly changed: number;
  readonly of: number;
  /** Paths at which other values differ. */
  readonly others: readonly string[];
  /** The largest first. */
  readonly largest: readonly (NumberDifference & { readonly at: string })[];
}

/** The change of a value. */
export type ValueDifference =
  | ({ readonly kind: "number"; readonly unit: string } & NumberDifference)
  | TableDifference
  | NumbersDifference
  | { readonly kind: "other"; readonly before: Plain | undefined; readonly after: Plain | undefined };

/** The maximum number of listed numbers. */
const MOST_NUMBERS = 20;

/** The change from one value to another; null if they are equal, or neither is data. */
export function valueDifference(before: unknown, after: unknown, tolerance?: number): ValueDifference | null {
  if (before instanceof Amount && after instanceof Amount && before.unit === after.unit) {
    return single(before.value, after.value, before.unit, tolerance);
  }
  if (typeof before === "number" && typeof after === "number") return single(before, after, "", tolerance);
  const [from, to] = [valueTable(before), valueTable(after)];
  if (from && to) return tableDifference(from, to, tolerance);
  const [a, b] = [plainValue(before), plainValue(after)];
  if (equalData(a, b)) return null;
  const numbers = numbersOf(a, b, tolerance);
  if (numbers && numbers.of > 0) return numbers.changed + numbers.others.length === 0 ? null : numbers;
  return { kind: "other", before: a, after: b };
}

function single(before: number, after: number, unit: string, tolerance?: number): ValueDifference | null {
  const difference = numberDifference(before, after, tolerance);
  return difference && { kind: "number", unit, ...difference };
}

/** Compares two lists or records element by element; null if they have no common structure. */
function numbersOf(before: Plain | undefined, after: Plain | undefined, tolerance?: number): NumbersDifference | null {
  const found: (NumberDifference & { at: string })[] = [];
  let count = 0;
  const others: string[] = [];
  const visit = (a: Plain | undefined, b: Plain | undefined, at: string): void => {
    if (typeof a === "number" && typeof b === "number") {
      ++count;
      const difference = numberDifference(a, b, tolerance);
      if (difference) found.push({ at, ...difference });
    } else if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
      for (const [i, each] of a.entries()) visit(each, b[i], `${at}[${i}]`);
    } else if (isRecord(a) && isRecord(b)) {
      for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
        visit(a[name], b[name], at ? `${at}.${name}` : name);
      }
    } else if (a !== b) others.push(at);
  };
  visit(before, after, "");
  if (others.includes("")) return null;
  const largest = found.sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_NUMBERS);
  return { kind: "numbers", changed: found.length, of: count, others, largest };
}

function isRecord(value: Plain | undefined): value is { readonly [name: string]: Plain } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
