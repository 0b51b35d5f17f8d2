import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { rebuiltArchive } from "../../../../../lib/files/container/rebuilt-archive.ts";
import { readZip } from "../../../../../lib/files/container/zip-archive.ts";
import { tableFiles } from "../../../../../lib/files/table/table-files.ts";
import { find, read } from "../reading.ts";
import { rowsOf, styles, xlsxOf, xlsxParts } from "./xlsx-file.ts";

const text = (value: string) => ['t="str"', value] as const;
const number = (value: number, style = 0) => [`s="${style}"`, String(value)] as const;

async function values(bytes: Uint8Array, name = "some.xlsx") {
  const found = await find(name, bytes);
  return { columns: found.columns, values: (await read(name, bytes, found.reading)).values };
}

const sheets = async (bytes: Uint8Array, name = "some.xlsx") => (await tableFiles.sheets(name, bytes))[0]!.rows;

describe("The cells of a workbook", () => {
  it("with elapsed hours are lengths of time, with their unit in the column", async () => {
    const rows = [
      [text("a"), text("b"), text("c"), text("mixed"), text("clock")],
      [
        number(10.632, styles.hours),
        number(0.5, styles.builtInHours),
        number(1.25, styles.localHours),
        number(1.25, styles.localHours),
        number(0.5 + 0.5 / 86_400, styles.time),
      ],
      [
        number(-0.5, styles.hours),
        number(2, styles.builtInHours),
        number(0, styles.hours),
        number(3),
        number(0.25, styles.time),
      ],
    ];
    const bytes = xlsxOf(xlsxParts(rowsOf(rows)));
    expect(await values(bytes)).toEqual({
      columns: ["a: number h", "b: number h", "c: number h", "mixed: text", "clock: text"],
      values: {
        a: [255.168, -12],
        b: [12, 48],
        c: [30, 0],
        // A length of time and a bare number have no unit in common.
        mixed: ["30:00:00", "3"],
        clock: ["12:00:00.500", "06:00:00"],
      },
    });
    expect((await sheets(bytes))[1]!.slice(0, 2)).toEqual(["255:10:04.8", "12:00:00"]);
    const { reading } = await find("some.xlsx", bytes);
    const [a, ...others] = reading.columns;
    const inUnit = async (unit: string) =>
      read("some.xlsx", bytes, { ...reading, columns: [{ ...a!, unit }, ...others] });
    expect((await inUnit("min")).values.a).toEqual([15_310.08, -720]);
    const without = await inUnit("");
    expect(without.values.a).toEqual([null, null]);
    expect(without.notes[0]).toContain(
      '2 values of `a` are not numbers and were left empty; the first is "255:10:04.8"',
    );
  });

  it("of rich text have all their runs, and no readings of their characters", async () => {
    const shared = [
      "<si><t>name</t></si>",
      '<si><r><t>CO</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r><r><t xml:space="preserve"> total</t></r></si>',
      '<si><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
      "<si><t>first</t><r><t>, second</t></r></si>",
    ];
    const rows =
      rowsOf(shared.map((_, i) => [['t="s"', String(i)] as const])) +
      '<row><c t="inlineStr"><is><r><t>CH</t></r><r><t>4</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c></row>' +
      '<row><c t="str"><v>a_x000A_b</v></c></row>';
    expect((await values(xlsxOf(xlsxParts(rows, shared.join(""))))).values).toEqual({
      name: ["CO2 total", "東京", "first, second", "CH4", "a\nb"],
    });
    const older = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"><Worksheet ss:Name="One"><Table><Row><Cell><Data ss:Type="String">name</Data></Cell></Row><Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><Font html:Size="11">CO</Font><Sub>2</Sub> total</ss:Data></Cell></Row></Table></Worksheet></Workbook>`;
    expect(await sheets(strToU8(older), "older.xls")).toEqual([["name"], ["CO2 total"]]);
  });

  it("keep errors that are newer than the format, booleans, and dates as text", async () => {
    const rows = [
      [['t="e"', "#SPILL!"] as const, ['t="b"', "1"] as const, ['t="d"', "2024-02-29T06:30:00"] as const],
      [['t="e"', "#DIV/0!"] as const, ['t="b"', "0"] as const, ['t="d"', "2024-01-01"] as const],
    ];
    expect(await sheets(xlsxOf(xlsxParts(rowsOf(rows))))).toEqual([
      ["#SPILL!", true, new Date(Date.UTC(2024, 1, 29, 6, 30))],
      ["#DIV/0!", false, new Date(Date.UTC(2024, 0, 1))],
    ]);
  });

  it("count days from 1904 where the workbook says so", async () => {
    const rows = rowsOf([[number(43_860, styles.day)]]);
    expect(await sheets(xlsxOf(xlsxParts(rows, "", 'date1904="1"')))).toEqual([[new Date(Date.UTC(2024, 0, 31))]]);
    expect(await sheets(xlsxOf(xlsxParts(rows)))).toEqual([[new Date(Date.UTC(2020, 0, 30))]]);
  });

  it("have the bytes of the encoding that their XML declares, or are refused by a sentence", async () => {
    const parts = xlsxParts(rowsOf([[['t="s"', "0"] as const]]), "<si><t>S~o Paulo</t></si>");
    const path = "xl/sharedStrings.xml";
    const latin = parts[path]!.map((byte) => (byte === 0x7e ? 0xe3 : byte));
    await expect(sheets(xlsxOf({ ...parts, [path]: latin }))).rejects.toThrow(
      "some.xlsx: the part xl/sharedStrings.xml of the workbook has bytes that are not UTF-8, the encoding of its XML.",
    );
    const declared = strToU8(new TextDecoder("latin1").decode(latin).replace("UTF-8", "ISO-8859-1"), true);
    expect(await sheets(xlsxOf({ ...parts, [path]: declared }))).toEqual([["São Paulo"]]);
  });

  it.each([
    [
      "in the first and the last place",
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
      'the sheet "One" has values from A1 to XFD1048576, which with the empty cells between them makes 17179869184 cells; at most 25000000 are read.',
    ],
    [
      "in row two thousand million",
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2000000000"><c r="A2000000000"><v>2</v></c></row>',
      'the sheet "One" has a cell in row 2000000000 and column 1, and a sheet has at most 1048576 rows and 16384 columns.',
    ],
    [
      "in a column that no sheet has",
      '<row r="1"><c r="ZZZZZZ1"><v>2</v></c></row>',
      'the sheet "One" has a cell in row 1 and column 321272406',
    ],
  ])("%s are refused before anything is made for those between", async (_, rows, sentence) => {
    const bytes = xlsxOf(xlsxParts(rows));
    expect(bytes.length).toBeLessThan(2_500);
    await expect(sheets(bytes)).rejects.toThrow(`some.xlsx: ${sentence}`);
    await expect(find("some.xlsx", bytes)).rejects.toThrow(`some.xlsx: ${sentence}`);
  });

  it("at the ends of one column are read with the empty rows between them", async () => {
    const found = await sheets(
      xlsxOf(xlsxParts('<row r="3"><c r="B3"><v>1</v></c></row><row r="6"><c r="B6"><v>2</v></c></row>')),
    );
    expect(found).toEqual([[1], [null], [null], [2]]);
  });
});

