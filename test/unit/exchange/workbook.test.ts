import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openFiles } from "../../../kernel/services/import/file-source.ts";
import { Workbook } from "../../../kernel/services/import/workbook.ts";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import { plain } from "./archive.ts";
import { binaryWorkbookFile } from "./binary-workbook-file.ts";
import { gloria, numbers, sums, wiodR, wiodSheet } from "./samples.ts";
import { cellsOf, workbookFile } from "./workbook-file.ts";

const file = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name);

async function read(...files: File[]) {
  const [table, ...more] = findTables(await openFiles(files));
  expect(more).toEqual([]);
  const found = await table!.read();
  return { name: `${found.source}, ${found.year}`, ...plain(found) };
}

async function lines(bytes: Uint8Array, sheet?: string): Promise<string> {
  const book = await Workbook.open(file(bytes, "a.xlsx"), "a.xlsx");
  let text = "";
  for await (const part of book.text(sheet, () => {})) text += part;
  return text;
}

// The text of the CSV sample has commas inside quotes; a workbook has none of either.
const wiot = workbookFile({
  WIOT_2011: cellsOf(
    wiodSheet["WIOT11_ROW_Sep12.csv"]!.replaceAll("Agriculture, hunting", "Agriculture & hunting"),
    ",",
  ),
});

describe("A workbook", () => {
  test("is read sheet by sheet, with what it leaves out as empty fields and lines", async () => {
    const bytes = workbookFile({
      First: [["a", null, 1.5], [], [null, "b\tc", -2e-7, null]],
      "R&D": [['"quoted" text', "x<y"], Array.from({ length: 28 }, (_, i) => (i === 27 ? 7 : null))],
    });
    expect(await lines(bytes)).toBe("a\t\t1.5\n\n\tb c\t-2e-7\n");
    expect(await lines(bytes, "R&D")).toBe(`"""quoted"" text"\tx<y\n${"\t".repeat(27)}7\n`);
    await expect(lines(bytes, "Third")).rejects.toThrow('a.xlsx: a sheet "Third" was expected in it.');
  });

  test("that is none ends in a sentence", async () => {
    await expect(lines(zipSync({ "a.txt": strToU8("x") }))).rejects.toThrow(
      "a.xlsx: xl/workbook.xml was expected in it: is it an .xlsx or .xlsb workbook?",
    );
    await expect(lines(zipSync({ "xl/workbook.xml": strToU8("<workbook><sheets>") }))).rejects.toThrow(
      /a\.xlsx\/xl\/workbook\.xml: tags of a workbook were expected, but they break at/,
    );
  });
});

test("The same cells give the same text in either form of workbook", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", "é", "中", " ", "&", "<", '"'), maxLength: 5 });
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0)),
    fc.integer({ min: -9999, max: 9999 }).map((x) => x / 100),
  );
  const rows = fc.array(fc.array(fc.oneof(fc.constant(null), text, number), { maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const cells = [...given, ["end"]];
      const xml = await lines(workbookFile({ Other: [["x"]], "Sheet 2": cells }), "Sheet 2");
      expect(await lines(binaryWorkbookFile({ Other: [["x"]], "Sheet 2": cells }), "Sheet 2")).toBe(xml);
      expect(xml.split("\n")).toHaveLength(cells.length + 1);
    }),
    { numRuns: 60 },
  );
});

