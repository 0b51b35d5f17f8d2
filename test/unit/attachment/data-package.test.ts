import fc from "fast-check";
import { expect, test } from "vitest";
import { readDataPackage, writeDataPackage } from "../../../kernel/attachment/data-package.ts";
import { columnTypes, dateOrders, tableFormats } from "../../../kernel/table-file/table-reading.ts";

const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text !== "__proto__");
const optional = { requiredKeys: ["format", "columns"] as ("format" | "columns")[] };
const reading = fc.record(
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
