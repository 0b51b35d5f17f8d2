import { describe, expect, test } from "vitest";
import { readSheet } from "../../../../app/frame/sheet-file.ts";
import type { ReadOutcome, Sheet } from "../../../../lib/account/line-shape.ts";
import { LineLimit } from "../../../../lib/account/reading/line-limit.ts";
import { openSheets } from "../../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";
import { TableFileError } from "../../../../lib/files/table/table-file-error.ts";
import { tableFiles } from "../../../../lib/files/table/table-files.ts";
import type { Message } from "../../../../lib/message/message.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import {
  bookOf,
  chartBook,
  fuels,
  lockedOds,
  lockedXls,
  lockedXlsx,
  noise,
  pivotBook,
  textFile,
  zipOf,
} from "./bad-files.ts";

/** How a file is opened by the command, by the dialog, by a cell that names it or asks for it, and to add its tables. */
const ways: Readonly<Record<string, (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<unknown>>> = {
  openSheets,
  "tableFiles.cells": (name, bytes) => tableFiles.cells(name, bytes),
  "tableFiles.sheets": (name, bytes) => tableFiles.sheets(name, bytes),
  activitySheet: (name, bytes) =>
    readSheet(new File([bytes], name), {
      load: async () => ({ openSheets }),
      read: async ({ sheets, ...asked }) => readSheets(sheets, asked),
    }),
  "tableFiles.find": (name, bytes) => tableFiles.find(name, bytes),
};

const password = {
  en: "the workbook is protected by a password. Save it without a password.",
  zh: "工作簿有密码保护。请另存为没有密码的文件。",
};
const damaged = {
  en: "a workbook was expected (XLSX or XLS), but the file is cut or damaged. Open it in a spreadsheet program and save it anew.",
  zh: "应为工作簿（XLSX 或 XLS），但文件被截断或已损坏。请用电子表格软件打开并重新保存。",
};
const empty = {
  en: "the file is empty. Was it saved completely? Save or download it again.",
  zh: "文件为空。是否已完整保存？请重新保存或下载。",
};
const binary = {
  en: "a text was expected, but the file has bytes that no text has. Is its name right, or is it damaged? Save or download it again.",
  zh: "应为文本，但文件中有文本不会有的字节。文件名是否正确，或文件是否已损坏？请重新保存或下载。",
};
const page = {
  en: "it is a page of the web (HTML) without a table, such as one to sign in. Open it in a browser, and download the file itself.",
  zh: "这是不含表格的网页（HTML），例如登录页。请在浏览器中打开，并下载文件本身。",
};
const signIn = textFile("<!DOCTYPE html><html><body><h1>Sign in</h1><form></form></body></html>");

describe("A file that cannot be read is refused in a sentence, whatever opens it", () => {
  test.each([
    ["locked.xlsx", lockedXlsx(), password],
    ["locked.xls", lockedXls(), password],
    ["locked.ods", lockedOds(), password],
    ["cut.xlsx", bookOf({ One: fuels }).slice(0, 8_000), damaged],
    ["cut.ods", bookOf({ One: fuels }, "ods").slice(0, 2_000), damaged],
    ["cut.xls", bookOf({ One: fuels }, "biff8").slice(0, 1_500), damaged],
    ["zip.xlsx", Uint8Array.of(0x50, 0x4b, 3, 4, ...noise(3_000)), damaged],
    ["cfb.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...noise(3_000)), damaged],
    ["zero.xlsx", new Uint8Array(), empty],
    ["zero.csv", new Uint8Array(), empty],
    ["noise.xlsx", noise(3_000), binary],
    ["noise.xls", noise(3_000), binary],
    ["noise.csv", noise(3_000), binary],
    ["page.csv", signIn, page],
    ["page.xlsx", signIn, page],
    ["page.xls", signIn, page],
    [
      "report.csv",
      textFile("%PDF-1.4\n1 0 obj\n<< >>\nendobj\n"),
      {
        en: "it is a PDF, whose tables are not read. Take the workbook or CSV that it was made from, or copy its table into a sheet.",
        zh: "这是 PDF，其中的表格不能读取。请使用生成它的工作簿或 CSV，或将表格复制到工作表。",
      },
    ],
    [
      "letter.docx",
      zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }),
      {
        en: "it is a document of text or slides, not a workbook. Copy its table into a sheet, and save that as XLSX or CSV.",
        zh: "这是文字或演示文稿，不是工作簿。请将其中的表格复制到工作表，并另存为 XLSX 或 CSV。",
      },
    ],
  ])("%s", async (name, bytes, said) => {
    for (const [way, open] of Object.entries(ways)) {
      const error = await open(name, bytes).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error, way).toBeInstanceOf(TableFileError);
      const { said: message } = error as TableFileError;
      expect(writeMessage(message, { tag: "en" }), way).toBe(`${name}: ${said.en}`);
      expect(writeMessage(message, { tag: "zh-CN" }), way).toBe(`${name}：${said.zh}`);
    }
  });

  test.each([
    [
      "empty.xlsx",
      bookOf({ Energy: [[]], Notes: [[]] }),
      "no sheet of it has a value; it has Energy and Notes. Open the file in a spreadsheet program, and save it with its values, or take another.",
      "其中没有任何含有值的工作表；现有工作表：Energy 和 Notes。请用电子表格软件打开，连同数值一起保存，或改用其他文件。",
    ],
    [
      "chart.xlsx",
      chartBook(),
      "it has no sheet with cells, only charts, dialogs or macros. Take the file with the table that they were made from.",
      "其中没有含单元格的工作表，只有图表、对话框或宏。请使用它们所依据的表格文件。",
    ],
  ])("%s, which has no line", async (name, bytes, en, zh) => {
    for (const open of [openSheets, tableFiles.find, tableFiles.cells]) {
      const error = await open(name, bytes).catch((thrown: unknown) => thrown);
      const { said } = error as TableFileError;
      expect(writeMessage(said, { tag: "en" })).toBe(`${name}: ${en}`);
      expect(writeMessage(said, { tag: "zh-CN" })).toBe(`${name}：${zh}`);
    }
  });
});

