import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { boundedDifference } from "../../../cli/diff/bounded-difference.ts";
import { boundedOutcome } from "../../../cli/run/bounded-outcome.ts";
import { ConsoleWall } from "../../../cli/run/console-wall.ts";
import { MAX_TEXT } from "../../../kernel/values/bounded-text.ts";

// What cells say is as long and as much as they like; a report is not.

function wall() {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  let written = "";
  const of = new ConsoleWall({ stdout, stderr }, (text) => {
    written += text;
  });
  return { stdout, stderr, of, written: () => written };
}

const drained = () => new Promise((resolve) => setImmediate(resolve));

test("A line of the console passes as it is, in whatever pieces it comes", async () => {
  const { stdout, stderr, of, written } = wall();
  const bytes = Buffer.from("碳 1\n碳 2");
  for (const byte of bytes) stdout.write(Buffer.from([byte]));
  await drained();
  stderr.write("!\n");
  await drained();
  of.next();
  expect(written()).toBe("碳 1\n碳 2!\n");
});

test("A long line is cut, and says by how much, in whatever pieces it comes", async () => {
  const { stdout, written } = wall();
  stdout.write("x".repeat(MAX_TEXT - 1));
  stdout.write(`${"y".repeat(3)}\nnext\n`);
  await drained();
  expect(written()).toBe(`${"x".repeat(MAX_TEXT - 1)}y… (2 more characters are left out)\nnext\n`);
});

test("What one run writes beyond a bound is counted and left out, and the next run begins anew", async () => {
  const { stdout, of, written } = wall();
  const line = `${"x".repeat(99)}\n`;
  stdout.write(line.repeat(10_000));
  stdout.write(line.repeat(30_000));
  await drained();
  of.next();
  expect(written()).toBe(
    `${line.repeat(10_000)}The notebook wrote 3,000,000 more characters to the console, which are left out.\n`,
  );
  stdout.write("next\n");
  await drained();
  of.next();
  expect(written().endsWith("left out.\nnext\n")).toBe(true);
});

const outcome = { cells: 1, failed: 0, failures: [], notRun: [], warnings: [], figures: {}, tests: [], ms: 1 };

test("The sum of what a run says is bounded, and how many sentences it has", () => {
  const { warnings } = boundedOutcome("a.html", { ...outcome, warnings: Array(50_000).fill("w".repeat(MAX_TEXT)) });
  expect(warnings.length).toBe(10_001);
  expect(warnings.at(-1)).toBe("a.html: 40000 more are left out.");
  expect(warnings.join("").length).toBeLessThan(2_000_000);
});

test("A run with more tests than are listed is not whole", () => {
  const tests = Array.from({ length: 10_002 }, (_, i) => ({
    title: `${i}`,
    status: "passed" as const,
    place: 1,
    line: 1,
  }));
  const bounded = boundedOutcome("a.html", { ...outcome, tests });
  expect(bounded.tests.length).toBe(10_000);
  expect(bounded.failures).toEqual([expect.stringMatching(/^a\.html: 2 more tests than 10000 are left out\./)]);
  expect(boundedOutcome("a.html", { ...outcome, tests: tests.slice(0, 10_000) }).failures).toEqual([]);
});

test("A difference is bounded in names, values, errors and outputs", () => {
  const long = "v".repeat(30_000_000);
  const side = { place: 1, kind: "js", source: "1", html: long, text: long, error: long };
  const bounded = boundedDifference({
    titles: [long, "b"],
    cells: [{ before: side, after: null, edited: true, shows: true }],
    values: [{ name: "v", difference: { kind: "other", before: { deep: [long] }, after: 1 } }],
    addedNames: [long],
    removedNames: [],
  });
  expect(JSON.stringify(bounded).length).toBeLessThan(2_000_000);
  expect(bounded.cells[0]?.before?.html).toBe("<p>The output has 30000000 characters and is left out.</p>");
  expect(bounded.values[0]?.difference).toMatchObject({
    before: { deep: [expect.stringMatching(/^v{3000}… \(/)] },
    after: 1,
  });
});