describe("WIOD 2016", () => {
  const header = [
    ["World Input-Output Table", null, null, null],
    ["Industry, by industry"],
    [null, null, null, null, "A01", "B", "A01", "B", "CONS_h", "INVEN", "CONS_h", "INVEN", "GO"],
    [
      null,
      null,
      null,
      null,
      "Crops",
      "Mining",
      "Crops",
      "Mining",
      "Households",
      "Inventories",
      "Households",
      "Inventories",
      "Output",
    ],
    [null, null, null, null, "AUS", "AUS", "ROW", "ROW", "AUS", "AUS", "ROW", "ROW", "TOT"],
    [null, null, null, null, "c1", "c2", "c1", "c2", "c57", "c61", "c57", "c61", "c62"],
  ];
  const rows = numbers.Z.map((row, i) => [
    i % 2 === 0 ? "A01" : "B",
    i % 2 === 0 ? "Crops" : "Mining",
    i < 2 ? "AUS" : "ROW",
    i % 2 === 0 ? "r1" : "r2",
    ...row,
    ...numbers.Y[i]!,
    sums[i]!,
  ]);
  const below = [
    ["II_fob", "Total intermediate consumption", "TOT", "r65", 8, 9, 10, 13],
    ["TXSP", "taxes less subsidies on products", "TOT", "r66", 1, 1, 1, 1, 2, 0, 2],
    ["PURNR", "Purchases on the domestic territory by non-residents", "TOT", "r69", 3, 0, 0, 0],
    ["VA", "Value added at basic prices", "TOT", "r70", 2, 3, 4, 5],
    ["GO", "Output at basic prices", "TOT", "r73", 11, 12, 15, 19],
  ];

  test("is read from the binary workbook that it is published as, with all that is no total below the table", async () => {
    const bytes = binaryWorkbookFile({ 2014: [...header, ...rows, ...below] });
    const table = await read(file(zipSync({ "WIOT2014_Nov16_ROW.xlsb": bytes }), "WIOTS_in_EXCEL.zip"));
    expect(table).toMatchObject({
      name: "WIOD 2016, 2014",
      ...numbers,
      x: sums,
      regions: ["AUS", "ROW"],
      sectors: ["A01", "B"],
    });
    expect(table.stressors).toEqual([
      "taxes less subsidies on products [million USD]",
      "Purchases on the domestic territory by non-residents [million USD]",
      "Value added at basic prices [million USD]",
    ]);
    expect(table.F[1]).toEqual([3, 0, 0, 0]);
  });

  test("ends in a sentence where a column stands there twice, or a word among the numbers", async () => {
    const broken = (cells: readonly (readonly (string | number | null)[])[]) =>
      read(file(binaryWorkbookFile({ 2014: cells }), "WIOT2014_Nov16_ROW.xlsb"));
    const twice = header.map((row, i) => (i === 5 ? row.with(5, "c1") : row));
    await expect(broken([...twice, ...rows, ...below])).rejects.toThrow(
      'WIOT2014_Nov16_ROW.xlsb, line 6: the column "AUS c1" stands there twice.',
    );
    const words = rows.map((row, i) => (i === 1 ? row.with(6, "n. a. yet") : row));
    await expect(broken([...header, ...words, ...below])).rejects.toThrow(
      'WIOT2014_Nov16_ROW.xlsb, line 8: a number was expected in column 7, but "n. a. yet" stands there.',
    );
    await expect(broken([...header, ...rows, ...below.slice(0, -1)])).rejects.toThrow(
      "a last row of output (GO, r69) was expected",
    );
  });
});

describe("WIOD 2013", () => {
  test.each([
    ["as a workbook", () => [file(wiot, "WIOT11_ROW_Sep12.xlsx")]],
    ["in an archive of workbooks", () => [file(zipSync({ "WIOT11_ROW_Sep12.xlsx": wiot }), "WIOTS.zip")]],
  ])("is read %s", async (_, files) => {
    const table = await read(...files());
    expect(table).toMatchObject({
      name: "WIOD 2013, 2011",
      ...numbers,
      x: sums,
      regions: ["ROU", "ROW"],
      sectors: ["AtB", "C"],
    });
    expect(table.stressors[0]).toBe("taxes less subsidies on products [million USD]");
  });

  test("takes emissions from the air emission accounts of each country, households into consumption", async () => {
    const air = (co2: number) =>
      workbookFile({
        Notes: [["Air emission accounts"]],
        2011: [
          [null, null, "CO2", "CH4"],
          [1, "secAtB", co2, 10],
          [2, "secC", 2 * co2, 20],
          [3, "secTOT", 99, 99],
          [4, "FC_HH", 7, 1],
        ],
      });
    const table = await read(
      file(wiot, "WIOT11_ROW_Sep12.xlsx"),
      file(air(100), "ROM_AIR_May12.xlsx"),
      file(air(300), "ROW_AIR_May12.xlsx"),
    );
    expect(table.stressors.slice(2)).toEqual(["CO2 [Gg]", "CH4 [t]"]);
    expect(table.F[2]).toEqual([100, 200, 300, 600]);
    expect(table.FY[2]).toEqual([7, 0, 7, 0]);
  });
});