/** Each row of a sheet that is used is a line or left out, and has a place of its own in the file. */
function expectWhole(sheets: readonly Sheet[], { lines, leftOut, sheets: readings }: ReadOutcome): void {
  for (const { name, first = 1, rows } of sheets) {
    if (!readings.some(({ sheet, isUsed }) => sheet === name && isUsed)) continue;
    const read = new Set([...lines, ...leftOut].flatMap(({ sheet, row }) => (sheet === name ? [row] : [])));
    expect([...read].sort((a, b) => a - b)).toEqual(rows.map((_, r) => first + r));
  }
}

/** What is read of a file, with all sentences in a language. Nothing of it is lost. */
async function readingOf(name: string, bytes: Uint8Array<ArrayBuffer>, tag = "en") {
  const sheets = (await openSheets(name, bytes)) as Sheet[];
  const outcome = readSheets(sheets, { file: name });
  expectWhole(sheets, outcome);
  const say = (message: unknown) => writeMessage(message as Message, { tag });
  const rows = new Set([...outcome.lines, ...outcome.leftOut].map(({ sheet, row }) => `${sheet}:${row}`));
  return {
    lines: outcome.lines.map(({ sheet, row, name, amount, unit }) =>
      `${sheet} ${row} ${name} ${amount} ${unit}`.trim(),
    ),
    lineNotes: outcome.lines.flatMap(({ row, notes }) => notes.map((note) => `${row}: ${say(note)}`)),
    out: outcome.leftOut.flatMap(({ row, kind, reason }) =>
      kind === "head" || kind === "empty" ? [] : [`${row} ${kind}: ${say(reason)}`],
    ),
    asks: outcome.asks.map(({ question }) => say(question)),
    notes: outcome.notes.map(say),
    sheets: outcome.sheets.map(({ sheet, isUsed, reason }) => [sheet, isUsed, reason === null ? null : say(reason)]),
    rows,
  };
}

