import type { Selected } from "./request.ts";
import { unitQuotient } from "./unit-quotient.ts";

type Entry = Exclude<Selected, string>;

/** A value of two columns: of the first over the second, less it, or the change to it in per cent. */
export interface Pair {
  readonly kind: "over" | "minus" | "change";
  readonly columns: readonly [string, string];
  readonly as: string;
  readonly unit?: string | undefined;
}

/** The pair that an entry asks for; null for one of a single column. */
export function pairOf(entry: Selected): Pair | null {
  if (typeof entry === "string") return null;
  const kind = (["over", "minus", "change"] as const).find((each) => entry[each] !== undefined);
  // The schema of the request has checked that it has a name.
  return kind ? { kind, columns: entry[kind]!, as: entry.as!, unit: (entry as Entry).unit } : null;
}

/** How two numbers in units become the value of a pair, and in which unit that is. */
export interface PairValue {
  readonly unit: string;
  of(first: number, second: number): number | null;
}

/** Throws DataError if the units do not go together, or not with the one that is wanted. */
export function pairValue({ kind, unit }: Pair, first: string, second: string, field: string): PairValue {
  if (kind === "over") {
    const { factor, unit: quotient } = unitQuotient(first, second, unit, field);
    return { unit: quotient, of: (a, b) => overOf(a, b, factor) };
  }
  const same = first === second ? 1 : unitQuotient(second, first, "1", field).factor;
  if (kind === "change") {
    const { factor } = unit === undefined ? { factor: 100 } : unitQuotient("1", "1", unit, field);
    return { unit: unit ?? "%", of: (a, b) => overOf(a - b * same, b * same, factor) };
  }
  const shown = unit === undefined || unit === first ? 1 : unitQuotient(first, unit, "1", field).factor;
  return { unit: unit ?? first, of: (a, b) => (a - b * same) * shown };
}

/** Nothing over nothing has no value, and something over nothing none either. */
function overOf(above: number, below: number, factor: number): number | null {
  return below === 0 ? null : (above / below) * factor;
}
