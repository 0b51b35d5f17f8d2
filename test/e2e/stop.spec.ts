import { expect, test } from "./workbench.ts";

test("a cell that never yields is stopped, every keystroke is still there, and the rest lives on", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("loop", ["const a = 1;", "a + 1", "const c = 3;"]);
  await expect(workbench.output(2)).toHaveText("2");
  await workbench.type(1, "const a = 41; // typed and not run");
  await workbench.editEndless(3, "// this never ends\nwhile (true) {}");
  const stop = page.getByRole("button", { name: "Stop" }).first();
  await expect(stop).toBeEnabled();
  await stop.click();
  await workbench.expectStatus(3, "paused");
  await expect(workbench.editor(1)).toHaveText("const a = 41; // typed and not run");
  await expect(workbench.editor(3)).toContainText("while (true) {}");
  await expect(workbench.output(2)).toHaveText("42");
  await workbench.edit(3, "c2 = 5");
  await workbench.edit(3, "const c = a + 1; display(c);");
  await expect(workbench.output(3)).toHaveText("42");
});

test("the page stays alive while a cell loops, and an undo of the loop runs the cell again", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("alive", ["1"]);
  await expect(workbench.output(1)).toHaveText("1");
  await workbench.editEndless(1, "for (;;) {}");
  await expect(page.getByRole("button", { name: "Stop" }).first()).toBeEnabled();
  // Were the page's thread held, too, these turns would end with the loop's own deadline, and there were nothing left to stop.
  await page.evaluate(async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve));
  });
  await page.getByRole("button", { name: "Stop" }).first().click();
  await workbench.expectStatus(1, "paused");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(workbench.editor(1)).toHaveText("1");
  await workbench.expectStatus(1, "fresh");
  await expect(workbench.output(1)).toHaveText("1");
});

test("a waiting cell, a query and a computation are stopped without rebuilding the frame", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("polite", [
    "const a = new Promise(() => {}); ",
    { kind: "sql", source: "select count(*) as n from range(4000000000) t(i) where hash(i) % 7 = 1" },
    "const stays = 'here'; display(stays);",
  ]);
  await expect(workbench.output(3)).toHaveText('"here"');
  await workbench.expectStatus(1, "running");
  await workbench.expectStatus(2, "running");
  await page.getByRole("button", { name: "Stop" }).first().click();
  await expect(workbench.error(1)).toContainText("stopped");
  await expect(workbench.error(2)).toContainText("stopped");
  await workbench.expectStatus(3, "fresh");
  expect((await workbench.counts())[2]).toBe(1);
  await workbench.edit(2, "select 6 * 7 as answer");
  await expect(workbench.output(2)).toContainText("42");
});

test("a cell that asks thousands of queries at once is the one that is stopped, not the one that ran after it", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("flood", [
    "const a = 1; display(a);",
    `const flood = (await null, await Promise.all(Array.from({length: 5000}, (_, i) =>
  sql\`select count(*) as n from range(${"${4000000000 + i}"}) t(i) where hash(i) % 7 = 1\`)));`,
    "const after = a + 1; display(after);",
  ]);
  await expect(workbench.output(3)).toHaveText("2");
  await workbench.expectStatus(2, "running");
  await page.getByRole("button", { name: "Stop" }).first().click();
  await expect(workbench.cell(2)).toHaveAttribute("data-status", /^(?:failed|paused)$/);
  for (const place of [1, 3]) await workbench.expectStatus(place, "fresh");
  await expect(workbench.output(3)).toHaveText("2");
  await workbench.edit(2, "const flood = a + 41; display(flood);");
  await expect(workbench.output(2)).toHaveText("42");
});

