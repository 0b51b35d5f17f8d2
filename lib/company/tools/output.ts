import { z } from "zod";
import type { Message } from "../../message/message.ts";
import { evidences } from "../../quantity/evidence.ts";
import { metricOut, sentenceOut } from "../../tool/outcome.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { outsideBoundaryShape } from "../company-inventory.ts";
import type { CompanyLine } from "../company-line.ts";
import { type CompanyTotals, companyTotalsShape } from "../company-totals.ts";

const line = z
  .object({
    row: z.int(),
    scope: z.string(),
    basis: z.enum(["location", "market"]).nullable(),
    category: z.string(),
    activity: z.string(),
    facility: z.string().nullable(),
    share: ratio.describe("The part that the boundary consolidates"),
    amount: numberIn(siblingUnit),
    unit: z.string(),
    gas: z.string(),
    co2e: numberIn("t CO2e {metric}"),
    metric: metricOut,
    biogenicCo2: numberIn("t CO2"),
    way: z.enum(["direct", "supplier", "activity", "spend"]),
    factor: numberIn({ unitIn: "factorUnit" }).nullable(),
    factorUnit: z.string().nullable(),
    source: sentenceOut,
    valueStatus: z.enum(evidences).nullable().describe("How the factor's value came here; null where nothing is said"),
    why: sentenceOut,
  })
  .meta({ provenance: "factor" });

/** A company inventory as plain data. */
export const companyOut = z.object({
  totals: companyTotalsShape,
  lines: z.array(line),
  outside: z
    .array(outsideBoundaryShape)
    .describe(
      "Scopes 1 and 2 of facilities outside the boundary, and the category of scope 3 they belong to; in no total",
    ),
  problems: z.array(sentenceOut).describe("Table, row, column, and what was expected"),
});

export function lineOf({ scope, ...rest }: CompanyLine): ResultOf<typeof line> {
  return { scope: String(scope), ...rest };
}

export function totalsOf(totals: CompanyTotals): ResultOf<typeof companyOut.shape.totals> {
  const { scope1, scope2, scope3 } = totals;
  const lists = <T extends { readonly lacks: readonly Message[] }>(of: T) => ({ ...of, lacks: [...of.lacks] });
  return {
    ...totals,
    scope1: { ...lists(scope1), bySource: { ...scope1.bySource } },
    scope2: { location: lists(scope2.location), market: lists(scope2.market) },
    scope3: { ...lists(scope3), categories: scope3.categories.map((of) => ({ ...of, ways: { ...of.ways } })) },
  };
}
