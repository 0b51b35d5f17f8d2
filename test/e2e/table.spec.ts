import { expect, test } from "./workbench.ts";

test("the rows of a table are downloaded as a file of comma-separated values", async ({ workbench, page }) => {
  const query = { kind: "sql", source: "select i::int as row from range(3) t(i)" };
  await workbench.openCells("rows", ["1", query]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    workbench.output(2).getByRole("button", { name: "Download as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});
