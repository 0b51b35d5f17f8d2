import { describe, expect, test } from "vitest";
import { readSheets, writeSheets } from "../../../kernel/attachment/sheet-json.ts";
import { Workbook } from "../../../kernel/stdlib/workbook.ts";

const day = new Date(Date.UTC(2023, 4, 1));
const sheets = [
  {
    name: "Fuels",
    rows: [
      ["fuel", "t", "t"],
      ["coal", 1.5, null],
      ["gas", 2, day],
    ],
  },
  { name: "Empty", rows: [] },
];
const workbook = new Workbook(readSheets(writeSheets(sheets)), "fuels.xlsx");

describe("a workbook of FileAttachment", () => {
  test("has its sheets by name and by place", () => {
    expect(workbook.sheetNames).toEqual(["Fuels", "Empty"]);
    expect(workbook.sheet(0)).toEqual(workbook.sheet("Fuels"));
    expect(workbook.sheet(1)).toEqual(Object.assign([], { columns: [] }));
  });

  test("without headers columns are letters, and empty cells have no property", () => {
    const rows = workbook.sheet("Fuels");
    expect(rows.columns).toEqual(["A", "B", "C"]);
    expect([...rows]).toEqual([
      { A: "fuel", B: "t", C: "t" },
      { A: "coal", B: 1.5 },
      { A: "gas", B: 2, C: day },
    ]);
  });

  test("headers name the columns, each by a name of its own, and dates are dates", () => {
    const rows = workbook.sheet("Fuels", { headers: true });
    expect(rows.columns).toEqual(["fuel", "t", "t_"]);
    expect([...rows]).toEqual([
      { fuel: "coal", t: 1.5 },
      { fuel: "gas", t: 2, t_: day },
    ]);
  });

  test.each([
    ["B2:B3", [{ B: 1.5 }, { B: 2 }]],
    ["B2:", [{ B: 1.5 }, { B: 2, C: day }]],
    [":A", [{ A: "fuel" }, { A: "coal" }, { A: "gas" }]],
  ])("the range %s is taken", (range, rows) => {
    expect([...workbook.sheet("Fuels", { range })]).toEqual(rows);
  });

  test("a missing sheet and a broken range are named", () => {
    expect(() => workbook.sheet("Fuel")).toThrow("“fuels.xlsx” has no sheet Fuel; expected one of “Fuels”, “Empty”.");
    expect(() => workbook.sheet(0, { range: "all" })).toThrow("`all` is not a range of cells");
  });
});
