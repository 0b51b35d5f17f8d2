import { CFB, set_cptable, utils, type WorkBook, write } from "@e965/xlsx";
import * as codepages from "@e965/xlsx/dist/cpexcel.full.mjs";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { MOST_COLUMNS } from "../../../../../lib/files/table/limits.ts";
import { tableFiles } from "../../../../../lib/files/table/table-files.ts";
import { findAll, read } from "../reading.ts";

set_cptable(codepages);

type Row = readonly unknown[];

function workbookOf(sheets: Readonly<Record<string, readonly Row[]>>): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows as unknown[][], { cellDates: true, UTC: true } as never);
    utils.book_append_sheet(book, sheet, name);
  }
  return book;
}

function bytesOf(book: WorkBook, bookType = "xlsx"): Uint8Array<ArrayBuffer> {
  return new Uint8Array(write(book, { type: "array", bookType: bookType as "xlsx", codepage: 936 } as never));
}

const january = new Date(Date.UTC(2024, 0, 31));
const rows = [
  ["Emissions of some places", null, null, null],
  [],
  ["Place", "Day", "Value", "Note"],
  ["São Paulo", january, 1.5, "a"],
  ["北京", new Date(Date.UTC(2024, 1, 29, 6, 30)), 2, null],
  ["Third", null, null, true],
];

