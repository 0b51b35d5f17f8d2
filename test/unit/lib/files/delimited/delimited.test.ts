import { csvFormat, dsvFormat } from "d3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_COLUMNS } from "../../../../../lib/files/table/limits.ts";
import { tableFiles } from "../../../../../lib/files/table/table-files.ts";
import type { TableReading } from "../../../../../lib/files/table/table-reading.ts";
import { bytesOf, find, read } from "../reading.ts";

/** The columns, and the first row as it will be read. */
async function firstRow(text: string, asked: Partial<TableReading> = {}) {
  const { columns, preview } = await find("some.csv", text, asked);
  return [columns, preview[0]];
}

describe("A delimited text", () => {
  it.each([
    [",", "a,b\n1,2\n", "some.csv"],
    [";", "a;b\n1,5;2,5\n3,5;4,5\n", "some.csv"],
    ["\t", "a\tb, c\n1\t2, 3\n", "some.txt"],
    ["|", "a|b\n1|2\n", "some.psv"],
    [";", '"a, b";"c, d"\n"1,5";x\n', "some.csv"],
    [",", 'a,b\n"x; y",1\n"z; w",2\n', "some.csv"],
    ["\t", "place\tvalue\nx\t1", "pasted"],
  ])("is separated by %j: %j", async (delimiter, text, name) => {
    expect((await find(name, text)).reading.delimiter).toBe(delimiter);
  });

  it("keeps what is asked and recognises the rest", async () => {
    const text = "a;b\n1,5;2\n2,5;3\n";
    expect((await find("some.csv", text)).columns).toEqual(["a: number", "b: integer"]);
    const commas = await find("some.csv", text, { delimiter: "," });
    expect(commas.columns).toEqual(["column1: integer", "column2: text"]);
    const points = await find("some.csv", text, { decimal: "." });
    expect(points.columns).toEqual(["a: text", "b: integer"]);
    const set = await find("some.csv", text, { columns: [{ name: "b", type: "text", unit: "kg" }] });
    expect(set.columns).toEqual(["a: number", "b: text kg"]);
  });

  it("may have quoted fields with delimiters, line breaks and quotation marks, and any line breaks", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["a,b", '"x, y","1\n2"', '"""q""",z', ""].join(end);
      const { preview, notes } = await find("some.csv", text);
      expect(preview).toEqual([
        ["x, y", "1\n2"],
        ['"q"', "z"],
      ]);
      expect(notes).toEqual([]);
    }
  });

  it("may state its delimiter as Excel does", async () => {
    const { reading, preview, notes } = await find("some.csv", "sep=|\r\na|b,c\r\n1|x\r\n");
    expect([reading.delimiter, preview]).toEqual(["|", [["1", "x"]]]);
    expect(notes).toEqual([]);
  });

  it("may have titles, comments and empty lines above its header", async () => {
    const worldBank =
      '"Data Source","Indicators",\n\n"Last Updated","2024-01-01",\n\n"Name","Code","1960","1961",\n"X","Y","1","",\n';
    const found = await find("wb.csv", worldBank);
    expect(found.reading).toMatchObject({ skip: 4, header: true });
    expect(found.columns).toEqual(["Name: text", "Code: text", "1960: integer", "1961: text"]);
    expect((await find("some.csv", "# made, by hand\n# and more\na,b,c\n1,2,3\n")).reading.skip).toBe(2);
    expect((await find("some.csv", "Table 1\na,b\n1,2\n")).reading.skip).toBe(1);
    expect((await find("some.csv", "Table 1\na,b\n1,2\n", { skip: 0 })).columns).toEqual([
      "Table 1: text",
      "column2: text",
    ]);
  });

  it.each([
    ["texts above numbers", "a,b\nx,1\n", true],
    ["years above values", "Place,2010,2011\nX,1.5,2\n", true],
    ["numbers above numbers", "x,1\ny,2\n", false],
    ["numbers with one missing", "1.5,2\n,3\n", false],
    ["dates above dates", "2024-01-01,5\n2024-01-02,6\n", false],
    ["texts above texts", "name,code\nx,y\nz,w\n", true],
    ["a text that comes again", "x,y\nx,z\n", false],
    ["years alone", "2010\n2011\n2012\n", false],
    ["a header alone", "a,b,c\n", true],
  ])("has a header or none: %s", async (_, text, header) => {
    expect((await find("some.csv", text)).reading.header).toBe(header);
  });

  it("names columns that have no name or one that is taken, and drops empty ones at the end", async () => {
    const { columns, preview } = await find("some.csv", "a,,A,a\xa0\n b,c,,,\n1,2,3,4,,\n".replace("\n b,c,,,", ""));
    expect(columns).toEqual(["a: integer", "column2: integer", "A_2: integer", "a_3: integer"]);
    expect(preview).toEqual([["1", "2", "3", "4"]]);
    expect(await firstRow("a,b,,\n1,2,,\n,,,\n")).toEqual([
      ["a: integer", "b: integer"],
      ["1", "2"],
    ]);
  });

  it("drops empty rows at its end and empty lines, and keeps empty rows between", async () => {
    const { rows, preview } = await find("some.csv", "a,b\n1,2\n\n,\n3,4\n,\n\n,\n");
    expect(rows).toBe(3);
    expect(preview).toEqual([
      ["1", "2"],
      [null, null],
      ["3", "4"],
    ]);
  });

  it("may have rows that are longer or shorter than its header, and says so", async () => {
    const { columns, preview, notes } = await find("some.csv", "a,b\n1,2,3\n4\n5,6\n7,8,9\n");
    expect(columns).toEqual(["a: integer", "b: integer", "column3: integer"]);
    expect(preview[1]).toEqual(["4", null, null]);
    expect(notes).toEqual([
      "2 rows have more values than the header has names; the first is line 2.",
      "1 row has fewer values than the header has names; the first is line 3. What is missing at the end was left empty.",
    ]);
  });

  it("may have quotation marks that are out of place, and says so", async () => {
    const { preview, notes } = await find("some.csv", 'a,b\n"x"y,1\n5" pipe,2\n"open,3\n', { delimiter: "," });
    expect(preview).toEqual([
      ["xy", "1"],
      ['5" pipe', "2"],
      ['"open', "3"],
    ]);
    expect(notes).toEqual([
      "2 rows have quotation marks in an unexpected place; the first is line 2. Are its values right?",
    ]);
  });
});

