import { expect, test } from "vitest";
import { separatorOf } from "../../../../../lib/files/delimited/pasted-table.ts";

test.each([
  ["cells of a spreadsheet", "国家\t排放\r\n中国\t11 902\r\n印度\t\r\n", "\t"],
  ["one column more than the separator of a number", "year\tshare\n2020\t1,5\n2021\t2,5", "\t"],
  ["semicolons beside decimal commas", "a;b\n1,5;2,5", ";"],
  ["commas, with one in quotes", 'a,b\n"x, y",2\n', ","],
])("%s are a table", (_, text, separator) => {
  expect(separatorOf(text)).toBe(separator);
});

test.each([
  ["one row", "a\tb"],
  ["one column", "a\nb\nc"],
  ["prose with commas", "First, we add data.\nThen we look at it, run it, and go on.\n"],
  ["nothing", ""],
])("%s is no table", (_, text) => {
  expect(separatorOf(text)).toBeNull();
});
