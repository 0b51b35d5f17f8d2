import { readFileSync, writeFileSync } from "node:fs";
import { notebookText } from "./notebook-text.ts";
import { expect, fileOf, test } from "./workbench.ts";

test("a person picks the notebook from the list and sees who emitted and for whom", async ({ workbench, page }) => {
  await page.goto("#/");
  await page
    .getByRole("link", { name: /Trade carbon transfer/ })
    .first()
    .click();
  await expect(workbench.outputOf(6)).toContainText("35 013 Mt");
  await expect(workbench.outputOf(6)).toContainText("16.7 % lower");
  await expect(workbench.outputOf(6)).toContainText("15.6 % higher");
  await expect(workbench.outputOf(6)).toContainText("19.2 % higher");
  await expect(workbench.outputOf(7).locator("svg[class^='plot']")).toBeVisible();
  await expect(workbench.outputOf(10).locator("svg[class^='plot'] path").first()).toBeVisible();
  await expect(workbench.outputOf(13)).toContainText("499");
  await expect(workbench.outputOf(18).locator("tbody tr").first()).toContainText("China");
  await expect(workbench.outputOf(23).locator("tbody tr")).toHaveCount(10);
  for (const place of [7, 10, 13]) {
    await expect(workbench.outputOf(place)).toContainText("CC-BY-4.0");
    await expect(workbench.outputOf(place)).toContainText("2011");
  }
});

test("Ctrl+S writes the notebook to its file and changes only what was edited", async ({ workbench, page }) => {
  const before = notebookText("save", ["const a = 1;", "a"]).replace(
    "<notebook>",
    '<notebook data-else="kept"> <!-- a note -->',
  );
  writeFileSync(fileOf("save"), before);
  await workbench.open("save");
  await workbench.type(1, "const a = 7;");
  await expect(page.getByText("Unsaved", { exact: true }).first()).toBeVisible();
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  expect(readFileSync(fileOf("save"), "utf8")).toBe(before.replace("const a = 1;", "const a = 7;"));
});

test("Welcome draws its figure without the database, whose program it does not even fetch", async ({
  workbench,
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
  const warnings: string[] = [];
  page.on("console", (message) => void warnings.push(message.text()));
  await workbench.open("welcome");
  await expect(workbench.frame.locator("svg[class^='plot'] circle").first()).toBeVisible();
  expect(asked.filter((path) => /\/(?:eh\.|eh-)/.test(path))).toEqual([]);
  expect(asked.filter((path) => path.endsWith("/carbon_budget_countries.arrow"))).toHaveLength(1);
  expect(warnings.filter((text) => text.includes("dev mode"))).toEqual([]);
});

test("“Opening…” stands until the frame answers; of an empty notebook no cell is said to run", async ({
  workbench,
  page,
}) => {
  // A program that takes its time to begin: as on a slow machine, the frame does not answer meanwhile.
  await page.route(/\/assets\/frame-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    const busy = "for (const end = Date.now() + 4000; Date.now() < end; );";
    await route.fulfill({ response, body: `${busy}\n${await response.text()}` });
  });
  writeFileSync(fileOf("nothing"), notebookText("nothing", []));
  await page.goto("#/n/nothing");
  await expect(page.getByText("Opening…")).toBeVisible();
  await expect(page.getByText("has been running")).toHaveCount(0);
  await expect(workbench.frame.locator("main")).toBeAttached();
  await expect(page.getByText("Opening…")).toHaveCount(0);
  await expect(page.getByText("has been running")).toHaveCount(0);
});