describe("The type of a column", () => {
  it.each([
    ["1\n-2\n+3", "integer", "1"],
    ["2010\n2011", "integer", "2010"],
    ["1.5\n2\n1e3", "number", "1.5"],
    ["−1.5\n2", "number", "-1.5"],
    ["01\n02", "text", "01"],
    ["007\n12", "text", "007"],
    ["0.5\n0", "number", "0.5"],
    ["9007199254740993\n1", "text", "9007199254740993"],
    ["9007199254740991\n1", "integer", "9007199254740991"],
    ["true\nFALSE", "boolean", "true"],
    ["yes\nno", "text", "yes"],
    ["2024-01-31\n2024-2-1", "date", "2024-01-31"],
    ["2024/01/31", "date", "2024-01-31"],
    ["2024年1月31日", "date", "2024-01-31"],
    ["2024年1月", "date", "2024-01-01"],
    ["2024-01", "date", "2024-01-01"],
    ["2024-13", "text", "2024-13"],
    ["2024-02-30", "text", "2024-02-30"],
    ["31/01/2024\n01/02/2024", "date", "2024-01-31"],
    ["01/31/2024\n02/01/2024", "date", "2024-01-31"],
    ["31.01.2024", "date", "2024-01-31"],
    ["31 Jan 2024\n1 February 2024", "date", "2024-01-31"],
    ["Jan 31, 2024", "date", "2024-01-31"],
    ["31/01/24", "date", "2024-01-31"],
    ["10.11.12\n01.02.03", "text", "10.11.12"],
    ["2024-01-31T10:30:00Z\n2024-01-31", "datetime", "2024-01-31 10:30:00"],
    ["2024-01-31 10:30+08:00", "datetime", "2024-01-31 02:30:00"],
    ["1/31/2024 3:04 PM", "datetime", "2024-01-31 15:04:00"],
    ["2024-01-31T10:30:00.250", "datetime", "2024-01-31 10:30:00.250"],
    ["12 %\n13.5%", "number", "12"],
    ["NA\nDE", "text", "NA"],
    ["(12)\n3", "text", "(12)"],
    ["0x10\n3", "text", "0x10"],
    ["Infinity\n3", "text", "Infinity"],
  ])("of %j is %s", async (values, type, first) => {
    const text = `a\n${values}\n`;
    const { reading, preview } = await find("some.csv", text, { header: true, delimiter: ";" });
    expect([reading.columns[0]!.type, preview[0]![0]]).toEqual([type, first]);
  });

  it("of percentages is a number in %", async () => {
    expect((await find("some.csv", "a,b\n12 %,x\n13.5%,y\n")).columns[0]).toBe("a: number %");
  });

  it.each(["NA", "n/a", "-", "–", "..", ":", ": c", "null", "#N/A", "#DIV/0!", "NaN", "n.a.", " "])(
    "leaves %j empty among numbers",
    async (mark) => {
      const { columns, preview } = await find("some.csv", `a;b\n1;x\n${mark};y\n3;z\n`);
      expect([columns[0], preview[1]]).toEqual(["a: integer", [null, "y"]]);
    },
  );

  it.each([
    [",", "a;b\n1.234,5;1\n2,5;2", "1234.5"],
    [",", "a;b\n1 234,5;1", "1234.5"],
    [",", "a;b\n1\u2009234,5;1\n12\u202f345;2", "1234.5"],
    [".", "a;b\n1,234.5;1\n2,345,678;2", "1234.5"],
    [".", "a;b\n1'234.5;1", "1234.5"],
    [".", "a;b\n12,34,567.5;1", "1234567.5"],
    [".", "a;b\n0.123;1\n1.234;2", "0.123"],
    [",", "a;b\n0,123;1\n1,234;2", "0.123"],
  ] as const)("is decided with the decimal sign %j in %j", async (decimal, text, first) => {
    const { reading, preview, notes } = await find("some.csv", text);
    expect([reading.decimal, preview[0]![0], notes]).toEqual([decimal, first, []]);
  });

  it.each([
    ['a,b\n"1,234",x\n"2,345",y', ".", "1234", "between thousands"],
    ["a;b\n1,234;x\n2,345;y", ",", "1.234", "decimal sign"],
    ["a\tb\n1,234\tx\n12345,678\ty", ",", "1.234", null],
    ["a\tb\n1.234\t1,5\n2.345\t2,5\n", ",", "1234", "as other numbers"],
    ["a;b\n1.234;x\n2.345;y", ".", "1.234", "point as the decimal sign"],
  ])("says how numbers were read that may be thousands or fractions: %j", async (text, decimal, first, note) => {
    const { reading, preview, notes } = await find("some.csv", text);
    expect([reading.decimal, preview[0]![0]]).toEqual([decimal, first]);
    if (note === null) expect(notes).toEqual([]);
    else expect(notes.join()).toContain(note);
  });

  it("says in which order dates were read that may be either", async () => {
    const { reading, preview, notes } = await find("some.csv", "a,b\n01/02/2024,1\n03/04/2024,2\n");
    expect([reading.dates, preview[0]![0]]).toEqual(["dmy", "2024-02-01"]);
    expect(notes).toEqual([
      "Dates such as `01/02/2024` were read with the day first. If the month comes first, choose that order.",
    ]);
    const set = await find("some.csv", "a,b\n01/02/2024,1\n", { dates: "mdy" });
    expect([set.preview[0]![0], set.notes]).toEqual(["2024-01-02", []]);
  });

  it("comes from all rows, and what almost made it a number is said", async () => {
    const text = `a,b\n${"1,2\n".repeat(5000)}x,3\n`;
    const { columns, notes } = await find("some.csv", text);
    expect(columns).toEqual(["a: text", "b: integer"]);
    expect(notes).toEqual([
      '`a` was read as text because of 1 value that is no number; the first is "x" in line 5002.',
    ]);
  });

  it("that the user sets leaves empty what does not fit, and says so", async () => {
    const text = "x,y,z\n1,abc,31.12.2024\n2.5,,x\n3,def,2024-02-30\n";
    const columns = [
      { name: "x", type: "integer", unit: "" },
      { name: "y", type: "number", unit: "t" },
      { name: "z", type: "date", unit: "" },
    ] as const;
    const found = await find("some.csv", text, { columns, dates: "dmy" });
    const notes = [
      '1 value of `x` is no integer and was left empty; the first is "2.5" in line 3.',
      '2 values of `y` are not numbers and were left empty; the first is "abc" in line 2.',
      '2 values of `z` are not dates and were left empty; the first is "x" in line 3.',
    ];
    expect(found.notes).toEqual(notes);
    const { values, notes: readNotes, table } = await read("some.csv", text, found.reading);
    expect(readNotes).toEqual(notes);
    expect(values).toEqual({ x: [1, null, 3], y: [null, null, null], z: [Date.UTC(2024, 11, 31), null, null] });
    expect(table.schema.fields.map(({ metadata }) => metadata.get("unit"))).toEqual([undefined, "t", undefined]);
  });

  it("has the types of Arrow that the contract states", async () => {
    const text = "i,big,n,t,b,d,dt\n1,3000000000,1.5,x,true,2024-01-01,2024-01-01 10:00\n";
    const { reading } = await find("some.csv", text);
    const { table } = await read("some.csv", text, reading);
    expect(table.schema.fields.map(({ type }) => String(type))).toEqual([
      "Int32",
      "Float64",
      "Float64",
      "Utf8",
      "Bool",
      "Date64<MILLISECOND>",
      "Timestamp<MILLISECOND>",
    ]);
  });
});