const cell = (value: number, repeated = "") =>
  `<table:table-cell office:value-type="float" office:value="${value}"${repeated}><text:p>${value}</text:p></table:table-cell>`;

function ods(rows: string): Uint8Array<ArrayBuffer> {
  const spaces = ["office", "table", "text"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces.join(" ")}><office:body><office:spreadsheet><table:table table:name="One">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return Uint8Array.from(
    zipSync({
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "META-INF/manifest.xml": strToU8(
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
      ),
      "styles.xml": strToU8("<office:document-styles/>"),
      "content.xml": strToU8(content),
    }),
  );
}

describe("The cells of an OpenDocument workbook", () => {
  it("that are repeated beyond what is read are refused before they are made", async () => {
    const full = `<table:table-row table:number-rows-repeated="1048576">${cell(5, ' table:number-columns-repeated="16384"')}</table:table-row>`;
    await expect(sheets(ods(full), "some.ods")).rejects.toThrow(
      'some.ods: the sheet "One" repeats cells and rows into more than 25000000 cells with values, which is the limit.',
    );
    const far = `<table:table-row>${cell(1)}</table:table-row><table:table-row table:number-rows-repeated="1999999998"><table:table-cell/></table:table-row><table:table-row>${cell(2)}</table:table-row>`;
    await expect(sheets(ods(far), "some.ods")).rejects.toThrow('the sheet "One" has a cell in row 2000000000');
    const twice = `<table:table-row table:number-rows-repeated="2">${cell(1, ' table:number-columns-repeated="3"')}</table:table-row>`;
    expect(await sheets(ods(twice), "some.ods")).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it("that are lengths of time keep their sign, their fractions and what is beyond a day, and have a unit", async () => {
    const time = (value: string, more = "") =>
      `<table:table-cell office:value-type="time" office:time-value="${value}"${more}><text:p>x</text:p></table:table-cell>`;
    const row = (cells: string, more = "") => `<table:table-row${more}>${cells}</table:table-row>`;
    const text = '<table:table-cell office:value-type="string"><text:p>run</text:p></table:table-cell>';
    const file = ods(
      [
        row(text + text.replace("run", "at")),
        row(time("PT255H10M05S") + time("PT08H30M00.5S")),
        row(time("-PT01H30M00S") + time("PT00H00M00S"), ' table:number-rows-repeated="2"'),
        row(time("PT48H00M00.25S") + time("PT23H59M59S", ' table:number-columns-repeated="2"')),
      ].join(""),
    );
    const found = await find("some.ods", file);
    expect(found.columns.slice(0, 2)).toEqual(["run: number h", "at: text"]);
    const { values } = await read("some.ods", file, found.reading);
    expect(values.run).toEqual([255 + 10 / 60 + 5 / 3600, -1.5, -1.5, 48 + 0.25 / 3600]);
    expect(values.at).toEqual(["08:30:00.500", "00:00:00", "00:00:00", "23:59:59"]);
  });

  it("come from the entries that were checked, and not from another directory in a comment", async () => {
    const shown = ods(`<table:table-row>${cell(1)}</table:table-row>`);
    const hidden = ods(`<table:table-row>${cell(2)}</table:table-row>`);
    // An archive in the comment of another: of two records of the end, each reaches the end of the file.
    const both = new Uint8Array(shown.length + hidden.length);
    both.set(shown);
    both.set(moved(hidden, shown.length), shown.length);
    new DataView(both.buffer).setUint16(shown.length - 2, hidden.length, true);
    const entries = await readZip(new Blob([both]), "both.ods");
    const rebuilt = await rebuiltArchive(entries);
    const ends = rebuilt.filter(
      (_, i) => new DataView(rebuilt.buffer).getUint32(Math.min(i, rebuilt.length - 4), true) === 0x06054b50,
    );
    expect(ends).toHaveLength(1);
    expect((await readZip(new Blob([rebuilt]), "rebuilt.ods")).map(({ path, size, crc }) => [path, size, crc])).toEqual(
      entries.map(({ path, size, crc }) => [path, size, crc]),
    );
    expect(await sheets(both, "both.ods")).toEqual(await sheets(rebuilt, "rebuilt.ods"));
  });
});

/** An archive whose directory tells of another place in a file. */
function moved(archive: Uint8Array, by: number): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  view.setUint32(end + 16, at + by, true);
  for (let i = 0; i < count; i++) {
    view.setUint32(at + 42, view.getUint32(at + 42, true) + by, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
