import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { tableFiles } from "../../../kernel/table-file/table-files.ts";
import { find, read, valuesOf } from "./reading.ts";

/** A file that pyarrow 26 or, of intervals, DuckDB wrote. */
const peer = (name: string) => Uint8Array.from(readFileSync(join(import.meta.dirname, "peers", name)));

const price = [128.1, -0.05, null];
const stamps = [1_700_000_000_500, -86_401_000, null];

/** What pyarrow was given for each column of `types.parquet`, as a table of ours holds it. */
const expected: Readonly<Record<string, readonly [column: string, values: readonly unknown[]]>> = {
  bool: ["boolean", [true, false, null]],
  i8: ["integer", [-128, 127, null]],
  i16: ["integer", [-32_768, 7, null]],
  i32: ["integer", [-(2 ** 31), 7, null]],
  i64: ["text", [String(-(2n ** 60n)), "7", null]],
  u8: ["integer", [0, 255, null]],
  u16: ["integer", [0, 65_535, null]],
  u32: ["integer", [0, 2 ** 32 - 1, null]],
  u64: ["text", ["0", String(2n ** 64n - 1n), null]],
  f16: ["number", [1.5, -0.0999755859375, null]],
  f32: ["number", [1.5, Math.fround(-0.1), null]],
  f64: ["number", [128.1, -1e300, null]],
  dec9: ["number", price],
  dec18: ["number", price],
  dec30: ["number", price],
  text: ["text", ["é中", "abc", null]],
  binary: ["text", ["00ff", "616263", null]],
  fixed: ["text", ["616263", "000102", null]],
  date: ["date", [Date.UTC(2024, 1, 29), Date.UTC(1899, 11, 31), null]],
  time_ms: ["text", ["13:05:09.123", "00:00:00", null]],
  time_us: ["text", ["13:05:09.123456", "00:00:00", null]],
  time_ns: ["text", ["13:05:09.123456789", "00:00:00", null]],
  ts_ms: ["datetime", stamps],
  ts_us: ["datetime", stamps],
  ts_ns: ["datetime", stamps],
  list_date: ["text", ['["2024-01-02"]', "[]", null]],
  list_time: ["text", ['["01:02:03"]', "[]", null]],
  list_ts: ["text", ['["2024-01-02 03:00:00"]', "[]", null]],
  list_dec: ["text", ["[128.1]", "[]", null]],
  struct: ["text", ['{"a":1,"b":"x","d":1.25,"t":"01:02:03"}', null, null]],
  map: ["text", ['{"k":1}', "{}", null]],
};

describe("The types of Parquet", () => {
  it("that pyarrow writes give the values that it was given", async () => {
    const file = peer("types.parquet");
    const found = await find("types.parquet", file);
    const { values } = await read("types.parquet", file, found.reading);
    const got = Object.fromEntries(found.columns.map((column) => column.split(": ") as [string, string]));
    for (const [name, [column, each]] of Object.entries(expected))
      expect([name, got[name], values[name]]).toEqual([name, column, each]);
    expect(Object.keys(values)).toEqual(Object.keys(expected));
  });

  it("of times in 96 bits are right beyond the years of nanoseconds, or a sentence names column and row", async () => {
    const file = peer("int96.parquet");
    const found = await find("int96.parquet", file);
    expect((await read("int96.parquet", file, found.reading)).values).toEqual({
      at: [Date.UTC(2024, 1, 29), Date.UTC(9999, 11, 31), Date.UTC(1500, 0, 1), null],
    });
    await expect(tableFiles.parquet("int96.parquet", file)).rejects.toThrow(
      "int96.parquet: the time of column `at` in row 2 is before 1677 or after 2262",
    );
  });

  it("of intervals are their months, days and seconds", async () => {
    const file = peer("interval.parquet");
    const found = await find("interval.parquet", file);
    expect((await read("interval.parquet", file, found.reading)).values).toEqual({ i: ["P14M3DT5.25S", null] });
    expect(valuesOf(tableFromIPC(await tableFiles.parquet("interval.parquet", file)))).toEqual({
      i: ["P14M3DT5.25S", null],
    });
  });

  it("of texts with bytes that are not UTF-8 are refused by a sentence with column and row", async () => {
    const sentence = "city.parquet: the text of column `city` in row 2 has bytes that are not UTF-8.";
    await expect(find("city.parquet", peer("not-utf8.parquet"))).rejects.toThrow(sentence);
    await expect(tableFiles.parquet("city.parquet", peer("not-utf8.parquet"))).rejects.toThrow(sentence);
  });
});
