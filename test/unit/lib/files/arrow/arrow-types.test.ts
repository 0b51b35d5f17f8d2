import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DataType, Dictionary, Int32, Table, Type, tableToIPC, Utf8, Utf8View, vectorFromArray } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { ArrowFileError, readArrow } from "../../../../../lib/files/arrow/arrow-file.ts";
import { find, read } from "../reading.ts";

/** A file that pyarrow 26 or polars 2.1 wrote, or, big-endian, the generated code of the format. */
const peer = (name: string) => Uint8Array.from(readFileSync(join(import.meta.dirname, "../peers", name)));

const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date);
const texts = ["é中 short", "a long text of more than twelve bytes 北京", null];
const bytes = ["00ff", "6162636465666768696a6b6c6d6e6f70", null];
const price = [128.1, -0.05, null];
const stamps = [1_700_000_000_500, -86_401_000, null];
const zoned = [1_700_000_000_000, 0, null];
const list = ["[1,2]", "[]", null];

/** What pyarrow was given for each column of `types.arrow`, as a table of ours holds it. */
const expected: Readonly<Record<string, readonly [column: string, values: readonly unknown[]]>> = {
  null: ["text", [null, null, null]],
  i8: ["integer", [-128, 127, null]],
  i16: ["integer", [-32_768, 32_767, null]],
  i32: ["integer", [-(2 ** 31), 2 ** 31 - 1, null]],
  i64: ["integer", [-5, 7, null]],
  i64big: ["text", [String(-(2n ** 60n)), String(2n ** 53n + 1n), null]],
  u8: ["integer", [0, 255, null]],
  u16: ["integer", [0, 65_535, null]],
  u32: ["integer", [0, 2 ** 32 - 1, null]],
  u64: ["integer", [0, 2 ** 40, null]],
  u64big: ["text", ["0", String(2n ** 64n - 1n), null]],
  f32: ["number", [1.5, Math.fround(-0.1), null]],
  f64: ["number", [128.1, -1e300, null]],
  f16: ["number", [1.5, -0.0999755859375, 65_504]],
  bool: ["boolean", [true, false, null]],
  utf8: ["text", texts],
  large_utf8: ["text", texts],
  utf8_view: ["text", texts],
  binary: ["text", bytes],
  large_binary: ["text", bytes],
  binary_view: ["text", bytes],
  fixed_binary: ["text", ["616263", "000102", null]],
  dec32: ["number", price],
  dec64: ["number", price],
  dec128: ["number", price],
  dec256: ["number", price],
  dec128neg: ["number", [12_800, -500, null]],
  date32: ["date", [day(2024, 2, 29), day(1899, 12, 31), null]],
  date64: ["date", [day(2024, 2, 29), day(1899, 12, 31), null]],
  t32s: ["text", ["13:05:09", "00:00:00", null]],
  t32ms: ["text", ["13:05:09.123", "00:00:00", null]],
  t64us: ["text", ["13:05:09.123456", "00:00:00", null]],
  t64ns: ["text", ["13:05:09.123456789", "00:00:00", null]],
  ts_s: ["datetime", [1_700_000_000_000, -86_401_000, null]],
  ts_tz_s: ["datetime", zoned],
  dur_s: ["number s", [90_061, -5, null]],
  ts_ms: ["datetime", stamps],
  ts_tz_ms: ["datetime", zoned],
  dur_ms: ["number s", [90_061.5, -5, null]],
  ts_us: ["datetime", stamps],
  ts_tz_us: ["datetime", zoned],
  dur_us: ["number s", [90_061.5, -5, null]],
  ts_ns: ["datetime", stamps],
  ts_tz_ns: ["datetime", zoned],
  dur_ns: ["number s", [90_061.5, -5, null]],
  interval_mdn: ["text", ["P14M3DT5S", "P-1D", null]],
  list: ["text", list],
  large_list: ["text", list],
  fixed_list: ["text", ["[1,2]", "[3,4]", null]],
  struct: ["text", ['{"a":1,"b":"x"}', '{"a":null,"b":"y"}', null]],
  struct_view: ["text", ['{"a":1,"b":"x"}', '{"a":null,"b":"y"}', null]],
  struct_dec_date: ["text", ['{"a":1.25,"b":"2024-01-02","t":"01:02:03"}', null, null]],
  list_f64: ["text", ["[0.1,128.1]", "[]", null]],
  list_utf8view: ["text", ['["a","a long text of more than twelve"]', "[]", null]],
  map: ["text", ['{"k":1,"l":2}', "{}", null]],
  dict_utf8: ["text", ["a", null, "a"]],
  dict_i64: ["integer", [10, null, 20]],
  dict_dec: ["number", price],
  dict_date: ["date", [day(2024, 2, 29), day(1999, 1, 1), null]],
  dict_view: ["text", ["a", "a long text of more than twelve", null]],
};

