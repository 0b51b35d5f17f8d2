import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tableFromArrays, tableFromIPC, tableToIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notebookOf } from "../check/checked.ts";
import { yuheng, yuhengProcess } from "./yuheng.ts";

const entry = fileURLToPath(new URL("../../../cli/yuheng.mjs", import.meta.url));
let folder: string;
let server: ChildProcess;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-serve-"));
  await mkdir(join(folder, "datasets"));
  await writeFile(join(folder, "mine.html"), notebookOf(["1 + 1"]));
  const table = tableFromArrays({ plant: ["a", "b"], co2: new Float64Array([1, 2]) });
  await writeFile(join(folder, "datasets/plants.arrow"), tableToIPC(table, "file"));
  const catalogue = { datasets: [{ name: "plants", file: "plants.arrow", title: "Plants" }] };
  await writeFile(join(folder, "datasets/catalogue.json"), JSON.stringify(catalogue));
  server = spawn(process.execPath, [entry, "serve", folder, "--port", String(await freePort())], { stdio: "pipe" });
  address = await new Promise((resolve, reject) => {
    let said = "";
    for (const stream of [server.stdout!, server.stderr!]) {
      stream.on("data", (text) => {
        said += text;
        const found = /Yuheng Notebook: (http:\S+)/.exec(said);
        if (found) resolve(found[1]!);
      });
    }
    server.on("exit", () => reject(new Error(`It ended: ${said}`)));
  });
}, 120_000);

afterAll(async () => {
  server.kill();
  await rm(folder, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

const json = async (path: string) => (await fetch(new URL(path, address))).json();

describe("yuheng serve", { timeout: 120_000 }, () => {
  test("serves the workbench, with the notebooks of the folder", async () => {
    expect(await (await fetch(address)).text()).toMatch(/<meta name="yuheng-token" content="[\w-]{20,}"/);
    expect(await json("api/notebooks")).toMatchObject([{ name: "mine" }]);
  });

  test("gives the folder's own datasets beside those that ship, described by what is in the file", async () => {
    const { datasets } = await json("datasets/catalogue.json");
    expect(datasets.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(["population", "plants"]),
    );
    const own = datasets.at(-1);
    expect(own).toMatchObject({
      name: "plants",
      rows: 2,
      format: "arrow",
      columns: [{ name: "plant" }, { name: "co2" }],
    });
    const bytes = new Uint8Array(await (await fetch(new URL("datasets/plants.arrow", address))).arrayBuffer());
    expect(tableFromIPC(bytes).numRows).toBe(2);
    expect((await fetch(new URL("datasets/population.arrow", address))).status).toBe(200);
  });

  test.each([
    [["serve", "gone"], "There is no folder “gone”."],
    [["serve", ".", "--port", "many"], "“many” is no port."],
    [["serve", "a", "b"], "One folder is served at a time."],
  ])("%j ends with 2 and a sentence", async (args, sentence) => {
    expect(await yuheng(args)).toMatchObject({ code: 2, err: expect.stringContaining(sentence) });
  });

  test("says so where the port is taken, and ends", async () => {
    const { port } = new URL(address);
    const { code, err } = await yuhengProcess(["serve", folder, "--port", port]);
    expect([code, err]).toEqual([1, expect.stringContaining(port)]);
  });
});
