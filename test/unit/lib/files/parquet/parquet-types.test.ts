import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import type { SchemaElement } from "hyparquet";
import { ConvertedTypes } from "hyparquet/src/constants.js";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { tableFiles } from "../../../../../lib/files/table/table-files.ts";
import { bytesOf, find, read, valuesOf } from "../reading.ts";

/** A file that pyarrow 26 or, of intervals, DuckDB wrote. */
const peer = (name: string) => Uint8Array.from(readFileSync(join(import.meta.dirname, "../peers", name)));

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

  it("that only Arrow's schema in the file states are lengths of time with their unit, and all others are right", async () => {
    const file = peer("durations.parquet");
    const found = await find("durations.parquet", file);
    const length = ["number s", [90_061, -5, null]];
    const { values } = await read("durations.parquet", file, found.reading);
    const columns = found.columns.map((column) => column.split(": ") as [string, string]);
    expect(Object.fromEntries(columns.map(([name, type]) => [name, [type, values[name]]]))).toEqual({
      dur_s: length,
      dur_ms: length,
      dur_us: length,
      dur_ns: length,
      dur_frac: ["number s", [0.0015, 0.000001, null]],
      in_list: ["text", ['["00:00:01.5"]', "[]", null]],
      in_struct: ["text", ['{"n":1,"d":"00:00:01.5"}', '{"n":2,"d":null}', null]],
      plain: ["integer", [5, 6, null]],
      uuid: ["text", ["00000000-0000-0000-0000-000000000001", "12345678-1234-5678-1234-567812345678", null]],
      json: ["text", ['{"a": 1}', "[]", null]],
      zoned_us: ["datetime", stamps],
      zoned_ns: ["datetime", stamps],
      enum: ["text", ["a", null, "b"]],
    });
    const own = tableFromIPC(await tableFiles.parquet("durations.parquet", file));
    expect(own.schema.fields.slice(0, 5).map(({ type }) => String(type))).toEqual([
      "Duration<SECOND>",
      "Duration<MILLISECOND>",
      "Duration<MICROSECOND>",
      "Duration<NANOSECOND>",
      "Duration<MICROSECOND>",
    ]);
    expect(valuesOf(own)).toMatchObject({ dur_ms: [90_061_000n, -5_000n, null], plain: [5n, 6n, null] });
  });

  /** Of each older type of parquet.thrift: its values in the file, and what they are as those of a table; a text is why they are refused. */
  const day = 19_782;
  const converted: Readonly<Record<string, readonly [element: object, values: readonly unknown[], expected: unknown]>> =
    {
      UTF8: [{ type: "BYTE_ARRAY" }, ["é"], ["text", ["é"]]],
      ENUM: [{ type: "BYTE_ARRAY" }, [bytesOf("coal")], ["text", ["coal"]]],
      DECIMAL: [{ type: "BYTE_ARRAY", scale: 2, precision: 9 }, [-12_810n], ["number", [-128.1]]],
      DATE: [{ type: "INT32" }, [day], ["date", [Date.UTC(2024, 1, 29)]]],
      TIME_MILLIS: [{ type: "INT32" }, [47_109_123], ["text", ["13:05:09.123"]]],
      TIME_MICROS: [{ type: "INT64" }, [47_109_123_456n], ["text", ["13:05:09.123456"]]],
      TIMESTAMP_MILLIS: [{ type: "INT64" }, [-86_401_000n], ["datetime", [-86_401_000]]],
      TIMESTAMP_MICROS: [{ type: "INT64" }, [-86_401_000_000n], ["datetime", [-86_401_000]]],
      UINT_8: [{ type: "INT32" }, [255], ["integer", [255]]],
      UINT_16: [{ type: "INT32" }, [65_535], ["integer", [65_535]]],
      UINT_32: [{ type: "INT32" }, [2 ** 32 - 1], ["integer", [2 ** 32 - 1]]],
      UINT_64: [{ type: "INT64" }, [2n ** 64n - 1n], ["text", [String(2n ** 64n - 1n)]]],
      INT_8: [{ type: "INT32" }, [-128], ["integer", [-128]]],
      INT_16: [{ type: "INT32" }, [-32_768], ["integer", [-32_768]]],
      INT_32: [{ type: "INT32" }, [-(2 ** 31)], ["integer", [-(2 ** 31)]]],
      INT_64: [{ type: "INT64" }, [-(2n ** 60n)], ["text", [String(-(2n ** 60n))]]],
      JSON: [{ type: "BYTE_ARRAY" }, [{ a: 1 }], ["text", ['{"a":1}']]],
      BSON: [
        { type: "BYTE_ARRAY" },
        [Uint8Array.of(5, 0, 0, 0, 0)],
        "the column `c` has the Parquet type BSON, which is not read.",
      ],
      INTERVAL: [
        { type: "FIXED_LEN_BYTE_ARRAY", type_length: 12 },
        [Uint8Array.of(14, 0, 0, 0, 3, 0, 0, 0, 0x88, 0x13, 0, 0)],
        ["text", ["P14M3DT5S"]],
      ],
    };
  const written = (element: object, data: readonly unknown[]) =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [{ name: "c", data: [...data] }],
        schema: [
          { name: "root", num_children: 1 },
          { name: "c", repetition_type: "REQUIRED", ...element },
        ] as SchemaElement[],
        statistics: false,
      }),
    );
  const asRead = async (file: Uint8Array) => {
    const found = await find("some.parquet", file).catch((error: Error) => error.message);
    if (typeof found === "string") return found.slice("some.parquet: ".length).replace(/ Write it.*/, "");
    const { values } = await read("some.parquet", file, found.reading);
    return [found.columns[0]!.slice("c: ".length), values.c];
  };

  it("with older names are all right, or refused by a sentence with the column", async () => {
    const nested = ["MAP", "MAP_KEY_VALUE", "LIST"];
    expect([...Object.keys(converted), ...nested].sort()).toEqual([...ConvertedTypes].sort());
    for (const [name, [element, values, expected]] of Object.entries(converted))
      expect([name, await asRead(written({ ...element, converted_type: name }, values))]).toEqual([name, expected]);
  });

  it.each([
    ["BOOLEAN", { type: "BOOLEAN" }, [true, false], ["boolean", [true, false]]],
    ["INT32", { type: "INT32" }, [-5], ["integer", [-5]]],
    ["INT64", { type: "INT64" }, [2n ** 53n + 1n], ["text", [String(2n ** 53n + 1n)]]],
    ["FLOAT", { type: "FLOAT" }, [0.1], ["number", [Math.fround(0.1)]]],
    ["DOUBLE", { type: "DOUBLE" }, [128.1], ["number", [128.1]]],
    ["BYTE_ARRAY", { type: "BYTE_ARRAY" }, [Uint8Array.of(0, 255)], ["text", ["00ff"]]],
    [
      "FIXED_LEN_BYTE_ARRAY",
      { type: "FIXED_LEN_BYTE_ARRAY", type_length: 3 },
      [Uint8Array.of(0, 1, 2)],
      ["text", ["000102"]],
    ],
    [
      "a decimal of INT32",
      { type: "INT32", converted_type: "DECIMAL", scale: 2, precision: 9 },
      [-12_810n],
      ["number", [-128.1]],
    ],
    [
      "a decimal of INT64",
      { type: "INT64", converted_type: "DECIMAL", scale: 2, precision: 18 },
      [-12_810n],
      ["number", [-128.1]],
    ],
    [
      "a decimal of a fixed length",
      { type: "FIXED_LEN_BYTE_ARRAY", type_length: 9, converted_type: "DECIMAL", scale: 2, precision: 18 },
      [-12_810n],
      ["number", [-128.1]],
    ],
    [
      "a date by its newer name",
      { type: "INT32", logical_type: { type: "DATE" } },
      [day],
      ["date", [Date.UTC(2024, 1, 29)]],
    ],
    [
      "BSON by its newer name",
      { type: "BYTE_ARRAY", logical_type: { type: "BSON" } },
      [Uint8Array.of(5, 0, 0, 0, 0)],
      converted.BSON![2],
    ],
    [
      "a time in UTC",
      { type: "INT64", logical_type: { type: "TIME", isAdjustedToUTC: true, unit: "NANOS" } },
      [47_109_123_456_789n],
      ["text", ["13:05:09.123456789"]],
    ],
    [
      "an unsigned integer by its newer name",
      { type: "INT64", logical_type: { type: "INTEGER", bitWidth: 64, isSigned: false } },
      [2n ** 64n - 1n],
      ["text", [String(2n ** 64n - 1n)]],
    ],
    [
      "a number of 16 bits",
      { type: "FIXED_LEN_BYTE_ARRAY", type_length: 2, logical_type: { type: "FLOAT16" } },
      [1.5],
      ["number", [1.5]],
    ],
  ])("of one column are right: %s", async (_, element, values, expected) => {
    expect(await asRead(written(element, values))).toEqual(expected);
  });

  it("of decimals that pyarrow writes as integers are the decimals", async () => {
    const file = peer("decimals.parquet");
    const found = await find("decimals.parquet", file);
    expect((await read("decimals.parquet", file, found.reading)).values).toEqual({ dec_i32: price, dec_i64: price });
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
