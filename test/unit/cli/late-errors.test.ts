import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FinishedRun, JobRunner } from "../../../cli/run/job-runner.ts";
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

let folder: string;
let file: string;
let outcome: FinishedRun;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "yuheng-late-"));
  file = join(folder, "late.html");
  writeFileSync(file, notebookText("late", cells));
  const runner = new JobRunner(new AbortController().signal);
  try {
    const job = { file, set: {}, out: join(folder, "results"), formats: ["json", "html"] as const, chosen: null };
    outcome = await runner.run(job, () => {});
  } finally {
    await runner.close();
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
