import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ProgramBuilds } from "../../../cli/build/program-builds.ts";
import { readShipped, ShippedContents, ship } from "../../../cli/build/shipped-programs.ts";
import { compressFiles, keepCompressedOnly, readMaybeCompressed } from "../../../cli/serve/compressed.ts";
import { staticFiles } from "../../../cli/serve/static-files.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-shipped-"));
  await mkdir(join(folder, "build/workbench/assets"), { recursive: true });
  await mkdir(join(folder, "build/programs"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const program = "export const answer = 42;\n".repeat(1000);
const onlyOfSites = "export const reader = true; // ü\n".repeat(1000);
const wasm = Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * i) % 251));

/** A workbench of three files, as a package contains it. */
async function packedWorkbench(): Promise<ShippedContents> {
  const workbench = join(folder, "build/workbench");
  await writeFile(join(workbench, "index.html"), `<!doctype html>${"<p>page</p>".repeat(500)}`);
  await writeFile(join(workbench, "assets/program-a.js"), program);
  await writeFile(join(workbench, "assets/database-b.wasm"), wasm);
  await writeFile(join(workbench, "assets/small-c.js"), "1;");
  await compressFiles(workbench);
  const contents = new ShippedContents(folder);
  await contents.addFolder("build/workbench/assets");
  await keepCompressedOnly(workbench);
  return contents;
}

test("A packed workbench has each file once: compressed, or plain if it is small or a document", async () => {
  await packedWorkbench();
  const files = await readdir(join(folder, "build/workbench"), { recursive: true });
  expect(files.sort()).toEqual([
    "assets",
    "assets/database-b.wasm.br",
    "assets/program-a.js.br",
    "assets/small-c.js",
    "index.html",
  ]);
  expect((await readMaybeCompressed(join(folder, "build/workbench/assets/program-a.js"))).toString()).toBe(program);
  await expect(readMaybeCompressed(join(folder, "none.js"))).rejects.toThrow("none.js");
});

test("Builds in a package are read as they were, and no content of them is there twice", async () => {
  const contents = await packedWorkbench();
  const [site, single] = [
    { files: [{ address: "reader.js", content: onlyOfSites }], later: { sqlite: { content: program } } },
    { reader: onlyOfSites, later: { sqlite: program }, style: "p {}" },
  ] as unknown as [ProgramBuilds["site"], ProgramBuilds["single"]];
  const database = { files: [{ address: "database.wasm", content: wasm }], worker: "w", wasm: "database.wasm" };
  await ship(folder, "site", site, contents);
  await ship(folder, "single", single, contents);
  await ship(folder, "database", database, contents);
  expect(await readShipped(folder, "site")).toEqual(site);
  expect(await readShipped(folder, "single")).toEqual(single);
  expect(await readShipped(folder, "database")).toEqual(database);
  const files = await readdir(join(folder, "build/programs"));
  expect(files.filter((file) => file.endsWith(".br"))).toHaveLength(1);
});

describe("The server of a packed workbench", () => {
  let server: Server;

  beforeEach(async () => {
    await packedWorkbench();
    const route = await staticFiles(join(folder, "build/workbench"));
    server = createServer((message, response) => route(message, response, () => response.writeHead(404).end()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const get = (path: string, encoding?: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers = encoding === undefined ? {} : { "accept-encoding": encoding };
      const { port } = server.address() as AddressInfo;
      request({ host: "127.0.0.1", port, path, headers, agent: false }, resolve).on("error", reject).end();
    });

  test("sends each file to who reads Brotli, gzip, or neither", async () => {
    for (const [path, content] of [
      ["/assets/program-a.js", Buffer.from(program)],
      ["/assets/database-b.wasm", wasm],
    ] as const) {
      const [plain, zipped, compressed] = await Promise.all([get(path), get(path, "gzip"), get(path, "gzip, br")]);
      expect([plain, zipped, compressed].map(({ headers }) => headers["content-encoding"])).toEqual([
        undefined,
        "gzip",
        "br",
      ]);
      const [whole, other, packed] = await Promise.all([plain, zipped, compressed].map(buffer));
      expect(whole!.equals(content)).toBe(true);
      expect(gunzipSync(other!).equals(content)).toBe(true);
      expect(brotliDecompressSync(packed!).equals(content)).toBe(true);
      expect(packed).toHaveLength(Number(compressed!.headers["content-length"]));
    }
    expect((await buffer(await get("/assets/small-c.js", "br"))).toString()).toBe("1;");
  });

  test("has nothing at the address of a compressed form or of a document", async () => {
    for (const path of ["/assets/program-a.js.br", "/index.html"]) expect((await get(path)).statusCode).toBe(404);
  });
});
