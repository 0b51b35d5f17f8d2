import type { Page } from "@playwright/test";
import { expect, test, type Workbench } from "./workbench.ts";

/** What a cell does wrong, and what its notice says in both languages. */
const slips: readonly { cell: string | { kind: string; source: string }; zh: RegExp; en: RegExp }[] = [
  {
    cell: "const co2 = 1;",
    zh: /^\s*重复定义：co2 在第 2 个单元格中也有定义。一个名称只能属于一个单元格：请在此处或彼处改名。\s*$/,
    en: /^\s*duplicate: co2 is also defined in cell 2\. A name belongs to one cell: rename it here or there\.\s*$/,
  },
  {
    cell: "const co2 = 2;",
    zh: /^\s*重复定义：co2 在第 1 个单元格中也有定义/,
    en: /^\s*duplicate: co2 is also defined in cell 1\./,
  },
  {
    cell: "const hen = egg + 1;",
    zh: /^\s*循环依赖：此单元格读取 egg，而后者又依赖此单元格（经由第 4 个单元格）。请在其中一处断开循环。\s*$/,
    en: /^\s*cycle: This cell reads egg, which in turn depends on this cell \(through cell 4\)\./,
  },
  {
    cell: "const egg = hen + 1;",
    zh: /^\s*循环依赖：此单元格读取 hen，而后者又依赖此单元格（经由第 3 个单元格）/,
    en: /^\s*cycle: This cell reads hen, which in turn depends on this cell \(through cell 3\)\./,
  },
  { cell: "const emissions = 5;", zh: /^$/, en: /^$/ },
  {
    cell: "emisions * 2",
    zh: /^\s*未知名称：emisions 在这个笔记本中没有定义。您是不是要用 emissions？\s*$/,
    en: /^\s*unknown name: emisions is not defined in this notebook\. Did you mean emissions\?\s*$/,
  },
  {
    cell: "const b = = 2;",
    zh: /^\s*SyntaxError：此处不应出现“=”。\s*$/,
    en: /^\s*SyntaxError: Unexpected “=” here\.\s*$/,
  },
  {
    cell: 'throw new Error("Factor 3 is not from the inventory of 2011.")',
    zh: /^\s*Error：Factor 3 is not from the inventory of 2011\.\s*$/,
    en: /^\s*Error: Factor 3 is not from the inventory of 2011\.\s*$/,
  },
  {
    cell: "[{}].map(({a}) => a.kilotonnes)",
    zh: /^\s*TypeError：无法读取 undefined 的属性“kilotonnes”\s*$/,
    en: /^\s*TypeError: Cannot read properties of undefined \(reading 'kilotonnes'\)\s*$/,
  },
  {
    cell: { kind: "sql", source: "select region, co2 from mrio_co2" },
    zh: /^\s*QueryError：绑定错误：FROM 子句中没有列“co2”！\s*可用的列：/,
    en: /^\s*QueryError: Binder Error: Referenced column "co2" not found in FROM clause!\s*Candidate bindings: /,
  },
  {
    cell: { kind: "sql", source: "select region fro mrio_co2" },
    zh: /^\s*QueryError：语法错误：“mrio_co2”附近有语法错误/,
    en: /^\s*QueryError: Parser Error: syntax error at or near "mrio_co2"/,
  },
  {
    cell: 'datasets.load("mrio_flow")',
    zh: /^\s*DatasetError：没有名为 mrio_flow 的数据集。您是不是要用 mrio_flows？\s*$/,
    en: /^\s*DatasetError: There is no dataset named mrio_flow\. Did you mean mrio_flows\?\s*$/,
  },
  {
    cell: "consumption.accounts({})",
    zh: /^\s*ToolInputError：.*应为.*，实际为空缺。/,
    en: /^\s*ToolInputError: .* is missing; expected .*\./,
  },
];

async function expectNotices(workbench: Workbench, language: "zh" | "en"): Promise<void> {
  for (const [i, slip] of slips.entries()) {
    const notice = workbench
      .error(i + 1)
      .locator("p")
      .first();
    if (slip[language].source === "^$") await expect(workbench.error(i + 1)).toHaveCount(0);
    else await expect(notice).toHaveText(slip[language]);
  }
}

