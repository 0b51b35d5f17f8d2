import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeFile, readDataPackage, writeDataPackage } from "../../../kernel/attachment/data-package.ts";
import type { Attachment } from "../../../kernel/services/attachment.ts";
import { columnTypes, dateOrders, tableFormats } from "../../../lib/files/table/table-reading.ts";

const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text !== "__proto__");
const optional = { requiredKeys: ["format", "columns"] as ("format" | "columns")[] };
const laidOut = fc.record(
  { skip: fc.nat(100), head: fc.integer({ min: 2, max: 4 }), unitRow: fc.boolean(), foot: fc.nat(9) },
  { requiredKeys: ["skip"] },
);
const plain = fc.record(
  {
    format: fc.constantFrom(...tableFormats),
    encoding: fc.constantFrom("utf-8", "gb18030"),
    delimiter: fc.constantFrom(",", ";", "\t"),
    decimal: fc.constantFrom(".", ","),
    header: fc.boolean(),
    skip: fc.nat(100),
    dates: fc.constantFrom(...dateOrders),
    part: name,
    columns: fc.array(fc.record({ name, type: fc.constantFrom(...columnTypes), unit: fc.string({ maxLength: 9 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
  },
  optional,
);
const reading = fc.oneof(
  plain,
  fc.tuple(plain, laidOut).map(([each, rows]) => ({ ...each, ...rows })),
);

test("a Data Package describes how each table is read, and is read back equal", () => {
  const tables = fc.dictionary(name, fc.record({ reading, rows: fc.nat() }), { minKeys: 1, maxKeys: 3 });
  fc.assert(
    fc.property(tables, (tables) => {
      const file = { name: "a.csv", mimeType: "text/csv", size: 1, lastModified: 0, sha256: "0".repeat(64), tables };
      expect(readDataPackage(writeDataPackage([file])).get("a.csv")).toEqual({ ...tables });
    }),
  );
});

test.each(["", "[]", '{"resources": 1}', '{"resources": [{"name": "a"}, null]}'])("%j describes nothing", (text) => {
  expect(readDataPackage(text).size).toBe(0);
});

test("a package of others with the standard's words is understood", () => {
  const described = readDataPackage(
    JSON.stringify({
      resources: [
        {
          name: "fuels",
          path: "fuels.csv",
          format: "csv",
          dialect: { delimiter: ";" },
          schema: {
            fields: [
              { name: "t", type: "number", decimalChar: "," },
              { name: "at", type: "yearmonth" },
            ],
          },
        },
      ],
    }),
  );
  expect(described.get("fuels.csv")).toEqual({
    fuels: {
      rows: 0,
      reading: {
        format: "delimited",
        delimiter: ";",
        decimal: ",",
        columns: [
          { name: "t", type: "number", unit: "" },
          { name: "at", type: "text", unit: "" },
        ],
      },
    },
  });
});

const tables = fc.dictionary(name, fc.record({ reading, rows: fc.nat() }), { maxKeys: 3 });
const fileOf = (name: string, tables: Attachment["tables"]): Attachment => ({
  name,
  mimeType: "text/csv",
  size: 1,
  lastModified: 0,
  sha256: "0".repeat(64),
  tables,
});

describe("a Data Package after a change of one file", () => {
  test("has the tables of this file as given, those of others as they were, and is the same after the same change", () => {
    fc.assert(
      fc.property(tables, tables, tables, (others, before, after) => {
        const elsewhere = Object.fromEntries(Object.entries(others).map(([name, table]) => [`other ${name}`, table]));
        const first = writeDataPackage([fileOf("b.csv", elsewhere), fileOf("a.csv", before)]);
        const text = describeFile(first, fileOf("a.csv", after))!;
        const read = readDataPackage(text);
        expect(read.get("a.csv") ?? {}).toEqual({ ...after });
        expect(read.get("b.csv") ?? {}).toEqual(elsewhere);
        expect(describeFile(text, fileOf("a.csv", after))).toBe(text);
      }),
    );
  });

  const mine = {
    mine: { rows: 2, reading: { format: "delimited", columns: [{ name: "t", type: "number", unit: "" }] } },
  } as const;

  test("keeps what others say of it, and does not keep what is no longer so", () => {
    const fields = [{ name: "t", type: "number", unit: "Mt", decimalChar: ",", title: "Emissions" }];
    const resources = [
      {
        name: "mine",
        path: "a.csv",
        format: "csv",
        licenses: [{ name: "CC0" }],
        dialect: { header: true, quoteChar: "'" },
        schema: { fields, primaryKey: "t" },
      },
      { name: "picture", path: "a.csv", format: "png" },
      { name: "many", path: ["b.csv", "c.csv"], anything: 1 },
    ];
    const changed = JSON.parse(describeFile(JSON.stringify({ title: "T", resources }), fileOf("a.csv", mine))!);
    expect(changed.title).toBe("T");
    expect(changed.resources.slice(1)).toEqual(resources.slice(1));
    expect(changed.resources[0]).toMatchObject({ licenses: [{ name: "CC0" }], schema: { primaryKey: "t" }, rows: 2 });
    expect(changed.resources[0].dialect).toEqual({ quoteChar: "'" });
    expect(changed.resources[0].schema.fields).toEqual([{ name: "t", type: "number", title: "Emissions" }]);
    const removed = JSON.parse(describeFile(JSON.stringify({ resources }), fileOf("a.csv", {}))!);
    expect(removed.resources).toEqual(resources.slice(1));
  });

  test("is not begun for a file without tables, and not written over a file that is no Data Package", () => {
    expect(describeFile(null, fileOf("a.png", {}))).toBeNull();
    expect(readDataPackage(describeFile(null, fileOf("a.csv", mine))!).get("a.csv")).toEqual(mine);
    for (const text of ["", "{", "[]", '{"resources": {}}', "null"])
      expect(() => describeFile(text, fileOf("a.csv", mine))).toThrow("is no Data Package");
  });

  test("has no two tables of one name", () => {
    const text = writeDataPackage([fileOf("b.csv", mine)]);
    expect(() => describeFile(text, fileOf("a.csv", mine))).toThrow("has a table `mine` in another file, “b.csv”");
  });
});
