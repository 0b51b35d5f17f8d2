import { writeFileSync } from "node:fs";
import { notebookText } from "./notebook-text.ts";
import { expect, fileOf, test } from "./workbench.ts";

test("a notebook that was never opened here shows its first figure in the list", async ({ page }) => {
  // First in the list: the notebooks of other tests may be slow to their figures, and each waits for the one before.
  const figure = "Plot.plot({width: 600, height: 300, ariaLabel: 'A bar', marks: [Plot.barX([3])]})";
  const text = notebookText("Never opened", [figure]).replace("<notebook>", '<notebook data-order="0">');
  writeFileSync(fileOf("never-opened"), text);
  await page.goto("#/");
  const picture = page.locator("yuheng-card", { hasText: "Never opened" }).getByRole("img", { name: "A bar" });
  await expect(picture).toBeVisible();
  const proportion = (image: Element) =>
    (image as HTMLImageElement).naturalWidth / (image as HTMLImageElement).naturalHeight;
  expect(await picture.evaluate(proportion)).toBe(2);
});

test("dragging the slider moves what reads it, and nothing else", async ({ workbench }) => {
  const runs = () =>
    workbench.frame
      .locator(".cell")
      .evaluateAll((cells) => cells.map((cell) => [cell.id, Number((cell as HTMLElement).dataset.runs ?? 0)] as const));
  await workbench.open("trade-transfer");
  await expect(workbench.outputOf(6)).toContainText("16.7 % lower");
  await expect(workbench.outputOf(23).locator("tbody tr")).toHaveCount(10);
  await workbench.expectWhole();
  const before = new Map(await runs());
  const slider = workbench.outputOf(3).locator("input[type=range]");
  await slider.focus();
  await workbench.page.keyboard.press("ArrowLeft");
  await expect(workbench.outputOf(6)).toContainText("China's electricity emits 95 %");
  await expect(workbench.outputOf(6)).not.toContainText("16.7 % lower");
  await workbench.expectWhole();
  const moved = (await runs()).filter(([id, count]) => count > before.get(id)!).map(([id]) => id);
  // The sliders, the map's data and the query stay; the accounts and what reads them move, the sentence and the notes among it.
  const expected = [6, 7, 4, 5, 10, 13, 14, 16, 17, 18, 20, 21, 25, 27, 26];
  expect(moved).toEqual(expected.map((id) => `cell-${id}`));
});

test("a notebook is edited, and what reads a cell follows it", async ({ workbench, page }) => {
  await test.step("editing a cell runs its dependents and leaves the others alone", async () => {
    await workbench.openCells("edit", [
      "const a = 2;",
      "const b = a * 10;",
      "b + 1",
      "const other = Math.random(); display(other);",
      { kind: "md", source: "b is ${b}" },
    ]);
    await expect(workbench.output(3)).toHaveText("21");
    const other = await workbench.output(4).textContent();
    await workbench.edit(1, "const a = 5;");
    await expect(workbench.output(3)).toHaveText("51");
    await expect(workbench.output(5)).toHaveText("b is 50");
    expect(await workbench.output(4).textContent()).toBe(other);
    expect(await workbench.counts()).toEqual([2, 2, 2, 1, 2]);
  });

  await test.step("a cell whose text is changed says that it has not run yet", async () => {
    await workbench.openCells("typed", ["const a = 2;", "a"]);
    await workbench.type(1, "const a = 3;");
    await expect(workbench.cell(1)).toHaveClass(/edited/);
    await expect(workbench.output(2)).toHaveText("2");
    await workbench.page.keyboard.press("Shift+Enter");
    await expect(workbench.cell(1)).not.toHaveClass(/edited/);
    await expect(workbench.output(2)).toHaveText("3");
  });

  await test.step("cells are added, moved, changed in kind and deleted", async () => {
    await workbench.openCells("cells", ["const a = 1;", "a + 1"]);
    await expect(workbench.output(2)).toHaveText("2");
    await workbench.cell(2).hover();
    await workbench.cell(2).getByRole("button", { name: "+ Text" }).click();
    await expect(workbench.frame.locator(".cell")).toHaveCount(3);
    await workbench.edit(3, "**bold** ${a}");
    await expect(workbench.output(3).locator("strong")).toHaveText("bold");
    const menu = async (place: number, name: string) => {
      await workbench.cell(place).hover();
      await workbench.cell(place).getByRole("button", { name: "Cell menu" }).click();
      await workbench.cell(place).getByRole("menuitem", { name }).click();
    };
    await menu(3, "Move the cell up");
    await expect(workbench.output(2).locator("strong")).toHaveText("bold");
    await menu(2, "Delete the cell");
    await expect(workbench.frame.locator(".cell")).toHaveCount(2);
    await workbench.cell(2).hover();
    await workbench.cell(2).getByRole("button", { name: "Cell menu" }).click();
    await workbench.cell(2).getByRole("menuitemradio", { name: "Markdown" }).click();
    await workbench.cell(2).hover();
    await workbench.cell(2).getByRole("button", { name: "Run the cell" }).click();
    await expect(workbench.output(2).locator("p")).toHaveText("a + 1");
  });

  await test.step("a click on a dataset in the data panel inserts a cell that shows it", async () => {
    await workbench.openCells("panel", ["1"]);
    await page.getByRole("button", { name: /panel/i }).last().click();
    await page.getByRole("tab", { name: "Data", exact: true }).click();
    await page.getByRole("searchbox").last().fill("population");
    await page
      .getByRole("tabpanel")
      .getByText(/^Population by country/)
      .first()
      .click();
    const facts = page.getByRole("tabpanel").locator("yuheng-dataset").filter({ hasText: "Population by country" });
    await expect(facts.getByText(/\d+ years?, from the date of the edition \(2024\)/)).toBeVisible();
    await page.getByRole("button", { name: /SQL/ }).first().click();
    await expect(workbench.frame.locator(".cell")).toHaveCount(2);
    await expect(workbench.output(2).locator("tbody tr").first()).toBeVisible();
    await expect(workbench.editor(2)).toContainText("from population");
  });
});

test("a SQL cell queries the datasets by name, its result is a table that cells and charts read, and the same rows again run no reader", async ({
  workbench,
}) => {
  await workbench.openCells("query", [
    "const region = 'CHN';",
    {
      kind: "sql",
      source:
        "select year, sum(co2_kt) / 1000 as mt from mrio_co2 where region = ${region} group by year order by year",
      attributes: 'output="china"',
    },
    "china.numRows + ' years, ' + Math.round(china.get(11).mt)",
    "Plot.lineY(china, {x: 'year', y: 'mt'}).plot({ariaLabel: 'China'})",
    "const least = 1;",
    { kind: "sql", source: "select 7 as rows where ${least} > 0", attributes: 'output="found"' },
    "found.get(0).rows",
  ]);
  await expect(workbench.output(2).locator("tbody tr")).toHaveCount(17);
  await expect(workbench.output(3)).toHaveText('"17 years, 9794"');
  await expect(workbench.output(4).locator("g[aria-label=line] path")).toBeVisible();
  await workbench.edit(1, "const region = 'USA';");
  await expect(workbench.output(3)).toHaveText('"17 years, 5253"');

  await expect(workbench.output(7)).toHaveText("7");
  await workbench.edit(5, "const least = 2;");
  await expect(workbench.cell(6)).toHaveAttribute("data-runs", "2");
  await workbench.expectStatus(7, "fresh");
  await expect(workbench.cell(7)).toHaveAttribute("data-runs", "1");
  await workbench.edit(5, "const least = 0;");
  await expect(workbench.error(7)).toBeVisible();
});
