import { z } from "zod";
import { memoCategories } from "../../classification/categories.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { cellAt, type Inventory } from "./inventory.ts";
import { equivalentsOf, totals } from "./totals.ts";

/** The change of one category between two versions of an inventory, kt CO2e in one year. */
export const recalculatedShape = z.object({
  category: z.string(),
  year: yearIn,
  before: numberIn("kt CO2e {metric}"),
  after: numberIn("kt CO2e {metric}"),
  difference: numberIn("kt CO2e {metric}"),
  /** Per cent of the earlier value; null if that was 0. */
  percent: numberIn("%").nullable(),
  /** Per cent of the later national total without LULUCF; null if that is 0. */
  percentOfTotal: numberIn("%").nullable().describe("Null if the later total is 0"),
  kind: z.enum(["changed", "new", "gone"]),
});
export type Recalculated = ResultOf<typeof recalculatedShape>;

export const recalculationShape = z.object({
  /** The changes, the largest difference first. */
  rows: z.array(recalculatedShape),
  /** By year: later minus earlier total, with LULUCF, and the part that the rows do not explain (rounding). */
  totals: z.array(
    z.object({ year: yearIn, difference: numberIn("kt CO2e {metric}"), residual: numberIn("kt CO2e {metric}") }),
  ),
  /** Years in only one of the two versions. */
  onlyBefore: z.array(z.int()),
  onlyAfter: z.array(z.int()),
});
export interface Recalculation extends ResultOf<typeof recalculationShape> {
  readonly metric: string;
}

/** Compares an inventory with an earlier version by category, for the years of both. Vol 1 Ch 5. */
export function recalculation(before: Inventory, after: Inventory, metric: string): Recalculation {
  const [old, now] = [byCategory(before, metric), byCategory(after, metric)];
  const years = after.years.filter((year) => before.years.includes(year));
  const [oldTotals, newTotals] = [totals(before, metric), totals(after, metric)];
  const rows: Recalculated[] = [];
  const sums = years.map((year) => {
    let explained = 0;
    const [a, b] = [before.years.indexOf(year), after.years.indexOf(year)];
    const national = newTotals.withoutLulucf[b]!;
    for (const category of new Set([...old.keys(), ...now.keys()])) {
      const [was, is] = [old.get(category), now.get(category)];
      const [x, y] = [was?.values[a] ?? 0, is?.values[b] ?? 0];
      const difference = y - x;
      if (!was?.memo && !is?.memo) explained += difference;
      if (difference === 0) continue;
      rows.push({
        category,
        year,
        before: x,
        after: y,
        difference,
        percent: x === 0 ? null : (100 * difference) / Math.abs(x),
        percentOfTotal: national === 0 ? null : (100 * difference) / national,
        kind: was?.present[a] ? (is?.present[b] ? "changed" : "gone") : "new",
      });
    }
    const difference = newTotals.withLulucf[b]! - oldTotals.withLulucf[a]!;
    return { year, difference, residual: difference - explained };
  });
  rows.sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference));
  return {
    metric: newTotals.metric,
    rows,
    totals: sums,
    onlyBefore: before.years.filter((year) => !after.years.includes(year)),
    onlyAfter: after.years.filter((year) => !before.years.includes(year)),
  };
}

interface Series {
  readonly values: Float64Array;
  readonly present: readonly boolean[];
  readonly memo: boolean;
}

function byCategory(inventory: Inventory, metric: string): Map<string, Series> {
  const { categories, gases, years } = inventory;
  const equivalents = equivalentsOf(inventory, metric).values;
  return new Map(
    categories.map((code, c) => {
      const present = years.map((_, y) =>
        gases.some((_gas, g) => !Number.isNaN(inventory.values[cellAt(inventory, c, g, y)]!)),
      );
      return [
        code,
        {
          values: equivalents.subarray(c * years.length, (c + 1) * years.length),
          present,
          memo: memoCategories.has(code),
        },
      ];
    }),
  );
}
