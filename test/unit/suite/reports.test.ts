import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readPlaywright } from "../../playwright-report.ts";
import type { Report } from "../../report.ts";

const root = join(import.meta.dirname, "../../..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "yuheng-suite-")));
symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
mkdirSync(join(folder, "e2e"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a runner of tests on files in a fresh folder, and reads what it leaves. */
function run(program: string, words: readonly string[], variable: string): { status: number | null; left: unknown } {
  const file = join(folder, `${variable}.json`);
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", program), ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, [variable]: file },
  });
  return { status, left: JSON.parse(readFileSync(file, "utf8")) };
}

const states = ({ tests }: Report) => tests.map(({ file, title, state }) => `${file} › ${title}: ${state}`);

test("What vitest did is read with all that its own report leaves out: groups that could not be prepared, errors between tests", () => {
  writeFileSync(
    join(folder, "a.test.js"),
    `import { beforeAll, describe, expect, test } from "vitest";
describe("group", () => {
  beforeAll(() => { throw new Error("no disk"); });
  test("waits", () => {});
});
test("holds", () => {});
test("breaks", () => expect(1).toBe(2));
test("is left out", ({ skip }) => skip());
test.skip("is left out as well", () => {});
test.todo("is to come");
test("leaves an error behind", async () => {
  setTimeout(() => { throw new Error("too late"); });
  await new Promise((resolve) => setTimeout(resolve, 20));
});
`,
  );
  writeFileSync(join(folder, "b.test.js"), "nonsense(");
  writeFileSync(join(folder, "vitest.config.js"), "export default {};");
  const reporter = join(root, "test/vitest-report.ts");
  const { status, left } = run("vitest/vitest.mjs", ["run", "--reporter", reporter], "YUHENG_TEST_REPORT");
  const report = left as Report;
  expect(status).toBe(1);
  expect(states(report)).toEqual([
    "a.test.js › group › waits: not run",
    "a.test.js › holds: passed",
    "a.test.js › breaks: failed",
    "a.test.js › is left out: skipped",
    "a.test.js › is left out as well: skipped",
    "a.test.js › is to come: skipped",
    "a.test.js › leaves an error behind: passed",
  ]);
  expect(report.tests[2]!.messages[0]).toMatch(/^AssertionError: expected 1 to be 2.*\n.*\n {4}at a\.test\.js:7:\d+$/s);
  expect(report.problems).toMatchObject([
    { file: "a.test.js", messages: ["group", expect.stringContaining("Error: no disk\n    at a.test.js:3")] },
    { file: "b.test.js", messages: [expect.stringMatching(/pars|token|expected/i)] },
    { file: null, messages: [expect.stringContaining("Error: too late\n    at Timeout")] },
  ]);
  expect(Object.keys(report.seconds)).toEqual(["a.test.js", "b.test.js"]);
  for (const seconds of Object.values(report.seconds)) expect(seconds).toBeGreaterThanOrEqual(0);
});

test("What Playwright did is read with what it asked to skip apart from what never came to run", () => {
  writeFileSync(
    join(folder, "e2e/a.spec.js"),
    `import { expect, test } from "@playwright/test";
test("holds", () => {});
test.skip("is left out", () => {});
test("leaves itself out", () => test.skip());
test.fixme("is to be mended", () => {});
test.describe("group", () => {
  test("breaks", () => expect(1).toBe(2));
});
test.describe("unprepared", () => {
  test.beforeAll(() => { throw new Error("no disk"); });
  test("first", () => {});
  test("second", () => {});
});
`,
  );
  writeFileSync(
    join(folder, "playwright.config.js"),
    'export default { testDir: "e2e", workers: 1, reporter: [["json"]] };',
  );
  const { status, left } = run("@playwright/test/cli.js", ["test", "a.spec.js"], "PLAYWRIGHT_JSON_OUTPUT_NAME");
  expect(status).toBe(1);
  const report = readPlaywright(left as Parameters<typeof readPlaywright>[0], "e2e", folder);
  expect(states(report)).toEqual([
    "e2e/a.spec.js › holds: passed",
    "e2e/a.spec.js › is left out: skipped",
    "e2e/a.spec.js › leaves itself out: skipped",
    "e2e/a.spec.js › is to be mended: skipped",
    "e2e/a.spec.js › group › breaks: failed",
    "e2e/a.spec.js › unprepared › first: failed",
    "e2e/a.spec.js › unprepared › second: not run",
  ]);
  expect(report.tests.map(({ messages }) => messages.length)).toEqual([0, 0, 0, 0, 1, 1, 0]);
  expect(report.problems).toEqual([]);
  expect(Object.keys(report.seconds)).toEqual(["e2e/a.spec.js"]);
});

test("A file that Playwright cannot read is a problem of that file, and that it then has no test one of none", () => {
  const errors = [
    { message: "SyntaxError: Unexpected token (1:9)", location: { file: join(folder, "e2e/b.spec.js"), line: 1 } },
    { message: "Error: No tests found." },
  ];
  expect(readPlaywright({ suites: [], errors }, "e2e", folder)).toEqual({
    tests: [],
    problems: [
      { file: "e2e/b.spec.js", messages: ["SyntaxError: Unexpected token (1:9)"] },
      { file: null, messages: ["Error: No tests found."] },
    ],
    seconds: {},
  });
});
