import { z } from "zod";
import { messages } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";

const said = messages("input", {
  cell: { en: "expected a text, a number or nothing", zh: "应为文本、数字或空缺" },
});

/** A cell of a user's table: text, number, flag, date or nothing. Cells that do not fit their column are reported by row. */
type SheetCell = string | number | bigint | boolean | Date | null | undefined;

const cell = z.custom<SheetCell>(
  (value) =>
    value === null ||
    value === undefined ||
    (value instanceof Date && !Number.isNaN(value.getTime())) ||
    ["string", "number", "bigint", "boolean"].includes(typeof value),
  { error: writeMessage(said.cell()), params: { said: said.cell() } },
);

/** Rows of a user's table by column name. */
export const sheetRows = z.array(z.record(z.string(), cell));
