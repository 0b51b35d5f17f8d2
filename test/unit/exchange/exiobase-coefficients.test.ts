import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openFiles } from "../../../kernel/services/import/file-source.ts";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import small from "../../reference/mrio/small.json" with { type: "json" };
import { archive, plain } from "./archive.ts";

type Field = string | number;
const { x } = small.expected;
const rows = small.regions.flatMap((region) => small.sectors.map((sector) => [region, sector] as const));
const demand = small.regions.map((region) => [region, "Final consumption expenditure by households"] as const);
const perOutput = (values: readonly number[]) => values.map((value, j) => value / x[j]!);

/** Two lines of labels, then a line for each row; text between double quotes, or not. */
function text(
  pad: number,
  columns: readonly (readonly [string, string])[],
  lines: readonly (readonly Field[])[],
  isQuoted: boolean,
): string {
  const labels = Array<string>(pad).fill("");
  const all: (readonly Field[])[] = [
    [...labels, ...columns.map(([region]) => region)],
    [...labels, ...columns.map(([, second]) => second)],
    ...lines,
  ];
  const field = (value: Field) => (isQuoted && typeof value === "string" ? `"${value}"` : value);
  return all.map((line) => `${line.map(field).join("\t")}${isQuoted ? "\r\n" : "\n"}`).join("");
}

/** The small table of pymrio's tests in the files of EXIOBASE 1 or 2: coefficients, and accounts per million euro of output. */
function exiobase(version: "1" | "2"): Record<string, string> {
  const isQuoted = version === "2";
  const name = (file: string) => `${file}${isQuoted ? "_version2.2.2" : ""}.txt`;
  const stressor = (k: number) => [`CO2 ${k}`, k === 0 ? "air" : "water"];
  return {
    [name(isQuoted ? "mrIOT" : "mrIot")]: text(
      3,
      rows,
      small.Z.map((row, i) => [...rows[i]!, "M.EUR/M.EUR", ...perOutput(row)]),
      isQuoted,
    ),
    [name("mrFinalDemand")]: text(
      3,
      demand,
      small.Y.map((row, i) => [...rows[i]!, "M.EUR", ...row]),
      isQuoted,
    ),
    [name("mrFactorInputs")]: text(2, rows, [["Taxes", "M.EUR/M.EUR", ...perOutput([1, 2, 3, 4, 5, 6])]], isQuoted),
    [name("mrEmissions")]: text(
      3,
      rows,
      small.F.map((row, k) => [...stressor(k), "kg/M.EUR", ...perOutput(row)]),
      isQuoted,
    ),
    [name("mrFDEmissions")]: text(
      3,
      demand,
      small.FY.map((row, k) => [...stressor(k), "kg", ...row]),
      isQuoted,
    ),
    [name("mrMaterials")]: text(2, rows, [["Rice", "kt/M.EUR", ...perOutput([0, 0, 9, 0, 0, 0])]], isQuoted),
  };
}

const read = async (files: Readonly<Record<string, string>>) => findTables(archive(files, 19))[0]!.read();
const near = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map((value) => expect.closeTo(value, 9)));

describe.each(["1", "2"] as const)("EXIOBASE %s", (version) => {
  const files = exiobase(version);

  test("is read from coefficients: output is solved, accounts become totals, each apart with its unit", async () => {
    const found = await read(files);
    const table = plain(found);
    expect([found.source, found.year, found.money]).toEqual([
      `EXIOBASE ${version}`,
      version === "1" ? 2000 : 2007,
      "M.EUR",
    ]);
    expect(table.x).toEqual(near([x])[0]);
    expect(table.Z).toEqual(near(small.Z));
    expect(table.Y).toEqual(small.Y);
    expect(found.stressors).toEqual([
      { name: "Taxes", unit: "M.EUR", account: "factor_inputs" },
      { name: "CO2 0, air", unit: "kg", account: "emissions" },
      { name: "CO2 1, water", unit: "kg", account: "emissions" },
      { name: "Rice", unit: "kt", account: "materials" },
    ]);
    expect(table.F).toEqual(near([[1, 2, 3, 4, 5, 6], ...small.F, [0, 0, 9, 0, 0, 0]]));
    expect(table.FY).toEqual([[0, 0], ...small.FY, [0, 0]]);
    expect(table.notes).toEqual(["Output was not published with the coefficients; it was solved from final demand."]);
  });

  test("offers its stressors account by account", async () => {
    expect(await findTables(archive(files))[0]!.stressors()).toEqual([
      { name: "Taxes", unit: "M.EUR", isUsual: true, account: "factor_inputs" },
      { name: "CO2 0, air", unit: "kg", isUsual: true, account: "emissions" },
      { name: "CO2 1, water", unit: "kg", isUsual: true, account: "emissions" },
      { name: "Rice", unit: "kt", isUsual: true, account: "materials" },
    ]);
    const chosen = await findTables(archive(files))[0]!.read({ stressors: ["Rice", "CO2 1, water"] });
    expect(chosen.stressors.map(({ name }) => name)).toEqual(["CO2 1, water", "Rice"]);
  });
});

