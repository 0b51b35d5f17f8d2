import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { accountCells, freeNames, type SettledChoices } from "../../app/workbench/account/account-cells.ts";
import { mappingFileOf } from "../../app/workbench/account/account-choices.ts";
import { emptyMapping } from "../../app/workbench/account/mapping-edits.ts";
import { expect, test, type Workbench } from "./workbench.ts";

const folder = mkdtempSync(join(tmpdir(), "yuheng-account-again-"));
const energy = "Site,Item,Amount,Unit\nLyon,Natural gas,1200,MWh\nLyon,Diesel,5000,L\n";
const chosenFile = join(folder, "heat-2024.csv");
writeFileSync(chosenFile, energy);

const choices: SettledChoices = {
  source: { is: "file", file: "energy-2024.csv" },
  sheets: null,
  heads: {},
  kind: "company",
  year: 2024,
  region: "FRA",
};

/** A notebook with a table of its own, and an account whose cell was edited by hand. */
async function openEdited(workbench: Workbench): Promise<void> {
  const beside = (name: string) => join(process.env.YUHENG_NOTEBOOKS!, name);
  writeFileSync(beside("energy-2024.csv"), energy);
  writeFileSync(beside(mappingFileOf(choices.source)), JSON.stringify(emptyMapping));
  const rows =
    'const heating = [{Item: "Diesel", Amount: 5000, Unit: "L"}, {Item: "Diesel of cars", Amount: 900, Unit: "L"}];';
  const cells = accountCells(choices, freeNames(new Set()), "en").map(({ part, kind, source }) => ({
    kind,
    source: part === "account" ? source.replace("year: 2024,", 'year: 2024,\n  metric: "AR6.GWP100",') : source,
  }));
  await workbench.openCells("account-again", [{ kind: "js", source: rows }, ...cells]);
  await workbench.expectWhole();
}

/** Opens the account of the cell at a place. */
async function openAccount(page: Page, workbench: Workbench, place: number) {
  await workbench.editor(place).click();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Compute emissions…");
  await page.keyboard.press("Enter");
  const dialog = page.locator("yuheng-account dialog");
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveAttribute("aria-busy", "false");
  return dialog;
}

test("an account begins on the start page, of a cell's table, and again over cells that were edited by hand", async ({
  page,
  workbench,
}) => {
  await page.addInitScript(() => {
    if (self === top) localStorage.setItem("yuheng.preferences", JSON.stringify({ visited: true, panel: false }));
  });

  await test.step("a mapping that is not wholly valid is used as far as it is, and kept before it is written anew", async () => {
    await openEdited(workbench);
    const entries = [
      { name: "Peat", skip: "sold" },
      { name: "Gas", to: 5 },
    ];
    const folder = process.env.YUHENG_NOTEBOOKS!;
    const text = JSON.stringify({ ...emptyMapping, entries });
    writeFileSync(join(folder, mappingFileOf(choices.source)), text);
    const dialog = await openAccount(page, workbench, 5);
    await expect(dialog.getByRole("alert")).toContainText("entry 2 of the mapping (“Gas”) was not used");
    await expect(dialog.getByText("1 entry of the mapping fits no line of this file: Peat.")).toBeVisible();
    await dialog.getByText("Statements in the report").click();
    await dialog.getByRole("combobox", { name: "Reporting organisation" }).fill("Works Ltd");
    await page.keyboard.press("Tab");
    await dialog.getByRole("button", { name: "Close" }).click();
    const kept = () => readdirSync(folder).filter((name) => /^energy-2024-unread-\d+\.mapping\.json$/.test(name));
    await expect.poll(kept).toHaveLength(1);
    expect(readFileSync(join(folder, kept()[0]!), "utf8")).toBe(text);
  });

  await test.step("cells that were edited by hand are replaced only after a person agrees", async () => {
    const dialog = await openAccount(page, workbench, 5);
    await dialog.getByRole("spinbutton", { name: "Year" }).fill("2021");
    await page.keyboard.press("Tab");
    await expect(dialog).toHaveAttribute("aria-busy", "false");
    await dialog.getByRole("button", { name: "Update cells" }).click();
    await expect(dialog.getByRole("alert")).toContainText("edited by hand");
    await expect(workbench.editor(5)).toContainText("AR6.GWP100");
    await dialog.getByRole("button", { name: "Overwrite" }).click();
    await expect(dialog).toBeHidden();
    await expect(workbench.frame.getByRole("heading", { name: "2021" })).toBeVisible();
    await expect(workbench.editor(5)).not.toContainText("AR6.GWP100");
  });

  await test.step("the table that a cell gives becomes an account of its own, compared with the other", async () => {
    const dialog = await openAccount(page, workbench, 1);
    await expect(dialog.getByRole("heading", { name: "Emissions of heating" })).toBeVisible();
    await expect(dialog.getByRole("status").first()).toContainText("from 2 of 2");
    await dialog.getByRole("button", { name: "Write cells" }).click();
    await expect(dialog).toBeHidden();
    await workbench.expectWhole();
    await expect(workbench.frame.getByText("carbonAccount2").first()).toBeAttached();
  });

  await test.step("a card of the start page leads from a file to its account, whose cells save the report", async () => {
    await page.goto("#/");
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "From a file to an account" }).click();
    await (await choosing).setFiles(chosenFile);
    const dialog = page.locator("yuheng-account dialog");
    await expect(dialog.getByRole("heading", { name: "Emissions of heat-2024.csv" })).toBeVisible();
    await expect(dialog).toHaveAttribute("aria-busy", "false");
    await dialog.getByText("Statements in the report").click();
    await dialog.getByRole("combobox", { name: "Reporting organisation" }).fill("Works Ltd");
    await page.keyboard.press("Tab");
    await dialog.getByRole("button", { name: "Write cells" }).click();
    await expect(dialog).toBeHidden();
    await workbench.expectWhole();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      workbench.frame.getByRole("button", { name: "Report (page to print)" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^heat-2024 report \d{4}\.html$/);
    const text = await (await file.createReadStream()).toArray();
    expect(Buffer.concat(text).toString("utf8")).toContain("Works Ltd");
  });
});
