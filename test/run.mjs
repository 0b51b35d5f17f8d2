#!/usr/bin/env node
// `npm test`: sets up what is missing, then types, style, layers, unit, reference, browser and end-to-end tests. A failed file
// of a browser's tests is run once more when all is done. `account.ts` counts and says what the run comes to.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium, ensureDependencies, ensureFirefox, requireNode, root } from "../cli/installation/setup.mjs";

requireNode();
const began = Date.now();
ensureDependencies();
ensureChromium();
const hasFirefox = ensureFirefox();
// What tests start as processes and threads need not compile its sources each by itself.
const { compiledCommand } = await import("../cli/compiled.mjs");
await compiledCommand();

const { registerTypeScript } = await import("../kernel/headless/typescript.mjs");
registerTypeScript();
const { Account } = await import("./account.ts");
const { readPlaywright } = await import("./playwright-report.ts");
const { skipped } = await import("./skipped.ts");

const only = process.argv.slice(2);
const wanted = (name) => only.length === 0 || only.includes(name);

if (wanted("e2e")) {
  const { sharedSite } = await import("./site/shared-site.ts");
  // Files of tests ask for it anew only where they run alone. A site that cannot be built is told by the tests that ask for it.
  await sharedSite().then(
    (folder) => {
      process.env.YUHENG_TEST_SITE = folder;
    },
    () => {},
  );
}

const results = join(root, "node_modules/.cache/yuheng-tests");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const account = new Account(skipped);
account.addTime("set-up", (Date.now() - began) / 1000);

/** Runs a command to its end and says whether it ended well. */
async function run(name, command, words, environment = {}) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const child = spawn("npx", [command, ...words], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, FORCE_COLOR: "0", ...environment },
  });
  const [status] = await once(child, "close");
  const seconds = (Date.now() - began) / 1000;
  account.addTime(name, seconds);
  console.log(`── ${name}: ${status === 0 ? "passed" : "failed"} in ${seconds.toFixed(1)} s`);
  return status === 0;
}

async function check(name, command, words) {
  account.addCheck(name, await run(name, command, words));
}

/** Runs a project of vitest, or one file of it. */
async function vitest(name, project, words = []) {
  const file = join(results, `${name.replaceAll(/[^\w.]+/g, "-")}.json`);
  const options = ["--no-color", "--reporter=dot", "--reporter=./test/vitest-report.ts", "--allowOnly=false"];
  const ok = await run(name, "vitest", ["run", "--project", project, ...options, ...words], {
    YUHENG_TEST_REPORT: file,
  });
  return { ok, report: read(file, (report) => report) };
}

/** Runs the end-to-end tests, or one file of them. */
async function playwright(name, words = []) {
  const file = join(results, `${name.replaceAll(/[^\w.]+/g, "-")}.json`);
  const options = ["--config", "test/e2e/playwright.config.ts", "--forbid-only", "--retries=0"];
  // A file that runs once more must not clear away what its failure left in `test-results`.
  if (words.length > 0) options.push("--output", "test-results/once-more");
  const ok = await run(name, "playwright", ["test", ...options, ...words], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
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
async function firefox(name, words) {
  if (hasFirefox) return vitest(name, "firefox", words);
  console.log(`\n── ${name}: skipped, there is no Firefox (Debian's firefox-esr) on this machine`);
  const files = readdirSync(join(root, "test/firefox")).filter((file) => file.endsWith(".test.ts"));
  const tests = files.map((file) => ({ file: `test/firefox/${file}`, title: "", state: "skipped", messages: [] }));
  return { ok: true, report: { tests, problems: [], seconds: {} } };
}

if (wanted("check")) {
  // Each takes seconds, and the last one processor only.
  const layers = ["--config", ".dependency-cruiser.cjs", "app", "cli", "kernel", "lib", "datasets/build"];
  await Promise.all([
    check("types", "tsc", ["--noEmit"]),
    check("style", "biome", ["check"]),
    check("layers", "depcruise", layers),
  ]);
}

const node = {
  word: "node",
  step: { name: "node tests", folders: ["test/unit", "test/reference"], repeats: false },
  run: (name, words) => vitest(name, "node", words),
};
const browser = {
  word: "browser",
  step: { name: "browser tests", folders: ["test/browser"], repeats: true },
  run: (name, words) => vitest(name, "browser", words),
};
const inFirefox = {
  word: "firefox",
  step: { name: "firefox tests", folders: ["test/firefox"], repeats: true },
  run: firefox,
};
const e2e = {
  word: "e2e",
  step: { name: "end-to-end tests", folders: ["test/e2e"], repeats: true },
  run: (name, words) => playwright(name, words),
};

/** Steps that run side by side: the tests of either browser leave a processor to the other for most of their time. */
const rounds = [[node], [browser, inFirefox], [e2e]];

for (const round of rounds) {
  await Promise.all(
    round
      .filter(({ word }) => wanted(word))
      .map(async ({ step, run }) => {
        const { ok, report } = await run(step.name);
        account.addStep(step, ok, report);
      }),
  );
}

for (const repetition of account.repetitions()) {
  const { run } = rounds.flat().find(({ step }) => step === repetition.step);
  const { ok, report } = await run(`${repetition.file} once more`, [repetition.file]);
  account.addRepetition(repetition, ok, report);
}

const { lines, exitCode } = account.close((Date.now() - began) / 1000);
for (const line of lines) console.log(line);
process.exit(exitCode);
