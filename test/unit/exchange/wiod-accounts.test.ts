import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openFiles } from "../../../kernel/services/import/file-source.ts";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import { plain } from "./archive.ts";
import { legacyWorkbookFile } from "./legacy-workbook-file.ts";
import { wiodR, wiodSheet } from "./samples.ts";
import { cellsOf, workbookFile } from "./workbook-file.ts";

type Cells = readonly (readonly (string | number | null)[])[];

const file = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name);
const zip = (name: string, files: Readonly<Record<string, Uint8Array>>) => file(zipSync({ ...files }), name);
const wiot = file(
  workbookFile({
    WIOT_2011: cellsOf(
      wiodSheet["WIOT11_ROW_Sep12.csv"]!.replaceAll("Agriculture, hunting", "Agriculture & hunting"),
      ",",
    ),
  }),
  "WIOT11_ROW_Sep12.xlsx",
);

/** The air, CO2 and energy accounts: names, codes with "sec", then a column for each gas or carrier. */
const upper = (columns: readonly string[], first: number, more: Cells = []): Cells => [
  [null, null, ...columns],
  ["Agriculture, Hunting, Forestry and Fishing", "secAtB", ...columns.map((_, k) => first + k)],
  ["Mining and Quarrying", "secC", ...columns.map((_, k) => 2 * first + k)],
  ...more,
  ["Final consumption expenditure by households", "FC_HH", ...columns.map((_, k) => 7 + k)],
  ["Total", "secTOT", ...columns.map(() => 999)],
];

/** The land, material and water accounts: the unit in the first cell, codes, then a column for each kind. */
const lower = (unit: string, columns: readonly string[], first: number): Cells => [
  [unit, ...columns],
  ["secAtB", ...columns.map((_, k) => first + k)],
  ["secC", ...columns.map(() => null)],
  ["FC_HH", ...columns.map(() => 0)],
  ["total", ...columns.map(() => 999)],
];

const countries = ["ROU", "ROW"];
const archive = (account: string, sheet: (country: number) => Cells) =>
  zip(
    `${account}_may12.zip`,
    Object.fromEntries(
      countries.map((country, c) => [
        `${country}_${account}_May12.xls`,
        legacyWorkbookFile({ Notes: [["WIOD"]], 2010: [["of another year"]], 2011: sheet(c) }),
      ]),
    ),
  );

async function read(...files: File[]) {
  const [table, ...more] = findTables(await openFiles(files));
  expect(more).toEqual([]);
  const found = await table!.read();
  return { ...plain(found), of: found.stressors };
}

/** The rows of the accounts of the publisher, without value added and taxes. */
const environment = ({ of }: Awaited<ReturnType<typeof read>>) =>
  of.flatMap(({ account, name, unit }) => (account === "factor_inputs" ? [] : [`${account}: ${name} [${unit}]`]));

