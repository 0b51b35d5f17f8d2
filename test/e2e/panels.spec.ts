import { expect, test } from "./workbench.ts";

const cells = [
  "const factor = 2;",
  "const rows = Array.from({length: 1000}, (_, i) => i * factor);",
  "const sum = rows.reduce((a, b) => a + b, 0);",
  { kind: "md", source: "The sum is ${sum}." },
  { kind: "md", source: "# Alone" },
];

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    if (self !== top) return;
    const preferences = { panel: true, tab: "graph", language: "en", visited: true };
    localStorage.setItem("yuheng.preferences", JSON.stringify(preferences));
  });
});

test("the panels follow the notebook, and lead to its cells", async ({ workbench, page }) => {
  await test.step("the dataflow shows who reads whom, follows states and edits, and leads to cells", async () => {
    await workbench.openCells("graph", cells);
    await expect(workbench.output(4)).toContainText("999000");
    const graph = page.locator("yuheng-dataflow-graph");
    await expect(graph.locator(".node")).toHaveCount(4);
    await expect(graph.locator(".edge")).toHaveCount(3);
    await expect(graph.getByText("1 cell without connections")).toBeVisible();
    const sum = graph.getByRole("button", { name: /^sum, up to date; reads rows; read by/ });
    await expect(sum).toBeVisible();
    await workbench.edit(2, "const rows = missing.map(x => x);");
    await expect(graph.getByRole("button", { name: /^rows, failed/ }).locator(".shape")).toBeVisible();
    await expect(graph.getByRole("button", { name: /^sum, waiting/ })).toBeVisible();
    await expect(graph.locator(".edge")).toHaveCount(2);
    await graph.getByRole("button", { name: /^sum/ }).press("Enter");
    await expect(workbench.cell(3)).toBeFocused();
  });

  await test.step("the variables have types, sizes and previews, and change as they do", async () => {
    await workbench.openCells("variables", cells);
    await page.getByRole("tab", { name: "Variables" }).click();
    const list = page.locator("yuheng-variable-list");
    const rows = list.getByRole("button", { name: /^rows/ });
    await expect(rows).toContainText(/list of 1.?000/);
    await expect(rows).toContainText("[0, 2, 4, 6, 8, 10, 12, 14, …]");
    await workbench.edit(1, "const factor = 3;");
    await expect(rows).toContainText("[0, 3, 6,");
    await expect(list.getByRole("button", { name: /^factor/ })).toContainText("number");
    await workbench.edit(2, "let lines = factor;");
    await expect(list.getByRole("button", { name: /^rows/ })).toHaveCount(0);
  });

  await test.step("a problem is mended from the panel", async () => {
    await workbench.openCells("mends", ["const a = 1;", "const a = 2;"]);
    await page.getByRole("tab", { name: "Problems" }).click();
    await page.getByRole("button", { name: "Rename it to a2" }).last().click();
    await workbench.expectStatus(1, "fresh");
    await workbench.expectStatus(2, "fresh");
    await expect(page.getByText("No problems: every cell")).toBeVisible();
  });

  await test.step("advice stands below the problems, leads to its cell, and goes when it is taken", async () => {
    await workbench.openCells("advice", ["const kept = 1; display(kept);", "const idle = 1;"]);
    await page.getByRole("tab", { name: "Problems" }).click();
    const advice = page.locator("yuheng-advice-list");
    const unused = advice.getByRole("button", { name: /No cell reads idle/ });
    await expect(unused).toContainText("Cell 2");
    await unused.click();
    await expect(workbench.cell(2)).toBeFocused();
    await workbench.edit(2, "const idle = 1; display(idle);");
    await expect(advice.getByText("No advice.")).toBeVisible();
  });
});