test("WIOD 2016 takes CO2 from the accounts of the Joint Research Centre, and says for whom there are none", async () => {
  const sheet = (first: number) => [
    [null, 2013, 2014],
    ["A01", 1, first],
    ["B", 1, 2 * first],
    ["FC_HH", 1, 5],
  ];
  const accounts = workbookFile({ Notes: [["kt of CO2"]], Sector: [["A01", "Crops"]], AUS: sheet(100) });
  const table = await read(
    file(strToU8(wiodR["WIOT2014_October16_ROW.csv"]!), "WIOT2014_October16_ROW.csv"),
    file(accounts, "CO2 emissions.xlsx"),
  );
  expect(table.stressors.at(-1)).toBe("CO2 [kt]");
  expect(table.F.at(-1)).toEqual([100, 200, 0, 0]);
  expect(table.FY.at(-1)).toEqual([5, 0, 0, 0]);
  expect(table.notes).toEqual(["CO2 emissions.xlsx has no figures for 1 of 2 regions (ROW): they are zero here."]);
});

test("GLORIA takes its labels from the ReadMe as it is published", async () => {
  const readMe = workbookFile({
    Regions: [["Lfd_Nr", "Region_acronyms", "Region_names"], [1, "AUT", "Austria"], [2, "WLD", "World"], [], ["Note"]],
    Sectors: [
      ["Lfd_Nr", "Sector_names"],
      [1, "Growing wheat, barley"],
      [2, "Basic iron"],
    ],
    "Value added and final demand": [
      ["Lfd_Nr", "Value_added_names", "Final_demand_names"],
      [1, "Compensation of employees D.1", "Household final consumption P.3h"],
      [2, "Net operating surplus B.2n", "Non-profit institutions serving households P.3n"],
      [3, null, "Government final consumption P.3g"],
      [4, null, "Gross fixed capital formation P.51"],
      [5, null, "Changes in inventories P.52"],
      [6, null, "Acquisitions less disposals of valuables P.53"],
    ],
    Satellites: [
      ["Lfd_Nr", "Sat_head_indicator", "Sat_indicator", "Sat_unit"],
      [1, "Emissions (EDGAR)", "'co2_excl_short_cycle_org_c_total_EDGAR_consistent'", "kilotonnes"],
    ],
  });
  const parts = Object.entries(gloria).filter(([path]) => !/^(Regions|Sectors|Satellites)/.test(path));
  // A row for each region and category, a column for each region's industries and then its products.
  const valueAdded = "20240112_120secMother_AllCountries_002_V-Results_2021_059_Markup001(full).csv";
  const V = ["5,6,0,0,0,0,0,0", "1,2,0,0,0,0,0,0", "0,0,0,0,7,8,0,0", "0,0,0,0,3,4,0,0"].join("\n");
  const picked = (primary: string) => [
    ...parts.map(([path, text]) => file(strToU8(text), path)),
    file(strToU8(primary), valueAdded),
    file(readMe, "GLORIA_ReadMe_059.xlsx"),
  ];
  const table = await read(...picked(V));
  expect(table.regions).toEqual(["AUT", "WLD"]);
  expect(table.sectors).toEqual(["Growing wheat, barley", "Basic iron"]);
  expect(table.demand.slice(0, 2)).toEqual([
    "AUT Household final consumption P.3h",
    "AUT Non-profit institutions serving households P.3n",
  ]);
  expect(table.stressors).toEqual([
    "Compensation of employees D.1 [thousand USD]",
    "Net operating surplus B.2n [thousand USD]",
    "'co2_excl_short_cycle_org_c_total_EDGAR_consistent' [kilotonnes]",
  ]);
  expect(table.F.slice(0, 2)).toEqual([
    [5, 6, 7, 8],
    [1, 2, 3, 4],
  ]);
  await expect(read(...picked(V.split("\n").slice(0, 3).join("\n")))).rejects.toThrow(
    `${valueAdded}: 4 rows were expected by the labels, but there are 3. Is the file truncated?`,
  );
});

test("GLORIA's ReadMe must name as many categories of final demand as there are columns", async () => {
  const readMe = workbookFile({
    Regions: [["Region_acronyms"], ["AUT"], ["WLD"]],
    Sectors: [["Sector_names"], ["Wheat"], ["Iron"]],
    "Value added and final demand": [
      ["Value_added_names", "Final_demand_names"],
      [null, "Households"],
    ],
  });
  const parts = Object.entries(gloria).filter(([path]) => /_[TY]-Results/.test(path));
  const picked = parts.map(([path, text]) => file(strToU8(text), path));
  await expect(read(...picked, file(readMe, "GLORIA_ReadMe_059.xlsx"))).rejects.toThrow(
    /_Y-Results_2021_059_Markup001\(full\)\.csv, line 1: 2 columns were expected by the labels, but there are 12\./,
  );
});
