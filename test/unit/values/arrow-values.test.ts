import { Dictionary, Float64, Int32, Table, TimestampMillisecond, Utf8, vectorFromArray } from "apache-arrow";
import { instance } from "apache-arrow/visitor/get";
import { afterEach, expect, test, vi } from "vitest";
import "../../../kernel/values/arrow-values.ts";

afterEach(() => vi.restoreAllMocks());

const table = new Table({
  name: vectorFromArray(["a", null, "c"], new Utf8()),
  code: vectorFromArray(["x", "y", "x"], new Dictionary(new Utf8(), new Int32())),
  at: vectorFromArray([new Date(0), null, new Date(5)], new TimestampMillisecond()),
  value: vectorFromArray([1.5, 2.5, null], new Float64()),
});

test("Rows have the values of their columns, of every type, and nothing where there is none", () => {
  expect(table.toArray().map((row) => row!.toJSON())).toEqual([
    { name: "a", code: "x", at: 0, value: 1.5 },
    { name: null, code: "y", at: null, value: 2.5 },
    { name: "c", code: "x", at: 5, value: null },
  ]);
  expect(Array.from(table, (row) => row!.value)).toEqual([1.5, 2.5, null]);
});

test("How a column is read is looked up once, and not for each value", () => {
  const looked = vi.spyOn(instance, "getVisitFn");
  const others = new Table({ value: vectorFromArray([1, 2, 3, 4], new Float64()) });
  expect(Array.from(others, (row) => row!.toJSON().value)).toEqual([1, 2, 3, 4]);
  expect(looked).toHaveBeenCalledTimes(1);
});
