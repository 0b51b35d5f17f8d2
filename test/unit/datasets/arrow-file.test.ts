import { tableFromIPC } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { arrowFile } from "../../../datasets/build/arrow-file.ts";
import { flag, float64, int16, label, text } from "../../../datasets/build/column.ts";
import { arrowEntries, arrowOf } from "./shipped.ts";

const metadata = new Map([["name", "example"]]);
const columns = [
  int16("year", [2011, 2012, 2013], "none", "Year"),
  int16("submission", [2024, null, 0], "none", "Year of the submission"),
  label("region", ["CHN", null, "CHN"], "Region"),
  text("name_zh", ["中国", "", null], "Chinese name"),
  flag("eu27", [false, true, true], "Member"),
  float64("co2_kt", [1.5, null, 0], "kt CO2", "CO2 emitted"),
];

describe("an Arrow file of the builders", () => {
  test("gives back the values, nulls and texts that went in", () => {
    const table = tableFromIPC(arrowFile(columns, metadata));
    expect(table.toArray().map((row) => row?.toJSON())).toEqual([
      { year: 2011, submission: 2024, region: "CHN", name_zh: "中国", eu27: false, co2_kt: 1.5 },
      { year: 2012, submission: null, region: null, name_zh: "", eu27: true, co2_kt: null },
      { year: 2013, submission: 0, region: "CHN", name_zh: null, eu27: true, co2_kt: 0 },
    ]);
  });

  test("has the same bytes whatever was built before it", () => {
    const once = arrowFile(columns, metadata);
    arrowFile([label("other", ["a"], "Another table")], metadata);
    expect(arrowFile(columns, metadata)).toEqual(once);
  });

  test("refuses a column of another length", () => {
    expect(() => arrowFile([...columns, int16("short", [1], "none", "Too short")], metadata)).toThrow(
      "Column short has 1 rows",
    );
  });

  test("refuses a number that its integer type cannot hold", () => {
    expect(() => arrowFile([int16("year", [2011, 40_000], "none", "Year")], metadata)).toThrow(
      "Column year, row 1: 40000",
    );
  });

  test("contains the whole stream, schema first, between offset 8 and the footer", () => {
    const bytes = arrowFile(columns, metadata);
    const footer = new DataView(bytes.buffer, bytes.byteOffset).getInt32(bytes.length - 10, true);
    const table = tableFromIPC(bytes.slice(8, bytes.length - 10 - footer));
    expect(table.numRows).toBe(3);
    expect(table.schema.metadata.get("name")).toBe("example");
  });
});

// Of the tables of single years one stands for all.
describe.each(arrowEntries.filter(({ name }) => !/_(?!2007)\d{4}$/.test(name)))("$name", (entry) => {
  const bytes = arrowOf(entry);
  const table = tableFromIPC(bytes);

  test("is an Arrow file with one record batch", () => {
    expect(new TextDecoder().decode(bytes.subarray(0, 6))).toBe("ARROW1");
    expect(new TextDecoder().decode(bytes.subarray(-6))).toBe("ARROW1");
    expect(table.batches).toHaveLength(1);
  });

  test("carries unit and description in each field and its name, title, licence and publisher in the schema", () => {
    for (const [i, field] of table.schema.fields.entries()) {
      expect(field.metadata.get("unit")).toBe(entry.columns[i]?.unit);
      expect(field.metadata.get("description")).toBe(entry.columns[i]?.description);
    }
    expect(Object.fromEntries(table.schema.metadata)).toEqual({
      name: entry.name,
      title: entry.title,
      licence: entry.licence,
      publisher: entry.publisher,
    });
  });

  test("has a validity bitmap only where there are nulls", () => {
    for (const field of table.schema.fields) {
      const data = table.getChild(field.name)?.data[0];
      expect(field.nullable).toBe((data?.nullCount ?? 0) > 0);
      if (!field.nullable) expect(data?.nullBitmap?.byteLength ?? 0).toBe(0);
    }
  });
});
