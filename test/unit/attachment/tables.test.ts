import { tableFromIPC } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { AttachedTables } from "../../../kernel/attachment/attached-tables.ts";
import { NotebookDatasets } from "../../../kernel/attachment/notebook-datasets.ts";
import { usedFiles } from "../../../kernel/attachment/used-files.ts";
import { UnknownDataset } from "../../../kernel/services/datasets.ts";
import { tableFiles } from "../../../lib/files/table/table-files.ts";
import { sqliteFile } from "../../sqlite-file.ts";
import { MemoryAttachments } from "./memory-attachments.ts";

const fuels = "fuel,tonnes\ncoal,1.5\ngas,2\n";
const rowsOf = (bytes: Uint8Array | null) =>
  tableFromIPC(bytes!)
    .toArray()
    .map((row) => row.toJSON());

/** One dataset of the catalogue, with the same name as a file. */
const shared = {
  entries: async () => [{ name: "population" }] as never,
  entry: async () => ({ name: "population" }) as never,
  load: async () => new Uint8Array([1]),
};

describe("the tables in a notebook's files", () => {
  test("a file that nobody has described is a table once it is named", async () => {
    const files = new MemoryAttachments().put("fuels.csv", fuels).put("other.csv", "a\n1\n");
    const tables = new AttachedTables(files, tableFiles);
    expect(await tables.entries()).toEqual([]);
    expect(files.reads).toBe(0);
    const entries = await tables.entries(new Set(["fuels", "select"]));
    expect(entries).toMatchObject([
      {
        name: "fuels",
        kind: "own",
        rows: 2,
        own: { file: "fuels.csv" },
        columns: [{ name: "fuel" }, { name: "tonnes" }],
      },
    ]);
    expect(rowsOf(await tables.load("fuels"))).toEqual([
      { fuel: "coal", tonnes: 1.5 },
      { fuel: "gas", tonnes: 2 },
    ]);
  });

  test("a table that was added has its own name, types and units", async () => {
    const [found] = await tableFiles.find("fuels.csv", new TextEncoder().encode(fuels));
    const columns = found!.reading.columns.map((column) => ({ ...column, unit: column.name === "tonnes" ? "t" : "" }));
    const files = new MemoryAttachments().put("fuels.csv", fuels, {
      mine: { reading: { ...found!.reading, columns }, rows: 2 },
    });
    const tables = new AttachedTables(files, tableFiles);
    const [entry] = await tables.entries();
    expect(entry).toMatchObject({ name: "mine", columns: [{ unit: "none" }, { name: "tonnes", unit: "t" }] });
    expect(tableFromIPC((await tables.load("mine"))!).schema.fields[1]!.metadata.get("unit")).toBe("t");
    expect(await tables.load("fuels")).toBeNull();
  });

  test("its version changes with the file's bytes and with how they are read, and it is read again", async () => {
    const files = new MemoryAttachments().put("fuels.csv", fuels);
    const tables = new AttachedTables(files, tableFiles);
    const before = await tables.entry("fuels");
    files.put("fuels.csv", "fuel,tonnes\ncoal,3\nwood,4\noil,5\n");
    const after = await tables.entry("fuels");
    expect(after!.own!.version).not.toBe(before!.own!.version);
    expect(rowsOf(await tables.load("fuels"))).toHaveLength(3);
  });

  test("tables of a database have their own names behind that of the file, unless there is only one", async () => {
    const several = await sqliteFile(
      'CREATE TABLE plants (mt); INSERT INTO plants VALUES (4.5); CREATE TABLE "by year" (y)',
    );
    const files = new MemoryAttachments()
      .put("energy.db", several)
      .put("one.sqlite", await sqliteFile("CREATE TABLE t (a); INSERT INTO t VALUES (7)"));
    const tables = new AttachedTables(files, tableFiles);
    const wanted = new Set(["energy", "energy_plants", "energy_by_year", "one"]);
    expect((await tables.entries(wanted)).map(({ name }) => name)).toEqual(["energy_plants", "energy_by_year", "one"]);
    expect(rowsOf(await tables.load("energy_plants"))).toEqual([{ mt: 4.5 }]);
    const used = usedFiles(await files.list(), [{ source: "from energy_plants" }]);
    expect(used.map(({ name }) => name)).toEqual(["energy.db"]);
  });

  test("a file that cannot be read holds no table, and says why when it is asked for", async () => {
    const tables = new AttachedTables(new MemoryAttachments().put("fuels.json", "{broken"), tableFiles);
    expect(await tables.entries(new Set(["fuels"]))).toEqual([]);
    await expect(tables.entry("fuels")).rejects.toThrow("fuels.json");
  });

  test("a dataset of the catalogue keeps its name", async () => {
    const files = new MemoryAttachments().put("population.csv", fuels).put("fuels.csv", fuels);
    const datasets = new NotebookDatasets(shared, new AttachedTables(files, tableFiles));
    const names = (await datasets.entries(new Set(["population", "fuels"]))).map(({ name }) => name);
    expect(names).toEqual(["population", "fuels"]);
    expect(await datasets.load("population")).toEqual(new Uint8Array([1]));
    expect(rowsOf(await datasets.load("fuels"))).toHaveLength(2);
    await expect(datasets.entry("fuel")).rejects.toThrow(UnknownDataset);
  });
});
