import { expect, test } from "./workbench.ts";

const sources = (workbench: import("./workbench.ts").Workbench) =>
  workbench.frame.locator(".cell .cm-content").allInnerTexts();

test("a notebook is searched by keys alone, and the palette and help say what the keys do", async ({
  workbench,
  page,
}) => {
  await test.step("find counts and shows matches in all cells; replacing all of them is undone as one step", async () => {
    await workbench.openCells("find", [
      "const total = 1;",
      { kind: "md", source: "The total is ${total}." },
      "total + subtotals.length",
      "const subtotals = [];",
    ]);
    await workbench.editor(1).click();
    await page.keyboard.press("Control+f");
    const bar = page.getByRole("search", { name: "Find and replace in all cells" });
    await expect(bar.getByLabel("Find", { exact: true })).toBeFocused();
    await page.keyboard.type("total");
    await expect(bar.getByRole("status")).toHaveText("6 matches");
    await bar.getByRole("button", { name: "Whole words" }).click();
    await expect(bar.getByRole("status")).toHaveText("4 matches");
    await expect(workbench.frame.locator(".cm-found")).toHaveCount(4);
    await bar.getByRole("button", { name: "Next match" }).click();
    await bar.getByRole("button", { name: "Next match" }).click();
    await expect(bar.getByRole("status")).toHaveText("2 of 4");
    await expect(workbench.cell(2).locator(".cm-found-here")).toHaveText("total");
    await bar.getByLabel("Replace with").fill("sum");
    await bar.getByRole("button", { name: "Replace", exact: true }).click();
    await expect(workbench.editor(2)).toHaveText("The sum is ${total}.");
    await expect(bar.getByRole("status")).toHaveText("2 of 3");
    await bar.getByRole("button", { name: "Replace all" }).click();
    await expect
      .poll(() => sources(workbench))
      .toEqual(["const sum = 1;", "The sum is ${sum}.", "sum + subtotals.length", "const subtotals = [];"]);
    await expect(bar.getByRole("status")).toContainText("3 matches replaced");
    await page.keyboard.press("Escape");
    await expect(bar).toBeHidden();
    await expect(workbench.frame.locator(".cm-found")).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect
      .poll(() => sources(workbench))
      .toEqual(["const total = 1;", "The sum is ${total}.", "total + subtotals.length", "const subtotals = [];"]);
  });

  await test.step("the palette does to the chosen cell what its key does, and help lists the keys", async () => {
    await workbench.openCells("palette", ["const a = 1;", "a + 1"]);
    await expect(workbench.output(2)).toHaveText("2");
    await workbench.editor(2).click();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("clear the output");
    await page.keyboard.press("Enter");
    await expect(workbench.output(2)).toBeEmpty();
    await expect(workbench.editor(2)).toBeFocused();
    await page.keyboard.press("Control+Enter");
    await expect(workbench.output(2)).toHaveText("2");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Help" });
    await expect(help.getByText("Split the cell at the cursor")).toBeVisible();
    await expect(help.locator("kbd", { hasText: "D D" })).toBeVisible();
  });
});
