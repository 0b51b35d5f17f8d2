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