describe("What could be read in another way", () => {
  it.each([
    [
      "a;b\nx;1.000\ny;2.500\n",
      "Numbers such as `1.234` were read with the point as the decimal sign. If it stands between thousands, choose the comma as the decimal sign.",
    ],
    [
      "a,b\nx,12%\ny,0.5\n",
      "Some values of `b` have a percent sign and some have none; each number was taken as it is written.",
    ],
    ["year,co2,CO2,co2\n2020,1,2,3\n", "Columns have the same name in the header; they are called `CO2_2`, `co2_3`."],
  ])("is said: %j", async (text, note) => {
    expect((await find("some.csv", text)).notes).toEqual([note]);
  });

  it.each(["a,b\nx,1.000\ny,2.500\n", "a;b;c\nx;1.000;0.5\ny;2.500;1.25\n", "a,b\nx,12%\ny,3 %\n"])(
    "is not said where it cannot: %j",
    async (text) => expect((await find("some.csv", text)).notes).toEqual([]),
  );
});

describe("The encoding of a text", () => {
  const text = "name;value\nSão Paulo;Côte d'Ivoire\n";
  const utf16 = (given: string, isBig: boolean) => {
    const view = new DataView(new ArrayBuffer(given.length * 2));
    for (let i = 0; i < given.length; i++) view.setUint16(i * 2, given.charCodeAt(i), !isBig);
    return new Uint8Array(view.buffer);
  };
  const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  // 省份,排放 / 北京,12.5
  const gbk = Uint8Array.of(
    ...[0xca, 0xa1, 0xb7, 0xdd, 0x2c, 0xc5, 0xc5, 0xb7, 0xc5, 0x0d, 0x0a],
    ...[0xb1, 0xb1, 0xbe, 0xa9, 0x2c, 0x31, 0x32, 0x2e, 0x35, 0x0d, 0x0a],
  );

  it.each([
    ["utf-8", bytesOf(text), "São Paulo"],
    ["utf-8", bytesOf(`\ufeff${text}`), "São Paulo"],
    ["utf-16le", utf16(`\ufeff${text}`, false), "São Paulo"],
    ["utf-16be", utf16(`\ufeff${text}`, true), "São Paulo"],
    ["utf-16le", utf16(text, false), "São Paulo"],
    ["utf-16be", utf16(text, true), "São Paulo"],
    ["utf-16le", utf16("省份\t数\n北京\t1\n", false), "北京"],
    ["windows-1252", latin, "São Paulo"],
    ["windows-1252", Uint8Array.of(...bytesOf("a;b\nM"), 0xfc, ...bytesOf("nchen;1\n")), "München"],
    ["gb18030", gbk, "北京"],
  ])("is recognised: %s", async (encoding, bytes, first) => {
    const { reading, preview } = await find("some.csv", bytes);
    expect([reading.encoding, preview[0]![0]]).toEqual([encoding, first]);
    expect(reading.columns[0]!.name).toMatch(/^(name|省份|a)$/);
  });

  it("of four bytes of GB18030 is read", async () => {
    // 㐀 (U+3400) has four bytes: it is in no GBK. The rest is 北京 four times.
    const bytes = Uint8Array.of(
      ...bytesOf("a,b\n"),
      ...[0xb1, 0xb1, 0xbe, 0xa9, 0xb1, 0xb1, 0xbe, 0xa9, 0x2c, 0x31, 0x0a],
      0x81,
      0x39,
      0xee,
      0x39,
      ...bytesOf(",2\n"),
    );
    const { preview } = await find("some.csv", bytes, { encoding: "gb18030" });
    expect(preview).toEqual([
      ["北京北京", "1"],
      ["㐀", "2"],
    ]);
  });

  it("may be set, if it is known", async () => {
    expect((await find("some.csv", latin, { encoding: "latin1" })).reading.encoding).toBe("windows-1252");
    await expect(find("some.csv", latin, { encoding: "klingon" })).rejects.toThrow(
      'some.csv: the encoding "klingon" is not known. Choose another, such as utf-8, gb18030 or windows-1252.',
    );
  });
});

