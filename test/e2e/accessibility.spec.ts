import type { Page } from "@playwright/test";
import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

// Axe looks at a page ten times in a test; a busy machine takes ten seconds for each.
test.setTimeout(240_000);

const cells = [
  { kind: "md", source: "# A heading\n\nProse with `code` and a [link](#)." },
  "const year = view(Inputs.range([2000, 2016], {step: 1, value: 2011, label: 'Year'}))",
  {
    kind: "sql",
    source: "select region, sector, co2_kt from mrio_co2 where year = ${year} limit 200",
    attributes: 'output="emissions"',
  },
  "Plot.barX([{a: 1, b: 'x'}], {x: 'a', y: 'b'}).plot({ariaLabel: 'A bar'})",
  "missing + 1",
  "const doubled = year * 2;",
];

// Nothing is caught half way between two colours; and who asks for stillness gets it.
test.use({ contextOptions: { reducedMotion: "reduce" } });

async function prefer(page: Page, preferences: Record<string, unknown>): Promise<void> {
  await page.addInitScript((wanted) => {
    if (self !== top) return;
    localStorage.setItem("yuheng.preferences", JSON.stringify({ language: "en", visited: true, ...wanted }));
  }, preferences);
}

for (const theme of ["light", "dark"] as const) {
  test(`nothing stands in anyone's way: library, notebook, panels, palette, help and find bar, ${theme}`, async ({
    workbench,
    page,
  }) => {
    const colours = theme === "dark";
    await prefer(page, { theme, panel: true, tab: "graph" });
    await page.goto("#/");
    await expect(page.getByRole("link").first()).toBeVisible();
    expect(await violations(page, { colours })).toEqual([]);
    await workbench.openCells("access", cells);
    await expect(workbench.output(3).getByRole("grid")).toBeVisible();
    await expect(workbench.error(5)).toBeVisible();
    await workbench.expectStatus(3, "fresh");
    await expect(workbench.frame.locator("html")).toHaveClass(/still/);
    await workbench.cell(2).hover();
    await workbench.cell(2).getByRole("button", { name: "Cell menu" }).click();
    await workbench.output(3).getByRole("button", { name: "Filter" }).click();
    await workbench.cell(2).hover();
    await workbench.cell(2).getByRole("button", { name: "Cell menu" }).click();
    expect(await violations(page, { colours })).toEqual([]);
    await page.getByRole("button", { name: "Help", exact: true }).focus();
    for (const tab of ["Variables", "Data", "Problems", "Cells"]) {
      await page.getByRole("tab", { name: new RegExp(`^${tab}\\b`) }).click();
      if (tab === "Data") await page.getByRole("tabpanel").locator("summary").first().click();
      expect(await violations(page, { frame: false, colours }), tab).toEqual([]);
    }
    await page.keyboard.press("Control+f");
    await expect(page.getByRole("search", { name: /Find/ })).toBeVisible();
    expect(await violations(page, { frame: false, colours }), "find bar").toEqual([]);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "All actions" })).toBeVisible();
    expect(await violations(page, { frame: false, colours }), "palette").toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Help", exact: true }).click();
    expect(await violations(page, { frame: false, colours }), "help").toEqual([]);
  });
}

test("nothing stands in anyone's way in Chinese: share and templates, ± and trail, every tab of the panel, a notice", async ({
  workbench,
  page,
}) => {
  await prefer(page, { language: "zh-CN", panel: true, tab: "trail" });
  await page.goto("#/");
  await page.getByRole("button", { name: "从模板新建" }).click();
  await expect(page.getByRole("dialog", { name: "新建笔记本" })).toBeVisible();
  expect(await violations(page), "library and templates").toEqual([]);
  await workbench.openCells("access-zh", [
    'const ef = sample("EF", normal({mean: 94.6, sd: 5}));',
    'const coal = view(Inputs.range([0, 10], {label: "煤", value: 3}));',
    "coal * ef",
    "missing + 1",
  ]);
  await expect(workbench.error(4)).toBeVisible();
  await workbench.cell(3).focus();
  await page.keyboard.press("u");
  await expect(workbench.cell(3).getByRole("img", { name: /分布/ })).toBeVisible();
  await workbench.cell(3).focus();
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { name: /第 3 个单元格/ })).toBeVisible();
  expect(await violations(page), "± and trail").toEqual([]);
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    expect(await violations(page, { frame: false }), (await tab.textContent()) ?? "").toEqual([]);
  }
  await page.locator("yuheng-bar").dispatchEvent("drop", {
    dataTransfer: await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["a,b\n1,2\n"], "data.csv"));
      return transfer;
    }),
  });
  await page.getByRole("dialog", { name: "data.csv" }).getByRole("button", { name: "添加表" }).click();
  await expect(page.getByText("已添加 data（1 行）。")).toBeVisible();
  await page.getByRole("button", { name: "分享", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "分享这个笔记本" })).toBeVisible();
  expect(await violations(page, { frame: false }), "share").toEqual([]);
});

test("a phone and a page zoomed to 200 % need no scrolling sideways, and keep every control in reach; the language changes at once", async ({
  workbench,
  page,
}) => {
  await prefer(page, { panel: false });
  await page.setViewportSize({ width: 390, height: 844 });
  await workbench.openCells("narrow", cells);
  await expect(workbench.error(5)).toBeVisible();
  for (const width of [390, 640]) {
    await page.setViewportSize({ width, height: 844 });
    // An output that waits to be made anew is dimmed.
    await workbench.expectStatus(3, "fresh");
    for (const target of [page.mainFrame(), page.frames().at(-1)!]) {
      await expect
        .poll(() => target.evaluate(() => document.documentElement.scrollWidth - innerWidth), {
          message: `${width} px`,
        })
        .toBeLessThanOrEqual(0);
    }
    await expect(page.getByRole("button", { name: "Stop" }).first()).toBeInViewport();
    expect(await violations(page)).toEqual([]);
  }
  await test.step("the language changes at once, on the page and in the notebook", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await expect(workbench.output(3).locator(".count")).toHaveText("200 rows");
    await page.getByRole("button", { name: "中文" }).click();
    await expect(page.getByRole("button", { name: "全部运行" })).toBeVisible();
    await expect(workbench.output(3).locator(".count")).toHaveText("共 200 行");
    await expect(workbench.cell(1)).toHaveAttribute("aria-label", "第 1 个单元格");
    await expect(workbench.frame.locator("html")).toHaveAttribute("lang", "zh-CN");
  });
  // The look reaches into the frame.
  await workbench.output(6).evaluate((output) => output.append(document.createElement("img")));
  expect(await violations(page)).toEqual([expect.stringMatching(/^image-alt: .*yuheng-app.*iframe .* <img>$/)]);
});
