import { z } from "zod";

/** A cell of a table that a person keeps: text, number, flag, date or nothing. A cell that does not fit its column is said row by row. */
type SheetCell = string | number | bigint | boolean | Date | null | undefined;

const cell = z.custom<SheetCell>(
  (value) =>
    value === null ||
    value === undefined ||
    (value instanceof Date && !Number.isNaN(value.getTime())) ||
    ["string", "number", "bigint", "boolean"].includes(typeof value),
  { error: "expected a text, a number or nothing" },
);

/** Rows of a person's own table by the names of its columns. */
export const sheetRows = z.array(z.record(z.string(), cell));
