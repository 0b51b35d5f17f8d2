import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC } from "apache-arrow";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tableFiles } from "../../../../../lib/files/table/table-files.ts";
import { find, read, valuesOf } from "../reading.ts";

const folder = mkdtempSync(join(tmpdir(), "parquet-"));
let database: DuckDBConnection;

beforeAll(async () => {
  database = await (await DuckDBInstance.create(":memory:")).connect();
});

afterAll(() => {
  database.closeSync();
  rmSync(folder, { recursive: true });
});

/** A Parquet file as DuckDB writes it. */
async function written(query: string, options = ""): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, "written.parquet");
  await database.run(`copy (${query}) to '${path}' (format parquet${options})`);
  return Uint8Array.from(readFileSync(path));
}

const query = `select range::int i, range * 1000 b, ((range - 5000) / 8)::decimal(10, 3) d, 'text ' || range % 7 s,
  date '2024-01-31' + range::int "day", timestamp '2024-01-01 10:00:00.25' ts, range / 8 x, range % 3 = 0 flag
  from range(10000)`;

describe("A Parquet file", () => {
  it.each(["uncompressed", "snappy", "gzip", "zstd", "brotli", "lz4", "lz4_raw"])(
    "is read if packed by %s",
    async (codec) => {
      const bytes = await written(query, `, codec '${codec}', row_group_size 2048`);
      const found = await find("some.parquet", bytes);
      expect(found.title).toBe("some");
      expect(found.columns).toEqual([
        "i: integer",
        "b: integer",
        "d: number",
        "s: text",
        "day: date",
        "ts: datetime",
        "x: number",
        "flag: boolean",
      ]);
      expect(found.rows).toBe(10_000);
      const { values, rows } = await read("some.parquet", bytes, found.reading);
      expect(rows).toBe(10_000);
      for (const row of [0, 1, 2047, 2048, 5003, 9999]) {
        expect(Object.values(values).map((column) => column[row])).toEqual([
          row,
          row * 1000,
          (row - 5000) / 8,
          `text ${row % 7}`,
          Date.UTC(2024, 0, 31 + row),
          Date.UTC(2024, 0, 1, 10, 0, 0, 250),
          row / 8,
          row % 3 === 0,
        ]);
      }
    },
  );

  it("keeps integers beyond 2⁵³ as text, and nulls, times of day, lists and structures", async () => {
    const bytes = await written(`select * from (values
      (1::bigint, 5::bigint, time '10:11:12.5', [1, 2], {'a': 1, 'b': 'x'}, 'é中'),
      (9007199254740993, null, null, null, null, null))
      as t(large, small, tm, list, thing, word)`);
    const found = await find("some.parquet", bytes);
    expect(found.columns).toEqual([
      "large: text",
      "small: integer",
      "tm: text",
      "list: text",
      "thing: text",
      "word: text",
    ]);
    expect((await read("some.parquet", bytes, found.reading)).values).toEqual({
      large: ["1", "9007199254740993"],
      small: [5, null],
      tm: ["10:11:12.5", null],
      list: ["[1,2]", null],
      thing: ['{"a":1,"b":"x"}', null],
      word: ["é中", null],
    });
  });

  it("becomes Arrow with its own types", async () => {
    const bytes = await written(`select * from (values
      (1::int, 9007199254740993::bigint, 18446744073709551615::ubigint, 0.1::float, 12.345::decimal(18, 3), true, 'x',
        date '1969-12-31', timestamp '2024-01-01 10:00:00.123456', [1]),
      (null, null, null, null, null, null, null, null, null, null))
      as t(i, b, u, f, d, flag, s, day, ts, list)`);
    const table = tableFromIPC(await tableFiles.parquet("some.parquet", bytes));
    expect(table.schema.fields.map(({ type }) => String(type))).toEqual([
      "Int32",
      "Int64",
      "Uint64",
      "Float32",
      "Float64",
      "Bool",
      "Utf8",
      "Date64<MILLISECOND>",
      "Timestamp<MICROSECOND>",
      "Utf8",
    ]);
    const values = Object.values(valuesOf(table));
    expect(values.map(([first]) => first)).toEqual([
      1,
      9007199254740993n,
      18446744073709551615n,
      Math.fround(0.1),
      12.345,
      true,
      "x",
      -86_400_000,
      Date.UTC(2024, 0, 1, 10, 0, 0, 123) + 0.456,
      "[1]",
    ]);
    expect(values.map((column) => column[1])).toEqual(values.map(() => null));
  });

  it("of any type set by the user says what does not fit", async () => {
    const columnData = [{ name: "a", data: ["1", "x", null, "2"], type: "STRING" as const }];
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData }));
    const asked = { columns: [{ name: "a", type: "integer", unit: "t" }] } as const;
    const found = await find("a.parquet", bytes, asked);
    expect(found.columns).toEqual(["a: integer t"]);
    expect(found.notes).toEqual(['1 value of `a` is no integer and was left empty; the first is "x" in row 2.']);
    const { table, values } = await read("a.parquet", bytes, found.reading);
    expect(values).toEqual({ a: [1, null, null, 2] });
    expect(table.schema.fields[0]!.metadata.get("unit")).toBe("t");
  });

  it("that is damaged is refused in a sentence", async () => {
    const bytes = await written("select range from range(100)");
    await expect(tableFiles.find("cut.parquet", bytes.subarray(0, 300))).rejects.toThrow(
      "cut.parquet: Parquet was expected, but the file is cut or damaged. Save or download it again.",
    );
    await expect(tableFiles.parquet("cut.parquet", bytes.slice(0, 300))).rejects.toMatchObject({
      name: "TableFileError",
    });
  });

  it("of a codec that is not read is refused with its name", async () => {
    const bytes = await written("select range from range(100)", ", codec 'snappy'");
    // The codec in the footer is field 4 of the column's metadata, a number that is written doubled: Snappy is 1, LZO is 3.
    const codecs = [...bytes.keys()].filter((i) => i > bytes.length - 300 && bytes[i] === 0x15 && bytes[i + 1] === 2);
    const messages = await Promise.all(
      codecs.map(async (place) => {
        const changed = bytes.slice();
        changed[place + 1] = 6;
        return tableFiles.find("lzo.parquet", changed).then(
          () => "",
          (error: Error) => error.message,
        );
      }),
    );
    expect(messages).toContain(
      "lzo.parquet: the Parquet file is compressed by LZO, which is not read. Compress it by Zstandard, Snappy, gzip, Brotli or LZ4.",
    );
  });
});