describe("The environmental accounts of WIOD 2013, in workbooks as they are published", () => {
  test("join the table account by account, with their units, households into consumption", async () => {
    const table = await read(
      wiot,
      archive("AIR", (c) => upper(["CO2", "N2O", "CH4", "NOX"], 100 * (c + 1))),
      archive("CO2", (c) => upper(["HCOAL", "TOTAL"], 10 * (c + 1))),
      archive("EM", () => upper(["HCOAL", "CRUDE"], 3)),
      archive("EU", () => upper(["HCOAL"], 4)),
      archive("lan", (c) => lower("1000 ha", ["Arable Area", "Pastures"], 50 + c)),
      archive("mat", () => lower("1000 tonnes", ["Biomass_Feed_Used"], 60)),
      archive("wat", () => lower("1000 m3", ["Blue", "Green"], 70)),
    );
    expect(environment(table)).toEqual([
      "AIR: CO2 [Gg]",
      "AIR: N2O [t]",
      "AIR: CH4 [t]",
      "CO2: CO2 HCOAL [Gg]",
      "CO2: CO2 TOTAL [Gg]",
      "EM: Emission-relevant energy HCOAL [TJ]",
      "EM: Emission-relevant energy CRUDE [TJ]",
      "EU: Gross energy HCOAL [TJ]",
      "lan: Arable Area [1000 ha]",
      "lan: Pastures [1000 ha]",
      "mat: Biomass_Feed_Used [1000 tonnes]",
      "wat: Blue [1000 m3]",
      "wat: Green [1000 m3]",
    ]);
    const at = (name: string) => table.of.findIndex((each) => each.name === name);
    // Regions ROU and ROW, sectors AtB and C; households are the first category of final demand of each region.
    expect(table.F[at("CO2")]).toEqual([100, 200, 200, 400]);
    expect(table.FY[at("CO2")]).toEqual([7, 0, 7, 0]);
    expect(table.F[at("CH4")]).toEqual([102, 202, 202, 402]);
    expect(table.F[at("CO2 TOTAL")]).toEqual([11, 21, 21, 41]);
    expect(table.F[at("Pastures")]).toEqual([51, 0, 52, 0]);
    expect(table.F[at("Blue")]).toEqual([70, 0, 70, 0]);
    expect(table.notes).toEqual([]);
  });

  test("offer what is in them, greenhouse gases as the usual choice of the air emissions", async () => {
    const [table] = findTables(
      await openFiles([
        wiot,
        archive("AIR", () => upper(["CO2", "NOX"], 1)),
        archive("lan", () => lower("1000 ha", ["Pastures"], 1)),
      ]),
    );
    expect(await table!.stressors()).toEqual([
      { name: "CO2", unit: "Gg", isUsual: true, account: "AIR" },
      { name: "NOx", unit: "t", isUsual: false, account: "AIR" },
      { name: "Pastures", unit: "1000 ha", isUsual: true, account: "lan" },
    ]);
    const chosen = plain(await table!.read({ stressors: ["NOx"] }));
    expect(chosen.stressors.at(-1)).toBe("NOx [t]");
    expect(chosen.stressors).not.toContain("CO2 [Gg]");
  });

  test("are found in unpacked folders that only name the account, and in .xlsx", async () => {
    const picked = countries.map((country) => {
      const bytes = workbookFile({ 2011: lower("1000 ha", ["Pastures"], 5) });
      const found = file(bytes, `${country}.xlsx`);
      Object.defineProperty(found, "webkitRelativePath", { value: `wiod/lan_may12/${country}.xlsx` });
      return found;
    });
    expect(environment(await read(wiot, ...picked))).toEqual(["lan: Pastures [1000 ha]"]);
  });

  test("say what is not in the table, for whom there are none, and which do not reach the year", async () => {
    const of = (year: number, cells: Cells) => legacyWorkbookFile({ [year]: cells });
    const table = await read(
      wiot,
      file(
        of(
          2011,
          upper(["CO2"], 1, [
            ["Bodies abroad", "secQ", 3],
            ["Households employ", "secP", 0],
          ]),
        ),
        "ROU_AIR_May12.xls",
      ),
      file(of(2009, lower("1000 ha", ["Pastures"], 5)), "ROU_lan_May12.xls"),
    );
    expect(environment(table)).toEqual(["AIR: CO2 [Gg]"]);
    expect(table.notes).toEqual([
      "The air emission accounts (AIR) has figures of secQ, which the table does not have: they were left out.",
      "The air emission accounts (AIR) has no figures for 1 of 2 regions (ROW): they are zero here.",
      "The land use (lan) has no sheet 2011 and was left out.",
    ]);
  });

  test.each<[string, Uint8Array, string]>([
    [
      "a word among the figures",
      legacyWorkbookFile({ 2011: upper(["CO2"], 1).with(2, ["Mining", "secC", "n. y. known"]) }),
      'ROU_AIR_May12.xls#2011, line 3: a number was expected in column 3, but "n. y. known" stands there.',
    ],
    [
      "no households",
      legacyWorkbookFile({
        2011: [
          [null, null, "CO2"],
          ["Agriculture", "secAtB", 1],
        ],
      }),
      "ROU_AIR_May12.xls#2011: codes of industries and, for households, FC_HH were expected in one column, but there is no FC_HH.",
    ],
    [
      "no names of gases",
      legacyWorkbookFile({ 2011: upper(["CO2"], 1).slice(1) }),
      "ROU_AIR_May12.xls#2011, line 1: a line with the names of the stressors was expected above the figures.",
    ],
    [
      "codes alone",
      legacyWorkbookFile({ 2011: [["secAtB"], ["FC_HH"]] }),
      "ROU_AIR_May12.xls#2011, line 1: a line with the names of the stressors was expected above the figures.",
    ],
    [
      "names of other things",
      legacyWorkbookFile({ 2011: upper(["Remarks"], 1) }),
      "ROU_AIR_May12.xls#2011, line 1: a line with CO2, N2O and CH4 was expected above the figures.",
    ],
    [
      "half of its bytes",
      legacyWorkbookFile({ 2011: upper(["CO2"], 1) }).subarray(0, 700),
      "ROU_AIR_May12.xls: a workbook was expected (XLSX or XLS), but the file is cut or damaged.",
    ],
    [
      "no workbook in it",
      strToU8("<html>Please log in</html>"),
      "ROU_AIR_May12.xls: the directory of a zip archive was expected",
    ],
  ])("end in a sentence that names the place if a workbook has %s", async (_, bytes, sentence) => {
    const picked = read(wiot, file(bytes, "ROU_AIR_May12.xls"));
    await expect(picked).rejects.toThrow(sentence);
    await expect(picked).rejects.toMatchObject({ name: "ImportError" });
  });
});

test("A .xls workbook with a cell beyond all columns ends in a sentence", async () => {
  const bytes = legacyWorkbookFile({ 2011: upper(["CO2", "CH4"], 100) });
  const at = bytes.findIndex(
    // A record of a number (MS-XLS 2.4.180) in row 2, column 3, with 14 bytes.
    (_, i) => [0x03, 0x02, 0x0e, 0x00, 0x01, 0x00, 0x02, 0x00].every((byte, k) => bytes[i + k] === byte),
  );
  expect(at).toBeGreaterThan(0);
  bytes[at + 7] = 0x7f;
  await expect(read(wiot, file(bytes, "ROU_AIR_May12.xls"))).rejects.toThrow(
    'ROU_AIR_May12.xls: the sheet "2011" has a cell in row 2 and column 32515, and a sheet has at most 1048576 rows and 16384 columns.',
  );
});