describe("A workbook", () => {
  it.each([
    ["xlsx", "some.xlsx"],
    ["xlsb", "some.xlsb"],
    ["ods", "some.ods"],
    ["biff8", "some.xls"],
    ["xlml", "some.xls"],
  ])("is read if it is %s", async (type, name) => {
    const bytes = bytesOf(workbookOf({ 数据: rows, Second: [["a"], [1]], Empty: [] }), type);
    const [found, second, ...more] = await findAll(name, bytes);
    expect([found!.title, second!.title, more.length]).toEqual(["数据", "Second", 0]);
    expect(found!.reading).toMatchObject({ format: "workbook", part: "数据", skip: 2, header: true });
    expect(found!.columns).toEqual(["Place: text", "Day: datetime", "Value: number", "Note: text"]);
    expect((await read(name, bytes, found!.reading)).values).toEqual({
      Place: ["São Paulo", "北京", "Third"],
      Day: [january.getTime(), Date.UTC(2024, 1, 29, 6, 30), null],
      Value: [1.5, 2, null],
      Note: ["a", null, "true"],
    });
    expect((await read(name, bytes, second!.reading)).values).toEqual({ a: [1] });
  });

  it("gives its sheets as values, with dates, errors and empty cells, from the first cell that is used", async () => {
    const book = workbookOf({ One: [[], [null, "a", "b"], [null, january, 1.5]], Two: [[true]] });
    const sheet = book.Sheets.One!;
    sheet.C4 = { t: "e", v: 0x07 };
    // A range that goes to the end of the sheet, as programs write it where a column has a format.
    sheet["!ref"] = "A1:XFD1048576";
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] } as never;
    const bytes = bytesOf({ ...book, Sheets: { ...book.Sheets, One: { ...sheet, "!ref": "A1:F9" } } });
    expect(await tableFiles.sheets("some.xlsx", bytes)).toEqual([
      {
        name: "One",
        rows: [
          ["a", "b"],
          [january, 1.5],
          [null, "#DIV/0!"],
        ],
      },
      { name: "Two", rows: [[true]] },
    ]);
  });

  it("has the tables of hidden sheets last, and says so", async () => {
    const book = workbookOf({ Hidden: [["a"], [1]], Shown: [["b"], [2]] });
    book.Workbook = { Sheets: [{ Hidden: 2 }, { Hidden: 0 }] } as never;
    const found = await findAll("some.xlsx", bytesOf(book));
    expect(found.map(({ title, notes }) => [title, ...notes])).toEqual([
      ["Shown"],
      ["Hidden", "This sheet is hidden in the workbook."],
    ]);
  });

  it("leaves out a sheet that is too wide, and says so", async () => {
    const wide = Array.from({ length: MOST_COLUMNS + 1 }, (_, i) => `c${i}`);
    const found = await findAll("some.xlsx", bytesOf(workbookOf({ Wide: [wide], Small: [["a"], [1]] })));
    expect(found.map(({ title, notes }) => [title, ...notes])).toEqual([
      [
        "Small",
        `The sheet "Wide" was left out. some.xlsx: the table has more than ${MOST_COLUMNS} columns, which is the limit. Take the columns that you need, or make them rows.`,
      ],
    ]);
  });

  it("counts days as its system does", async () => {
    const book = workbookOf({ One: [["day"], [0]] });
    const format = (v: number, z = "yyyy-mm-dd") => ({ t: "n" as const, v, z });
    book.Sheets.One = {
      "!ref": "A1:A5",
      A1: format(1),
      A2: format(59),
      A3: format(61),
      A4: format(45322.75),
      A5: format(0.5, "hh:mm"),
    };
    const days = async (book: WorkBook) =>
      (await tableFiles.sheets("a.xlsx", bytesOf(book)))[0]!.rows.map(([day]) => day);
    expect(await days(book)).toEqual([
      new Date(Date.UTC(1900, 0, 1)),
      new Date(Date.UTC(1900, 1, 28)),
      new Date(Date.UTC(1900, 2, 1)),
      new Date(Date.UTC(2024, 0, 31, 18)),
      "12:00:00",
    ]);
    book.Workbook = { WBProps: { date1904: true } };
    expect((await days(book))[3]).toEqual(new Date(Date.UTC(2028, 1, 1, 18)));
  });

  it("of Excel 95 is read in the encoding that it names, here GBK", async () => {
    // The library writes no such texts: ASCII of the same length is replaced, and the record of the encoding (0x0042) set to 936.
    const bytes = bytesOf(
      workbookOf({
        One: [
          ["ABCD", "value"],
          ["EFGH", 5],
        ],
      }),
      "biff5",
    );
    const container = CFB.read(bytes, { type: "array" });
    const book = CFB.find(container, "/Book")!;
    const content = Uint8Array.from(book.content as Uint8Array);
    const replaceAll = (from: readonly number[], to: readonly number[]) => {
      for (let i = 0; i + from.length <= content.length; i++)
        if (from.every((byte, k) => content[i + k] === byte)) content.set(to, i);
    };
    replaceAll([...strToU8("ABCD")], [0xca, 0xa1, 0xb7, 0xdd]);
    replaceAll([...strToU8("EFGH")], [0xb1, 0xb1, 0xbe, 0xa9]);
    const page = content.findIndex(
      (byte, i) => byte === 0x42 && content[i + 1] === 0 && content[i + 2] === 2 && content[i + 3] === 0,
    );
    expect(page).toBeGreaterThan(0);
    content.set([0xa8, 0x03], page + 4);
    book.content = content as never;
    const patched = new Uint8Array(CFB.write(container, { type: "array" }) as unknown as number[]);
    const [found] = await findAll("old.xls", patched);
    expect(found!.columns).toEqual(["省份: text", "value: integer"]);
    expect(found!.preview).toEqual([["北京", "5"]]);
  });

  it("with errors of formulas in a column of numbers has none there", async () => {
    const book = workbookOf({ One: [["a"], [1], [null], [3]] });
    book.Sheets.One!.A3 = { t: "e", v: 0x2a };
    const [found] = await findAll("some.xlsx", bytesOf(book));
    expect(found!.columns).toEqual(["a: integer"]);
    expect(found!.preview).toEqual([["1"], [null], ["3"]]);
  });

  it("with numbers that are written as text has numbers", async () => {
    const [found] = await findAll(
      "some.xlsx",
      bytesOf(
        workbookOf({
          One: [
            ["a", "b"],
            ["1 234,5", "01"],
            [2, "02"],
          ],
        }),
      ),
    );
    expect(found!.columns).toEqual(["a: number", "b: text"]);
    expect(found!.preview[0]).toEqual(["1234.5", "01"]);
  });

  it("with a record that the library does not know is read without a word on the console", async () => {
    const container = CFB.read(bytesOf(workbookOf({ One: [["a"], [1]] }), "biff8"), { type: "array" });
    const stream = CFB.find(container, "/Workbook")!.content as Uint8Array;
    const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
    const BOOK_BOOL = 0xda;
    let at = 0;
    while (view.getUint16(at, true) !== BOOK_BOOL) at += 4 + view.getUint16(at + 2, true);
    view.setUint16(at, 0x0fff, true);
    const patched = new Uint8Array(CFB.write(container, { type: "array" }) as unknown as number[]);
    const spoken = (["error", "warn", "log"] as const).map((method) => vi.spyOn(console, method).mockReturnValue());
    const own = console.error;
    const [found] = await findAll("some.xls", patched);
    expect(found!.columns).toEqual(["a: integer"]);
    for (const spy of spoken) expect(spy).not.toHaveBeenCalled();
    expect(console.error, "as it was").toBe(own);
    vi.restoreAllMocks();
  });

  it("that is damaged, locked, empty or no workbook is refused in a sentence", async () => {
    const bytes = bytesOf(workbookOf({ One: rows }));
    await expect(tableFiles.find("cut.xlsx", bytes.slice(0, 5000))).rejects.toThrow(
      "cut.xlsx: a workbook was expected (XLSX or XLS), but the file is cut or damaged. Open it in a spreadsheet program and save it anew.",
    );
    await expect(tableFiles.find("empty.xlsx", bytesOf(workbookOf({ One: [[]] })))).rejects.toThrow(
      "empty.xlsx: no sheet of it has a value; it has One. Open the file in a spreadsheet program, and save it with its values, or take another.",
    );
    const zip = Uint8Array.from(zipSync({ "a.csv": strToU8("a,b\n1,2\n") }));
    await expect(tableFiles.find("some.zip", zip)).rejects.toThrow(
      "some.zip: it is a ZIP archive, but no workbook. Unpack it, and take the files in it.",
    );
    await expect(
      tableFiles.sheets("cut.xls", bytesOf(workbookOf({ One: rows }), "biff8").slice(0, 1500)),
    ).rejects.toMatchObject({
      name: "TableFileError",
    });
    const locked = CFB.utils.cfb_new();
    CFB.utils.cfb_add(locked, "/EncryptionInfo", Uint8Array.from([4, 0, 4, 0, 0x40, 0, 0, 0]) as never);
    CFB.utils.cfb_add(locked, "/EncryptedPackage", new Uint8Array(64) as never);
    const encrypted = new Uint8Array(CFB.write(locked, { type: "array" }) as unknown as number[]);
    await expect(tableFiles.find("locked.xlsx", encrypted)).rejects.toThrow(
      "locked.xlsx: the workbook is protected by a password. Save it without a password.",
    );
  });

  it("that unpacks to more than is read, or to more than it declares, is refused before it is opened", async () => {
    const parts = unzipSync(bytesOf(workbookOf({ One: rows })));
    /** The workbook with a part of 50 000 bytes, of which its directory says another size. */
    const declaring = (size: number) => {
      const bytes = Uint8Array.from(zipSync({ ...parts, "xl/media/a.bin": new Uint8Array(50_000) }));
      const view = new DataView(bytes.buffer);
      for (let i = 0; i + 46 < bytes.length; i++)
        if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) === 50_000)
          view.setUint32(i + 24, size, true);
      return bytes;
    };
    await expect(tableFiles.find("bomb.xlsx", declaring(301_000_000))).rejects.toThrow(
      "bomb.xlsx: the workbook has more than 300 MB when it is unpacked, which is the limit. Save the sheet that you need as CSV.",
    );
    await expect(tableFiles.find("lying.xlsx", declaring(10))).rejects.toThrow(
      "lying.xlsx: a workbook was expected (XLSX or XLS)",
    );
    expect(await tableFiles.find("right.xlsx", declaring(50_000))).toHaveLength(1);
  });
});
