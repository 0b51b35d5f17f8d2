import { readFileSync } from "node:fs";
import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

const cells = [
  "const world = consumption.table({year: 2011, regions: 7});",
  "const accounts = consumption.accounts(world);",
  "const china = accounts.D_cba[0][1] / 1000;",
  {
    kind: "sql",
    source: "select sum(co2_kt) as kt from mrio_co2 where year = ${2010 + 1}",
    attributes: 'output="direct"',
  },
  "Math.round(china) + ' of ' + Math.round(direct.get(0).kt)",
  "const unrelated = 1; display(trace(china));",
];

test("a figure's trail leads to cells, methods with references, and data with licences", async ({
  workbench,
  page,
}) => {
  await test.step("a cell can ask for the trail of a value", async () => {
    await workbench.openCells("trail", cells);
    const link = workbench.output(6).getByRole("button");
    await expect(link).toHaveText("Trail: 3 cells, 5 datasets, 1 method");
    await link.click();
    await expect(page.getByRole("heading", { name: "Trail of cell 3" })).toBeVisible();
  });

  await test.step("a figure's trail leads to cells, methods with references, and data with licences, and is saved as PROV", async () => {
    await expect(workbench.output(5)).toContainText(" of ");
    await workbench.output(5).click({ modifiers: ["Alt"] });
    const panel = page.getByRole("tabpanel");
    await expect(panel.getByRole("heading", { name: "Trail of cell 5" })).toBeVisible();
    for (const name of ["china", "accounts", "world", "direct"]) {
      await expect(panel.getByRole("listitem").filter({ hasText: new RegExp(`^\\s*${name}\\b`) })).toHaveCount(1);
    }
    await expect(panel.getByText("unrelated")).toHaveCount(0);
    await expect(panel.getByText("Miller & Blair (2009)").first()).toBeVisible();
    await expect(panel.getByRole("link", { name: /CC-BY/ }).first()).toBeVisible();
    await panel.getByText("consumption.accounts: reads").click();
    await expect(panel.getByText("Residual")).toBeVisible();
    const ofTool = panel.getByRole("group").filter({ hasText: "consumption.accounts: reads" });
    await expect(ofTool.getByRole("listitem").filter({ hasText: "mrio7_flows" })).toContainText("all 56\u202f804 rows");
    await panel.getByText("SQL query: reads mrio_co2").click();
    const ofQuery = panel.getByRole("group").filter({ hasText: "SQL query: reads mrio_co2" });
    await expect(ofQuery.getByText("Values: 2011")).toBeVisible();
    await expect(ofQuery.getByText("Rows returned: 1")).toBeVisible();
    await expect(ofQuery.getByRole("listitem")).toHaveText(/mrio_co2\s*1476 of 25\u202f092 rows\s*year=2011/);
    expect(await violations(page)).toEqual([]);

    // What is open stays open over a run that asked for nothing.
    await workbench.edit(2, "const accounts = 1;");
    await expect(panel.getByText("Residual")).toHaveCount(0);
    await workbench.edit(2, cells[1] as string);
    await expect(panel.getByText("Residual")).toBeVisible();
    await expect(workbench.output(5)).toContainText(" of ");

    const downloading = page.waitForEvent("download");
    await panel.getByRole("button", { name: "Save as PROV" }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe("trail-trail.jsonld");
    const prov = JSON.parse(readFileSync((await file.path())!, "utf8"));
    const ids = prov["@graph"].map((node: { "@id": string }) => node["@id"]);
    expect(ids).toEqual(expect.arrayContaining(["yuheng:dataset-mrio7_flows", "yuheng:tool-consumption.accounts"]));
    const selections = prov["@graph"].filter((node: Record<string, unknown>) => "yuheng:where" in node);
    expect(selections).toContainEqual(
      expect.objectContaining({
        "yuheng:where": "year=2011",
        "yuheng:rows": 1476,
        "prov:wasDerivedFrom": { "@id": "yuheng:dataset-mrio_co2" },
      }),
    );

    await panel.getByRole("button", { name: /^world/ }).click();
    await expect(workbench.cell(1)).toBeFocused();
    await page.keyboard.press("t");
    await expect(panel.getByRole("heading", { name: "Trail of cell 1" })).toBeVisible();
    await expect(panel.getByText("accounts")).toHaveCount(0);
    await panel.getByRole("button", { name: "Whole notebook" }).click();
    await expect(panel.getByText("mrio_co2", { exact: true })).toBeVisible();

    await workbench.output(4).click({ modifiers: ["Alt"] });
    // It was opened above.
    await panel.getByRole("button", { name: "mrio_co2: Insert a cell with these rows" }).click();
    const inserted = workbench.frame.locator(".cm-content").filter({ hasText: "where year=2011" });
    await expect(inserted).toHaveText("select *from mrio_co2where year=2011");
  });
});

test("trails and sources name factors, equations and licences", async ({ workbench, page }) => {
  await test.step("the trail of an inventory names the factors that were taken, where they stand, and the table they came from", async () => {
    const activity = '[{category: "1.A", activity: "Natural Gas", unit: "TJ", 2020: 1000}]';
    const columns = '{category: "category", activity: "activity", unit: "unit"}';
    await workbench.openCells("trail-factors", [
      `const compiled = inventory.compile({activity: ${activity}, columns: ${columns}, region: "CHN"});`,
      "compiled.totals.years.join()",
    ]);
    await expect(workbench.output(2)).toHaveText('"2020"');
    await workbench.output(2).click({ modifiers: ["Alt"] });
    const panel = page.getByRole("tabpanel");
    await panel.getByText(/inventory\.compile: reads .*factors_energy/).click();
    await expect(panel.locator("details", { hasText: "inventory.compile" })).toHaveAttribute("open");
    const first = panel.getByRole("row").filter({ hasText: "56\u202f100" });
    await expect(first).toHaveText(/^\s*1\s*Natural Gas, CO2\s*56\u202f100 kg CO2\/TJ NCV\s*IPCC 2006 V2 Table 1\.4/);
    await expect(
      panel.getByText("Rows with a factor: 1, counted below the header; different factors: 1"),
    ).toBeVisible();
    await expect(panel.getByText("AR5.GWP100")).toBeVisible();
    await expect(panel.getByRole("heading", { name: /factors_energy/ })).toBeVisible();
  });

  await test.step("equations that a figure went through stand in its trail with their formulas", async () => {
    await workbench.openCells("formulas", [
      'const gone = inventory.equation({equation: "V5 Eq 3.5", inputs: {DDOCma_before: 10, k: 0.05}});',
      'Math.round(1000 * gone.value) + " t"',
    ]);
    await expect(workbench.output(2)).toContainText("488 t");
    await workbench.output(2).click({ modifiers: ["Alt"] });
    const panel = page.getByRole("tabpanel");
    await panel.getByText("inventory.equation", { exact: true }).first().click();
    const equation = panel
      .getByRole("listitem")
      .filter({ hasText: "V5 Eq 3.5 (Carbon decomposed in the year)" })
      .last();
    await expect(equation.locator("math")).toHaveAttribute("display", "block");
    await expect(equation.locator("math annotation")).toHaveText(
      "\\text{DDOC}_{m, \\text{decomp}} = -\\text{DDOC}_{\\text{ma}, \\text{before}} \\cdot \\left(e^{-k} - 1\\right)",
    );
    expect(await violations(page)).toEqual([]);
  });

  await test.step("data, licences and methods stand at the end of a notebook by themselves, and go when nothing reads them", async () => {
    await workbench.openCells("sources", [cells[3]!, "direct.get(0).kt"]);
    const sources = workbench.frame.getByRole("contentinfo");
    await sources.getByText("Data, licences and methods").click();
    await expect(sources.getByText("CC-BY-4.0").first()).toBeVisible();
    await page.getByRole("button", { name: "中文" }).click();
    await expect(sources.getByText("数据、许可与方法")).toBeVisible();
    await workbench.edit(1, "select 7 as kt");
    await expect(workbench.output(2)).toHaveText("7");
    await expect(sources).toBeHidden();
  });
});
