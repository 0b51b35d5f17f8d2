import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installedVersions } from "../../../cli/build/installed-versions.ts";
import type { PageRunMessage, PageRunRequest } from "../../../cli/build/page-run-thread.ts";
import type { RunNotebook } from "../../../cli/build/run-for-page.ts";
import type { ComparisonJob, ComparisonMessage } from "../../../cli/diff/comparison-job.ts";
import { type FinishedRun, JobRunner } from "../../../cli/run/job-runner.ts";
import { RunThread } from "../../../cli/run/run-thread.ts";
import type { NotebookDifference } from "../../../kernel/headless/notebook-difference.ts";
import { notebookText } from "../../e2e/notebook-text.ts";

const cells = [
  // 1: the timer has thrown when its readers run.
  "const done = new Promise((resolve) => setTimeout(() => { resolve(1);\n throw new Error('in a timer') }))",
  // 2: a rejection without a stack, of a promise that nobody awaits.
  "const lost = done + 0; { (async () => { await 0; throw 'late' })(); }",
  // 3: the timer of a library, which is not the cell's own.
  "const drawn = new Promise((resolve) => d3.timeout(() => { resolve(done); throw new Error('in a frame') }))",
  // 4: nothing of it can be shown or compared, but it is there for its readers.
  "const trap = {kt: 1, get dear() { throw new Error('out of reach') }}",
  "trap.kt",
  // 6: a tree knows its parents.
  "const tree = d3.hierarchy({name: 'root', children: [{name: 'leaf'}]})",
  "const ids = [setTimeout(() => {}), requestAnimationFrame(() => {})].map((id) => typeof id)",
  "const twice = 1; display('first');",
  "const twice = 2;",
  "const reader = twice",
  // 11: after all of it.
  "const end = drawn + lost",
];

