import { z } from "zod";
import { keyedRows } from "../../tool/keyed-rows.ts";
import { metricOut, sentenceOut } from "../../tool/outcome.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { emissionRowShape } from "../account/inventory.ts";
import type { Totals } from "../account/totals.ts";

/** Emissions of an inventory as rows. */
export const emissionRows = keyedRows(
  emissionRowShape,
  // Parts of a category may stand in rows of their own; a row that is equal in all is the same row.
  ["category", "year", "value", "unit", "note"],
).describe("Emissions by category, gas and year");

export const metricIn = z.string().default("AR5.GWP100").describe("e.g. AR5.GWP100, AR6.GWP100, UNFCCC.GWP100");

export const seriesIn = z.array(z.number().nullable()).describe("One a year; null where there is none");

const byYear = z.array(numberIn("kt CO2e {metric}"));

export const totalsOut = z.object({
  metric: metricOut,
  unit: z.literal("kt CO2e").meta({ provenance: "unit" }),
  years: z.array(yearIn),
  withoutLulucf: byYear,
  withLulucf: byYear,
  memo: byYear.describe("International bunkers and multilateral operations"),
  biogenicCo2: z.array(numberIn("kt CO2")),
  sectors: z.record(z.string(), byYear).describe("1 to 5, and LULUCF by itself"),
  lacks: z.array(sentenceOut),
});

export function totalsOf(found: Totals): ResultOf<typeof totalsOut> {
  return {
    metric: found.metric,
    unit: "kt CO2e",
    years: [...found.years],
    withoutLulucf: [...found.withoutLulucf],
    withLulucf: [...found.withLulucf],
    memo: [...found.memo],
    biogenicCo2: [...found.biogenicCo2],
    sectors: Object.fromEntries([...found.sectors].map(([code, values]) => [code, [...values]])),
    lacks: [...found.lacks],
  };
}