test("A damaged .xls workbook ends in a sentence that names it, or gives a table", async () => {
  const bytes = legacyWorkbookFile({ 2011: upper(["CO2", "CH4"], 100) });
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), async (at, change) => {
      const damaged = change === 0 ? bytes.slice(0, at) : bytes.map((byte, i) => (i === at ? byte ^ change : byte));
      const outcome = await read(wiot, file(damaged, "ROU_AIR_May12.xls")).catch((error: Error) => error);
      if (!(outcome instanceof Error)) return;
      expect(outcome.name).toBe("ImportError");
      expect(outcome.message).toMatch(/^ROU_AIR_May12\.xls(#2011)?(, line \d+)?: /);
    }),
    { numRuns: 40 },
  );
});

describe("The Socio-Economic Accounts", () => {
  const years = ["_2010", "_2011"];
  const rows = (country: string, first: number) => [
    [country, "GO", "Gross output (in millions of national currency)", "AtB", 5, 6],
    [country, "EMP", "Number of persons engaged (thousands)", "TOT", 99, 99],
    [country, "EMP", "Number of persons engaged (thousands)", "AtB", 1, first],
    [country, "EMP", "Number of persons engaged (thousands)", "C", 1, "NA"],
    [country, "H_EMP", "Total hours worked (millions)", "AtB", 1, 2 * first],
    [country, "LABHS", "High-skilled share", "AtB", 0.5, 0.5],
  ];
  const sea = (header: readonly string[], data: Cells) =>
    workbookFile({ Notes: [["Sources"]], DATA: [header, ...data] });
  const header = ["Country", "Variable", "Description", "Code", ...years];

  test("of 2013 give employment by industry, and say what cannot be added up over regions", async () => {
    const table = await read(wiot, file(sea(header, rows("ROU", 300)), "WIOD_SEA_July14.xlsx"));
    expect(environment(table)).toEqual(["SEA: EMP [thousand persons]", "SEA: H_EMP [million hours]"]);
    expect(table.F.slice(-2)).toEqual([
      [300, 0, 0, 0],
      [600, 0, 0, 0],
    ]);
    expect(table.notes).toEqual([
      "WIOD_SEA_July14.xlsx has no figures for 1 of 2 regions (ROW): they are zero here.",
      "Of WIOD_SEA_July14.xlsx, only employment was taken. These are in national currencies, indices or shares, which cannot be added up over regions: GO, LABHS.",
    ]);
  });

  test("of 2016, and as .xls, join the other release too", async () => {
    const header2016 = ["country", "variable", "description", "code", "2013", "2014"];
    const bytes = legacyWorkbookFile({
      DATA: [
        header2016,
        ["AUS", "EMPE", "Number of employees (thousands)", "A01", 1, 40],
        ["AUS", "EMPE", "", "B", 1, 2],
      ],
    });
    const table = await read(
      file(strToU8(wiodR["WIOT2014_October16_ROW.csv"]!), "WIOT2014_October16_ROW.csv"),
      file(bytes, "Socio_Economic_Accounts.xls"),
    );
    expect(environment(table)).toEqual(["SEA: EMPE [thousand persons]"]);
    expect(table.F.at(-1)).toEqual([40, 2, 0, 0]);
  });

  test("are left out with a note where they do not reach the year", async () => {
    const bytes = sea(header.slice(0, -1), rows("ROU", 1));
    const table = await read(wiot, file(bytes, "WIOD_SEA_July14.xlsx"));
    expect(environment(table)).toEqual([]);
    expect(table.notes).toEqual(["WIOD_SEA_July14.xlsx has no column 2011 and was left out."]);
  });

  test.each<[string, Uint8Array, string]>([
    ["no sheet DATA", workbookFile({ Notes: [["x"]] }), "WIOD_SEA_July14.xlsx: a sheet DATA was expected in it."],
    [
      "another header",
      sea(["Land", "Jahr"], []),
      "WIOD_SEA_July14.xlsx#DATA, line 1: a header with Country, Variable and Code was expected.",
    ],
    [
      "a word among the figures",
      sea(header, [["ROU", "EMP", "", "AtB", 1, "many"]]),
      'WIOD_SEA_July14.xlsx#DATA, line 2: a number was expected in column 6, but "many" stands there.',
    ],
    [
      "its rows cut",
      sea(header, []),
      "WIOD_SEA_July14.xlsx#DATA, line 1: rows of employment (EMP, EMPE, H_EMP or H_EMPE)",
    ],
  ])("end in a sentence that names the place if they have %s", async (_, bytes, sentence) => {
    await expect(read(wiot, file(bytes, "WIOD_SEA_July14.xlsx"))).rejects.toThrow(sentence);
  });
});
