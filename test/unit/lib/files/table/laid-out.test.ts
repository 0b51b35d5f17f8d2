import { utils, write } from "@e965/xlsx";
import { csvFormatRows } from "d3-dsv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { find, findAll, read } from "../reading.ts";

const csv = (...lines: string[]) => `${lines.join("\n")}\n`;

describe("A table as a statistical office lays it out", () => {
  const laidOut = csv(
    "Energy and emissions",
    "Country,2019,,2020,",
    ",Energy,Emissions,Energy,Emissions",
    ",PJ,Mt CO2,PJ,(Mt CO2)",
    "DE,1.5,2,3,4",
    "FR,..,2,3,5",
    "",
    "Source: Office of Statistics, 2024",
    "1) provisional value of the office",
  );

  it("has a head of several rows, a row of units, titles and notes, which are said and can be undone", async () => {
    const found = await find("some.csv", laidOut);
    expect(found.columns).toEqual([
      "Country: text",
      "2019 / Energy: number PJ",
      "2019 / Emissions: integer Mt CO2",
      "2020 / Energy: integer PJ",
      "2020 / Emissions: integer Mt CO2",
    ]);
    expect(found.reading).toMatchObject({ skip: 1, header: true, head: 2, unitRow: true, foot: 2 });
    expect(found.preview).toEqual([
      ["DE", "1.5", "2", "3", "4"],
      ["FR", null, "2", "3", "5"],
    ]);
    expect(found.notes).toEqual([
      "1 row above the table was left out: “Energy and emissions”.",
      "The names of the columns were joined from 2 rows.",
      "The row below the names was read as the units of the columns.",
      "2 rows below the table were left out: “Source: Office of Statistics 2024”, “1) provisional value of the office”.",
    ]);
    const { values, rows } = await read("some.csv", laidOut, found.reading);
    expect([rows, values["2020 / Emissions"]]).toEqual([2, [4, 5]]);
    const asBefore = await find("some.csv", laidOut, { head: 1, unitRow: false, foot: 0 });
    expect([asBefore.rows, asBefore.preview.at(-1)!.slice(0, 2)]).toEqual([
      6,
      ["1) provisional value of the office", null],
    ]);
  });

  it("in a workbook has the same, of each sheet its own", async () => {
    const book = utils.book_new();
    const sheet = (rows: unknown[][]) => utils.aoa_to_sheet(rows);
    const first = [
      ["T"],
      [],
      [null, 2019, null, 2020],
      ["Place", "a", "b", "a", "b"],
      ["X", 1, 2, 3, 4],
      ["备注：初步数据"],
    ];
    utils.book_append_sheet(book, sheet(first), "A");
    utils.book_append_sheet(
      book,
      sheet([
        ["x", "y", "z"],
        ["k", 1, 2],
        ["l", 3, 4],
      ]),
      "B",
    );
    const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
    const [a, b] = await findAll("some.xlsx", bytes);
    expect(a!.columns).toEqual([
      "Place: text",
      "2019 / a: integer",
      "2019 / b: integer",
      "2020 / a: integer",
      "2020 / b: integer",
    ]);
    expect([a!.rows, a!.reading.skip, a!.reading.foot]).toEqual([1, 2, 1]);
    expect([b!.rows, b!.columns, b!.notes]).toEqual([2, ["x: text", "y: integer", "z: integer"], []]);
    const { columns } = await read("some.xlsx", bytes, a!.reading);
    expect(columns).toEqual([["X"], [1], [2], [3], [4]]);
  });

  it.each([
    [
      "three rows",
      csv(",2020,,,", ",Energy,,Gas,", "Place,Coal,Oil,CO2,CH4", "X,1,2,3,4", "Y,5,6,7,8"),
      { skip: 0, head: 3 },
      ["Place", "2020 / Energy / Coal", "2020 / Energy / Oil", "2020 / Gas / CO2", "2020 / Gas / CH4"],
    ],
    [
      "names that repeat themselves",
      csv("Place,Energy,Energy,Gas,Gas", ",2019,2020,2019,2020", "X,1,2,3,4.5"),
      { skip: 0, head: 2 },
      ["Place", "Energy / 2019", "Energy / 2020", "Gas / 2019", "Gas / 2020"],
    ],
    [
      "a year alone above the names, which fills less than half",
      csv("Table 1", ",2020,,,,", "Place,a,b,c,d,e", "X,1,2,3,4,5"),
      { skip: 1, head: 2 },
      ["Place", "2020 / a", "2020 / b", "2020 / c", "2020 / d", "2020 / e"],
    ],
    [
      "units below one row of names, with their word",
      csv("Place,Energy,Money", "Unit,PJ,million euro", "X,1,2"),
      { skip: 0, unitRow: true },
      ["Place", "Energy", "Money"],
    ],
  ])("has %s", async (_, text, reading, names) => {
    const found = await find("some.csv", text);
    expect(found.reading).toMatchObject(reading);
    expect(found.reading.columns.map(({ name }) => name)).toEqual(names);
    expect(found.preview[0]![0]).toBe("X");
  });

  it.each(["Source: the office, 2024", "Note: provisional", "Quelle: Amt", "资料来源：国家统计局", "注：不含港澳台"])(
    "has “%s” below",
    async (note) => {
      const found = await find("some.csv", csv("a,b,c", "x,1,2", "y,3,4", csvFormatRows([[note]])));
      expect([found.rows, found.reading.foot]).toEqual([2, 1]);
    },
  );
});