test("slider values survive the rebuilding of the frame", async ({ workbench, page }) => {
  await workbench.openCells("survive", ["const x = view(Inputs.range([0, 100], {step: 1, value: 10}));", "x * 2", "1"]);
  await workbench.output(1).locator("input[type=number]").fill("33");
  await expect(workbench.output(2)).toHaveText("66");
  await workbench.editEndless(3, "while (true);");
  await expect(page.getByRole("button", { name: "Stop" }).first()).toBeEnabled();
  await page.getByRole("button", { name: "Stop" }).first().click();
  await workbench.expectStatus(3, "paused");
  await expect(workbench.output(2)).toHaveText("66");
});

test("a cell that holds the thread from a timer, an animation frame or a loop of microtasks is the one that is stopped, not the one that ran last", async ({
  workbench,
  page,
}) => {
  const holding = {
    "a timer": "setTimeout(() => { while (true) {} }, 30);",
    "an animation frame": "requestAnimationFrame(() => { while (true) {} });",
    "a loop of microtasks": "(async () => { while (true) await null; })();",
  };
  for (const [name, source] of Object.entries(holding)) {
    await test.step(name, async () => {
      await workbench.openCells(name.replaceAll(" ", "-"), ["const first = 0;", "[first].map((x) => x)", "3"]);
      await expect(workbench.output(3)).toHaveText("3");
      // Its reader runs after it, and would be blamed.
      await workbench.editEndless(1, `const first = [1].length; ${source}`);
      const stuck = page.getByRole("group", { name: "A cell is running without a pause." });
      await stuck.getByRole("button", { name: "Stop" }).click();
      await workbench.expectStatus(1, "paused");
      await expect(workbench.output(3)).toHaveText("3");
      await workbench.expectStatus(3, "fresh");
    });
  }
});

test("where the wrong cell was held, a second Stop holds them all; the notebook can be edited, and Run all runs it", async ({
  workbench,
  page,
}) => {
  // An event of the realm is nobody's timer, and a chain of promises is no loop: nothing names the cell.
  const spinning = `const b = [1].length;
globalThis.addEventListener("resize", () => { const spin = () => Promise.resolve().then(spin); spin(); });`;
  await workbench.openCells("twice", [
    "const a = [1].length; display(a);",
    "const b = 2;",
    "display([b].map((x) => x + 1));",
  ]);
  await expect(workbench.output(3)).toContainText("3");
  await workbench.edit(2, spinning);
  await expect(workbench.output(3)).toContainText("2");
  const { width, height } = page.viewportSize()!;
  const stuck = page.getByRole("group", { name: "A cell is running without a pause." });
  await page.setViewportSize({ width: width - 40, height });
  await stuck.getByRole("button", { name: "Stop" }).click();
  await workbench.expectStatus(3, "paused");
  await workbench.expectStatus(2, "fresh");
  await page.setViewportSize({ width, height });
  await stuck.getByRole("button", { name: "Stop" }).click();
  for (const place of [1, 2, 3]) await workbench.expectStatus(place, "paused");
  await workbench.edit(2, "const b = 40;");
  await workbench.expectStatus(2, "fresh");
  await page.keyboard.press("Control+Shift+Enter");
  await expect(workbench.output(1)).toHaveText("1");
  await expect(workbench.output(3)).toContainText("41");
});

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

test("the solving of a programme tells how far it is, is stopped, and the next is solved", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("solver", [unending, "const stays = 1; display(stays);"]);
  await expect(workbench.output(2)).toHaveText("1");
  await expect(workbench.cell(1)).toContainText("solving the programme", { timeout: 60_000 });
  await workbench.expectStatus(1, "running");
  await page.getByRole("button", { name: "Stop" }).first().click();
  await expect(workbench.error(1)).toContainText("stopped");
  await workbench.edit(
    1,
    "const next = industry.programme({minimize: {x: 2}, constraints: {row: {terms: {x: 1}, lo: 3}}}); display((await next).objective);",
  );
  await expect(workbench.output(1)).toHaveText("6", { timeout: 60_000 });
  expect((await workbench.counts())[1]).toBe(1);
});
