import { z } from "zod";
import { messages } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";
import { namesAround } from "./names-around.ts";
import { nearestName } from "./nearest-name.ts";
import { remarked } from "./remark.ts";
import { outsideUnit } from "./unit-bounds.ts";

const texts = messages("input", {
  misspelt: {
    en: '{field}: the column "{column}" is not read. Did you mean "{near}"?',
    zh: "{field}：未读取列“{column}”。您是不是要用“{near}”？",
  },
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
  { error: writeMessage(texts.cell()), params: { said: texts.cell() } },
);

/** Columns whose numbers are in no unit: when, where in a file, and of which kind. */
const counted = /year|scope|page|category|row|table|id$|年/i;

const row = remarked(z.record(z.string(), cell), (cells, place) => {
  const { unit } = cells;
  if (typeof unit !== "string") return [];
  return Object.entries(cells).flatMap(([column, value]) =>
    typeof value === "number" && !counted.test(column)
      ? outsideUnit(value, unit, `${place}.${column}`, () => namesAround(column, [cells]))
      : [],
  );
});

/** Rows of a user's table by column name. The numbers of a row with a `unit` are in it. */
export const sheetRows = z.array(row);

/** The same of a table with these columns: another whose name is nearly one of them, which the rows lack, is noted. */
export function sheetRowsOf(columns: readonly string[]) {
  return remarked(sheetRows, (rows, field) => {
    const given = new Set(rows.flatMap((cells) => Object.keys(cells)));
    const missing = columns.filter((column) => !given.has(column));
    return [...given].flatMap((column) => {
      const near = columns.includes(column) ? undefined : nearestName(column, missing);
      return near === undefined ? [] : [texts.misspelt({ field, column, near })];
    });
  });
}
