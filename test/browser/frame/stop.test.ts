import { describe, it } from "vitest";
import { OpenNotebook } from "./notebook.ts";
import { expect, expectShown, keyboard } from "./remote.ts";

/** A programme whose bound stays at zero for hours: sums of digits that are to split in halves (market split). */
const unending = `const programme = {minimize: {}, constraints: {}, bounds: {}, integers: []};
let state = 7;
const digit = () => Math.floor(100 * (state = (state * 48271) % 2147483647) / 2147483647);
for (let column = 0; column < 50; column++) {
  programme.integers.push("x" + column);
  programme.bounds["x" + column] = {hi: 1};
}
for (let row = 0; row < 6; row++) {
  const terms = Object.fromEntries(programme.integers.map((name) => [name, digit()]));
  const half = Math.floor(Object.values(terms).reduce((a, b) => a + b, 0) / 2);
  for (const [side, sign] of [["over", 1], ["under", -1]]) {
    terms[side + row] = sign;
    programme.minimize[side + row] = 1;
  }
  programme.constraints["row" + row] = {terms, lo: half, hi: half};
}
const split = industry.programme(programme);`;

describe("Stop", () => {
  it("ends a cell that never yields: every keystroke is still there, and the rest lives on", async () => {
    const notebook = await OpenNotebook.openCells(["const a = 1;", "a + 1", "const c = 3;"]);
    await expectShown(notebook.output(2)).toHaveText("2");
    await notebook.type(1, "const a = 41; // typed and not run");
    await notebook.editEndless(3, "// this never ends\nwhile (true) {}");
    await notebook.expectStuck();
    await notebook.live.stop();
    await notebook.expectStatus(3, "paused");
    await expectShown(notebook.editor(1)).toHaveText("const a = 41; // typed and not run");
    await expectShown(notebook.editor(3)).toContainText("while (true) {}");
    await expectShown(notebook.output(2)).toHaveText("42");
    await notebook.edit(3, "c2 = 5");
    await notebook.edit(3, "const c = a + 1; display(c);");
    await expectShown(notebook.output(3)).toHaveText("42");
  });

  it("ends a waiting cell and a query without rebuilding the frame", async () => {
    const notebook = await OpenNotebook.openCells([
      "const a = new Promise(() => {}); ",
      { kind: "sql", source: "select count(*) as n from range(4000000000) t(i) where hash(i) % 7 = 1" },
      "const stays = 'here'; display(stays);",
    ]);
    await expectShown(notebook.output(3)).toHaveText('"here"');
    await notebook.expectStatus(1, "running");
    await notebook.expectStatus(2, "running");
    await notebook.live.stop();
    await expectShown(notebook.error(1)).toContainText("stopped");
    await expectShown(notebook.error(2)).toContainText("stopped");
    await notebook.expectStatus(3, "fresh");
    expect(await notebook.runsOf(3)).toBe(1);
    await notebook.edit(2, "select 6 * 7 as answer");
    await expectShown(notebook.output(2)).toContainText("42");
  });

  it("keeps what a reader has set in inputs over the rebuilding of the frame", async () => {
    const notebook = await OpenNotebook.openCells([
      "const x = view(Inputs.range([0, 100], {step: 1, value: 10}));",
      "x * 2",
      "1",
    ]);
    await notebook.output(1).locator("input[type=number]").fill("33");
    await expectShown(notebook.output(2)).toHaveText("66");
    await notebook.editEndless(3, "while (true);");
    await notebook.expectStuck();
    await notebook.live.stop();
    await notebook.expectStatus(3, "paused");
    await expectShown(notebook.output(2)).toHaveText("66");
  });

  it.each([
    ["a timer", "setTimeout(() => { while (true) {} }, 30);"],
    ["an animation frame", "requestAnimationFrame(() => { while (true) {} });"],
    ["a loop of microtasks", "(async () => { while (true) await null; })();"],
  ])("pauses the cell that holds the thread from %s, not the one that ran last", async (_name, source) => {
    const notebook = await OpenNotebook.openCells(["const first = 0;", "[first].map((x) => x)", "3"]);
    await expectShown(notebook.output(3)).toHaveText("3");
    // Its reader runs after it, and would be blamed.
    await notebook.editEndless(1, `const first = [1].length; ${source}`);
    await notebook.expectStuck();
    await notebook.live.stop();
    await notebook.expectStatus(1, "paused");
    await expectShown(notebook.output(3)).toHaveText("3");
    await notebook.expectStatus(3, "fresh");
  });

  it("pauses all cells at the second time, where the wrong one was held; the notebook can be edited, and Run all runs it", async () => {
    // An event of the realm is nobody's timer, and a chain of promises is no loop: nothing names the cell.
    const spinning = `const b = [1].length;
globalThis.addEventListener("resize", () => { const spin = () => Promise.resolve().then(spin); spin(); });`;
    const notebook = await OpenNotebook.openCells([
      "const a = [1].length; display(a);",
      "const b = 2;",
      "display([b].map((x) => x + 1));",
    ]);
    await expectShown(notebook.output(3)).toContainText("3");
    await notebook.edit(2, spinning);
    await expectShown(notebook.output(3)).toContainText("2");
    notebook.resize(1200);
    await notebook.expectStuck();
    await notebook.live.stop();
    await notebook.expectStatus(3, "paused");
    await notebook.expectStatus(2, "fresh");
    notebook.resize(1240);
    await notebook.expectStuck();
    await notebook.live.stop();
    for (const place of [1, 2, 3]) await notebook.expectStatus(place, "paused");
    await notebook.edit(2, "const b = 40;");
    await notebook.expectStatus(2, "fresh");
    await keyboard.press("Control+Shift+Enter");
    await expectShown(notebook.output(1)).toHaveText("1");
    await expectShown(notebook.output(3)).toContainText("41");
  });

  it("ends the solving of a programme, which tells how far it is, and the next is solved", async () => {
    const notebook = await OpenNotebook.openCells([unending, "const stays = 1; display(stays);"]);
    await expectShown(notebook.output(2)).toHaveText("1");
    await expectShown(notebook.cell(1)).toContainText("solving the programme", { timeout: 60_000 });
    await notebook.expectStatus(1, "running");
    await notebook.live.stop();
    await expectShown(notebook.error(1)).toContainText("stopped");
    await notebook.edit(
      1,
      "const next = industry.programme({minimize: {x: 2}, constraints: {row: {terms: {x: 1}, lo: 3}}}); display((await next).objective);",
    );
    await expectShown(notebook.output(1)).toHaveText("6", { timeout: 60_000 });
    expect(await notebook.runsOf(2)).toBe(1);
  });
});
