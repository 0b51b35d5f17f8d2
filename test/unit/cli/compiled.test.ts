import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";

/** Plain JavaScript, which has no types. */
const load = (path: string) => import(new URL(`../../../${path}`, import.meta.url).href);
const { compiledKey, compiledModule, builds } = await load("kernel/headless/compiled.mjs");
const { compiledCommand } = await load("cli/compiled.mjs");

const folder = mkdtempSync(join(tmpdir(), "yuheng-compiled-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

test("Every source of the command, its place and what is installed are part of the key; notebooks and tests are not", () => {
  const sources = ["cli/main.ts", "kernel/cell/kinds.ts", "lib/tools.ts", "node_modules/.package-lock.json"];
  for (const path of [...sources, "notebooks/mine.html", "test/run.mjs"]) write(path, "old");
  const keys = [compiledKey(folder)];
  for (const path of ["notebooks/mine.html", "test/run.mjs"]) write(path, "new");
  expect(compiledKey(folder)).toBe(keys[0]);
  for (const path of sources) {
    write(path, "new");
    keys.push(compiledKey(folder));
  }
  renameSync(join(folder, "lib/tools.ts"), join(folder, "lib/other.ts"));
  keys.push(compiledKey(folder));
  expect(new Set(keys).size).toBe(sources.length + 2);
});

test("A clone runs the command and its threads as they were compiled for these sources", async () => {
  const address = await compiledCommand();
  expect(address).toMatch(/\/main\.mjs$/);
  for (const name of [
    "main",
    "job-thread",
    "comparison-thread",
    "page-run-thread",
    "compute-thread",
    "function-thread",
  ])
    expect(compiledModule(name)).toContain(builds);
  expect(compiledModule("no-such-thread")).toBeNull();
  expect(await import(address)).toHaveProperty("main");
});
