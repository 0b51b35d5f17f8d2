import { z } from "zod";
import { sheetRows } from "../../tool/sheet-rows.ts";
import { yearIn } from "../../tool/year.ts";
import type { AccountRequest } from "../account.ts";
import { ACCOUNT_METRIC } from "../account-metric.ts";
import { accountKinds } from "../account-shapes.ts";
import { askShape, leftOutShape, readLineShape } from "../line-shape.ts";
import { mappingShape } from "../mapping-shape.ts";

/** What `account.read` gives, and how it is to be made into an account. */
export const accountInput = z.object({
  lines: z.array(readLineShape).max(1_000_000).describe("As `account.read` gives them"),
  leftOut: z.array(leftOutShape).default([]),
  asks: z.array(askShape).default([]),
  kind: z.enum(accountKinds).optional().describe("If left out, the kind that fits the lines best"),
  year: yearIn.optional().describe("If left out, the most frequent of the lines"),
  region: z
    .string()
    .optional()
    .describe("ISO 3166-1 alpha-3 or ISO 3166-2, for lines and sites without one of their own"),
  mapping: mappingShape.prefault({}),
  metric: z.string().default(ACCOUNT_METRIC),
  instruments: sheetRows
    .default([])
    .describe("Certificates, contracts and suppliers' rates, with the columns of inventory.company"),
  facilities: sheetRows.default([]).describe("With the columns of inventory.company"),
  prices: sheetRows.default([]).describe("Columns from (CNY 2024), to (USD 2022), rate, source"),
  factors: sheetRows.default([]).describe("Own factors of scopes 2 and 3, with the columns of inventory.company"),
});

export type AccountInputOut = z.output<typeof accountInput>;

/** Notes and asks come in as texts of a reader's language or as messages: either is passed on as it is. */
export function requestOf({ kind: _, year, region, ...rest }: AccountInputOut): AccountRequest {
  return { ...(rest as unknown as Omit<AccountRequest, "year" | "region">), year, region: region ?? null };
}