const refused = [
  ["union-dense.arrow", "Union", Type.Union],
  ["union-sparse.arrow", "Union", Type.Union],
  ["ree.arrow", "RunEndEncoded", 22],
  ["list-view.arrow", "ListView", 25],
  ["large-list-view.arrow", "LargeListView", 26],
] as const;

function typesIn(type: DataType): number[] {
  if (DataType.isDictionary(type)) return typesIn(type.dictionary);
  return [type.typeId, ...(type.children ?? []).flatMap((field: { type: DataType }) => typesIn(field.type))];
}

describe("The types of Arrow", () => {
  it("that pyarrow writes give the values that it was given", async () => {
    const file = peer("types.arrow");
    const found = await find("types.arrow", file);
    const { values } = await read("types.arrow", file, found.reading);
    const got = Object.fromEntries(found.columns.map((column) => column.split(": ") as [string, string]));
    for (const [name, [column, each]] of Object.entries(expected))
      expect([name, got[name], values[name]]).toEqual([name, column, each]);
    expect(Object.keys(values)).toEqual(Object.keys(expected));
  });

  it.each(refused)("in %s are refused by a sentence that names the column and %s", async (name, type) => {
    const sentence = `the column \`odd\` has the Arrow type ${type}, which is not read.`;
    await expect(find(name, peer(name))).rejects.toThrow(`${name}: ${sentence}`);
    expect(() => readArrow(peer(name), name)).toThrow(ArrowFileError);
    expect(() => readArrow(peer(name), name)).toThrow(`The Arrow file ${name} is not read: ${sentence}`);
  });

  it("are each read or refused, whichever the format has", async () => {
    await find("types.arrow", peer("types.arrow"));
    // The codec is set by what opens a table.
    const { schema } = readArrow(peer("types.arrow"), "types.arrow");
    const known = new Set([...schema.fields.flatMap(({ type }) => typesIn(type)), ...refused.map(([, , id]) => id)]);
    // `union Type` in Schema.fbs goes from Null (1) to LargeListView (26).
    expect(Array.from({ length: 26 }, (_, i) => i + 1).filter((id) => !known.has(id))).toEqual([]);
  });

  it("of a file that polars writes are read, whose place for a schema has none", async () => {
    const file = peer("polars.arrow");
    const found = await find("polars.arrow", file);
    expect(found.columns).toEqual([
      "name: text",
      "v: number",
      "took: number s",
      "at: text",
      "kind: text",
      "list: text",
    ]);
    expect((await read("polars.arrow", file, found.reading)).values).toEqual({
      name: ["é", "a long text of more than twelve bytes", null],
      v: [128.1, 2.5, null],
      took: [122_580, null, -5],
      at: ["13:05:00", null, "01:00:00"],
      kind: ["a", "b", "a"],
      list: ['["x","a long text of more than twelve"]', "[]", null],
    });
  });

  it("with the high byte first are refused, which the library takes for other numbers", async () => {
    const sentence = "its numbers are stored with the high byte first (big-endian), which is not read.";
    await expect(find("power.arrow", peer("big-endian.arrow"))).rejects.toThrow(`power.arrow: ${sentence}`);
    expect(() => readArrow(peer("big-endian.arrow"), "power.arrow")).toThrow(sentence);
  });

  it.each([
    ["Utf8", new Utf8()],
    ["Utf8View", new Utf8View()],
    ["a dictionary", new Dictionary(new Utf8(), new Int32())],
  ])("of texts in %s with bytes that are not UTF-8 are refused by a sentence with column and row", async (_, type) => {
    const file = tableToIPC(new Table({ city: vectorFromArray(["Lima", "S~o Paulo"], type) }), "stream");
    const name = "cities.arrow";
    expect((await find(name, file)).preview).toEqual([["Lima"], ["S~o Paulo"]]);
    const broken = file.map((byte) => (byte === 0x7e ? 0xe3 : byte));
    await expect(find(name, broken)).rejects.toThrow(
      "cities.arrow: the text of column `city` in row 2 has bytes that are not UTF-8.",
    );
    const replaced = tableToIPC(new Table({ city: vectorFromArray(["\ufffd"], type) }), "stream");
    expect((await find(name, replaced)).preview, "the character itself").toEqual([["\ufffd"]]);
  });
});
