import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shapes } from "../../../../cli/json/shapes.ts";
import { entry, yuheng } from "../yuheng.ts";

let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-api-"));
});

afterAll(async () => {
  for (const child of running) child.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the interface at a free port, and gives what it says. */
async function start(port: number, more: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const args = [
    entry,
    "serve",
    "--api",
    "--json",
    "--port",
    String(port),
    "--tokens",
    join(folder, "tokens.json"),
    ...more,
  ];
  const child = spawn(process.execPath, args, { stdio: "pipe", env: { ...process.env, ...env } });
  running.push(child);
  const said = { out: "", err: "" };
  await new Promise<void>((resolve, reject) => {
    child.stderr.on("data", (text) => {
      said.err += text;
    });
    child.stdout.on("data", (text) => {
      said.out += text;
      if (said.out.endsWith("}\n")) resolve();
    });
    child.on("exit", () => reject(new Error(`It ended: ${said.err}`)));
  });
  return { address: shapes.serve.parse(JSON.parse(said.out)).address, err: said.err, child };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const status = async (address: string, token: string) =>
  (await fetch(new URL("/v1/tools", address), { headers: { Authorization: `Bearer ${token}` } })).status;

async function end(child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  child.kill("SIGTERM");
  return ended;
}

describe("yuheng serve --api", { timeout: 120_000 }, () => {
  test("makes a token at its first start, shows it once, and knows it afterwards", async () => {
    const first = await start(await freePort());
    const token = /^Token \(read, compute\), shown only now: (\S+)$/m.exec(first.err)![1]!;
    expect(await status(first.address, token)).toBe(200);
    expect(await readFile(join(folder, "tokens.json"), "utf8")).not.toContain(token);
    expect(await end(first.child)).toBe(143);
    const more = { YUHENG_API_TOKEN: "a-token-that-is-long-enough" };
    const second = await start(await freePort(), ["--new-token", "read"], more);
    const made = /^Token \(read\), shown only now: (\S+)\n$/.exec(second.err)![1]!;
    for (const known of [token, made, more.YUHENG_API_TOKEN]) expect(await status(second.address, known)).toBe(200);
    expect(await status(second.address, "another-token-of-this-length")).toBe(401);
    await end(second.child);
  });

  test("writes its client to a file", async () => {
    const file = join(folder, "client.ts");
    expect(await yuheng(["serve", "--api", "--client", file])).toEqual({ code: 0, out: "", err: "" });
    expect(await readFile(file, "utf8")).toContain("export class YuhengClient");
  });

  test.each([
    [["--host", "0.0.0.0", "--api"], "--tokens FILE"],
    [["--api", "notebooks"], "leave it out"],
    [["--api", "--open"], "opens no browser"],
    [["--rate", "5"], "give --api, too"],
    [["--api", "--tokens", "package.json"], "is no file of tokens"],
  ])("refuses %j with a sentence", async (args, sentence) => {
    expect(await yuheng(["serve", ...args])).toEqual({ code: 2, out: "", err: expect.stringContaining(sentence) });
  });

  test("refuses scopes that there are not", async () => {
    const args = ["serve", "--api", "--tokens", join(folder, "none.json"), "--new-token", "write"];
    expect((await yuheng(args)).err).toContain("“write” is no scope: there are read and compute.");
  });
});