describe("A file under the name of another format is read by what it is", () => {
  const cells = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  const table = `<html><body><table>${cells([
    ["Brennstoff", "Menge", "Einheit"],
    ["Diesel", "1.234,5", "L"],
    ["Erdgas", "1,5", "MWh"],
  ])}</table></body></html>`;

  test.each(["page.xls", "page.csv", "page.xlsx", "page.html"])(
    "%s: a page with a table, whose amounts keep their decimal comma",
    async (name) => {
      const { lines } = await readingOf(name, textFile(table));
      expect(lines).toEqual(["Sheet1 2 Diesel 1234.5 L", "Sheet1 3 Erdgas 1.5 MWh"]);
      const [found] = await tableFiles.find(name, textFile(table));
      expect(found!.preview).toEqual([
        ["Diesel", "1234.5", "L"],
        ["Erdgas", "1.5", "MWh"],
      ]);
      expect((await tableFiles.sheets(name, textFile(table)))[0]!.rows[2]).toEqual(["Erdgas", "1,5", "MWh"]);
    },
  );

  test("a page in GBK, as systems in China export it", async () => {
    const gbk = (bytes: readonly number[]) => Uint8Array.from(bytes);
    const head = [0xc4, 0xdc, 0xd4, 0xb4];
    const power = [0xb5, 0xe7, 0xc1, 0xa6];
    const ascii = (text: string) => [...textFile(text)];
    const bytes = gbk([
      ...ascii('<html><head><meta charset="gb2312"></head><table><tr><td>'),
      ...head,
      ...ascii("</td><td>kWh</td></tr><tr><td>"),
      ...power,
      ...ascii("</td><td>12</td></tr></table></html>"),
    ]);
    expect((await readingOf("export.xls", bytes)).lines).toEqual(["Sheet1 2 电力 12 kWh"]);
  });

  test.each(["text.xls", "text.xlsx", "text.ods", "text.csv"])("%s: a text with separated columns", async (name) => {
    const bytes = textFile('Fuel;Amount;Unit\nDiesel;"1,5";L\nPetrol;"2,25";L\n');
    expect((await readingOf(name, bytes)).lines).toEqual(["text 2 Diesel 1.5 L", "text 3 Petrol 2.25 L"]);
    expect((await tableFiles.sheets(name, bytes))[0]!.rows[1]).toEqual(["Diesel", "1,5", "L"]);
  });

  test.each(["xlsx", "ods", "biff8"])("a workbook (%s) that is named CSV", async (type) => {
    expect((await readingOf("book.csv", bookOf({ One: fuels }, type))).lines).toEqual([
      "One 2 Diesel 100 L",
      "One 3 Natural gas 500 kWh",
    ]);
  });
});

describe("A formula without a value is no amount, and is said with its place", () => {
  const rows = [
    ["Fuel", "Amount", "Unit"],
    ["Diesel", 100, "L"],
    ["Petrol", "#REF!", "L"],
    ["Gas", "#N/A", "kWh"],
    ["Heat", 3, "#REF!"],
    ["#NAME?", 4, "kWh"],
    ["LPG", "#####", "L"],
    ["Total", "#REF!", null],
  ];

  test("in English", async () => {
    const read = await readingOf("errors.xlsx", bookOf({ Data: rows }));
    expect(read.lines).toEqual(["Data 2 Diesel 100 L", "Data 5 Heat 3", "Data 6  4 kWh"]);
    const mend = "Repair it in a spreadsheet program, or write the value there.";
    expect(read.out).toEqual([
      `3 unreadable: Data, row 3, column “Amount”: its formula gives #REF!. ${mend}`,
      `4 unreadable: Data, row 4, column “Amount”: its formula gives #N/A. ${mend}`,
      "7 unreadable: Data, row 7: the amount “#####” cannot be read as a number. Write it in the file, or leave the row out.",
      "8 total: A sum of other rows by its words; its rows have several units, so the sum could not be checked.",
    ]);
    expect(read.lineNotes).toEqual([
      `5: Data, row 5, column “Unit”: its formula gives #REF!. ${mend}`,
      `6: Data, row 6, column “Fuel”: its formula gives #NAME?. ${mend}`,
    ]);
    expect(read.asks).toEqual([
      "Data, column “Amount”: no unit is given, the first time in row 5. In which unit are the amounts?",
    ]);
    expect(read.notes).toEqual([
      "Data: 5 cells have the error of a formula, the first (#REF!) in row 3, column “Amount”; nothing was taken from them. Repair the formulas in a spreadsheet program, or write the values.",
    ]);
    expect(read.rows.size).toBe(rows.length);
  });

  test("in Chinese, and in the words of other languages", async () => {
    const read = await readingOf(
      "fehler.csv",
      textFile("能源,数量,单位\n柴油,#BEZUG!,L\n汽油,#NV,L\n电,5,kWh\n"),
      "zh-CN",
    );
    expect(read.lines).toEqual(["fehler 4 电 5 kWh"]);
    expect(read.out).toEqual([
      "2 unreadable: fehler 第 2 行列“数量”：公式结果为 #BEZUG!。请用电子表格软件修正，或直接填写数值。",
      "3 unreadable: fehler 第 3 行列“数量”：公式结果为 #NV。请用电子表格软件修正，或直接填写数值。",
    ]);
    expect(read.notes).toEqual([
      "fehler：有 2 个单元格为公式错误，第一处（#BEZUG!）在第 2 行列“数量”，均未采用。请用电子表格软件修正公式，或直接填写数值。",
    ]);
  });
});

