import { expect, test } from "./workbench.ts";

/** A table of a million rows, by way of the database, which gives back Arrow. */
const query = {
  kind: "sql",
  source:
    "select i::int as row, ((i * 7919) % 1000000)::double as co2_kt, 'r' || (i % 41) as name from range(1000000) t(i)",
  attributes: 'output="million"',
};

test("a million rows open at once, scroll, sort and are filtered, with only the rows in sight in the page", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("million", ["1", query]);
  const output = workbench.output(2);
  const grid = output.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", "1000001");
  await expect(output.locator(".count")).toHaveText("1 000 000 rows");
  expect(await output.locator("tbody tr").count()).toBeLessThan(30);
  const head = (name: string) => output.getByRole("columnheader", { name });
  await expect(head("co2_kt").locator(".unit")).toHaveText("kt CO2");
  await expect(head("name")).toContainText("41 different");
  await expect(head("row")).toContainText("0 – 999 999");
  const cell = (row: number, column: number) => output.locator(`tr[aria-rowindex="${row + 2}"] td`).nth(column);

  // The last row, by keys; and back.
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+End");
  await expect(cell(999_999, 0)).toHaveText("999 999");
  await expect(cell(999_999, 2)).toHaveClass(/here/);
  await page.keyboard.press("Control+Home");
  await expect(cell(0, 0)).toHaveText("0");

  // Sorted by the header, from the keyboard.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(head("co2_kt")).toHaveAttribute("aria-sort", "ascending");
  await expect(cell(1, 1)).toHaveText("1");
  await page.keyboard.press("Enter");
  await expect(head("co2_kt")).toHaveAttribute("aria-sort", "descending");
  await expect(cell(0, 1)).toHaveText("999 999");

  // Filtered by a range.
  await output.getByRole("button", { name: "Filter" }).click();
  await output.getByRole("combobox", { name: "Column" }).selectOption("co2_kt");
  await output.getByLabel("at least").fill("100");
  await output.getByLabel("at most").fill("102");
  await expect(output.locator(".count")).toHaveText("3 of 1 000 000 rows");
  await expect(output.locator("tbody tr")).toHaveCount(3);
  await expect(cell(0, 1)).toHaveText("102");

  // What is chosen is copied as a spreadsheet takes it.
  await cell(0, 1).click();
  await page.keyboard.press("Shift+ArrowDown");
  const body = workbench.frame.locator("body");
  await body.evaluate((element) =>
    document.addEventListener("copy", ({ clipboardData }) => {
      element.dataset.copied = clipboardData?.getData("text/plain");
    }),
  );
  await page.keyboard.press("Control+c");
  await expect(body).toHaveAttribute("data-copied", "co2_kt\n102\n101");
  await expect(output.locator(".count")).toHaveText("Copied");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    output.getByRole("button", { name: "Download as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});
