import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

test("the library starts with Welcome, and shows the shipped notebooks with their pictures, by topic", async ({
  page,
}) => {
  await page.goto("#/");
  const cards = page.locator("yuheng-card");
  await expect(cards.first().getByRole("heading")).toHaveText("Welcome to Yuheng Notebook");
  for (const title of [
    "Welcome to Yuheng Notebook",
    "Trade carbon transfer",
    "Natural sources and sinks",
    "Leontief",
  ]) {
    const card = cards.filter({ has: page.getByRole("heading", { name: title }) });
    await expect(card.first().locator("img")).toBeVisible();
  }
  await page.getByRole("button", { name: "Natural sources and sinks" }).click();
  await expect(cards.getByRole("heading")).toHaveText([/global budget/, /Natural sources/]);
});

test("a new notebook is made from a template in two presses, and runs", async ({ workbench, page }) => {
  await page.goto("#/");
  await page.getByRole("button", { name: "New from template" }).click();
  const dialog = page.getByRole("dialog", { name: "New notebook" });
  await dialog.getByRole("button", { name: /^Inventory/ }).click();
  await expect(page).toHaveURL(/#\/n\/an-emission-inventory/);
  await expect(workbench.output(1)).toContainText("An emission inventory");
  await workbench.expectWhole();
});

test("a product of one's own is assessed from the template: a line more, an amount changed, an answer given", async ({
  workbench,
  page,
}) => {
  await page.goto("#/");
  await page.getByRole("button", { name: "New from template" }).click();
  await page
    .getByRole("dialog", { name: "New notebook" })
    .getByRole("button", { name: /^Product/ })
    .click();
  await expect(page).toHaveURL(/#\/n\/the-footprint-of-a-product/);
  const title = workbench.output(2).getByRole("heading", { level: 2 });
  await expect(title).toHaveText(/^1 bicycle: \d+\.\d kg CO₂e/, { timeout: 60_000 });
  expect(await violations(page)).toEqual([]);
  const before = await title.innerText();
  const bill = workbench.output(4).getByRole("textbox", { name: /^Bill/ });
  await bill.fill(`${(await bill.inputValue()).replace("ingot; 5", "ingot; 6")}\nunobtainium; 0.5; kg`);
  await workbench.output(4).getByRole("button", { name: "Apply" }).nth(1).click();
  await expect(title).not.toHaveText(before);
  await expect(workbench.output(2)).toContainText("Without data and not in it: unobtainium");
  await workbench
    .output(7)
    .getByLabel("Which activity stands for unobtainium?")
    .selectOption({ label: "leave it out" });
  await expect(workbench.output(9)).toContainText("Every line has data.");
  await expect(workbench.output(3)).toContainText(/Ready for review: \d+ of 19 conditions/);
});
