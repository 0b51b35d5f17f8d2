import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { StaticHost, sharedSite } from "./built-site.ts";
import { expect, fileOf, test } from "./workbench.ts";

/** A notebook in two languages: its title, a text, and the label of an input; a number that the text writes. */
const bilingual = join(import.meta.dirname, "../site/workbench/bilingual.html");

test("a notebook in two languages follows the reader's: title, texts, outline and labels, while inputs keep their values", async ({
  workbench,
  page,
}) => {
  copyFileSync(bilingual, fileOf("bilingual"));
  await workbench.open("bilingual");
  const { frame } = workbench;
  const heading = frame.locator("h1").filter({ visible: true });
  await expect(heading).toHaveText("Carbon");
  await expect(page.getByRole("textbox", { name: "Title of the notebook" })).toHaveValue("Carbon");
  const field = frame.getByRole("spinbutton");
  await field.fill("7");
  await expect(frame.getByText("Twice the mass is 14 t.")).toBeVisible();

  await page.getByRole("button", { name: "中文", exact: true }).click();
  await expect(heading).toHaveText("碳");
  await expect(frame.getByText("质量的两倍是 14 t。")).toBeVisible();
  await expect(frame.getByText("Twice the mass")).toHaveCount(0);
  await expect(frame.locator("form label").filter({ hasText: "质量" })).toBeVisible();
  await expect(field).toHaveValue("7");
  await expect(frame.locator(".runs")).toHaveText("7 zh-CN");
  await expect(page.getByRole("textbox", { name: "笔记本标题" })).toHaveValue("碳");
  await expect(page).toHaveTitle(/^碳 /);

  await page.getByRole("button", { name: "English", exact: true }).click();
  await expect(heading).toHaveText("Carbon");
  await expect(field).toHaveValue("7");
});

test("a translation is added from the cell's menu, and is seen once the reader switches", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("translated", [{ kind: "md", source: "Carbon" }, "1 + 1"]);
  await workbench.cell(1).hover();
  await workbench.cell(1).locator("> .gutter .more").click();
  await workbench.frame.getByRole("menuitem", { name: "Add or edit the translation" }).click();
  await expect(workbench.editor(2)).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("碳");
  await page.keyboard.press("Control+Enter");
  // A text in another language than the reader's is written, but not shown.
  await expect(workbench.output(2)).toBeHidden();
  await expect(workbench.output(1)).toHaveText("Carbon");
  await page.getByRole("button", { name: "中文", exact: true }).click();
  await expect(workbench.output(2)).toHaveText("碳");
  await expect(workbench.output(1)).toBeHidden();
});

test.describe("A built page", () => {
  let host: StaticHost;

  test.beforeAll(async () => {
    test.setTimeout(600_000);
    host = await StaticHost.open(join(await sharedSite(), "workbench"));
  });

  test.afterAll(() => host?.close());

  test("has the texts of the build's language without a script, and those of the reader's once it is alive", async ({
    page,
    browser,
  }) => {
    const still = await browser.newPage({ javaScriptEnabled: false });
    await still.goto(host.address("bilingual.html"));
    await expect(still).toHaveTitle("碳");
    await expect(still.locator("h1").filter({ visible: true })).toHaveText(["碳"]);
    await expect(still.getByText("质量的两倍是 6 t。")).toBeVisible();
    await expect(still.getByText("质量", { exact: true })).toBeVisible();
    await still.close();

    // The reader's browser asks for English.
    await page.goto(host.address("bilingual.html"));
    const frame = page.frameLocator("#notebook > iframe");
    await expect(frame.locator("h1").filter({ visible: true })).toHaveText(["Carbon"], { timeout: 60_000 });
    await expect(page).toHaveTitle("Carbon");
    await frame.getByRole("spinbutton").fill("5");
    await expect(frame.getByText("Twice the mass is 10 t.")).toBeVisible();
    await page.getByRole("button", { name: "中文" }).click();
    await expect(frame.getByText("质量的两倍是 10 t。")).toBeVisible();
    await expect(frame.getByRole("spinbutton")).toHaveValue("5");
    await expect(frame.locator(".runs")).toHaveText("5 zh-CN");
  });
});
