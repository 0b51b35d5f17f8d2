import type { ReadLine } from "../line-shape.ts";
import { isExactSum } from "./total-rows.ts";

/** Lines of a sheet from which on equal sums are no chance. */
const FEWEST = 2;

/**
 * The sheets of which every line is the sum of lines of the same name and unit on other sheets, of several in one line at least: sums that
 * no name of a sheet gives away.
 */
export function repeatedSheets(lines: readonly ReadLine[]): Set<string> {
  if (lines.every(({ sheet }) => sheet === lines[0]!.sheet)) return new Set();
  const bySheet = new Map<string, Map<string, number>>();
  const sheetsOf = new Map<string, Map<string, number>>();
  for (const line of lines) {
    const key = keyOf(line);
    const own = bySheet.get(line.sheet) ?? new Map<string, number>();
    own.set(key, (own.get(key) ?? 0) + line.amount);
    bySheet.set(line.sheet, own);
  }
  for (const [sheet, sums] of bySheet)
    for (const [key, sum] of sums) {
      const of = sheetsOf.get(key) ?? new Map<string, number>();
      of.set(sheet, sum);
      sheetsOf.set(key, of);
    }
  const found = new Set<string>();
  for (const [sheet, sums] of bySheet) {
    let isOfSeveral = false;
    const areSums = [...sums].every(([key, sum]) => {
      const others = [...sheetsOf.get(key)!].filter(([other, amount]) => other !== sheet && amount !== 0);
      isOfSeveral ||= others.length >= 2;
      return (
        others.length > 0 &&
        sum !== 0 &&
        isExactSum(
          sum,
          others.reduce((all, [, amount]) => all + amount, 0),
        )
      );
    });
    if (areSums && isOfSeveral && sums.size >= FEWEST) found.add(sheet);
  }
  return found;
}

function keyOf({ name, unit, year }: ReadLine): string {
  return JSON.stringify([name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim(), unit, year]);
}
