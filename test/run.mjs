#!/usr/bin/env node
// `npm test`: sets up what is missing, then types, style, layers, unit, reference, browser and end-to-end tests.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium, ensureDependencies, ensureFirefox, requireNode, root } from "../cli/setup.mjs";

requireNode();
ensureDependencies();
ensureChromium();
const hasFirefox = ensureFirefox();

const results = join(root, "node_modules/.cache/yuheng-tests");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;

/** A check that is one test: it holds or it does not. */
function check(name, command, words) {
  const ok = step(name, command, words);
  if (ok) passed += 1;
  else failed += 1;
}

function step(name, command, words, environment = {}) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const { status } = spawnSync("npx", [command, ...words], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, FORCE_COLOR: "0", ...environment },
  });
  console.log(`── ${name}: ${status === 0 ? "passed" : "failed"} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** Adds up a JSON report; a runner that left none counts as one failure. */
function count(name, file, read) {
  try {
    const [ok, bad] = read(JSON.parse(readFileSync(file, "utf8")));
    passed += ok;
    failed += bad;
    return bad;
  } catch {
    console.log(`── ${name} left no report.`);
    failed += 1;
    return 1;
  }
}

function vitest(project) {
  const file = join(results, `${project}.json`);
  const ok = step(`${project} tests`, "vitest", [
    "run",
    "--project",
    project,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const bad = count(project, file, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests]);
  if (!ok && bad === 0) failed += 1; // an unhandled error outside of any test
}

function playwright() {
  const file = join(results, "e2e.json");
  const ok = step("end-to-end tests", "playwright", ["test", "--config", "test/e2e/playwright.config.ts"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const bad = count("end-to-end tests", file, ({ stats }) => [stats.expected, stats.unexpected + stats.flaky]);
  if (!ok && bad === 0) failed += 1;
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
if (wanted("node")) vitest("node");
if (wanted("browser")) vitest("browser");
if (wanted("firefox")) {
  if (hasFirefox) vitest("firefox");
  else console.log("\n── firefox tests: left out, there is no Firefox (Debian's firefox-esr) on this machine");
}
if (wanted("e2e")) playwright();

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
