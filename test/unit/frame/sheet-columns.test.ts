import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessColumns } from "../../../app/frame/sheet-columns.ts";

describe("the first mapping of a sheet", () => {
  it("goes by the heads, in English and Chinese", () => {
    expect(guessColumns(["IPCC category", "Fuel", "Unit", "2019", "2020"])).toEqual({
      category: "IPCC category",
      activity: "Fuel",
      unit: "Unit",
    });
    expect(guessColumns(["类别", "燃料品种", "年份", "消费量", "单位"])).toEqual({
      category: "类别",
      activity: "燃料品种",
      year: "年份",
      value: "消费量",
      unit: "单位",
    });
  });

  it("takes a head that is the word itself before one that only begins with it", () => {
    expect(guessColumns(["value added", "value"]).value).toBe("value");
  });

  it("gives no column to two fields, and names none that is not there", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (heads) => {
        const columns = Object.values(guessColumns(heads));
        expect(new Set(columns).size).toBe(columns.length);
        for (const column of columns) expect(heads).toContain(column);
      }),
    );
  });
});