test("The archive of EXIOBASE 2 says in its name whether it is by industry or by product", async () => {
  const packed = Object.fromEntries(Object.entries(exiobase("2")).map(([path, text]) => [path, strToU8(text)]));
  const more = { "__MACOSX/._mrIOT_version2.2.2.txt": strToU8("x") };
  const file = new File(
    [Uint8Array.from(zipSync({ ...packed, ...more }))],
    "mrIOT_IxI_fpa_coefficient_version2.2.2.zip",
  );
  const [table, ...others] = findTables(await openFiles([file]));
  expect([table!.source, table!.year, others.length]).toEqual(["EXIOBASE 2 ixi", 2007, 0]);
  expect(plain(await table!.read()).F.slice(1, 3)).toEqual(near(small.F));
});

test("A transaction table in the same layout is read as it is", async () => {
  const { "mrIot.txt": _, ...others } = exiobase("1");
  const flows = text(
    3,
    rows,
    small.Z.map((row, i) => [...rows[i]!, "M.EUR", ...row]),
    false,
  );
  const emissions = text(
    3,
    rows,
    small.F.map((row, k) => [`CO2 ${k}`, "air", "kg", ...row]),
    false,
  );
  const { "mrFactorInputs.txt": __, "mrMaterials.txt": ___, "mrFDEmissions.txt": ____, ...rest } = others;
  const table = plain(await read({ ...rest, "mrIot.txt": flows, "mrEmissions.txt": emissions }));
  expect(table).toMatchObject({ Z: small.Z, x, F: small.F, notes: [] });
});

test("A later version, which has another layout, is not taken for one of these", () => {
  expect(findTables(archive({ "mrIot_3.3_2011.txt": "", "mrFinalDemand_3.3_2011.txt": "" }))).toEqual([]);
});

describe("What does not fit in EXIOBASE 2 ends in a sentence that names file and line", () => {
  const files = exiobase("2");
  const iot = "mrIOT_version2.2.2.txt";
  test.each<[string, string, (text: string) => string, string]>([
    [
      "a row twice",
      iot,
      (text) => text.replace('"reg1"\t"sector2"\t"M', '"reg1"\t"sector1"\t"M'),
      `${iot}, line 4: a row that is also a column was expected, but "reg1, sector1" stands there twice.`,
    ],
    [
      "a row cut off",
      iot,
      (text) => text.split("\r\n").slice(0, -2).join("\r\n"),
      `${iot}: 6 rows were expected, one for each column of ${iot}, but there are 5. Is the file truncated?`,
    ],
    [
      "two units",
      iot,
      (text) => text.replace('"sector3"\t"M.EUR/M.EUR"', '"sector3"\t"TJ/M.EUR"'),
      `${iot}, line 5: the unit "M.EUR/M.EUR" was expected, as in the rows above, but "TJ/M.EUR" stands there.`,
    ],
    [
      "a stranger among the rows of demand",
      "mrFinalDemand_version2.2.2.txt",
      (text) => text.replace('"reg2"\t"sector2"', '"reg2"\t"sector9"'),
      `mrFinalDemand_version2.2.2.txt, line 7: a row of ${iot} was expected, but "reg2, sector9" is none.`,
    ],
    [
      "a stranger among the columns of an account",
      "mrEmissions_version2.2.2.txt",
      (text) => text.replace('"reg2"', '"reg9"'),
      `mrEmissions_version2.2.2.txt, line 2: a column of ${iot} was expected, but "reg9, sector1" is none.`,
    ],
    [
      "an account without units",
      "mrMaterials_version2.2.2.txt",
      (text) => text.replaceAll('""\t""', '""').replace('"Rice"\t"kt/M.EUR"', '"Rice"'),
      "mrMaterials_version2.2.2.txt, line 3: labels of the stressor with its unit in the last of them were expected",
    ],
    [
      "a word among the numbers",
      "mrFDEmissions_version2.2.2.txt",
      (text) => text.replace('"kg"\t50', '"kg"\tmany'),
      'mrFDEmissions_version2.2.2.txt, line 3: a number was expected in column 4, but "many" stands there.',
    ],
  ])("%s", async (_, name, change, sentence) => {
    const changed = { ...files, [name]: change(files[name]!) };
    expect(changed[name]).not.toBe(files[name]);
    await expect(read(changed)).rejects.toThrow(sentence);
    await expect(read(changed)).rejects.toMatchObject({ name: "ImportError" });
  });

  test("no final demand", async () => {
    const { "mrFinalDemand_version2.2.2.txt": _, ...others } = files;
    await expect(read(others)).rejects.toThrow(`${iot}: mrFinalDemand….txt was expected in the same folder.`);
  });

  test("an aggregation while it is read, which coefficients do not allow", async () => {
    const [table] = findTables(archive(files));
    await expect(table!.read({ aggregation: { regions: {}, restOfRegions: "ROW" } })).rejects.toThrow(
      `${iot}: the table is published as coefficients, which cannot be added up while they are read.`,
    );
  });
});
