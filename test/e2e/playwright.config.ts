import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "../chromium.ts";

const root = join(import.meta.dirname, "../..");

/** So many tests run side by side, each on a server and a folder of notebooks of its own. */
const SIDE_BY_SIDE = 2;

// Workers evaluate this file too: ports and folders are chosen once and handed on by the environment. The ports differ from
// run to run, so that two clones can test at the same time; they lie below those that a system gives to whoever asks for any.
process.env.YUHENG_TEST_PORT ??= String(20_000 + SIDE_BY_SIDE * (process.pid % 6000));
process.env.YUHENG_TEST_FOLDERS ??= Array.from({ length: SIDE_BY_SIDE }, copyOfNotebooks).join("\n");
const folders = process.env.YUHENG_TEST_FOLDERS.split("\n");
const place = Number(process.env.TEST_PARALLEL_INDEX ?? 0);
process.env.YUHENG_NOTEBOOKS = folders[place];

/** The port of a folder's server. */
function portOf(place: number): number {
  return Number(process.env.YUHENG_TEST_PORT) + place;
}

/** The tests save notebooks: they work on a copy. */
function copyOfNotebooks(): string {
  const folder = mkdtempSync(join(tmpdir(), "yuheng-notebooks-"));
  cpSync(join(root, "notebooks"), folder, { recursive: true });
  return folder;
}

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: "*.spec.ts",
  outputDir: join(root, "test-results"),
  workers: SIDE_BY_SIDE,
  fullyParallel: false,
  // A test takes seconds; a busy machine may take ten times as long.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ["line"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? join(root, "test-results/e2e.json") }],
  ],
  use: {
    baseURL: `http://localhost:${portOf(place)}/`,
    viewport: { width: 1280, height: 900 },
    launchOptions: chromiumLaunch(),
  },
  // The page as `npm start` serves it.
  webServer: folders.map((folder, i) => ({
    command: "node cli/start.mjs --no-open",
    cwd: root,
    url: `http://localhost:${portOf(i)}/`,
    env: { PORT: String(portOf(i)), YUHENG_NOTEBOOKS: folder },
    timeout: 300_000,
  })),
});
