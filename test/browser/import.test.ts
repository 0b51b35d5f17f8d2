import { gzipSync, strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { savedForPymrio } from "../../app/session/export-table.ts";
import type { Progress } from "../../kernel/runtime/state.ts";
import { openFiles } from "../../kernel/services/import/file-source.ts";
import { ImportedStore } from "../../kernel/services/import/imported-store.ts";
import { FileImport, importFiles, offeredTables } from "../../kernel/services/import/importer.ts";
import { findTables } from "../../lib/exchange/mrio/find-tables.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { plain } from "../unit/exchange/archive.ts";
import { schema2, texts } from "../unit/exchange/lifecycle/olca-sample.ts";
import { exiobase, icio, numbers, sums, wiodSheet } from "../unit/exchange/samples.ts";
import { cellsOf, workbookFile } from "../unit/exchange/workbook-file.ts";
import { datasets, openPool, openQueries } from "./services.ts";

const pool = openPool();
const store = new ImportedStore();
const create = () =>
  new Worker(new URL("../../kernel/services/import/import.worker.ts", import.meta.url), { type: "module" });
const zip = (files: Readonly<Record<string, string>>, name: string) => {
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
  return new File([Uint8Array.from(zipSync(bytes, { mtime: "2020-01-01" }))], name);
};

afterAll(async () => {
  pool.stop();
  await store.remove((await store.entries()).map(({ name }) => name));
});

describe("A database that was imported", () => {
  it("is a dataset, a table in SQL, and a table for the tools, without its files", async () => {
    const steps: string[] = [];
    const { entries, since, unused } = await importFiles(
      create,
      [zip(exiobase, "IOT_2011_ixi.zip")],
      {},
      {
        progress: ({ message }) => void steps.push(writeMessage(message ?? "")),
      },
    );
    expect(since).toBeUndefined();
    expect(unused?.map(({ path, reason }) => [path, writeMessage(reason ?? "")])).toEqual([
      ["IOT_2011_ixi/impacts/F.txt", "impacts are computed from the other accounts"],
    ]);
    expect(entries.map(({ name }) => name)).toContain("exiobase_3_ixi_2011_flows");
    expect(steps.some((step) => step.includes("Z.txt"))).toBe(true);
    expect((await datasets.entry("exiobase_3_ixi_2011_flows")).rows).toBe(11);

    const request = { $table: { source: "EXIOBASE 3 ixi", year: 2011, edits: [] } };
    const result = (await pool.call("consumption.accounts", request)) as {
      regions: string[];
      D_pba: number[][];
      D_cba: number[][];
    };
    expect(result.regions).toEqual(["AT", "WA"]);
    expect(result.D_pba[0]).toEqual([307, 709]);
    expect(result.D_cba[0]![0]! + result.D_cba[0]![1]!).toBeCloseTo(1016, 8);

    const queries = openQueries();
    const bytes = await queries.query("select sum(value) total from exiobase_3_ixi_2011_flows");
    expect(bytes.length).toBeGreaterThan(0);
    await queries.stop();
  });

  it("is not there when its file was cut, and the sentence says where", async () => {
    const cut = gzipSync(strToU8(icio["ICIO2021_2018.csv"]!.slice(0, 300)));
    const file = new File([Uint8Array.from(cut)], "ICIO2021_2018.csv.gz");
    await expect(importFiles(create, [file])).rejects.toMatchObject({
      name: "ImportError",
      message: expect.stringMatching(/^ICIO2021_2018\.csv, line \d+: .*Is the file truncated\?$/),
    });
    expect((await store.entries()).some(({ name }) => name.startsWith("oecd"))).toBe(false);
  });

  it("says which layouts there are when it knows none of the files", async () => {
    await expect(importFiles(create, [new File(["x"], "holiday.txt")])).rejects.toThrow(
      "holiday.txt: one of these was expected: EXIOBASE 3",
    );
  });

  it("tells of its files in the catalogue, and says so when they are imported again", async () => {
    const again = zip(exiobase, "renamed.zip");
    const { entries, since } = await importFiles(create, [again]);
    const entry = await datasets.entry("exiobase_3_ixi_2011_flows");
    expect(entry.imported?.files).toEqual([
      {
        name: "IOT_2011_ixi.zip",
        bytes: again.size,
        modified: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        sha256: await digestOf(await again.arrayBuffer()),
      },
    ]);
    expect(entry.source).toContain(entry.imported!.files[0]!.sha256);
    expect(since).toBe(entry.imported!.at);
    expect(entries.map(({ name }) => name)).toContain(entry.name);
    expect(await digestOf((await store.read(entry.name))!)).toBe(entry.sha256);
  });

  it("is imported anew where a person wants it, or chooses other stressors", async () => {
    const file = zip(exiobase, "IOT_2011_ixi.zip");
    const offered = await offeredTables(create, [file]);
    expect(offered.map(({ source, year }) => [source, year])).toEqual([["EXIOBASE 3 ixi", 2011]]);
    expect(offered[0]!.stressors.map(({ name, isUsual }) => [name, isUsual])).toEqual([
      ["Value Added", false],
      ["CO2 - combustion - air", true],
      ["CH4 - agriculture - air", true],
    ]);
    const stressors = ["Value Added"];
    expect((await importFiles(create, [file], { stressors })).since).toBeUndefined();
    expect((await importFiles(create, [file], { stressors })).since).toBeDefined();
    expect((await importFiles(create, [file], { stressors, again: true })).since).toBeUndefined();
    expect((await datasets.entry("exiobase_3_ixi_2011_stressors")).rows).toBe(1);
    expect((await datasets.entry("exiobase_3_ixi_2011_stressors")).imported?.stressors).toEqual(stressors);
  });

  it("can be saved as pymrio saves it, and comes back from that as it was", async () => {
    await importFiles(create, [zip(exiobase, "IOT_2011_ixi.zip")], { again: true });
    const { name, archive } = await savedForPymrio("EXIOBASE 3 ixi", 2011);
    expect(name).toBe("EXIOBASE_3_ixi_2011.zip");
    const source = await openFiles([new File([archive], name)]);
    const table = plain(await findTables(source)[0]!.read());
    expect(table).toMatchObject({ ...numbers, x: sums, regions: ["AT", "WA"] });
    expect(table.stressors).toEqual(["CO2 - combustion - air [kg]", "CH4 - agriculture - air [kg]"]);
    expect(table.FY[0]).toEqual([7, 0, 9, 0]);
  });

  it("can be saved as Parquet too, which the worker reads", async () => {
    const { archive } = await savedForPymrio("EXIOBASE 3 ixi", 2011, "parquet");
    const { entries, unused } = await importFiles(create, [new File([archive], "again_2012.zip")]);
    expect(entries.map(({ name }) => name)).toContain("exiobase_3_ixi_2011_flows");
    expect(unused?.map(({ path }) => path)).toEqual([
      "again_2012/EXIOBASE_3_ixi_2011/file_parameters.json",
      "again_2012/EXIOBASE_3_ixi_2011/satellite/file_parameters.json",
    ]);
  });

  it("is read from a workbook in the worker", async () => {
    const { "WIOT11_ROW_Sep12.csv": text } = wiodSheet;
    const bytes = workbookFile({ WIOT_2011: cellsOf(text!.replaceAll("Agriculture, hunting", "Agriculture"), ",") });
    const { entries } = await importFiles(create, [new File([Uint8Array.from(bytes)], "WIOT11_ROW_Sep12.xlsx")]);
    expect(entries.map(({ name }) => name)).toContain("wiod_2013_2011_flows");
  });
});

describe("A life-cycle inventory that was imported", () => {
  const file = zip(Object.fromEntries(texts(schema2())), "made up.zip");
  const demand = { of: "disposal", amount: 1 };
  const opened = { $inventory: { source: "My LCA", rules: { allocation: { rule: "energy" } } } };

  it("is shown as it was read, then kept as datasets, and opened by its name without its files", async () => {
    const importing = new FileImport(create, [file]);
    const { tables, inventory } = await importing.offer();
    expect(tables).toEqual([]);
    expect(inventory).toMatchObject({ title: "made up", name: "made up", activities: 3, licence: "CC0", kept: [] });
    expect(inventory!.format.en).toContain("openLCA");
    expect(inventory!.notes.length).toBeGreaterThan(0);
    const told: number[] = [];
    const { entries, since } = await importing.keep(
      { name: "My LCA" },
      { progress: ({ fraction }) => void told.push(fraction!) },
    );
    importing.stop();
    expect(since).toBeUndefined();
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    expect(entries.map(({ name }) => name)).toEqual([
      "my_lca_inventory",
      "my_lca_activities",
      "my_lca_products",
      "my_lca_elementary_flows",
      "my_lca_exchanges",
      "my_lca_exchange_details",
      "my_lca_parameters",
      "my_lca_impact_indicators",
      "my_lca_impact_factors",
    ]);
    const entry = await datasets.entry("my_lca_exchanges");
    expect(entry).toMatchObject({ kind: "lifecycle", licence: "as its files state: CC0", licence_confirmed: false });
    expect(entry.imported!.inventory).toMatchObject({ name: "My LCA", activities: 3, exchanges: entry.rows });

    const found = (await pool.call("lifecycle.find", { $inventory: { source: "My LCA" }, text: "baking" })) as {
      activities: { id: string }[];
    };
    expect(found.activities.map(({ id }) => id)).toEqual(["bakery"]);
    const { reference, scores } = (await pool.call("lifecycle.score", { ...opened, demand })) as {
      reference: object;
      scores: { indicator: string; score: number }[];
    };
    expect(reference).toMatchObject({ id: "disposal", name: "Disposal", unit: "kg" });
    // Its own 0.9 kg CO2, and 0.1 MJ of the plant, which emits 0.1 kg for 3 MJ of power and heat.
    expect(scores.find(({ indicator }) => indicator === "GWP100_AR6")!.score).toBeCloseTo(0.9 + 0.1 / 30, 12);

    const queries = openQueries();
    const rows = await queries.query(
      "select a.name, count(*) n from my_lca_exchanges e join my_lca_activities a on a.rowid = e.activity group by all",
    );
    expect(rows.length).toBeGreaterThan(0);
    const licence = await queries.query("select name, licence from imported_inventories");
    expect(new TextDecoder().decode(licence)).toContain("My LCA");
    await queries.stop();
  });

  it("is known when its files come again under its name, and listed when another name is asked for", async () => {
    const importing = new FileImport(create, [file]);
    expect((await importing.offer()).inventory!.kept).toEqual(["My LCA"]);
    expect((await importing.keep({ name: "My LCA" })).since).toBeDefined();
    expect((await importing.keep({ name: "Other" })).since).toBeUndefined();
    await expect(importing.keep({ name: "USLCI" })).rejects.toThrow("ships with the program");
    importing.stop();
    const asked = pool.call("lifecycle.score", { $inventory: { source: "ecoinvent" }, demand });
    await expect(asked).rejects.toThrow("imported into this browser: My LCA and Other.");
    await store.remove((await store.entries()).filter(({ vintage }) => vintage === "Other").map(({ name }) => name));
    expect((await datasets.entry("imported_inventories")).rows).toBe(1);
  });

  it("leaves nothing in the browser's storage when it is given up while it is written", async () => {
    const before = [await files(), await store.entries()];
    const importing = new FileImport(create, [file]);
    const controller = new AbortController();
    const job = importing.keep(
      { name: "Given up" },
      {
        signal: controller.signal,
        progress: ({ message }) => {
          if (message === "Given up") controller.abort();
        },
      },
    );
    await expect(job).rejects.toMatchObject({ name: "AbortError" });
    importing.stop();
    expect([await files(), await store.entries()]).toEqual(before);
  });

  it("is not there when its archive is damaged, and the sentence names the file", async () => {
    const broken = zip({ ...Object.fromEntries(texts(schema2())), "processes/bakery.json": '{"@id": ' }, "broken.zip");
    const importing = new FileImport(create, [broken]);
    await expect(importing.offer()).rejects.toThrow(/broken\/processes\/bakery\.json/);
    importing.stop();
  });
});

describe("An import that is given up", () => {
  // Some thousand cells in a dozen files: enough for several progress reports while it is read and written.
  const large = icioOf(240);

  it.each([
    ["before it begins", () => true],
    ["while its files are hashed", ({ message }: Progress) => message === "SHA-256"],
    ["while it is read", ({ message }: Progress) => message === "ICIO2023_2020.csv"],
    ["while it is written", ({ message }: Progress) => message === "OECD ICIO 2023 2020"],
  ])("%s leaves nothing in the browser's storage", async (when, isReached) => {
    const before = [await files(), await store.entries()];
    const controller = new AbortController();
    const reached = [when === "before it begins"];
    const job = importFiles(
      create,
      [large],
      {},
      {
        signal: controller.signal,
        progress: (progress) => {
          if (!isReached(progress)) return;
          reached[0] = true;
          controller.abort();
        },
      },
    );
    if (when === "before it begins") controller.abort();
    await expect(job).rejects.toMatchObject({ name: "AbortError" });
    expect(reached).toEqual([true]);
    expect([await files(), await store.entries()]).toEqual(before);
  });

  it("leaves what was imported before as it was", async () => {
    const { entries } = await importFiles(create, [large]);
    const flows = entries.find(({ name }) => name.endsWith("_flows"))!;
    const controller = new AbortController();
    const job = importFiles(
      create,
      [large],
      { again: true },
      {
        signal: controller.signal,
        progress: ({ message }) => {
          if (message === "OECD ICIO 2023 2020") controller.abort();
        },
      },
    );
    await expect(job).rejects.toMatchObject({ name: "AbortError" });
    expect(await digestOf((await store.read(flows.name))!)).toBe(flows.sha256);
    expect((await files()).filter((name) => name.startsWith("oecd"))).toHaveLength(6);
  });

  it("tells how far it is, from the first byte to the last", async () => {
    const told: number[] = [];
    await importFiles(create, [large], { again: true }, { progress: ({ fraction }) => void told.push(fraction!) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told[0]).toBeLessThanOrEqual(0.1);
    expect(told.at(-1)).toBeGreaterThan(0.9);
    expect(told.length).toBeGreaterThan(3);
  });
});

it("An archive is unpacked no faster than it is read", async () => {
  let state = 1;
  const digits = new Uint8Array(24_000_000).map((_, i) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return i % 80 === 79 ? 10 : 48 + ((state >> 16) % 10);
  });
  const packed = zipSync({ "Z.txt": [digits, { level: 1, mtime: "2020-01-01" }] });
  const source = await openFiles([new File([Uint8Array.from(packed)], "a.zip")]);
  const text = source.open("a/Z.txt")[Symbol.asyncIterator]();
  let read = 0;
  while (read < 1_000_000) read += (await text.next()).value!.length;
  // Give what would run ahead the time to do so: as many turns of the page as all of it has pieces.
  for (let turn = 0; turn < 500; turn++) await new Promise((resolve) => setTimeout(resolve));
  // Chromium reads a file in pieces of 2 MB, and two of them ahead.
  expect(source.bytesRead).toBeLessThan(6_000_000);
  expect(packed.length).toBeGreaterThan(10_000_000);
  await text.return?.();
});

/** Names of the files that imports have in the browser's storage. */
async function files(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("imported-datasets", { create: true });
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names.sort();
}

async function digestOf(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** An ICIO table of two regions whose every cell is filled. */
function icioOf(sectors: number): File {
  const labels = ["AUS", "NZL"].flatMap((region) => Array.from({ length: sectors }, (_, i) => `${region}_S${i}`));
  const line = (label: string) => `${label},${labels.map((_, j) => j + 0.25).join(",")},1,2`;
  const text = [`V1,${labels.join(",")},AUS_HFCE,NZL_HFCE`, ...labels.map(line)].join("\n");
  return new File([text, "\n"], "ICIO2023_2020.csv");
}