describe("What is no table", () => {
  it.each([
    [
      "empty.csv",
      new Uint8Array(),
      "empty.csv: the file is empty. Was it saved completely? Save or download it again.",
    ],
    [
      "blank.csv",
      bytesOf("\n \n"),
      "blank.csv: the file is empty. Was it saved completely? Save or download it again.",
    ],
    [
      "binary.csv",
      Uint8Array.of(0, 1, 2, 3, 4, 5),
      "binary.csv: a text was expected, but the file has bytes that no text has. Is its name right, or is it damaged? Save or download it again.",
    ],
    [
      "page.html",
      bytesOf("<!doctype html><p>1,2"),
      "page.html: it is a page of the web (HTML) without a table, such as one to sign in. Open it in a browser, and download the file itself.",
    ],
    [
      "wide.csv",
      bytesOf(Array.from({ length: MOST_COLUMNS + 1 }, (_, i) => `c${i}`).join(",")),
      `wide.csv: the table has more than ${MOST_COLUMNS} columns, which is the limit. Take the columns that you need, or make them rows.`,
    ],
  ])("is refused in a sentence: %s", async (name, bytes, sentence) => {
    await expect(tableFiles.find(name, bytes)).rejects.toMatchObject({ name: "TableFileError", message: sentence });
  });

  it("is said of a column that a reading has and the file has not", async () => {
    const reading = { format: "delimited", header: true, columns: [{ name: "z", type: "text", unit: "" }] } as const;
    await expect(tableFiles.read("some.csv", bytesOf("a,b\n1,2\n"), reading)).rejects.toThrow(
      "some.csv: there is no column `z` in it. It has a, b.",
    );
  });
});

