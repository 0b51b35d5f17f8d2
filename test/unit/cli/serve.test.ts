import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer as bufferOf, json as jsonOf, text as textOf } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { tableFromArrays, tableFromIPC, tableToIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shapes } from "../../../cli/json/shapes.ts";
import { notebookOf } from "../check/checked.ts";
import { entry, yuheng, yuhengProcess } from "./yuheng.ts";

let folder: string;
let server: ChildProcess;
let address: string;
let report: { address: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-serve-"));
  await mkdir(join(folder, "datasets"));
  await writeFile(join(folder, "mine.html"), notebookOf(["1 + 1"]));
  // What a process that was killed has left: its number is none that a system gives.
  const { newProcessName } = await import("../../../cli/serve/process-name.ts");
  await writeFile(join(folder, `.yuheng-${newProcessName(999_999_999, 1)}.tmp`), "half");
  const table = tableFromArrays({ plant: ["a", "b"], co2: new Float64Array([1, 2]) });
  await writeFile(join(folder, "datasets/plants.arrow"), tableToIPC(table, "file"));
  const catalogue = { datasets: [{ name: "plants", file: "plants.arrow", title: "Plants" }] };
  await writeFile(join(folder, "datasets/catalogue.json"), JSON.stringify(catalogue));
  await writeFile(join(folder, "fuels.csv"), "fuel;t\ncoal;1,5\n");
  await writeFile(join(folder, ".env"), "SECRET=1");
  await writeFile(join(folder, "datasets/.key"), "secret");
  await symlink("/etc/hostname", join(folder, "link.csv"));
  await symlink("/etc", join(folder, "linked"));
  const fields = [
    { name: "fuel", type: "string" },
    { name: "t", type: "number", unit: "t" },
  ];
  const resource = { name: "coal", path: "fuels.csv", format: "csv", schema: { fields } };
  await writeFile(join(folder, "datapackage.json"), JSON.stringify({ resources: [resource] }));
  // Without a port named, it takes one that is free.
  server = spawn(process.execPath, [entry, "serve", join(folder, "mine.html"), "--json"], { stdio: "pipe" });
  report = await new Promise((resolve, reject) => {
    let [out, err] = ["", ""];
    server.stdout!.on("data", (text) => {
      out += text;
      if (out.endsWith("}\n")) resolve(JSON.parse(out));
    });
    server.stderr!.on("data", (text) => {
      err += text;
    });
    server.on("exit", () => reject(new Error(`It ended: ${err}`)));
  });
  address = new URL("/", report.address).href;
}, 120_000);

afterAll(async () => {
  server.kill();
  await rm(folder, { recursive: true, force: true });
});

const json = async (path: string) => (await fetch(new URL(path, address))).json();

