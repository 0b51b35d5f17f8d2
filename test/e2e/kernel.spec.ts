import { expect, test } from "./workbench.ts";

test("the database comes back by itself when it was ended under a query, and the cell runs again", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("comeback", [
    {
      kind: "sql",
      source: "select sum(hash(i) % 3)::double as n from range(60000000) t(i)",
      attributes: 'output="slow"',
    },
    "const world = consumption.accounts(consumption.table({year: 2011})); display((await world).regions.length);",
    "slow.numRows",
  ]);
  await workbench.expectStatus(1, "running");
  await expect(workbench.output(2)).toHaveText("41");
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox").or(page.getByRole("searchbox")).last().fill("Restart the database");
  await page.keyboard.press("Enter");
  await expect(workbench.output(3)).toHaveText("1", { timeout: 40_000 });
  expect((await workbench.counts())[0]).toBe(2);
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox").or(page.getByRole("searchbox")).last().fill("Restart the workers");
  await page.keyboard.press("Enter");
  await workbench.edit(
    2,
    "const world = consumption.accounts(consumption.table({year: 2011})); display((await world).sectors.length);",
  );
  await expect(workbench.output(2)).toHaveText("35");
});