const root = join(import.meta.dirname, "../../..");
let folder: string;
let runner: JobRunner;
let outcome: FinishedRun;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "yuheng-late-"));
  runner = new JobRunner(new AbortController().signal);
  outcome = await run("late", cells, "results");
}, 120_000);
afterAll(async () => {
  await runner.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(name: string, source: typeof cells, out: string, timeout?: number): Promise<FinishedRun> {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, notebookText(name, source));
  const formats = ["json", "html"] as const;
  const job = { file, set: {}, out: join(folder, out), formats, chosen: null, ...(timeout ? { timeout } : {}) };
  return runner.run(job, () => {});
}

const result = (name: string) => JSON.parse(readFileSync(join(folder, "results", `${name}.json`), "utf8"));
const about = (place: number) => outcome.warnings.filter((warning) => warning.includes(`(cell ${place}`));

test("an error that comes after a cell's run is a warning of the cell, with its line, and ends nothing", () => {
  expect(about(1)).toEqual([expect.stringMatching(/late\.html:\d+ \(cell 1, line 2\) warning: Error: in a timer$/)]);
  expect(about(2)).toEqual([expect.stringMatching(/warning: thrown: late$/)]);
  expect(about(3)).toEqual([expect.stringMatching(/\(cell 3, line 1\) warning: Error: in a frame$/)]);
  expect(result("end")).toBe(2);
  expect(result("results").cells[0]).toMatchObject({ status: "fresh", warnings: [{ message: "in a timer", line: 2 }] });
  expect(readFileSync(join(folder, "results", "notebook.html"), "utf8")).toContain("warning: Error: in a timer");
});

test("a value that cannot be read is written as far as it can, and the rest is said", () => {
  expect(result("trap")).toEqual({ kt: 1 });
  expect(about(4)).toEqual([
    expect.stringContaining("`trap` was written in part: reading it failed at dear: out of reach"),
  ]);
});

test("a tree is written without its references to parents", () => {
  expect(result("tree")).toMatchObject({ data: { name: "root" }, children: [{ data: { name: "leaf" }, depth: 1 }] });
});

test("ids of timers and animation frames are numbers", () => {
  expect(result("ids")).toEqual(["number", "number"]);
});

test("cells that define the same name run and show, and the cell that reads it fails alone", () => {
  expect(outcome.failed).toBe(1);
  expect(outcome.failures).toEqual([
    expect.stringMatching(/\(cell 10, line 1\) duplicate: `twice` is defined in cell 8 and cell 9, so that/),
  ]);
  expect(readFileSync(join(folder, "results", "notebook.html"), "utf8")).toContain("first");
  expect(about(8)).toEqual([expect.stringContaining("`twice` is also defined in cell 9.")]);
});

test("a run whose time is over ends what has not finished, and writes what has", { timeout: 120_000 }, async () => {
  const never = ["const first = 1", "const late = await new Promise(() => {})", "late + first", "while (first) {}"];
  const { failures, failed } = await run("endless", never, "endless", 1500);
  expect(failed).toBe(3);
  expect(failures).toEqual([
    expect.stringContaining("(cell 2) timeout: The cell had not finished when the time of the run was over (1.5 s)"),
    expect.stringContaining("(cell 3) timeout"),
    expect.stringMatching(/\(cell 4, line 1\) LoopDeadline: A loop in this cell ran for 1\.5 s without a pause/),
  ]);
  expect(JSON.parse(readFileSync(join(folder, "endless", "first.json"), "utf8"))).toBe(1);
});

/** No iteration, and so no guard: the time of matching grows exponentially. */
const BLOCKING = `const never = first && /^(a+)+$/.test("${"a".repeat(60)}b")`;

test("a cell that blocks its thread outside of loops is ended from outside, and the next notebook runs", {
  timeout: 120_000,
}, async () => {
  const blocked = run("blocked", ["const first = 1", BLOCKING], "blocked", 1000);
  await expect(blocked).rejects.toThrow(
    `blocked.html: a cell blocked the run until its time was over (1 s), and the run was ended. The one file that it had finished is in ${join(folder, "blocked")}.`,
  );
  expect(JSON.parse(readFileSync(join(folder, "blocked", "first.json"), "utf8"))).toBe(1);
  expect((await run("after", ["const after = 2"], "after")).failed).toBe(0);
});

test("where no folder was given, the sentence names none", { timeout: 120_000 }, async () => {
  const file = join(folder, "unwritten.html");
  writeFileSync(file, notebookText("Blocked", ["const first = 1", BLOCKING]));
  const job = { file, set: {}, out: "", formats: [], chosen: null, timeout: 1000 };
  await expect(runner.run(job, () => {})).rejects.toThrow(/\(1 s\), and the run was ended\.$/);
});

test("a comparison, and a run for a page, end in the same way", { timeout: 120_000 }, async () => {
  const path = join(folder, "side.html");
  const text = notebookText("Blocked", ["const first = 1", BLOCKING]);
  writeFileSync(path, text);
  const refusal = `${path}: a cell blocked the run until its time was over (1 s), and the run was ended.`;
  const { signal } = new AbortController();
  const comparison = new RunThread<ComparisonJob, NotebookDifference, ComparisonMessage>(
    new URL("../../../cli/diff/comparison-thread.ts", import.meta.url),
    signal,
  );
  const pages = new RunThread<PageRunRequest, RunNotebook, PageRunMessage>(
    new URL("../../../cli/build/page-run-thread.ts", import.meta.url),
    signal,
  );
  const options = { timeout: 1000, receive: () => {} };
  const source = { name: "side", path, text };
  const settings = {
    datasets: join(root, "datasets"),
    builds: {},
    versions: await installedVersions(root),
    language: "en",
    timeout: 1000,
    sources: [source],
  };
  const notebooks = [{ file: path }, { file: path }] as const;
  try {
    await expect(comparison.run({ notebooks, set: {}, timeout: 1000 }, options)).rejects.toThrow(refusal);
    await expect(pages.run({ source, settings }, options)).rejects.toThrow(refusal);
    const plain = { ...source, text: notebookText("Plain", ["6 * 7"]) };
    expect((await pages.run({ source: plain, settings }, options)).executed.cells[0]?.html).toContain("42");
  } finally {
    await comparison.close();
    await pages.close();
  }
});

test("what a run says is bounded: an error, its name, the title of a test", {
  timeout: 120_000,
}, async () => {
  const long = '"x".repeat(2_000_000)';
  const { failures, tests, warnings, failed } = await run(
    "long",
    [
      `throw Object.assign(new Error(${long}), {name: ${long}})`,
      `throw ${long}`,
      `test(${long}, () => { throw new Error(${long}) })`,
      `setTimeout(() => { throw new Error(${long}) }); const after = 1;`,
    ],
    "long",
  );
  expect(failed).toBe(2);
  for (const sentence of [...failures, ...warnings, ...tests.flatMap(({ title, message = "" }) => [title, message])]) {
    expect(sentence.length).toBeLessThan(5000);
    expect(sentence).toMatch(/more characters are left out\)$/);
  }
  expect([failures.length, warnings.length, tests.length]).toEqual([2, 1, 1]);
  expect(readFileSync(join(folder, "long", "results.json"), "utf8").length).toBeLessThan(100_000);
});

test("a cell that ends the process is an error of that cell, and the others have their results", {
  timeout: 120_000,
}, async () => {
  const exit = 'new Function("return process")().exit(0)';
  const { failures } = await run(
    "exit",
    ["const fine = 42", exit, `setTimeout(() => ${exit})`, "const end = fine"],
    "exit",
  );
  expect(failures).toEqual([
    expect.stringMatching(/\(cell 2, line 1\) \w+: A cell cannot end the program that runs its/),
  ]);
  expect(JSON.parse(readFileSync(join(folder, "exit", "results.json"), "utf8")).values).toMatchObject({ end: 42 });
});
