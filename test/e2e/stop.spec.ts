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

test("the page stays alive while a cell loops", async ({ workbench, page }) => {
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
