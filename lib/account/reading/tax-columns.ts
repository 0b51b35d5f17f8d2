import type { Known } from "./column-shapes.ts";
import { columnWords } from "./column-words.ts";
import type { FoundTable, Row } from "./find-tables.ts";
import { cellNumber } from "./read-amount.ts";
import { isSum } from "./total-rows.ts";

/** The amounts before tax, and the columns that have its tax, or the amount with it. */
export interface TaxColumns {
  readonly net: number;
  readonly others: readonly number[];
}

/** Rows and columns that are tried. */
const SAMPLE = 400;
const MOST_COLUMNS = 24;
const FIT = 0.9;
const FEWEST = 2;

/** Finds of columns of money the one before tax: where it and the tax sum to a third. Null if no head says tax. */
export function taxColumns(rows: readonly Row[], { body, end }: FoundTable, known: Known): TaxColumns | null {
  const { roles, isNumeric } = known;
  const tax = roles.findIndex((role, c) => role === "tax" && isNumeric[c]);
  if (tax < 0) return null;
  const isOpen = (c: number) => c !== tax && isNumeric[c] && (roles[c] === null || open.has(roles[c]!));
  const columns = roles.flatMap((_, c) => (isOpen(c) ? [c] : [])).slice(0, MOST_COLUMNS);
  const sample = rows.slice(body, Math.min(end, body + SAMPLE));
  for (const net of columns)
    for (const gross of columns)
      if (net !== gross && areSums(sample, net, tax, gross)) return { net, others: [tax, gross] };
  return null;
}

const open: ReadonlySet<string> = new Set(["money", "amount", "total"]);
const taxNames: ReadonlySet<string> = new Set(columnWords.tax);

/** Whether what a row is called is a tax. */
export function namesTax(name: string): boolean {
  return taxNames.has(name.normalize("NFKC").toLowerCase().trim());
}

function areSums(sample: readonly Row[], net: number, tax: number, gross: number): boolean {
  let fit = 0;
  let all = 0;
  let isTelling = false;
  for (const row of sample) {
    const [a, b, c] = [cellNumber(row[net]), cellNumber(row[tax]), cellNumber(row[gross])];
    if (a === null || b === null || c === null) continue;
    all++;
    if (!isSum(c, a + b)) continue;
    fit++;
    // Zero tax says nothing of which of two columns is which.
    if (b !== 0 && a !== 0) isTelling = true;
  }
  return isTelling && fit >= FEWEST && fit >= all * FIT;
}
