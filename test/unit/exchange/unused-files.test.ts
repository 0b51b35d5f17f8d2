import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { unusedNotice } from "../../../app/workbench/import/unused-notice.ts";
import { openFiles } from "../../../kernel/services/import/file-source.ts";
import { readConcordances } from "../../../lib/exchange/mrio/concordance-file.ts";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import { recordFiles } from "../../../lib/exchange/mrio/unused-files.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { legacyWorkbookFile } from "./legacy-workbook-file.ts";
import { exiobase, gloria, wiodR } from "./samples.ts";

const zip = (files: Readonly<Record<string, string | Uint8Array>>, name: string) => {
  const entries = Object.entries(files).map(([path, data]) => [path, typeof data === "string" ? strToU8(data) : data]);
  return new File([Uint8Array.from(zipSync(Object.fromEntries(entries)))], name);
};

/** What was not used of the files, after all tables among them were read. */
async function unusedOf(...files: File[]) {
  const recorded = recordFiles(await openFiles(files));
  const tables = findTables(recorded);
  await readConcordances(recorded);
  for (const table of tables) await table.read();
  return recorded.unused(tables.map(({ year }) => year));
}
const written = (unused: Awaited<ReturnType<typeof unusedOf>>) =>
  unused.map(({ path, reason }) => (reason ? `${path}: ${writeMessage(reason)}` : path));

describe("The files of a database that were not used", () => {
  test("are named with the reason, those of EXIOBASE that are computed among them", async () => {
    const folder = "IOT_2011_ixi";
    const more = [
      "A.txt",
      "satellite/S.txt",
      "satellite/D_cba_reg.txt",
      "satellite/F.parquet",
      "file_parameters.json",
      "metadata.json",
      "readme.txt",
      "products.csv",
      "population_2012.csv",
      "Z.mat",
      "more.zip",
      "__MACOSX/._Z.txt",
      ".DS_Store",
    ];
    const archive = zip(
      { ...exiobase, ...Object.fromEntries(more.map((name) => [`${folder}/${name}`, "x"])) },
      "IOT_2011_ixi.zip",
    );
    expect(written(await unusedOf(archive))).toEqual(
      [
        "impacts/F.txt: impacts are computed from the other accounts",
        "A.txt: it follows from the flows and accounts, and is computed when it is needed",
        "satellite/S.txt: it follows from the flows and accounts, and is computed when it is needed",
        "satellite/D_cba_reg.txt: it follows from the flows and accounts, and is computed when it is needed",
        "satellite/F.parquet: the same table is there as text",
        "file_parameters.json: it describes the database",
        "metadata.json: it describes the database",
        "readme.txt: it describes the database",
        "products.csv",
        "population_2012.csv: it is of the year 2012",
        "Z.mat: this form is not read",
        "more.zip: it is packed inside another archive: unpack it",
      ].map((line) => `${folder}/${line}`),
    );
  });

  test("are none where all were, labels, concordances and accounts of single sheets too", async () => {
    const accounts = {
      ROW: [
        ["x", 2014],
        ["A01", 1],
        ["FC_HH", 2],
      ],
    };
    const files = {
      ...wiodR,
      "CO2 emissions.xls": legacyWorkbookFile(accounts),
      "region_concordance.csv": "from,to\nAUS,AU\n",
    };
    expect(await unusedOf(zip(files, "wiod.zip"))).toEqual([]);
    expect(await unusedOf(zip(gloria, "gloria.zip"))).toEqual([]);
  });

  test("are those of other price levels, of supply and use, and of characterisation", async () => {
    const other = Object.keys(gloria)[0]!.replace("Markup001", "Markup004");
    const files = {
      ...gloria,
      [other]: "1",
      "mrSupply_version2.2.2.txt": "x",
      "characterisation_CREEA_version2.2.2.xlsx": "x",
    };
    expect(written(await unusedOf(zip(files, "gloria.zip")))).toEqual([
      `gloria/${other}: it is not at basic prices`,
      "gloria/mrSupply_version2.2.2.txt: supply and use tables are not read",
      "gloria/characterisation_CREEA_version2.2.2.xlsx: it characterises stressors, which is done in the notebook",
    ]);
  });

  test("are told to the person in one sentence, of many the first and their number", async () => {
    const archive = zip({ ...exiobase, "IOT_2011_ixi/notes.csv": "x" }, "IOT_2011_ixi.zip");
    const [sentence, ...others] = unusedNotice(await unusedOf(archive));
    expect(others).toEqual([]);
    expect(writeMessage(sentence!)).toBe(
      "2 files were not used: IOT_2011_ixi/impacts/F.txt (impacts are computed from the other accounts), IOT_2011_ixi/notes.csv.",
    );
    expect(writeMessage(sentence!, { tag: "zh-CN" })).toBe(
      "有 2 个文件未使用：IOT_2011_ixi/impacts/F.txt（影响由其他账户计算得出）、IOT_2011_ixi/notes.csv。",
    );
    const many = Array.from({ length: 40 }, (_, i) => ({ path: `f${i}` }));
    expect(writeMessage(unusedNotice(many)[0]!)).toMatch(/^40 files were not used: f0, .*, f11, 28 more\.$/);
    expect(writeMessage(unusedNotice([{ path: "a" }])[0]!)).toBe("1 file was not used: a.");
    expect(unusedNotice([])).toEqual([]);
  });
});
