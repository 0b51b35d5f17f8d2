import { describe, it } from "vitest";
import { OpenNotebook } from "./notebook.ts";
import { expect, expectShown, frame, keyboard } from "./remote.ts";

/** A table of a million rows, by way of the database, which gives back Arrow. */
const query = {
  kind: "sql",
  source:
    "select i::int as row, ((i * 7919) % 1000000)::double as co2_kt, 'r' || (i % 41) as name from range(1000000) t(i)",
  attributes: 'output="million"',
};

describe("Tables in the frame:", () => {
  it("a million rows open at once, scroll, sort and are filtered, with only the rows in sight in the page", async () => {
    const notebook = await OpenNotebook.openCells(["1", query]);
    const output = notebook.output(2);
    const grid = output.getByRole("grid");
    await expectShown(grid).toHaveAttribute("aria-rowcount", "1000001");
    await expectShown(output.locator(".count")).toHaveText("1 000 000 rows");
    expect(await output.locator("tbody tr").count()).toBeLessThan(30);
    const head = (name: string) => output.getByRole("columnheader", { name });
    await expectShown(head("co2_kt").locator(".unit")).toHaveText("kt CO2");
    await expectShown(head("name")).toContainText("41 different");
    await expectShown(head("row")).toContainText("0 – 999 999");
    const cell = (row: number, column: number) => output.locator(`tr[aria-rowindex="${row + 2}"] td`).nth(column);

    // The last row, by keys; and back.
    await grid.focus();
    await keyboard.press("ArrowDown");
    await keyboard.press("Control+End");
    await expectShown(cell(999_999, 0)).toHaveText("999 999");
    await expectShown(cell(999_999, 2)).toHaveClass(/here/);
    await keyboard.press("Control+Home");
    await expectShown(cell(0, 0)).toHaveText("0");

    // Sorted by the header, from the keyboard.
    await keyboard.press("ArrowUp");
    await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await expectShown(head("co2_kt")).toHaveAttribute("aria-sort", "ascending");
    await expectShown(cell(1, 1)).toHaveText("1");
    await keyboard.press("Enter");
    await expectShown(head("co2_kt")).toHaveAttribute("aria-sort", "descending");
    await expectShown(cell(0, 1)).toHaveText("999 999");

    // Filtered by a range.
    await output.getByRole("button", { name: "Filter" }).click();
    await output.getByRole("combobox", { name: "Column" }).selectOption("co2_kt");
    await output.getByLabel("at least").fill("100");
    await output.getByLabel("at most").fill("102");
    await expectShown(output.locator(".count")).toHaveText("3 of 1 000 000 rows");
    await expectShown(output.locator("tbody tr")).toHaveCount(3);
    await expectShown(cell(0, 1)).toHaveText("102");

    // What is chosen is copied as a spreadsheet takes it.
    await cell(0, 1).click();
    await keyboard.press("Shift+ArrowDown");
    const body = frame.locator("body");
    await body.evaluate((element) =>
      document.addEventListener("copy", ({ clipboardData }) => {
        element.dataset.copied = clipboardData?.getData("text/plain");
      }),
    );
    await keyboard.press("Control+c");
    await expectShown(body).toHaveAttribute("data-copied", "co2_kt\n102\n101");
    await expectShown(output.locator(".count")).toHaveText("Copied");
  });
});
