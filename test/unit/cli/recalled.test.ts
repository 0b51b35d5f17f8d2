import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FinishedRun, JobRunner } from "../../../cli/run/job-runner.ts";
import { notebookText } from "../../e2e/notebook-text.ts";

let folder: string;
let runner: JobRunner;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuheng-recalled-"));
  runner = new JobRunner(new AbortController().signal);
});
afterAll(async () => {
  await runner.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(name: string, cells: string[], edit = (text: string) => text): Promise<FinishedRun> {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, edit(notebookText(name, cells)));
  return runner.run({ file, set: {}, out: "", formats: [], chosen: null }, () => {});
}

const shrubs = 'factors.select({wanted: {category: "3.C.1", activity: "shrublands all", parameter: "Cf"}})';
const forest = 'factors.select({wanted: {category: "3.C.1", activity: "primary tropical forest", parameter: "Cf"}})';

test("A run warns of what a notebook keeps, shows and takes from memory, with the cell", async () => {
  const { failed, warnings } = await run("keeps", [
    `const share = ${shrubs}`,
    'const words = ["from", "memory"].join(" "); display(html`<p>94.6 kg/GJ, ${words}</p>`)',
  ]);
  expect(failed).toBe(0);
  expect(warnings).toEqual([
    expect.stringMatching(/keeps\.html:\d+ \(cell 1\) warning: no-memory: `share` keeps 1 record .*shrublands all, Cf/),
    expect.stringMatching(/keeps\.html:\d+ \(cell 2\) warning: no-memory: The output says “from memory”/),
    expect.stringMatching(/keeps\.html: warning: no-memory: `factors\.select` gave 1 record .*shrublands all, Cf/),
  ]);
});

test("It says nothing of numbers that were read, nor of a cell that is excepted with a reason", async () => {
  expect((await run("read", [`const share = ${forest}`])).warnings).toEqual([]);
  const allow = (text: string) => text.replace("<script ", '<script data-allow="no-memory: shows the status" ');
  expect((await run("allowed", [`const share = ${shrubs}`], allow)).warnings).toEqual([]);
});
