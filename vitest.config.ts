import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { playwright as inFrame } from "./test/browser/frame/commands.ts";
import { chromiumLaunch } from "./test/chromium.ts";
import { ByProcessGroup, sharedProcesses } from "./test/shared-process.ts";

/** The settings of commands that tests run; they go with the process that started the tests. */
const settings = mkdtempSync(join(tmpdir(), "yuheng-settings-"));
process.once("exit", () => rmSync(settings, { recursive: true, force: true }));

// Two projects: what is pure runs in Node; workers, DuckDB and the frame run in a real Chromium.
export default defineConfig({
  test: {
    sequence: { sequencer: ByProcessGroup },
    // What was transformed stays for the next run, by the hash of its content: a process reads it instead of asking for it.
    experimental: { fsModuleCache: true, fsModuleCachePath: join(import.meta.dirname, "node_modules/.cache/vitest") },
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["test/unit/**/*.test.ts", "test/reference/**/*.test.ts"],
          setupFiles: ["test/seed.ts"],
          // Commands keep keys and tokens among the settings of the person: never those of whoever tests.
          env: { XDG_CONFIG_HOME: settings, APPDATA: settings },
          pool: sharedProcesses,
          isolate: false,
          // Vitest leaves a core to itself, which on two cores is every other one.
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
          // Tests take seconds at most; a busy machine may take ten times as long.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "firefox",
          environment: "node",
          include: ["test/firefox/**/*.test.ts"],
          testTimeout: 300_000,
          // One browser at a time.
          fileParallelism: false,
        },
      },
      {
        extends: "./vite.config.ts",
        // The tests stand beside the page's own programs, which are all that the server gives out otherwise.
        server: { fs: { allow: [import.meta.dirname] } },
        root: import.meta.dirname,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: "chromium" }],
            commands: { playwright: inFrame },
          },
        },
      },
    ],
  },
});
