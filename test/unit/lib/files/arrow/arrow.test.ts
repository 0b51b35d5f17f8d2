import * as arrow from "apache-arrow";
import { describe, expect, it } from "vitest";
import { tableFiles } from "../../../../../lib/files/table/table-files.ts";
import { packLz4Frame } from "../container/lz4-encoder.ts";
import { find, read } from "../reading.ts";

function decimals(values: readonly bigint[], scale: number): arrow.Vector {
  const words = new Uint32Array(values.length * 4);
  values.forEach((value, i) => {
    for (let w = 0; w < 4; w++) words[i * 4 + w] = Number(BigInt.asUintN(32, value >> BigInt(32 * w)));
  });
  const type = new arrow.Decimal(scale, 20, 128);
  return arrow.makeVector(arrow.makeData({ type, length: values.length, nullCount: 0, data: words }));
}

/** A frame of Zstandard with the bytes as they are (RFC 8878, raw blocks). */
function rawZstd(bytes: Uint8Array): Uint8Array {
  const size = bytes.length;
  const header = (size << 3) | 1;
  return Uint8Array.of(
    ...[0x28, 0xb5, 0x2f, 0xfd, 0xa0, size & 255, (size >> 8) & 255, (size >> 16) & 255, 0],
    ...[header & 255, (header >> 8) & 255, header >> 16],
    ...bytes,
  );
}

const columns = {
  word: arrow.vectorFromArray(["a", null, "a"], new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())),
  long: arrow.vectorFromArray(["é中", "b", null], new arrow.LargeUtf8()),
  price: decimals([12_345n, -5n, 0n], 3),
  small: arrow.vectorFromArray([1n, 2n, null], new arrow.Int64()),
  large: arrow.vectorFromArray([1n, 2n ** 60n, null], new arrow.Int64()),
  tiny: arrow.vectorFromArray([1, -2, 3], new arrow.Int8()),
  half: arrow.vectorFromArray([0.5, null, 2], new arrow.Float32()),
  flag: arrow.vectorFromArray([true, null, false], new arrow.Bool()),
  day: arrow.vectorFromArray([new Date(0), new Date(86_400_000), null], new arrow.DateDay()),
  time: arrow.vectorFromArray([1_000, 1_500, null], new arrow.TimestampMillisecond()),
  list: arrow.vectorFromArray([[1, 2], [], null], new arrow.List(new arrow.Field("item", new arrow.Int32()))),
};

describe("An Arrow table", () => {
  it.each(["file", "stream"] as const)("is read from a %s, of each type", async (form) => {
    const table = new arrow.Table(columns as Record<string, arrow.Vector>);
    const bytes = arrow.tableToIPC(table, form);
    const found = await find("some.arrow", bytes);
    expect(found.reading.format).toBe("arrow");
    expect(found.columns).toEqual([
      "word: text",
      "long: text",
      "price: number",
      "small: integer",
      "large: text",
      "tiny: integer",
      "half: number",
      "flag: boolean",
      "day: date",
      "time: datetime",
      "list: text",
    ]);
    expect((await read("some.arrow", bytes, found.reading)).values).toEqual({
      word: ["a", null, "a"],
      long: ["é中", "b", null],
      price: [12.345, -0.005, 0],
      small: [1, 2, null],
      large: ["1", String(2n ** 60n), null],
      tiny: [1, -2, 3],
      half: [0.5, null, 2],
      flag: [true, null, false],
      day: [0, 86_400_000, null],
      time: [1_000, 1_500, null],
      list: ["[1,2]", "[]", null],
    });
  });

  it("keeps its units", async () => {
    const x = arrow.makeVector(Float64Array.of(1.5, 2));
    const field = new arrow.Field("x", x.type, false, new Map([["unit", "t"]]));
    const children = [x.data[0]!];
    const schema = new arrow.Schema([field]);
    const data = arrow.makeData({ type: new arrow.Struct([field]), length: 2, nullCount: 0, children });
    const bytes = arrow.tableToIPC(new arrow.Table(schema, [new arrow.RecordBatch(schema, data)]), "stream");
    const found = await find("some.arrow", bytes);
    expect(found.columns).toEqual(["x: number t"]);
    expect((await read("some.arrow", bytes, found.reading)).table.schema.fields[0]!.metadata.get("unit")).toBe("t");
  });

  it.each(["ZSTD", "LZ4_FRAME"] as const)("packed by %s is read, as pandas and R write it", async (codec) => {
    const type = arrow.CompressionType[codec];
    const rows = Array.from({ length: 500 }, (_, i) => i);
    const table = new arrow.Table({
      x: arrow.vectorFromArray(rows, new arrow.Float64()),
      s: arrow.vectorFromArray(rows.map((i) => `text ${i % 7}`)),
    });
    arrow.compressionRegistry.set(type, { encode: codec === "ZSTD" ? rawZstd : packLz4Frame });
    const bytes = arrow.tableToIPC(table, "stream", type);
    const found = await find("some.feather", bytes);
    expect(found.columns).toEqual(["x: number", "s: text"]);
    expect((await read("some.feather", bytes, found.reading)).values).toEqual({
      x: rows,
      s: rows.map((i) => `text ${i % 7}`),
    });
  });

  it("that is cut is refused in a sentence", async () => {
    const bytes = arrow.tableToIPC(new arrow.Table(columns as Record<string, arrow.Vector>), "file");
    await expect(tableFiles.find("cut.arrow", bytes.slice(0, -200))).rejects.toThrow(/^cut\.arrow: Arrow was expected/);
  });
});
