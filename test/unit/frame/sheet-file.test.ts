import { describe, expect, it } from "vitest";
import { readSheet } from "../../../app/frame/sheet-file.ts";
import { workbookFile } from "../exchange/workbook-file.ts";

const file = (text: string, name = "activity.csv") => new File([text], name);

describe("a sheet of activity data", () => {
  it("is read by the heads of its first row, whatever parts its fields, with or without a mark at its beginning", async () => {
    const rows = [{ category: "1.A", fuel: "Coal, brown", "2020": "1,5" }];
    expect(await readSheet(file('\ufeffcategory,fuel,2020\n1.A,"Coal, brown","1,5"\n\n'))).toEqual(rows);
    expect(await readSheet(file('category;fuel;2020\r\n1.A;Coal, brown;"1,5"\r\n'))).toEqual(rows);
    expect(await readSheet(file("\ncategory\tfuel\t2020\n1.A\tCoal, brown\t1,5", "a.tsv"))).toEqual(rows);
  });

  it("is read out of a workbook", async () => {
    const book = workbookFile({
      Fuels: [
        ["category", "fuel", 2020],
        ["1.A", "Coal, brown", 1.5],
        [null, null, null],
      ],
    });
    const read = await readSheet(new File([Uint8Array.from(book)], "a.xlsx"));
    expect(read).toEqual([{ category: "1.A", fuel: "Coal, brown", "2020": "1.5" }]);
  });

  it("is refused with a sentence where heads are merged, doubled or missing", async () => {
    await expect(readSheet(file("category,,unit\n1.A,Coal,TJ"))).rejects.toThrow(
      "activity.csv, row 1, column 2: a head was expected above its values, but it is empty. Are cells of the head merged?",
    );
    await expect(readSheet(file("unit,unit\nTJ,TJ"))).rejects.toThrow('the head "unit" stands there twice');
    await expect(readSheet(file("\n\n"))).rejects.toThrow("activity.csv has no rows");
  });

  it("is refused with a sentence where a workbook is none", async () => {
    await expect(readSheet(file("not a workbook", "a.xlsx"))).rejects.toThrow(/a\.xlsx/);
  });
});