async function speak(page: Page, language: "zh-CN" | "en"): Promise<void> {
  await page.addInitScript((wanted) => {
    const preferences = { language: wanted, visited: true, panel: true, tab: "problems" };
    if (self === top) localStorage.setItem("yuheng.preferences", JSON.stringify(preferences));
  }, language);
}

test("what a cell did wrong is said in the language of the page", async ({ workbench, page }) => {
  await test.step("what goes wrong is said in Chinese on a Chinese page, and in English once the language is switched", async () => {
    await speak(page, "zh-CN");
    await workbench.openCells(
      "language-errors",
      slips.map(({ cell }) => cell),
    );
    await expectNotices(workbench, "zh");
    const problems = page.locator("yuheng-problem-list");
    await expect(problems).toContainText("emisions 在这个笔记本中没有定义。");
    await expect(problems).toContainText("没有名为 mrio_flow 的数据集。");
    await expect(problems).toContainText("Factor 3 is not from the inventory of 2011.");
    await expect(problems).not.toContainText("is not defined in this notebook");
    const runs = await workbench.counts();

    await page.getByRole("button", { name: "English", exact: true }).click();
    await expectNotices(workbench, "en");
    await expect(problems).toContainText("emisions is not defined in this notebook.");
    await expect(problems).not.toContainText("没有定义");

    await page.getByRole("button", { name: "中文", exact: true }).click();
    await expectNotices(workbench, "zh");
    // What is said anew is not worked out anew.
    expect(await workbench.counts()).toEqual(runs);
  });

  await test.step("a cell that is stopped says so in the language of the page", async () => {
    await workbench.openCells("language-stop", ["await new Promise(() => {});"]);
    await workbench.expectStatus(1, "running");
    await workbench.cell(1).click();
    await workbench.cell(1).getByRole("button", { name: "停止单元格" }).first().click();
    await expect(workbench.error(1)).toContainText("已停止：此单元格未运行完就被停止。");
    await page.getByRole("button", { name: "English", exact: true }).click();
    await expect(workbench.error(1)).toContainText("stopped: This cell was stopped before it finished.");
  });
});

test.describe(() => {
  test.use({ languageService: true });

  test("what is underlined while one writes is explained in the language of the page", async ({ workbench, page }) => {
    // The language service loads first, and again speaks when the language changes.
    test.slow();
    await speak(page, "zh-CN");
    await workbench.openCells("language-typing", ["const emissions = 5;", "1"]);
    await workbench.type(2, "emisions * 2");
    const slip = workbench.cell(2).locator(".cm-lintRange-error");
    await expect(slip).toHaveText("emisions", { timeout: 60_000 });
    await slip.hover();
    const tip = workbench.frame.locator(".cm-tooltip-lint");
    await expect(tip).toContainText("找不到名称“emisions”。");
    await workbench.cell(1).hover();
    await expect(tip).toHaveCount(0);
    await page.getByRole("button", { name: "English", exact: true }).click();
    await expect(async () => {
      await workbench.cell(1).hover();
      await slip.hover();
      await expect(tip).toContainText("Cannot find name 'emisions'.", { timeout: 1500 });
    }).toPass();
  });
});

test("what was told of files is told anew when the language changes", async ({ page }) => {
  await test.step("a notebook that is not there is named so in both languages", async () => {
    await speak(page, "zh-CN");
    await page.goto("#/n/nowhere-to-be-found");
    await expect(page.locator("main.plain")).toContainText("文件夹中没有名为“nowhere-to-be-found”的笔记本。");
  });

  await test.step("what was told of a file is told anew when the language changes", async () => {
    await page.goto("#/");
    const data = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["no JSON"], "late.ipynb"));
      return data;
    });
    await page.locator("yuheng-library").dispatchEvent("drop", { dataTransfer: data });
    const told = page.locator("yuheng-library .told");
    await expect(told).toContainText("无法读取“late.ipynb”。这不是 Jupyter 笔记本：内容不是 JSON（");
    await page.getByRole("button", { name: "English", exact: true }).click();
    await expect(told).toContainText(
      "“late.ipynb” could not be read. This is not a Jupyter notebook: it is not JSON (",
    );
  });
});
