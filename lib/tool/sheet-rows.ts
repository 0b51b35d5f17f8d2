import { z } from "zod";
import { messages } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";
import { remarked } from "./remark.ts";
import { aboveWorld } from "./world-totals.ts";

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

const row = remarked(z.record(z.string(), cell), (cells, place) => {
  const { unit } = cells;
  if (typeof unit !== "string") return [];
  return Object.entries(cells).flatMap(([column, value]) =>
    typeof value === "number" ? aboveWorld(value, unit, `${place}.${column}`) : [],
  );
});

/** Rows of a user's table by column name. The numbers of a row with a `unit` are in it. */
export const sheetRows = z.array(row);