describe("A table is read as before", () => {
  it.each([
    ["a first field is empty", csv("name,value", ",3", "b,4"), 2],
    ["a text stands above numbers", csv("name,x,,value", "a,b,c,high", "d,e,f,3"), 2],
    ["units are values of a column", csv("name,unit,value", "a,PJ,1", "b,t,2"), 2],
    ["a row has its label alone", csv("place,a,b", "X,1,2", "Notes,,"), 2],
    ["a value is missing behind a word", csv("key,value", "Title,5", "Note: y,"), 2],
    ["labels are numbered", csv("fuel,a,b", "1) Coal and its products,1,2", "2) Oil and its products,,"), 2],
    ["a note stands between data", csv("a,b,c", "x,1,2", "Note: z", "y,3,4"), 3],
    ["two names are one", csv("Place,a,", ",x,x", "X,1,2"), 2],
    ["years are values", csv("Place,built,closed", ",1990,2000", "X,1991,2001"), 2],
    ["the row of units is above texts", csv("Place,a,b", ",t,t", "X,y,z"), 2],
    ["there is nothing but notes", csv("Source: a,b,c", "Note: d", "Note: e"), 2],
  ])("where %s", async (_, text, rows) => {
    const found = await find("some.csv", text);
    expect(found.rows).toBe(rows);
    for (const part of ["head", "unitRow", "foot"]) expect(found.reading).not.toHaveProperty(part);
  });

  const field = fc.oneof(
    fc.constantFrom("2019", "PJ", "t CO2", "Unit", "Source: x", "1) first of the marks", "Note: a", "-", "Energy", "X"),
    fc.integer().map(String),
    fc.string({ unit: "grapheme-ascii", minLength: 1 }).filter((text) => text.trim() !== ""),
  );

  it("where no field is empty, whatever stands in them: no row is taken for a part of the head or for a note", async () => {
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }),
      );
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const { reading } = await find("some.csv", csvFormatRows(rows), { delimiter: ",", skip: 0, header: true });
        const unitRow = reading.unitRow ?? false;
        expect([reading.head, reading.foot]).toEqual([undefined, undefined]);
        // A row that says it gives units does so above numbers alone.
        if (unitRow) expect(rows[1]![0]).toBe("Unit");
      }),
    );
  });
});

describe("Of a table with titles, a head of two rows, units and notes", () => {
  it("all rows of data are read, and nothing else", async () => {
    const values = fc.array(fc.array(fc.integer(), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 9 });
    const parts = fc.record({ values, titles: fc.nat(3), notes: fc.nat(3), hasUnits: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(parts, async ({ values, titles, notes, hasUnits }) => {
        const data = values.map((row, i) => [`place ${i}`, ...row.map((value) => String(value + 0.5))]);
        const text = csvFormatRows([
          ...Array.from({ length: titles }, (_, i) => [`Title ${i}`]),
          ["Place", "North", "", "South", ""],
          ["", "in", "out", "in", "out"],
          ...(hasUnits ? [["", "kt", "kt", "t", "t"]] : []),
          ...data,
          ...(notes > 0 ? [["Source: office"], ...Array.from({ length: notes - 1 }, (_, i) => [`more ${i}`])] : []),
        ]);
        const found = await find("some.csv", text);
        const { columns } = await read("some.csv", text, found.reading);
        expect(columns.map((column) => column.map(String))).toEqual(
          ["", "", "", "", ""].map((_, c) => data.map((row) => String(c === 0 ? row[0] : Number(row[c])))),
        );
        expect(found.reading.columns.map(({ unit }) => unit)).toEqual(
          hasUnits ? ["", "kt", "kt", "t", "t"] : ["", "", "", "", ""],
        );
      }),
    );
  });
});
