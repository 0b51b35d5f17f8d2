import { parquetMetadata } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { checkPages } from "../../../../../lib/files/parquet/parquet-pages.ts";

const written = parquetWriteBuffer({
  columnData: [{ name: "a", data: [1, 2, 3], type: "INT32", encoding: "PLAIN" }],
  codec: "UNCOMPRESSED",
});
const column = parquetMetadata(written).row_groups[0]!.columns[0]!.meta_data!;

/** The file with one byte changed. */
function withByte(place: number, value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(written.slice(0));
  bytes[place] = value;
  return bytes;
}

/** Where the header of the page states its number of values: in a struct field 1 of type i32, then 3 in zigzag. */
const stated = (() => {
  const bytes = new Uint8Array(written);
  for (let at = Number(column.data_page_offset); ; at++)
    if (bytes[at - 1]! % 16 === 12 && bytes[at] === 0x15 && bytes[at + 1] === 6) return at + 1;
})();

test("pages that state as much as their column has are taken", () => {
  expect(() => checkPages(new Uint8Array(written), column)).not.toThrow();
});

test.each([
  ["more values than its column", 126],
  ["less than no values", 1],
])("a page that states %s is refused", (_, value) => {
  expect(() => checkPages(withByte(stated, value), column)).toThrow(RangeError);
});

test("a column that lies outside of the file is refused", () => {
  const longer = { ...column, total_compressed_size: 1_000_000n };
  expect(() => checkPages(new Uint8Array(written), longer)).toThrow(RangeError);
});
