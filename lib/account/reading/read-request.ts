import { z } from "zod";
import type { InputOf } from "../../tool/shape.ts";
import { yearIn } from "../../tool/year.ts";
import type { LineCount } from "../line-count.ts";
import { sheetShape } from "../line-shape.ts";
import type { LineLimit } from "./line-limit.ts";

const sheetHead = z.strictObject({ sheet: z.string(), row: z.int().min(1) });

/** How sheets are to be read: what is not given is found. */
export const readRequestShape = z.object({
  sheets: z.array(sheetShape).max(1_000),
  file: z
    .string()
    .max(1_000)
    .optional()
    .describe("Name of the file, which sentences name and which may state the year"),
  sheet: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe("Names of the sheets to read; default: those that hold lines"),
  head: z
    .union([z.record(z.string(), z.int().min(1)), z.array(sheetHead)])
    .optional()
    .describe("The row of the head by sheet, where it is not to be found"),
  decimal: z.enum([".", ","]).optional().describe("Decimal sign of amounts that are written as text"),
  year: yearIn.optional().describe("Of lines without a year of their own"),
  answers: z.record(z.string(), z.string()).default({}).describe("Answers to what was asked, by its key"),
});

export type ReadRequest = InputOf<typeof readRequestShape>;
/** The same without its sheets. */
export type Asked = Partial<Omit<ReadRequest, "sheets">>;
/** With what counts the rows that are read, and the lines of all sheets. */
export interface Asking extends Asked {
  readonly count: LineCount;
  readonly limit: LineLimit;
}
