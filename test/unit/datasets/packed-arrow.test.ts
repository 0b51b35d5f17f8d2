import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrowFile } from "../../../datasets/build/arrow-file.ts";
import { float64, int16, int32, label } from "../../../datasets/build/column.ts";
import { compressed, packArrow } from "../../../datasets/build/packed-arrow.ts";
import { unpackArrow } from "../../../kernel/services/packed-arrow.ts";

const packing = {
  row: "row",
  col: "col",
  width: 12,
  derived: { year: { divide: 1, modulo: 1 }, region: { divide: 36, modulo: 4 }, buyer: { divide: 3, modulo: 4 } },
  values: { value: 10 },
};

function cellsFile(cells: ReadonlyMap<number, number>): Uint8Array<ArrayBuffer> {
  const places = [...cells.keys()].sort((a, b) => a - b);
  const columns = [
    int16("year", new Int16Array(places.length).fill(2007), "none", "Year"),
    int32(
      "row",
      places.map((at) => Math.floor(at / 12)),
      "none",
      "Row",
    ),
    int32(
      "col",
      places.map((at) => at % 12),
      "none",
      "Column",
    ),
    label(
      "region",
      places.map((at) => `r${Math.floor(at / 36)}`),
      "Region",
    ),
    label(
      "buyer",
      places.map((at) => `b${Math.floor((at % 12) / 3)}`),
      "Buyer",
    ),
    float64(
      "value",
      places.map((at) => cells.get(at)! / 10),
      "USD",
      "Value",
    ),
  ];
  return Uint8Array.from(arrowFile(columns, new Map()));
}

describe("a packed Arrow file", () => {
  test("comes back to the byte where it is only compressed", async () => {
    const file = cellsFile(
      new Map([
        [5, 17],
        [3, -2],
      ]),
    );
    expect(Buffer.compare(await unpackArrow(Uint8Array.from(packArrow(file, compressed))), file)).toBe(0);
  });

  test("comes back to the byte, whatever cells it holds", async () => {
    const cell = fc.tuple(fc.nat(143), fc.oneof(fc.integer({ min: -300, max: 300 }), fc.maxSafeNat()));
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 80 }), async (list) => {
        const file = cellsFile(new Map(list.map(([at, value]) => [at, value % 2 ** 45])));
        const back = await unpackArrow(Uint8Array.from(packArrow(file, packing)));
        expect(Buffer.compare(back, file)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test("says so when it is none, or was cut", async () => {
    await expect(unpackArrow(new Uint8Array([1, 2, 3]))).rejects.toThrow("not a gzip stream");
    const packed = Uint8Array.from(packArrow(cellsFile(new Map([[5, 10]])), packing));
    await expect(unpackArrow(packed.slice(0, -20))).rejects.toThrow("it is truncated");
  });

  test("is refused by its maker when a value is not whole in its unit", () => {
    expect(() => packArrow(cellsFile(new Map([[5, 0.123]])), packing)).toThrow("does not come back");
  });
});
