import { expect, test } from "./workbench.ts";

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
