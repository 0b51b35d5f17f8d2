#!/usr/bin/env node
// `npm test`: sets up what is missing, then types, style, layers, unit, reference, browser and end-to-end tests. A failed file
// of a browser's tests is run once more when all is done. `account.ts` counts and says what the run comes to.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium, ensureDependencies, ensureFirefox, requireNode, root } from "../cli/setup.mjs";

requireNode();
const began = Date.now();
ensureDependencies();
ensureChromium();
const hasFirefox = ensureFirefox();

const { register } = await import("tsx/esm/api");
register();
const { Account } = await import("./account.ts");
const { readPlaywright } = await import("./playwright-report.ts");
const { skipped } = await import("./skipped.ts");

const results = join(root, "node_modules/.cache/yuheng-tests");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const account = new Account(skipped);
account.addTime("set-up", (Date.now() - began) / 1000);

/** Runs a command to its end and says whether it ended well. */
function run(name, command, words, environment = {}) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const { status } = spawnSync("npx", [command, ...words], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, FORCE_COLOR: "0", ...environment },
  });
  const seconds = (Date.now() - began) / 1000;
  account.addTime(name, seconds);
  console.log(`── ${name}: ${status === 0 ? "passed" : "failed"} in ${seconds.toFixed(1)} s`);
  return status === 0;
}

function check(name, command, words) {
  account.addCheck(name, run(name, command, words));
}

/** Runs a project of vitest, or one file of it. */
function vitest(name, project, words = []) {
  const file = join(results, `${name.replaceAll(/[^\w.]+/g, "-")}.json`);
  const options = ["--no-color", "--reporter=dot", "--reporter=./test/vitest-report.ts", "--allowOnly=false"];
  const ok = run(name, "vitest", ["run", "--project", project, ...options, ...words], { YUHENG_TEST_REPORT: file });
  return { ok, report: read(file, (report) => report) };
}

/** Runs the end-to-end tests, or one file of them. */
function playwright(name, words = []) {
  const file = join(results, `${name.replaceAll(/[^\w.]+/g, "-")}.json`);
  const options = ["--config", "test/e2e/playwright.config.ts", "--forbid-only", "--retries=0"];
  const ok = run(name, "playwright", ["test", ...options, ...words], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  return { ok, report: read(file, (json) => readPlaywright(json, "test/e2e", root)) };
}

function read(file, reportOf) {
  try {
    return reportOf(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** Firefox is wanted and not demanded: without one, its files are skipped. */
function firefox(name, words) {
  if (hasFirefox) return vitest(name, "firefox", words);
  console.log(`\n── ${name}: skipped, there is no Firefox (Debian's firefox-esr) on this machine`);
  const files = readdirSync(join(root, "test/firefox")).filter((file) => file.endsWith(".test.ts"));
  const tests = files.map((file) => ({ file: `test/firefox/${file}`, title: "", state: "skipped", messages: [] }));
  return { ok: true, report: { tests, problems: [], seconds: {} } };
}

const only = process.argv.slice(2);
const wanted = (name) => only.length === 0 || only.includes(name);

if (wanted("check")) {
  check("types", "tsc", ["--noEmit"]);
  check("style", "biome", ["check"]);
  check("layers", "depcruise", [
    "--config",
    ".dependency-cruiser.cjs",
    "app",
    "cli",
    "kernel",
    "lib",
    "datasets/build",
  ]);
}

const steps = [
  {
    word: "node",
    step: { name: "node tests", folders: ["test/unit", "test/reference"], repeats: false },
    run: (name, words) => vitest(name, "node", words),
  },
  {
    word: "browser",
    step: { name: "browser tests", folders: ["test/browser"], repeats: true },
    run: (name, words) => vitest(name, "browser", words),
  },
  { word: "firefox", step: { name: "firefox tests", folders: ["test/firefox"], repeats: true }, run: firefox },
  {
    word: "e2e",
    step: { name: "end-to-end tests", folders: ["test/e2e"], repeats: true },
    run: (name, words) => playwright(name, words),
  },
];

for (const { word, step, run } of steps) {
  if (!wanted(word)) continue;
  const { ok, report } = run(step.name);
  account.addStep(step, ok, report);
}

for (const repetition of account.repetitions()) {
  const { run } = steps.find(({ step }) => step === repetition.step);
  const { ok, report } = run(`${repetition.file} once more`, [repetition.file]);
  account.addRepetition(repetition, ok, report);
}

const { lines, exitCode } = account.close();
for (const line of lines) console.log(line);
process.exit(exitCode);
