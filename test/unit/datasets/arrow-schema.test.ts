import { tableFromArrays, tableFromIPC, tableToIPC } from "apache-arrow";
import { expect, test } from "vitest";
import { arrowFile } from "../../../datasets/build/arrow-file.ts";
import { int16 } from "../../../datasets/build/column.ts";
import { readArrow } from "../../../lib/files/arrow/arrow-file.ts";
import { wholeArrowStream } from "../../../lib/files/arrow/arrow-schema.ts";
import { arrowStream, beginsWithSchema } from "../../../lib/files/arrow/arrow-stream.ts";

const rows = [
  { plant: "a", co2: 1 },
  { plant: "b", co2: 2 },
];
const table = tableFromArrays({ plant: ["a", "b"], co2: new Float64Array([1, 2]) });
const own = (bytes: Uint8Array) => Uint8Array.from(bytes);

test("an Arrow file that has its schema in the footer alone is read, and is a whole stream", () => {
  const file = own(tableToIPC(table, "file"));
  expect(beginsWithSchema(arrowStream(file))).toBe(false);
  expect(
    readArrow(file, "plants.arrow")
      .toArray()
      .map((row) => row.toJSON()),
  ).toEqual(rows);
  const stream = wholeArrowStream(file);
  expect(beginsWithSchema(stream)).toBe(true);
  expect(tableFromIPC(stream).numRows).toBe(2);
});

test("an Arrow file with the schema in its stream, and a stream, stay as they are", () => {
  const file = own(arrowFile([int16("year", [2011, 2012], "none", "Year")], new Map()));
  expect(wholeArrowStream(file).buffer).toBe(file.buffer);
  const stream = own(tableToIPC(table, "stream"));
  expect(wholeArrowStream(stream)).toBe(stream);
  expect(readArrow(stream, "plants.arrow").numRows).toBe(2);
});

test("a footer that leads outside of the file is refused with a sentence", () => {
  const file = own(tableToIPC(table, "file"));
  const footer = new DataView(file.buffer).getInt32(file.length - 10, true);
  for (let at = file.length - 10 - footer; at < file.length - 10; at += 4) {
    const damaged = file.slice();
    new DataView(damaged.buffer).setInt32(at, 0x7fff_fff0, true);
    try {
      expect(readArrow(damaged, "plants.arrow").numRows).toBe(2);
    } catch (error) {
      expect(error).toMatchObject({ name: "ArrowFileError" });
    }
  }
});
