import { z } from "zod";
import { messageOut } from "../tool/outcome.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn, siblingUnit } from "../tool/unit.ts";

/** Sentences for a reader, of which there may be none. */
export const sentencesShape = z.array(messageOut).meta({ mayRepeat: true });

/** A cell of a sheet: as the file states it. A date is a text `2024-03-31`; null is an empty cell. */
export const sheetCell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * A sheet of a workbook, or the one table of a text file: all its cells, titles and empty rows included. The first row of `rows` is
 * row `first` of the file (1 if absent), so that a place in it can be named.
 */
export const sheetShape = z.object({
  name: z.string().max(300),
  first: z.int().min(1).optional().describe("The row of the file that the first of `rows` is, from 1"),
  isHidden: z.boolean().optional(),
  isPivot: z.boolean().optional().describe("Whether the workbook says that all its numbers are of a pivot table"),
  guess: z
    .object({ encoding: z.string(), line: z.int(), sample: z.string() })
    .optional()
    .describe("The encoding of a text that nobody has stated, and where characters beyond ASCII stand first"),
  uncomputed: z
    .array(z.object({ row: z.int(), column: z.int() }))
    .optional()
    .describe("Places, from 1, of formulas whose value the file does not have"),
  calculated: z
    .array(z.object({ row: z.int(), column: z.int() }))
    .optional()
    .describe("Places, from 1, of formulas that were calculated, as the file does not have their value"),
  rows: z.array(z.array(sheetCell).meta({ mayRepeat: true, mayBeEmpty: true })),
});
export type Sheet = ResultOf<typeof sheetShape>;

/** Where something stands in a file: `sheet`, `row` and, of a wide table, the head of its column. */
const place = {
  /** Where an account is of several files. */
  file: z.string().optional(),
  sheet: z.string(),
  row: z.int().describe("Row of the sheet, or line of the text, from 1"),
  column: z.string().nullable().describe("Of a wide table, the head of the column that the amount stands in"),
};

/** One amount of one activity, material, purchase or trip, as it was read from a file. */
export const readLineShape = z.object({
  ...place,
  name: z.string().describe("What is burnt, bought, moved or done, as the file calls it"),
  amount: numberIn(siblingUnit),
  unit: z
    .string()
    .describe("In the notation of quantities where it is known, else as it is written; empty if the file states none"),
  basis: z
    .enum(["GCV", "NCV"])
    .optional()
    .describe("Of energy, the calorific value that it is counted by, where the file says it"),
  unitFrom: z.enum(["head", "column", "cell", "name", "title", "none"]).describe("Where the unit stands"),
  site: z.string().nullable().describe("Facility, site, branch or assembly, as the file calls it"),
  place: z.string().nullable().describe("Country, province or origin, as the file writes it"),
  year: z.int().nullable(),
  period: z.string().nullable().describe("Month, quarter or date within the year, as written"),
  supplier: z.string().nullable(),
  scope: z.string().nullable().describe("Scope or category as the file writes it; nothing else is concluded from it"),
  code: z.string().nullable().describe("A code that the file gives: IPCC category, material number, CN code"),
  distance: z
    .object({ amount: numberIn(siblingUnit), unit: z.string() })
    .nullable()
    .describe("Of a trip or a transport, where the file has it beside the amount"),
  remark: z.string().max(200).optional().describe("What a column of remarks says of it"),
  /** Sums, doubts and conversions that a reader should know: each names what was read and why. */
  notes: sentencesShape,
});
export type ReadLine = ResultOf<typeof readLineShape>;

/** A row of a file, or a cell of a wide table, that is no line. */
export const leftOutShape = z.object({
  ...place,
  text: z.string().describe("What stands there, its cells joined by tabs, at most 300 characters"),
  reason: messageOut,
  kind: z
    .enum(["head", "title", "note", "total", "empty", "repeated", "money", "unreadable"])
    .describe("`unreadable` may be a line, which the account then lacks; `repeated` is the mass of parts said again"),
});
export type LeftOut = ResultOf<typeof leftOutShape>;

/** What cannot be known from the file. `answers[key]` answers it; without an answer, `assumed` holds where it is not null. */
export const askShape = z.object({
  key: z.string(),
  question: messageOut,
  options: z.array(z.object({ value: z.string(), label: messageOut })).meta({ mayBeEmpty: true }),
  assumed: z.string().nullable(),
  rows: z
    .array(z.object({ sheet: z.string(), row: z.int() }))
    .describe("The rows that it is about, twenty at most")
    .meta({ mayBeEmpty: true }),
});
export type Ask = ResultOf<typeof askShape>;

/** How a sheet was read: what a person can set otherwise. */
export const sheetReadingShape = z.object({
  sheet: z.string(),
  /** First and last row of the head; null without one. */
  head: z.object({ first: z.int(), last: z.int() }).nullable(),
  /** What was taken from each column, by its place from 0: `name`, `amount`, `unit`, `wide amount`, `total`, `not used`, … */
  columns: z.array(z.object({ head: z.string(), role: z.string(), unit: z.string().nullable() })),
  decimal: z.enum([".", ","]).nullable(),
  isUsed: z.boolean().describe("Whether lines were read from it"),
  reason: messageOut.nullable().describe("Why none were"),
  lines: z.int(),
});
export type SheetReading = ResultOf<typeof sheetReadingShape>;

/** Lines read + rows left out with a reason = rows of the sheets. */
export const readOutcomeShape = z.object({
  lines: z.array(readLineShape),
  leftOut: z.array(leftOutShape),
  asks: z.array(askShape),
  sheets: z.array(sheetReadingShape),
  notes: sentencesShape,
});
export type ReadOutcome = ResultOf<typeof readOutcomeShape>;