describe("What a sheet leaves in doubt is asked with its place, and no row is lost", () => {
  test.each([
    [
      "units that contradict",
      "units.csv",
      "Fuel,Amount (kWh),Unit\nNatural gas,100,m3\nDiesel,5,kWh\n",
      ["units 2 Natural gas 100 m3", "units 3 Diesel 5 kWh"],
      "units, row 2, column “Amount (kWh)”: m3 by the column of units, but kWh by the head. Which unit is right?",
      "units 第 2 行列“Amount (kWh)”：单位列写的是 m3，而表头写的是 kWh。哪个单位正确？",
    ],
    [
      "money without a year",
      "money.csv",
      "Purchase,Spend (USD)\nSteel,1000\nIT services,500\n",
      ["money 2 Steel 1000 USD", "money 3 IT services 500 USD"],
      "money, row 2, column “Spend (USD)”: amounts of money are given without a year. Of which year are the prices?",
      "money 第 2 行列“Spend (USD)”：金额没有写明年份。价格属于哪一年？",
    ],
    [
      "negative amounts",
      "credit.csv",
      "Fuel,Amount,Unit\nDiesel,100,L\nDiesel return,-20,L\n",
      ["credit 2 Diesel 100 L", "credit 3 Diesel return -20 L"],
      "credit: 1 amount is negative, the first in row 3, column “Amount”. Are they credits that reduce the total?",
      "credit：有 1 个数量为负，第一处在第 3 行列“Amount”。它们是冲减总量的记录吗？",
    ],
    [
      "duplicated lines",
      "twice.csv",
      "Date,Fuel,Amount,Unit\n2023-01-01,Diesel,100,L\n2023-01-01,Diesel,100,L\n",
      ["twice 2 Diesel 100 L", "twice 3 Diesel 100 L"],
      "twice: 1 row repeats another row in every cell, the first in row 3. Are they further purchases, or entered twice?",
      "twice：有 1 行与另一行完全相同，第一处在第 3 行。它们是另外的记录，还是重复录入？",
    ],
  ])("%s", async (_, name, text, lines, en, zh) => {
    const read = await readingOf(name, textFile(text));
    expect(read.lines).toEqual(lines);
    expect(read.asks).toEqual([en]);
    expect((await readingOf(name, textFile(text), "zh-CN")).asks).toEqual([zh]);
    expect(read.rows.size).toBe(text.trim().split("\n").length);
  });
});

