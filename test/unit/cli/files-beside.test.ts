import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { filesBesideRoutes } from "../../../cli/serve/files-beside.ts";
import { filterRequests } from "../../../cli/serve/guard.ts";
import { listenerOf } from "../../../cli/serve/routes.ts";

let folder: string;
let server: Server;
let address: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-beside-"));
  server = createServer(listenerOf([["/api/files", filesBesideRoutes(folder, "token")]]));
  filterRequests(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/files/`;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const reading = { format: "delimited", delimiter: ";", columns: [{ name: "t", type: "number", unit: "Mt" }] };
const tables = { mine: { reading, rows: 1 } };

function form(content: string | Blob, writing: unknown): FormData {
  const sent = new FormData();
  sent.append("writing", JSON.stringify(writing));
  sent.append("content", typeof content === "string" ? new Blob([content]) : content);
  return sent;
}

async function ask(method: string, name: string, body?: BodyInit, more: Record<string, string> = {}) {
  const headers = { "X-Yuheng-Token": "token", Connection: "close", ...more };
  const response = await fetch(new URL(name, address), { method, headers, ...(body && { body }) });
  return { status: response.status, body: await response.json() };
}

test("writes a file with how it is read, lists it so, and removes both", async () => {
  const name = encodeURIComponent("各国 1.csv");
  const written = await ask("PUT", name, form("t\n1\n", { tables, version: null }));
  expect(written).toMatchObject({ status: 200, body: { name: "各国 1.csv", sha256: hashOf("t\n1\n"), tables } });
  expect(await readFile(join(folder, "各国 1.csv"), "utf8")).toBe("t\n1\n");
  const { body: listed } = await ask("GET", "");
  expect(listed).toMatchObject([{ name: "datapackage.json" }, { name: "各国 1.csv", tables }]);
  expect(await ask("DELETE", `${name}?version=${hashOf("t\n1\n")}`)).toMatchObject({ status: 200 });
  expect(await readdir(folder)).toEqual(["datapackage.json"]);
});

test("does not replace or remove another file, and says which is there", async () => {
  await writeFile(join(folder, "a.csv"), "other");
  const conflict = { status: 409, body: { said: expect.anything(), current: hashOf("other") } };
  expect(await ask("PUT", "a.csv", form("mine", { tables: {}, version: null }))).toMatchObject(conflict);
  expect(await ask("DELETE", `a.csv?version=${hashOf("mine")}`)).toMatchObject(conflict);
  expect(await ask("DELETE", "a.csv")).toMatchObject(conflict);
  expect(await readFile(join(folder, "a.csv"), "utf8")).toBe("other");
});

test("takes nothing from another site, from a page of an earlier start, or in another form", async () => {
  const good = () => form("x", { tables: {}, version: null });
  const put = (more: Record<string, string>) => ask("PUT", "a.csv", good(), more);
  expect((await put({ "X-Yuheng-Token": "stale" })).status).toBe(403);
  expect((await put({ Origin: "http://elsewhere.example" })).status).toBe(403);
  expect((await put({ Origin: "null" })).status).toBe(403);
  expect((await put({ "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  const wrong = [
    "x",
    form("x", { tables: { a: { reading: { format: "exe" }, rows: 0 } }, version: null }),
    form("x", { tables: {} }),
    form("x", { tables: {}, version: "1" }),
  ];
  for (const body of wrong) expect((await ask("PUT", "a.csv", body)).status).toBe(400);
  expect((await ask("PUT", "..%2Fa.csv", good())).status).toBe(400);
  expect((await ask("PUT", "a%2Fb.csv", good())).status).toBe(400);
  expect(await ask("PUT", "mine.html", good())).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining("“mine.html” cannot be the name of a file beside the notebooks") },
  });
  expect((await ask("POST", "a.csv", good())).status).toBe(405);
  expect(await readdir(folder)).toEqual([]);
});

test("refuses what is too large, with the limit", async () => {
  const large = form(new Blob([new Uint8Array(104_100_000)]), { tables: {}, version: null });
  expect(await ask("PUT", "a.csv", large)).toMatchObject({
    status: 413,
    body: { error: "A file beside a notebook may be at most 100 MB." },
  });
  expect(await readdir(folder)).toEqual([]);
});

test("says why the system did not write", async () => {
  await rm(folder, { recursive: true });
  expect(await ask("PUT", "a.csv", form("x", { tables: {}, version: null }))).toMatchObject({
    status: 500,
    body: { error: "“a.csv” could not be written beside the notebook: system error ENOENT." },
  });
});
