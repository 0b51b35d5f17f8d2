import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromArrays, tableFromIPC, tableToIPC } from "apache-arrow";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DatasetFolders } from "../../../cli/serve/dataset-folders.ts";
import { yuheng } from "./yuheng.ts";

const shipped = join(import.meta.dirname, "../../../datasets");
const peers = join(import.meta.dirname, "../lib/files/peers");
let folder: string;
let own: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-datasets-"));
  own = join(folder, "datasets");
  await mkdir(own);
  const table = tableFromArrays({ plant: ["a", 'b "c", d', "中"], co2: new Float64Array([1.5, Number.NaN, 3]) });
  await writeFile(join(own, "plants.arrow"), tableToIPC(table, "file"));
  await declare({ name: "plants", file: "plants.arrow", licence: "our own", citation: "We (2026)." });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function declare(...entries: object[]): Promise<void> {
  return writeFile(join(own, "catalogue.json"), JSON.stringify({ version: 1, datasets: entries }));
}

describe("yuheng datasets", { timeout: 120_000 }, () => {
  test("lists what ships and what is one's own", async () => {
    const { code, out } = await yuheng(["datasets"], "", folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^name +rows +years +edition +age +licence +title\n/);
    expect(out).toMatch(/\npopulation +47715 +1800–2023 +2024 +about \d+ years? +CC-BY-4.0 +Population by country/);
    expect(out).toMatch(/\nplants +3 +unknown +our own +plants\n$/);
  });

  test("shows columns, units, source and licence of one", async () => {
    const { out } = await yuheng(["datasets", "show", "carbon_budget_global"]);
    expect(out).toMatch(/\nedition +Global Carbon Budget 2025 v1\.0\nage +.*, from the date of the edition \(2025\)\n/);
    expect(out).toMatch(/licence +\S/);
    expect(out).toMatch(/\ncolumn +type +unit +what\nyear/);
    expect(JSON.parse((await yuheng(["datasets", "show", "plants", "--json"], "", folder)).out)).toMatchObject({
      rows: 3,
      columns: [{ name: "plant" }, { name: "co2" }],
      edition: { vintage: "", date: null, age_months: null, age_from: null },
    });
    const { edition } = JSON.parse((await yuheng(["datasets", "show", "forest_carbon_countries", "--json"])).out);
    expect(edition).toMatchObject({ date: "2025-07-14", age_from: "edition" });
  });

  test("writes CSV to the standard output, and what the licence asks to the other", async () => {
    const { code, out, err } = await yuheng(["datasets", "export", "plants"], "", folder);
    expect(out).toBe('plant,co2\r\na,1.5\r\n"b ""c"", d",NaN\r\n中,3\r\n');
    expect([code, err]).toEqual([0, "Licence: our own. We (2026).\n"]);
  });

  test("writes Parquet with the licence in it, and Arrow, of a packed dataset too", async () => {
    const parquet = join(folder, "output.parquet");
    expect(await yuheng(["datasets", "export", "mrio_output", "--out", parquet])).toMatchObject({ code: 0 });
    const bytes = new Uint8Array(await readFile(parquet)).buffer;
    const rows = await parquetReadObjects({ file: bytes });
    const source = tableFromIPC(await readFile(join(shipped, "mrio_output.arrow")));
    expect(rows).toHaveLength(source.numRows);
    expect(Object.values(rows[7]!)).toEqual(Object.values(source.get(7)!.toJSON()));
    const known = Object.fromEntries(parquetMetadata(bytes).key_value_metadata!.map(({ key, value }) => [key, value]));
    expect(known).toMatchObject({ licence: "CC-BY-4.0", name: "mrio_output" });

    const arrow = join(folder, "flows.arrow");
    expect(await yuheng(["datasets", "export", "mrio7_flows", "--out", arrow])).toMatchObject({ code: 0 });
    expect(tableFromIPC(await readFile(arrow)).numRows).toBeGreaterThan(1000);
  });

  test("leaves a file alone that is there", async () => {
    const path = join(folder, "there.csv");
    await writeFile(path, "mine");
    const { code, err } = await yuheng(["datasets", "export", "plants", "--out", path], "", folder);
    expect([code, err]).toEqual([2, expect.stringContaining("already. Choose another name.")]);
    expect(await readFile(path, "utf8")).toBe("mine");
  });

  test.each([
    [["datasets", "shew"], "There are list, show and export."],
    [["datasets", "show"], "Which dataset?"],
    [["datasets", "show", "populaton"], "Did you mean “population”?"],
    [["datasets", "export", "world_110m"], "has no rows"],
    [["datasets", "export", "population", "--format", "xlsx"], "There is no format “xlsx”."],
  ])("%j ends with 2 and a sentence", async (args, sentence) => {
    const { code, out, err } = await yuheng(args);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(sentence)]);
  });
});

describe("A folder of one's own datasets", { timeout: 120_000 }, () => {
  const catalogue = () => new DatasetFolders([shipped, own]).catalogue();

  test("is told what is wrong with its catalogue, with the entry", async () => {
    await declare({ name: "Plants", file: "plants.arrow" });
    await expect(catalogue()).rejects.toThrow(/Dataset 1 of .*catalogue\.json has no `name` of small letters/);
    await declare({ name: "plants", file: "../secret.arrow" });
    await expect(catalogue()).rejects.toThrow(/has no `file` in the catalogue's folder/);
    await declare({ name: "plants", file: "gone.arrow" });
    await expect(catalogue()).rejects.toThrow(/there is no file .*gone\.arrow/);
    await writeFile(join(own, "runs.arrow"), await readFile(join(peers, "ree.arrow")));
    await declare({ name: "runs", file: "runs.arrow" });
    await expect(catalogue()).rejects.toThrow(
      /Dataset 1 of .*catalogue\.json.*: .*runs\.arrow is not read: the column `odd` has the Arrow type RunEndEncoded/,
    );
    await writeFile(join(own, "runs.arrow"), (await readFile(join(peers, "types.arrow"))).subarray(0, -9));
    await expect(catalogue()).rejects.toThrow(/Dataset 1 of .*catalogue\.json.*runs\.arrow/);
    await declare({ name: "population", file: "plants.arrow" });
    await expect(catalogue()).rejects.toThrow(/has the name or the file of another/);
    await writeFile(join(own, "catalogue.json"), "{");
    await expect(catalogue()).rejects.toThrow(/cannot be read/);
    const { code, err } = await yuheng(["serve", folder]);
    expect([code, err]).toEqual([2, expect.stringContaining("cannot be read")]);
  });
});