describe("yuheng serve", { timeout: 120_000 }, () => {
  test("serves the workbench, with the notebooks of the folder", async () => {
    expect(await (await fetch(address)).text()).toMatch(/<meta name="yuheng-token" content="[\w-]{20,}"/);
    expect(await json("api/notebooks")).toMatchObject([{ name: "mine" }]);
  });

  test("of a file says the address of that notebook, as JSON if asked", () => {
    expect(shapes.serve.parse(report)).toEqual({ address: `${address}#/n/mine`, folder, notebook: "mine" });
  });

  test("gives its page the files beside the notebooks, described by their Data Package, and nothing else", async () => {
    const token = /yuheng-token" content="([^"]+)"/.exec(await (await fetch(address)).text())![1]!;
    const get = (name: string, headers = { "X-Yuheng-Token": token }) =>
      fetch(new URL(`api/files/${encodeURIComponent(name)}`, address), { headers });
    const listed: { name: string; tables: object }[] = await (await get("")).json();
    expect(listed.map(({ name }) => name)).toEqual(["datapackage.json", "fuels.csv"]);
    expect(listed[1]!.tables).toMatchObject({ coal: { reading: { columns: [{ name: "fuel" }, { unit: "t" }] } } });
    const given = await get("fuels.csv");
    expect([given.status, await given.text()]).toEqual([200, "fuel;t\ncoal;1,5\n"]);
    const within = await get("datasets/catalogue.json");
    expect([within.status, await within.json()]).toEqual([
      200,
      expect.objectContaining({ datasets: expect.anything() }),
    ]);
    const refused = ["mine.html", ".env", "link.csv", "../mine.csv", "datasets/.key", "linked/hostname", "none.csv"];
    const answers = await Promise.all(refused.map(async (name) => (await get(name)).status));
    expect(answers).toEqual([404, 404, 403, 400, 404, 403, 404]);
    expect((await get("fuels.csv", { "X-Yuheng-Token": "stale" })).status).toBe(403);
    expect((await fetch(new URL("api/files/fuels.csv", address))).status).toBe(403);
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

  test("has removed what a killed process left in the folder", async () => {
    expect((await readdir(folder)).filter((name) => name.startsWith(".yuheng"))).toEqual([]);
  });

  test.each([
    [["serve", "gone"], "There is no folder “gone”."],
    [["serve", "gone.html"], "There is no file “gone.html”."],
    [["serve", "package.json"], "“package.json” is no notebook"],
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

/** Sends a request as it stands, which `fetch` would put right first. */
function send(
  path: string,
  { body, ...options }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<IncomingMessage> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const call = httpRequest({ host: "127.0.0.1", port, path, ...options }, resolve);
    call.on("error", reject);
    call.end(body);
  });
}

/** The address of the frame's program, as the page's document names it. */
async function frameAddress(): Promise<string> {
  return /href="\.(\/assets\/frame-[\w-]{8}\.js)"/.exec(await (await fetch(address)).text())![1]!;
}

async function tokenOf(): Promise<string> {
  return /name="yuheng-token" content="([\w-]+)"/.exec(await (await fetch(address)).text())![1]!;
}

const put = async (name: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  send(`/api/notebooks/${name}`, { method: "PUT", headers: { "x-yuheng-token": await tokenOf(), ...headers }, body });

/** A refusal in one sentence, which tells nothing of the program. */
async function sentenceOf(response: IncomingMessage): Promise<[status: number, sentence: string]> {
  const body = await textOf(response);
  expect(body).not.toMatch(/\bat [^ ]+ \(|node_modules|\.ts:|\.js:/);
  const { error } = JSON.parse(body) as { error: string };
  expect(error).toMatch(/^\S.*\.$/);
  return [response.statusCode!, error];
}

describe("The server", { timeout: 120_000 }, () => {
  test.each(["/api/notebooks/%ff", "/api/notebooks/%", "/datasets/%ff", "/%ff", "/%c0%ae%c0%ae/", "/a?b=%ff"])(
    "answers %s, which is no address, with a sentence",
    async (path) => {
      expect(await sentenceOf(await send(path))).toEqual([400, "The address is malformed."]);
    },
  );

  test.each([
    "/api/notebooks/%00",
    "/datasets/a%00.json",
    "/%00",
    "/@fs/%00",
    "/%0d%0aX:y",
    "/../package.json",
    "/%2e%2e/package.json",
    "/a/..%2f..%2fb",
    "/api/notebooks/..%5cmine",
    "/datasets/..%2fmine.json",
  ])("answers %s, which leads where no address of the page does, with a sentence", async (path) => {
    expect(await sentenceOf(await send(path))).toEqual([400, "The address is malformed."]);
  });

  test.each([
    ".mine",
    "mine.",
    "mine%20",
    "con",
    "NUL",
    "a%3ab",
    "x".repeat(4000),
    encodeURIComponent("碳".repeat(100)),
  ])("answers %s, which no notebook can be called, with a sentence, for reading as for writing", async (name) => {
    const refused = [400, expect.stringContaining("cannot be the name of a notebook.")];
    expect(await sentenceOf(await send(`/api/notebooks/${name}`))).toEqual(refused);
    expect(await sentenceOf(await put(name, JSON.stringify({ text: "x", version: null })))).toEqual(refused);
  });

  test.each([
    ["null", "null"],
    ["a number", "1"],
    ["a list", "[]"],
    ["a text", '"text"'],
    ["a text that is none", '{"text": 1, "version": null}'],
    ["no version", '{"text": "x"}'],
    ["half of it", '{"text": "x", "ver'],
    ["nothing", ""],
  ])("refuses a save that says %s with a sentence", async (_, body) => {
    expect(await sentenceOf(await put("refused", body))).toEqual([
      400,
      "A save needs the notebook's text, and the version that it is based on.",
    ]);
  });

  test("refuses a save that is not UTF-8, and one that is too large, and writes neither", async () => {
    const latin = Buffer.from('{"text": "\xe9", "version": null}', "latin1");
    expect(await sentenceOf(await put("refused", latin))).toEqual([400, "What was sent is not UTF-8 text."]);
    const large = JSON.stringify({ text: "x".repeat(32 * 1024 * 1024 + 1), version: null });
    const tooLarge = [413, "A notebook may be at most 32 MiB."];
    expect(await sentenceOf(await put("refused", large))).toEqual(tooLarge);
    // Announced as small as it is not, and too large for the rest of it to be kept.
    const chunked = { "transfer-encoding": "chunked" };
    expect(await sentenceOf(await put("refused", Buffer.alloc(65 * 1024 * 1024, 32), chunked))).toEqual(tooLarge);
    expect(await readdir(folder)).not.toContain("refused.html");
  });

  test("goes on after requests that break off or are none", async () => {
    const { port } = new URL(address);
    const token = await tokenOf();
    const head = `PUT /api/notebooks/half HTTP/1.1\r\nHost: localhost\r\nX-Yuheng-Token: ${token}\r\nContent-Length: 1000\r\n\r\n{"text`;
    for (const bytes of [
      head,
      "GET /%ff HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
      "GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "\0\0\0\r\n\r\n",
    ]) {
      await new Promise<void>((resolve, reject) => {
        const socket = connect(Number(port), "127.0.0.1", () => socket.end(bytes));
        socket
          .on("error", reject)
          .on("close", () => resolve())
          .resume();
      });
    }
    expect(await json("api/notebooks")).toMatchObject([{ name: "mine" }]);
  });

  test("keeps a connection that is not used for a minute, and says so", async () => {
    expect((await fetch(new URL("/", address))).headers.get("keep-alive")).toBe("timeout=65");
  });

  test("gives what is named after its content for good, compressed to whoever can read it", async () => {
    const path = await frameAddress();
    const [plain, compressed, zipped, head] = await Promise.all([
      send(path),
      send(path, { headers: { "accept-encoding": "gzip, deflate, br, zstd" } }),
      send(path, { headers: { "accept-encoding": "gzip, deflate" } }),
      send(path, { method: "HEAD", headers: { "accept-encoding": "br;q=0" } }),
    ]);
    for (const { statusCode, headers } of [plain, compressed, zipped, head]) {
      expect([statusCode, headers["cache-control"], headers.vary, headers["content-type"]]).toEqual([
        200,
        "public, max-age=31536000, immutable",
        "Accept-Encoding",
        "text/javascript; charset=utf-8",
      ]);
      expect(headers).toMatchObject({
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
        "connection-allowlist": "(response-origin)",
      });
    }
    expect([plain, compressed, zipped, head].map(({ headers }) => headers["content-encoding"])).toEqual([
      undefined,
      "br",
      "gzip",
      undefined,
    ]);
    const [whole, packed, other, nothing] = await Promise.all([plain, compressed, zipped, head].map(bufferOf));
    expect(brotliDecompressSync(packed!).equals(whole!)).toBe(true);
    expect(gunzipSync(other!).equals(whole!)).toBe(true);
    expect(other!.length).toBeLessThan(whole!.length / 2.5);
    expect(packed!.length).toBeLessThan(whole!.length / 3);
    expect([nothing!.length, Number(head.headers["content-length"])]).toEqual([0, whole!.length]);
  });

  test("gives the page's document as gzip where Brotli is not read", async () => {
    const response = await send("/", { headers: { "accept-encoding": "deflate, gzip;q=0.8, br;q=0" } });
    expect(response.headers["content-encoding"]).toBe("gzip");
    const bytes = await bufferOf(response);
    expect(bytes).toHaveLength(Number(response.headers["content-length"]));
    expect(gunzipSync(bytes).toString()).toBe(await textOf(await send("/")));
  });

  test("sends the page's document and the catalogue only to a browser that does not have them yet", async () => {
    for (const path of ["/", "/datasets/catalogue.json"]) {
      const first = await send(path);
      first.resume();
      expect(first.headers["cache-control"]).toBe("no-cache");
      const again = await send(path, { headers: { "if-none-match": String(first.headers.etag) } });
      expect([again.statusCode, await textOf(again)]).toEqual([304, ""]);
      const other = await send(path, { headers: { "if-none-match": '"another"' } });
      expect([other.statusCode, (await bufferOf(other)).length]).toEqual([
        200,
        Number(first.headers["content-length"]),
      ]);
    }
  });

  test("gives a dataset for good under the hash of its content, and under another only until the next time", async () => {
    const { datasets } = await json("datasets/catalogue.json");
    const { file, sha256 } = datasets.find(({ name }: { name: string }) => name === "population");
    const cacheOf = async (hash: string) => {
      const response = await send(`/datasets/${file}?sha256=${hash}`);
      response.resume();
      return response.headers["cache-control"];
    };
    expect(await cacheOf(sha256)).toBe("public, max-age=31536000, immutable");
    expect(await cacheOf("0".repeat(64))).toBe("no-cache");
  });

  test("has nothing at an address that names no file of the built page", async () => {
    for (const path of ["/main.ts", "/assets/", "/assets/none.js", `${await frameAddress()}.br`, "/index.html.br"]) {
      expect(await sentenceOf(await send(path))).toEqual([404, "There is nothing at this address."]);
    }
  });

  const elsewhere = "http://elsewhere.example";
  test.each<[string, Record<string, string>]>([
    ["the name of another host", { host: "elsewhere.example" }],
    ["a name that ends like this one", { host: "localhost.elsewhere.example" }],
    ["the origin of another site", { origin: elsewhere }],
    ["the origin of another port", { origin: "http://localhost:1" }],
    ["no origin, as a notebook's frame", { origin: "null" }],
    [
      "a script or picture of another site",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" },
    ],
    [
      "a frame in another site",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    ],
    ["a page of another port", { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" }],
  ])("refuses %s on every route, and allows it nothing", async (_, headers) => {
    for (const path of [
      "/",
      await frameAddress(),
      "/api/notebooks",
      "/api/notebooks/mine",
      "/datasets/catalogue.json",
    ]) {
      const response = await send(path, { headers });
      expect(response.headers["access-control-allow-origin"]).toBeUndefined();
      expect(await sentenceOf(response)).toEqual([403, expect.any(String)]);
    }
    const preflight = {
      ...headers,
      "access-control-request-method": "PUT",
      "access-control-request-headers": "x-yuheng-token",
    };
    const response = await send("/api/notebooks/mine", { method: "OPTIONS", headers: preflight });
    expect([response.statusCode, response.headers["access-control-allow-origin"]]).toEqual([403, undefined]);
    response.resume();
    const { version } = await json("api/notebooks/mine");
    const save = await put("mine", JSON.stringify({ text: "theirs", version }), headers);
    expect(await sentenceOf(save)).toEqual([403, expect.any(String)]);
    expect(await readFile(join(folder, "mine.html"), "utf8")).not.toBe("theirs");
  });

  test("starts no editor", async () => {
    for (const path of [
      "/__open-in-editor?file=mine.html",
      "/__open%2din-editor?file=mine.html",
      "//__open-in-editor",
    ]) {
      expect((await send(path)).statusCode).toBe(403);
    }
  });

  test("lets a link of another site open the workbench", async () => {
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    expect(await textOf(await send("/", { headers }))).toContain("yuheng-token");
  });

  test("takes one save of eight at once, and tells the seven others what is there now", async () => {
    const token = await tokenOf();
    const saves = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        send("/api/notebooks/rush", {
          method: "PUT",
          headers: { "x-yuheng-token": token },
          body: JSON.stringify({ text: `writer ${i}`, version: null }),
        }),
      ),
    );
    const answers = (await Promise.all(saves.map(jsonOf))) as { text?: string; current?: { text: string } }[];
    const text = await readFile(join(folder, "rush.html"), "utf8");
    expect(saves.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(answers.map(({ text: own, current }) => own ?? current!.text)).toEqual(Array(8).fill(text));
    await rm(join(folder, "rush.html"));
  });

  test("follows no link out of its folders, neither on its own routes nor on those of files", async () => {
    const outside = await mkdtemp(join(tmpdir(), "yuheng-outside-"));
    const links = [join(folder, "link.html"), join(folder, "datasets/plants.arrow")];
    const table = await readFile(links[1]!);
    try {
      await writeFile(join(outside, "secret"), "not for this page");
      await rm(links[1]!);
      for (const link of links) await symlink(join(outside, "secret"), link);
      expect(await sentenceOf(await send("/api/notebooks/link"))).toEqual([403, expect.stringContaining("is a link.")]);
      expect(await sentenceOf(await send("/datasets/plants.arrow"))).toEqual([
        500,
        expect.stringContaining("is a link."),
      ]);
      expect(await json("api/notebooks")).toMatchObject([{ name: "mine" }]);
      for (const path of [join(outside, "secret"), ...links, "/etc/passwd"]) {
        const response = await send(`/@fs${path}`);
        expect(await sentenceOf(response)).toEqual([404, "There is nothing at this address."]);
      }
    } finally {
      for (const link of links) await rm(link);
      await writeFile(links[1]!, table);
      await rm(outside, { recursive: true });
    }
  });
});