describe("Sheets that are no list of lines", () => {
  const notUsed = { en: "The sheet is empty.", zh: "工作表为空。" };

  test("an empty sheet beside another is named", async () => {
    const bytes = bookOf({ Sheet1: [[]], Data: fuels });
    const read = await readingOf("book.xlsx", bytes);
    expect(read.lines).toEqual(["Data 2 Diesel 100 L", "Data 3 Natural gas 500 kWh"]);
    expect(read.sheets).toEqual([
      ["Sheet1", false, notUsed.en],
      ["Data", true, null],
    ]);
    expect((await readingOf("book.xlsx", bytes, "zh-CN")).sheets[0]).toEqual(["Sheet1", false, notUsed.zh]);
  });

  test("fifty sheets are all read, and the choice of them is left to a person", async () => {
    const sheets = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`Site ${i + 1}`, [...fuels, ["Wood", i, "t"]]]),
    );
    const read = await readingOf("sites.xlsx", bookOf(sheets));
    expect(read.lines).toHaveLength(150);
    expect(read.notes).toEqual(["Lines were read from 50 sheets. Choose those that belong to the account."]);
    expect((await readingOf("sites.xlsx", bookOf(sheets), "zh-CN")).notes).toEqual([
      "从 50 个工作表读取了用量行。请选择属于本次核算的工作表。",
    ]);
  });

  test("a pivot table that the workbook declares is left out beside its rows, whatever its heads are called", async () => {
    const rows = [...fuels.slice(0, 2), ["Petrol", 50, "L"]];
    const read = await readingOf("pivot.xlsx", pivotBook(rows));
    expect(read.lines).toEqual(["Data 2 Diesel 100 L", "Data 3 Petrol 50 L"]);
    expect(read.sheets[0]).toEqual([
      "Report",
      false,
      "A pivot table, which sums rows of another sheet. Choose it to read it.",
    ]);
    expect((await readingOf("pivot.xlsx", pivotBook(rows), "zh-CN")).sheets[0]![2]).toBe(
      "数据透视表，汇总了其他工作表的行。如需读取请选择它。",
    );
  });

  test("a pivot table alone, whose rows only its cache has, is read with a note", async () => {
    const read = await readingOf("pivot.xlsx", pivotBook());
    expect(read.lines).toEqual(["Report 2 Diesel 100 L", "Report 3 Petrol 50 L"]);
    expect(read.notes).toEqual([
      "Report: a pivot table was read, because no other sheet has lines. The rows that it sums are in no sheet of the file: take the sheet that it was made from, if you have it.",
    ]);
    expect((await readingOf("pivot.xlsx", pivotBook(), "zh-CN")).notes).toEqual([
      "Report：其他工作表没有用量行，因此读取了数据透视表。文件的工作表中没有它所汇总的行：如有生成它的工作表，请改用该表。",
    ]);
  });

  test("a pivot table beside the rows that it sums is not counted again", async () => {
    const rows = [
      ["Fuel", "Amount", "Unit", null, "Row Labels", "Sum of Amount"],
      ["Diesel", 100, "L", null, "Diesel", 140],
      ["Petrol", 50, "L", null, "Petrol", 50],
      ["Diesel", 40, "L", null, "Grand Total", 190],
    ];
    const read = await readingOf("book.xlsx", bookOf({ Data: rows }));
    expect(read.lines).toEqual(["Data 2 Diesel 100 L", "Data 3 Petrol 50 L", "Data 4 Diesel 40 L"]);
    const why = {
      en: "A pivot table beside the rows that it sums. Nothing was taken from it, so that no amount counts twice.",
      zh: "数据透视表，汇总了旁边的各行。为避免重复计算，未从中取数。",
    };
    expect(read.sheets).toEqual([
      ["Data", true, null],
      ["Data", false, why.en],
    ]);
    expect(read.out).toEqual([1, 2, 3, 4].map((row) => `${row} note: ${why.en}`));
    expect((await readingOf("book.xlsx", bookOf({ Data: rows }), "zh-CN")).sheets[1]![2]).toBe(why.zh);
  });

  test("no text of a prose file is taken for a line", async () => {
    const read = await readingOf("mail.txt", textFile("Dear all,\nplease find the numbers attached.\n"), "zh-CN");
    expect(read.lines).toEqual([]);
    expect(read.sheets).toEqual([["mail", false, "未找到数量表：封面或文字。"]]);
  });
});

describe("Several tables in a sheet are each read with their own columns", () => {
  const [fuel, material] = [
    ["Fuel", "Amount", "Unit"],
    ["Material", "Mass", "Unit"],
  ];
  const lines = ["Diesel 100 L", "Petrol 50 L", "Steel 5 t", "Paper 2 t"];
  const withoutPlace = (all: readonly string[]) => all.map((line) => line.replace(/^\S+ \d+ /, ""));

  test.each([
    [
      "one below the other",
      [fuel, ["Diesel", 100, "L"], ["Petrol", 50, "L"], [], material, ["Steel", 5, "t"], ["Paper", 2, "t"]],
    ],
    [
      "side by side, of the same length",
      [
        [...fuel, null, ...material],
        ["Diesel", 100, "L", null, "Steel", 5, "t"],
        ["Petrol", 50, "L", null, "Paper", 2, "t"],
      ],
    ],
    [
      "side by side below a title, with a remark between them and other lengths",
      [
        ["Consumption of the site in the year 2023, as reported to head office", null, null, null, "see notes"],
        ["2023"],
        [...fuel, "Remark", null, null, ...material],
        ["Diesel", 100, "L", "fork lifts", null, null, "Steel", 5, "t"],
        ["Petrol", 50, "L"],
        [null, null, null, null, null, null, "Paper", 2, "t"],
      ],
    ],
    [
      "side by side, one of which begins lower",
      [
        [...fuel],
        ["Diesel", 100, "L"],
        ["Petrol", 50, "L", null, ...material],
        [null, null, null, null, "Steel", 5, "t"],
        [null, null, null, null, "Paper", 2, "t"],
      ],
    ],
  ])("%s", async (_, rows) => {
    const read = await readingOf("two.xlsx", bookOf({ Data: rows }));
    expect(withoutPlace(read.lines)).toEqual(lines);
    expect(read.sheets).toEqual([
      ["Data", true, null],
      ["Data", true, null],
    ]);
    expect(read.asks).toEqual([]);
  });

  test("an empty column within one table parts nothing", async () => {
    const rows = [
      ["Site", null, "Fuel", "Amount", null, "Unit", "2022 total"],
      ["North", null, "Diesel", 100, null, "L", null],
      ["South", null, "Petrol", 50, null, "L", null],
    ];
    expect(withoutPlace((await readingOf("one.xlsx", bookOf({ Data: rows }))).lines)).toEqual(lines.slice(0, 2));
  });
});

