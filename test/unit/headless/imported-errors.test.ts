import { expect, test } from "vitest";
import { notebookText } from "../../e2e/notebook-text.ts";
import { openServices, runCells } from "./services.ts";

const services = openServices({
  lib: notebookText("Lib", [
    // 1: the timer has thrown when the value is there.
    "const ticked = new Promise((resolve) => setTimeout(() => { resolve(6); throw new Error('in a timer') }))",
    // 2: a rejection without a stack, of a promise that nobody awaits.
    "const lost = ticked + 0; { (async () => { await 0; throw 'late' })(); }",
    // 3: the timer of a library, which is not the cell's own.
    "const drawn = new Promise((resolve) => d3.timeout(() => { resolve(lost); throw new Error('in a frame') }))",
    "const quiet = 1",
  ]),
  chain: notebookText("Chain", ["'nothing'", 'import {ticked} from "./lib.html"', "const twice = ticked * 2"]),
  later: notebookText("Later", [
    "const n = (async function* () { yield 1; await new Promise((r) => setTimeout(r)); throw new Error('ends badly') })()",
  ]),
});

const warningsOf = (cell: { state: { warnings?: readonly { message: string }[] } }) =>
  (cell.state.warnings ?? []).map(({ message }) => message);

test("An error after the run of an imported notebook's cell is a warning of the cell that imports from it", async () => {
  const { cells, values, failed, warnings } = await runCells(services, [
    "const own = 1",
    'import {drawn} from "./lib.html"',
    "const end = drawn + own",
  ]);
  expect(failed).toBe(0);
  expect(values.get("end")).toBe(7);
  expect(warningsOf(cells[1]!).toSorted()).toEqual([
    "lib.html: in a frame (cell 3 there, after its run)",
    "lib.html: in a timer (cell 1 there, after its run)",
    "lib.html: late (cell 2 there, after its run)",
  ]);
  // The cells of both notebooks have the same ids.
  expect([cells[0]!, cells[2]!].flatMap(warningsOf)).toEqual([]);
  expect(warnings).toEqual([]);
});

test("A cell that does not need what fails has no warning, and one that imports later has", async () => {
  const { cells } = await runCells(services, [
    'import {quiet} from "./lib.html"',
    'import {ticked} from "./lib.html"',
    'const again = ticked && (await import("./lib.html")).quiet',
  ]);
  expect(warningsOf(cells[0]!)).toEqual([]);
  expect(warningsOf(cells[1]!)).toEqual(["lib.html: in a timer (cell 1 there, after its run)"]);
  expect(warningsOf(cells[2]!)).toContain("lib.html: in a timer (cell 1 there, after its run)");
});

test("It comes through a notebook that is imported in between", async () => {
  const { cells, values } = await runCells(services, ['import {twice} from "./chain.html"', "const end = twice"]);
  expect(values.get("end")).toBe(12);
  expect(warningsOf(cells[0]!)).toEqual([
    "chain.html: lib.html: in a timer (cell 1 there, after its run) (cell 2 there, after its run)",
  ]);
});

test("A cell that has a value of a generator which then fails gets its error", async () => {
  const { cells } = await runCells(services, ['import {n} from "./later.html"', "n"]);
  expect(cells[0]!.error?.message).toBe("`n` of later.html: ends badly (cell 1 there)");
});