describe("Any table of texts", () => {
  const field = fc.oneof(
    fc.string({ unit: fc.constantFrom("a", "é", "中", '"', ",", ";", "\t", "|", "\n", "\r", " ", "1", ".") }),
    fc.string(),
  );
  const tables = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );

  it("that d3 writes with any separator is read as it was", async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(",", ";", "\t", "|"), async (rows, delimiter) => {
        const names = rows[0]!.map((_, c) => `c${c}`);
        const text = dsvFormat(delimiter).formatRows([names, ...rows]);
        const columns = names.map((name) => ({ name, type: "text", unit: "" }) as const);
        const form = { format: "delimited", encoding: "utf-8", delimiter, header: true, skip: 0 } as const;
        const { columns: found } = await read("some.csv", text, { ...form, columns });
        // A row of spaces alone is empty, and those at the end are none.
        const isEmpty = (row: readonly string[]) => row.every((value) => value.trim() === "");
        const last = rows.findLastIndex((row) => !isEmpty(row));
        const wanted = rows.slice(0, last + 1).map((row) => row.map((value) => (isEmpty(row) ? "" : value)));
        // Half of a surrogate pair is no character.
        const whole = (value: string) => new TextDecoder().decode(bytesOf(value)) || null;
        expect(found).toEqual(names.map((_, c) => wanted.map((row) => whole(row[c]!))));
      }),
    );
  });

  it("and of numbers that d3 writes is read as it was", async () => {
    const rows = fc.array(fc.record({ x: fc.double({ noNaN: true, noDefaultInfinity: true }), y: fc.integer() }), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (records) => {
        const text = csvFormat(records, ["x", "y"]);
        const found = await find("some.csv", text, { header: true, skip: 0 });
        const { values } = await read("some.csv", text, found.reading);
        if (found.reading.columns[0]!.type !== "text")
          expect(values.x!.map((x) => Number(x) + 0)).toEqual(records.map(({ x }) => x + 0));
        expect(values.y).toEqual(records.map(({ y }) => y));
      }),
    );
  });

  it("is read as its preview shows it", async () => {
    const text = fc.array(
      fc.array(fc.oneof(field, fc.float().map(String), fc.constantFrom("NA", "2024-01-31", "1,5")), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(",", ";", "\t"), async (rows, delimiter) => {
        const bytes = bytesOf(dsvFormat(delimiter).formatRows(rows));
        const found = await tableFiles.find("some.csv", bytes).catch(() => []);
        for (const each of found) {
          const again = await tableFiles.find("some.csv", bytes, each.reading);
          expect(again[0]!.reading).toEqual(each.reading);
          expect(again[0]!.preview).toEqual(each.preview);
          const { rows, columns } = await read("some.csv", bytes, each.reading);
          expect(rows).toBe(each.rows);
          const nulls = each.preview.map((row) => row.map((value) => value === null));
          expect(nulls).toEqual(nulls.map((_, r) => columns.map((column) => column[r] === null)));
        }
      }),
    );
  });

  it("of hostile bytes is a table or a TableFileError", async () => {
    const marks = fc.constantFrom(
      "PAR1",
      "ARROW1\0\0",
      "PK\x03\x04",
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
      '{"type":"Topology"',
      "[{",
      "\xff\xfe",
      "",
    );
    const names = fc.constantFrom("a.csv", "a.json", "a.xlsx", "a.parquet", "a.arrow", "a.xls", "a.jsonl", "a");
    await fc.assert(
      fc.asyncProperty(marks, names, fc.uint8Array({ maxLength: 400 }), async (mark, name, rest) => {
        const bytes = Uint8Array.of(...Array.from(mark, (letter) => letter.charCodeAt(0)), ...rest);
        const found = await tableFiles.find(name, bytes).catch((error: Error) => error);
        if (found instanceof Error) expect(found.name).toBe("TableFileError");
        else for (const { reading } of found) await tableFiles.read(name, bytes, reading);
      }),
    );
  });
});