describe("A very wide sheet", () => {
  const AMOUNTS = 16_382;
  const wide = (head: (i: number) => unknown) => {
    const columns = Array.from({ length: AMOUNTS }, (_, i) => i);
    return bookOf({
      Wide: [
        ["Fuel", "Unit", ...columns.map(head)],
        ["Electricity", "kWh", ...columns.map(() => 1)],
        ["Natural gas", "kWh", ...columns.map((i) => i)],
      ],
    });
  };

  test("of meters is read whole, and the number of none is a year", async () => {
    const { lines, lineNotes } = await readingOf(
      "meters.xlsx",
      wide((i) => `Meter ${i + 1}`),
    );
    expect(lines).toHaveLength(2 * AMOUNTS);
    expect([lines[1_999], lines.at(-1)]).toEqual(["Wide 2 Electricity 1 kWh", "Wide 3 Natural gas 16381 kWh"]);
    expect(lineNotes).toEqual([]);
  });

  test("of half hours is summed by its year", async () => {
    const half = (i: number) =>
      new Date(Date.UTC(2023, 0, 1) + i * 1_800_000).toISOString().slice(0, 16).replace("T", " ");
    const read = await readingOf("profile.xlsx", wide(half));
    expect(read.lines).toEqual([
      `Wide 2 Electricity ${AMOUNTS} kWh`,
      `Wide 3 Natural gas ${(AMOUNTS * (AMOUNTS - 1)) / 2} kWh`,
    ]);
  });

  test("whose columns have no head says so, in both languages", async () => {
    const bytes = wide((i) => (i === 0 ? "Amount" : null));
    const read = await readingOf("bare.xlsx", bytes);
    expect(read.lines).toEqual(["Wide 2 Electricity 1 kWh", "Wide 3 Natural gas 0 kWh"]);
    expect(read.notes).toEqual([
      "Wide: nothing was taken from the numbers of 16381 columns without a head, the first in column 4. Write a head above each in the file.",
    ]);
    expect((await readingOf("bare.xlsx", bytes, "zh-CN")).notes).toEqual([
      "Wide：有 16381 列数字没有列名，未采用，第一处在第 4 列。请在文件中为各列填写列名。",
    ]);
  });

  test("with more columns than a sheet may have says where it stops", async () => {
    const columns = Array.from({ length: 17_000 }, (_, i) => i + 1);
    const text = `Fuel,Unit,${columns.map((i) => `Meter ${i}`).join()}\nDiesel,L,${columns.join()}\nPetrol,L,${columns.join()}\n`;
    const read = await readingOf("wide.csv", textFile(text));
    expect(read.lines).toHaveLength(2 * AMOUNTS);
    expect(read.notes).toEqual([
      "wide: the table has 17002 columns; nothing was taken from those behind column 16384. Make rows of them, or split the sheet.",
    ]);
    expect((await readingOf("wide.csv", textFile(text), "zh-CN")).notes).toEqual([
      "wide：表格有 17002 列，第 16384 列之后的未读取。请将其转为行，或拆分工作表。",
    ]);
  });
});

