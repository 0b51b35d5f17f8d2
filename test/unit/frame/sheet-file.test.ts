import { describe, expect, it } from "vitest";
import { readSheet } from "../../../app/frame/sheet-file.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { workbookFile } from "../exchange/workbook-file.ts";

const file = (text: string, name = "activity.csv") => new File([text], name);

describe("a sheet of activity data", () => {
  it("is read by the heads of its first row, whatever parts its fields, with or without a mark at its beginning", async () => {
    const rows = [{ category: "1.A", fuel: "Coal, brown", "2020": "1,5" }];
    expect((await readSheet(file('\ufeffcategory,fuel,2020\n1.A,"Coal, brown","1,5"\n\n'))).rows).toEqual(rows);
    expect((await readSheet(file('category;fuel;2020\r\n1.A;Coal, brown;"1,5"\r\n'))).rows).toEqual(rows);
    expect((await readSheet(file("\ncategory\tfuel\t2020\n1.A\tCoal, brown\t1,5", "a.tsv"))).rows).toEqual(rows);
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
    expect(read.rows).toEqual([{ category: "1.A", fuel: "Coal, brown", "2020": "1.5" }]);
  });

  it("is read in another encoding with a note, and refused where a byte is not of its encoding", async () => {
    const bytes = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const { rows, note } = await readSheet(new File([bytes("category,fuel\n1.A,G\xe1s\n")], "a.csv"));
    expect(rows).toEqual([{ category: "1.A", fuel: "Gás" }]);
    expect(note && writeMessage(note)).toContain('was read as WINDOWS-1252: line 2 has "Gás"');
    await expect(readSheet(new File([bytes("a,b\n\xc3\xa1,\xe1s\n")], "a.csv"))).rejects.toThrow(
      'a.csv, line 2: the byte 0xE1 behind "á," is not UTF-8',
    );
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
