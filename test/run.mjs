#!/usr/bin/env node
// `npm test`: sets up what is missing, then types, style, layers, unit, reference, browser and end-to-end tests.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
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
/** What failed, said once more at the end: a log is read from there. */
const failures = [];

/** A check that is one test: it holds or it does not. */
function check(name, command, words) {
  const ok = step(name, command, words);
  if (ok) passed += 1;
  else fail(name);
}

function fail(what, messages = []) {
  failed += 1;
  const heads = messages.map((message) => stripVTControlCharacters(message).split("\n").slice(0, 25).join("\n"));
  failures.push([what, ...heads].join("\n"));
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

/** Adds up a JSON report; a runner that left none, or that failed outside of any test, counts as one failure. */
function count(name, file, ok, read) {
  const before = failed;
  try {
    read(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    fail(`${name} left no report.`);
  }
  if (!ok && failed === before) fail(`${name} failed outside of any test.`);
}

function vitest(project) {
  const file = join(results, `${project}.json`);
  const name = `${project} tests`;
  const ok = step(name, "vitest", [
    "run",
    "--project",
    project,
    "--no-color",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  count(name, file, ok, ({ numPassedTests, testResults }) => {
    passed += numPassedTests;
    for (const { name: path, status, message, assertionResults } of testResults) {
      const bad = assertionResults.filter((test) => test.status === "failed");
      for (const { fullName, failureMessages } of bad) fail(`${relative(root, path)} › ${fullName}`, failureMessages);
      if (status === "failed" && bad.length === 0) fail(relative(root, path), [message]);
    }
  });
}

function playwright() {
  const file = join(results, "e2e.json");
  const name = "end-to-end tests";
  const ok = step(name, "playwright", ["test", "--config", "test/e2e/playwright.config.ts"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  count(name, file, ok, ({ stats, suites }) => {
    passed += stats.expected;
    for (const { file: path, title, tests } of suites.flatMap(specsOf)) {
      if (tests.every(({ status }) => status === "expected" || status === "skipped")) continue;
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      fail(
        `test/e2e/${path} › ${title}`,
        errors.map(({ message }) => message),
      );
    }
  });
}

function specsOf({ specs, suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
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

for (const failure of failures) console.log(`\n✘ ${failure}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