describe("More rows or amounts than an account takes", () => {
  const tooMany = (place: readonly [string, number], most: number) => ({
    en: `${place[0]}, row ${place[1]}: here it has more than ${most} rows, which is the limit of an account, so that none of it was taken. Split the file, or sum its rows first.`,
    zh: `${place[0]} 第 ${place[1]} 行：至此行数超过核算的上限 ${most} 行，因此整个文件未采用。请拆分文件，或先汇总各行。`,
  });
  const refusal = async (act: () => unknown) => {
    const { said } = await new Promise<TableFileError>((resolve, reject) => {
      Promise.resolve().then(act).then(reject, resolve);
    });
    return [writeMessage(said, { tag: "en" }), writeMessage(said, { tag: "zh-CN" })];
  };
  const csv = "Fuel,Amount,Unit\nDiesel,100,L\nNatural gas,500,kWh\n";

  test.each([
    ["a.csv", textFile(csv), 2, ["a", 3]],
    ["a.csv", textFile(`sep=,\n${csv}`), 2, ["a", 4]],
    ["a.xlsx", bookOf({ One: fuels, Two: fuels }), 4, ["Two", 2]],
    ["a.xlsx", bookOf({ One: [[null], [null], ...fuels], Two: fuels }), 2, ["One", 5]],
    ["a.ods", bookOf({ One: fuels, Two: fuels }, "ods"), 5, ["Two", 3]],
    ["a.xls", bookOf({ One: fuels, Two: fuels }, "biff8"), 1, ["One", 2]],
  ] as const)("%s is refused with the first row too many", async (name, bytes, most, place) => {
    const { en, zh } = tooMany(place, most);
    expect(await refusal(() => openSheets(name, bytes, most))).toEqual([`${name}: ${en}`, `${name}：${zh}`]);
  });

  test("as many as it takes are all read", async () => {
    const sheets = (await openSheets("a.csv", textFile(csv), 3)) as Sheet[];
    const outcome = readSheets(sheets, {}, { limit: new LineLimit(2) });
    expectWhole(sheets, outcome);
    expect(outcome.lines).toHaveLength(2);
  });

  test.each([
    ["the command", 1_000_000, openSheets],
    ["the dialog", 500_000, tableFiles.cells],
  ] as const)("a million lines in %s", async (_, most, open) => {
    const bytes = textFile(`Fuel,L\n${"Diesel,1\n".repeat(1_000_000)}`);
    const { en, zh } = tooMany(["big", most + 1], most);
    expect(await refusal(() => open("big.csv", bytes))).toEqual([`big.csv: ${en}`, `big.csv：${zh}`]);
  });

  test("amounts are counted over all sheets", async () => {
    const wide = [
      ["Fuel", "Unit", "Meter 1", "Meter 2", "Meter 3"],
      ["Diesel", "L", 1, 2, 3],
      ["Petrol", "L", 4, 5, 6],
    ];
    const sheets = (await openSheets("wide.xlsx", bookOf({ One: wide, Two: wide }))) as Sheet[];
    expect(readSheets(sheets, {}, { limit: new LineLimit(12) }).lines).toHaveLength(12);
    expect(await refusal(() => readSheets(sheets, {}, { limit: new LineLimit(11) }))).toEqual([
      "Two, row 3: here the file has more than 11 amounts, which is the limit of an account, so that none of it was taken. Split the file, or sum its rows first.",
      "Two 第 3 行：至此文件中的数量超过核算的上限 11 个，因此整个文件未采用。请拆分文件，或先汇总各行。",
    ]);
  });
});

describe("Merged heads", () => {
  test("are those of all the columns below them", async () => {
    const rows = [
      ["Site", "2022", null, "2023", null],
      [null, "Diesel (L)", "Gas (kWh)", "Diesel (L)", "Gas (kWh)"],
      ["A", 1, 2, 3, 4],
    ];
    const sheets = (await openSheets("merged.xlsx", bookOf({ Data: rows }))) as Sheet[];
    expect(
      readSheets(sheets).lines.map(({ name, amount, unit, year, site }) => [name, amount, unit, year, site]),
    ).toEqual([
      ["Diesel", 1, "L", 2022, "A"],
      ["Gas", 2, "kWh", 2022, "A"],
      ["Diesel", 3, "L", 2023, "A"],
      ["Gas", 4, "kWh", 2023, "A"],
    ]);
  });
});
