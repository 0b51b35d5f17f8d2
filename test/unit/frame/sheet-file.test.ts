import { describe, expect, it } from "vitest";
import { readSheet as readBy } from "../../../app/frame/sheet-file.ts";
import { openSheets } from "../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../lib/account/reading/read-sheets.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { workbookFile } from "../exchange/workbook-file.ts";

const readSheet = (file: File) =>
  readBy(file, {
    load: async () => ({ openSheets }),
    read: async ({ sheets, ...asked }) => readSheets(sheets, asked),
  });
const file = (text: string, name = "activity.csv") => new File([text], name);

describe("a sheet of activity data", () => {
  it("is read by the heads of its first row, whatever parts its fields, with or without a mark at its beginning", async () => {
    const rows = [{ category: "1.A", fuel: "Coal, brown", "2020": "1.5" }];
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
    const { rows, notes } = await readSheet(new File([bytes("category,fuel\n1.A,G\xe1s\n")], "a.csv"));
    expect(rows).toEqual([{ category: "1.A", fuel: "Gás" }]);
    expect(writeMessage(notes[0]!)).toContain('was read as WINDOWS-1252: line 2 has "Gás"');
    await expect(readSheet(new File([bytes("a,b\n\xc3\xa1,\xe1s\n")], "a.csv"))).rejects.toThrow(
      'a.csv, line 2: the byte 0xE1 behind "á," is not UTF-8',
    );
  });

  it("is refused with a sentence where heads are merged, doubled or missing", async () => {
    await expect(readSheet(file("category,,unit\n1.A,Coal,TJ"))).rejects.toThrow(
      "activity.csv, row 1, column 2: a head was expected above its values, but it is empty. Are cells of the head merged?",
    );
    await expect(readSheet(file("unit,unit\nTJ,TJ"))).rejects.toThrow('the head "unit" stands there twice');
    await expect(readSheet(file("\n\n"))).rejects.toThrow("activity.csv: the file is empty");
  });

  it("is read as all files of one's own: titles above, decimal commas, units in heads, and sums left out aloud", async () => {
    const long = await readSheet(
      file(
        "Energiebericht Werk Nord;;;\nIPCC category;Brennstoff;Menge (MWh);Jahr\n1.A.1;Erdgas;1.234,5;2022\n1.A.2;Diesel;12;2022\nSumme;;1.246,5;",
      ),
    );
    expect(long.rows).toEqual([
      { "IPCC category": "1.A.1", Brennstoff: "Erdgas", "Menge (MWh)": "1234.5", Jahr: "2022", unit: "MWh" },
      { "IPCC category": "1.A.2", Brennstoff: "Diesel", "Menge (MWh)": "12", Jahr: "2022", unit: "MWh" },
    ]);
    expect(long.columns).toEqual({
      category: "IPCC category",
      activity: "Brennstoff",
      unit: "unit",
      year: "Jahr",
      value: "Menge (MWh)",
    });
    expect(long.notes.map((note) => writeMessage(note))).toEqual([
      "1 row that is a sum, a title or a note was left out: activity row 5.",
    ]);
    const wide = await readSheet(file("Energy report 2023\nSite,Diesel (l),Gas (kWh)\nA,100,2\nB,5,7\nTotal,105,9\n"));
    expect(wide.columns).toEqual({ activity: "activity", unit: "unit", year: "year", value: "value", plant: "plant" });
    expect(wide.rows.map(({ activity, value, unit, year, plant }) => [activity, value, unit, year, plant])).toEqual([
      ["Diesel", "100", "L", "2023", "A"],
      ["Gas", "2", "kWh", "2023", "A"],
      ["Diesel", "5", "L", "2023", "B"],
      ["Gas", "7", "kWh", "2023", "B"],
    ]);
  });

  it("keeps notation keys and empty years, which are no amounts but statements", async () => {
    const { rows } = await readSheet(
      file("category,activity,unit,2019,2020\n1.A,Natural Gas,TJ,NE,5\n1.A,Peat,TJ,,IE\n"),
    );
    expect(rows).toEqual([
      { category: "1.A", activity: "Natural Gas", unit: "TJ", "2019": "NE", "2020": "5" },
      { category: "1.A", activity: "Peat", unit: "TJ", "2019": "", "2020": "IE" },
    ]);
  });

  it("is refused with a sentence where a workbook is none", async () => {
    await expect(readSheet(file("not a workbook", "a.xlsx"))).rejects.toThrow(/a\.xlsx/);
  });

  it("says what the reading assumed, which formulas have no value, and why there is no amount", async () => {
    const doubts = await readSheet(file("Fuel,Amount (kWh),Unit\nNatural gas,100,m3\nDiesel,#REF!,kWh\n"));
    expect(doubts.notes.map((note) => writeMessage(note))).toEqual([
      "activity: 1 cell has the error of a formula, the first (#REF!) in row 3, column “Amount (kWh)”; nothing was taken from it. Repair the formulas in a spreadsheet program, or write the values.",
      "activity, row 2, column “Amount (kWh)”: m3 by the column of units, but kWh by the head. Which unit is right? Assumed: column of units.",
    ]);
    const letter = await readSheet(file("Dear all\nplease find the numbers attached\n", "mail.txt"));
    expect(letter.notes.map((note) => writeMessage(note, { tag: "zh-CN" }))).toEqual([
      "工作表“mail”：未读取到数量。未找到数量表：封面或文字。请在下方选择各列的含义，或改用其他文件。",
    ]);
  });
});
