import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";

const project = join(import.meta.dirname, "../../..");
const start = (...words: string[]) =>
  spawnSync(process.execPath, [join(project, "cli/start.mjs"), "--no-open", ...words], { encoding: "utf8" });

test("npm start takes the port that is given, or none", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  try {
    // The port is asked for before anything is built.
    for (const words of [["--port", String(port)], [`--port=${port}`]]) {
      const { status, stderr } = start(...words);
      expect([status, stderr]).toEqual([1, expect.stringContaining(`Port ${port} is already in use`)]);
    }
  } finally {
    taken.close();
  }
  expect(start("--port", "x")).toMatchObject({ status: 2, stderr: expect.stringContaining("“x” is no port.") });
});
