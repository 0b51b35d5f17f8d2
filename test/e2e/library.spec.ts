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
  await expect(title).toHaveText(/^1 bicycle: \d+\.\d kg CO₂e, from 5 of 5 lines$/, { timeout: 60_000 });
  expect(await violations(page)).toEqual([]);
  const before = await title.innerText();
  const figure = async () => Number(/: ([\d.]+) kg/.exec(await title.innerText())![1]);
  // One question, with what holds already chosen, and what another answer changes beside it.
  const question = workbench.output(4).locator("fieldset");
  await expect(question).toHaveCount(1);
  await expect(question.locator("label", { has: page.locator("input:checked") })).toContainText("in the figure");
  const other = question.locator("label").nth(1);
  const change = /([+−])([\d.]+)\skg$/.exec(await other.innerText())!;
  const was = await figure();
  await other.getByRole("radio").check();
  await expect
    .poll(async () => (await figure()) - was)
    .toBeCloseTo(Number(change[2]) * (change[1] === "+" ? 1 : -1), 0);
  const bill = workbench.output(5).getByRole("textbox", { name: /^Bill/ });
  await bill.fill(`${(await bill.inputValue()).replace("ingot; 5", "ingot; 6")}\nunobtainium; 0.5; kg`);
  await workbench.output(5).getByRole("button", { name: "Apply" }).click();
  await expect(title).toContainText("from 5 of 6 lines");
  await expect(title).not.toHaveText(before);
  await expect(workbench.output(2)).toContainText("Without data and not in it: unobtainium");
  await workbench.output(4).getByText("All questions").click();
  await workbench.output(4).getByRole("button", { name: "unobtainium" }).click();
  await workbench.output(4).getByRole("radio", { name: "leave it out" }).check();
  await workbench.output(10).getByText("Conditions").click();
  await expect(workbench.output(10)).toContainText("Every line has data.");
  await expect(workbench.output(9)).toContainText(/Met are \d+ of 19 conditions/);
});
