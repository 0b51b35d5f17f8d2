import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { ecospold2Method } from "../unit/exchange/lifecycle/method-samples.ts";
import { schema2, texts } from "../unit/exchange/lifecycle/olca-sample.ts";
import { ecospold2Sample } from "../unit/exchange/lifecycle/xml-samples.ts";
import { exiobase } from "../unit/exchange/samples.ts";
import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

const bytes = zipSync(Object.fromEntries(Object.entries(exiobase).map(([path, text]) => [path, strToU8(text)])), {
  mtime: "2020-01-01",
});
const archive = { name: "IOT_2011_ixi.zip", mimeType: "application/zip", buffer: Buffer.from(bytes) };

type Picked = { name: string; mimeType: string; buffer: Buffer };

/** Files by the action "Import a database", or a folder on disk by its own. */
async function pick(page: Page, files: Picked | Picked[] | { folder: string }): Promise<void> {
  const isFolder = "folder" in files;
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox").fill(isFolder ? "Import a folder" : "Import a database");
  await page.keyboard.press("Enter");
  await (await choosing).setFiles(isFolder ? files.folder : files);
}

/** Writes files into a folder of the test's own. */
async function folderOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(test.info().outputPath(), name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

test("a person picks an archive, chooses stressors, imports it, and is told when it was imported before", async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (self === top) localStorage.setItem("yuheng.preferences", JSON.stringify({ language: "en", visited: true }));
  });
  await page.goto("#/");
  await expect(page.getByRole("link").first()).toBeVisible();

  await pick(page, archive);
  const dialog = page.getByRole("dialog", { name: "Import EXIOBASE 3 ixi 2011" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: "Value Added" })).not.toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: "CO2 - combustion - air" })).toBeChecked();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("searchbox").fill("value");
  await expect(dialog.getByRole("checkbox", { name: "CO2 - combustion - air" })).toHaveCount(0);
  await dialog.getByRole("checkbox", { name: "Value Added" }).check();
  await expect(dialog.getByText("3 of 3 kept")).toBeVisible();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Imported: EXIOBASE 3 ixi, 2011.")).toBeVisible();

  await pick(page, archive);
  await dialog.getByRole("checkbox", { name: "Value Added" }).check();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(
    page.getByText(/These files were imported on \d{4}-\d\d-\d\d already: EXIOBASE 3 ixi, 2011\./),
  ).toBeVisible();

  await pick(page, archive);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);

  await pick(page, { ...archive, buffer: archive.buffer.subarray(0, -30) });
  await expect(
    page.getByText(/The import failed\. IOT_2011_ixi\.zip: the directory of a zip archive was expected/),
  ).toBeVisible();
});

test("an imported table is in the data panel, with where it came from, and is saved for pymrio from there", async ({
  workbench,
  page,
}) => {
  await page.addInitScript(() => {
    if (self !== top) return;
    const preferences = { language: "en", visited: true, panel: true, tab: "data" };
    localStorage.setItem("yuheng.preferences", JSON.stringify(preferences));
  });
  await page.goto("#/");
  await expect(page.getByRole("link").first()).toBeVisible();
  await pick(page, archive);
  await page.getByRole("dialog").getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Imported: EXIOBASE 3 ixi, 2011.")).toBeVisible();

  await workbench.openCells("imported", ["1 + 1"]);
  await page.getByText("Rows and gross output, EXIOBASE 3 ixi, 2011").click();
  await expect(page.getByText(/IOT_2011_ixi\.zip \(SHA-256 [0-9a-f]{64}\)/).filter({ visible: true })).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save for pymrio", exact: true }).click();
  expect((await downloading).suggestedFilename()).toBe("EXIOBASE_3_ixi_2011.zip");
});

test("a life-cycle inventory is shown as it was read, kept for the next visit, and assessed in a cell by its name", async ({
  workbench,
  page,
}) => {
  await page.addInitScript(() => {
    if (self !== top) return;
    const preferences = { language: "en", visited: true, panel: true, tab: "data" };
    localStorage.setItem("yuheng.preferences", JSON.stringify(preferences));
  });
  await page.goto("#/");
  await expect(page.getByRole("link").first()).toBeVisible();
  const bytes = zipSync(Object.fromEntries(texts(schema2()).map(([path, text]) => [path, strToU8(text)])), {
    mtime: "2020-01-01",
  });
  const inventory = { name: "bakery.zip", mimeType: "application/zip", buffer: Buffer.from(bytes) };

  await pick(page, inventory);
  const dialog = page.getByRole("dialog", { name: "Import the life-cycle inventory bakery" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("definition").filter({ hasText: "CC0" })).toBeVisible();
  await expect(dialog.getByRole("listitem").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const name = dialog.getByRole("textbox", { name: "Name in this browser" });
  await name.fill("uslci");
  await name.press("Enter");
  await expect(dialog.getByText("is an inventory that ships with the program")).toBeVisible();
  await name.fill("My bakery");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Imported: My bakery.")).toBeVisible();

  await page.reload();
  await workbench.openCells("bakery", [
    `lifecycle.score(lifecycle.inventory({source: "My bakery", rules: {allocation: {rule: "energy"}}}), {
  demand: {of: "disposal", amount: 3}, methods: ["GWP100_AR6"]
}).then(({scores}) => Array.from(scores, ({score}) => score.toFixed(4)))`,
    'lifecycle.score(lifecycle.inventory({source: "ecoinvent"}), {demand: {of: "disposal", amount: 1}})',
  ]);
  // Three times 0.9 kg of its own, and of 0.1 MJ from a plant that emits 0.1 kg for 3 MJ of power and heat.
  await expect(workbench.output(1)).toContainText("2.7100");
  await expect(workbench.error(2)).toContainText("imported into this browser: My bakery.");
  await page.getByText("Exchanges, My bakery", { exact: true }).click();
  await expect(page.getByText("as its files state: CC0").filter({ visible: true })).toBeVisible();

  await pick(page, inventory);
  await name.fill("My bakery");
  await expect(dialog.getByText("will be replaced")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);

  const remove = page.getByRole("button", { name: "Remove from this browser" }).filter({ visible: true });
  await remove.first().click();
  await expect(page.getByText("Remove My bakery with all its datasets from this browser?")).toBeVisible();
  await page.locator("[role=status]").getByRole("button", { name: "Remove from this browser" }).click();
  await expect(page.getByText("Removed: My bakery.")).toBeVisible();
  await workbench.openCells("bakery again", [
    'lifecycle.score(lifecycle.inventory({source: "My bakery"}), {demand: {of: "disposal", amount: 1}})',
  ]);
  await expect(workbench.error(1)).toContainText("none was imported here");
});

/** A release of EcoSpold 2 as it is unpacked on its owner's disk: data sets, lists of names, an impact method, and what systems hide. */
const release = Object.fromEntries(
  Object.entries({ ...ecospold2Sample, "db/datasets/method.spold": ecospold2Method(), "db/.DS_Store": "\u0000" }).map(
    ([path, text]) => [path.replace(/^db\//, ""), text],
  ),
);

test("a folder is read where it lies, with its impact methods; a damaged file in it is named; several files do, too", async ({
  workbench,
  page,
}) => {
  await page.addInitScript(() => {
    if (self === top) localStorage.setItem("yuheng.preferences", JSON.stringify({ language: "en", visited: true }));
  });
  const sent: string[] = [];
  page.on("request", (request) => {
    // That a notebook is left is told without a body.
    if (request.method() !== "GET" && request.postDataBuffer() !== null) sent.push(request.url());
  });
  await page.goto("#/");
  await expect(page.getByRole("link").first()).toBeVisible();

  const [first = "", ...others] = Object.keys(release).filter((path) => path.endsWith(".spold"));
  const cut = { ...release, [first]: release[first]!.slice(0, 400) };
  await pick(page, { folder: await folderOf("cut release", cut) });
  await expect(page.getByText(`The import failed. cut release/${first}, line`)).toBeVisible();

  await pick(page, { folder: await folderOf("release", release) });
  const dialog = page.getByRole("dialog", { name: "Import the life-cycle inventory release" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("definition").filter({ hasText: "Made up" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("textbox", { name: "Name in this browser" }).fill("My release");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Imported: My release.")).toBeVisible();
  expect(sent).toEqual([]);

  await workbench.openCells("release", [
    `lifecycle.characterise({
  inventory: [{flow: "Carbon dioxide", compartment: "emission/air", amount: 2, unit: "kg"}],
  methodsFrom: ["My release"], methods: ["Made up"]
}).then(({scores}) => Array.from(scores, ({value}) => value.toFixed(3)))`,
    `lifecycle.find(lifecycle.inventory({source: "My release"}), {text: "bread"}).then(({activities}) => Array.from(activities).length)`,
  ]);
  await expect(workbench.output(1)).toContainText("6.000");
  await expect(workbench.output(2)).toContainText("1");

  await pick(
    page,
    [first, ...others].map((path) => ({
      name: path.split("/").at(-1)!,
      mimeType: "application/xml",
      buffer: Buffer.from(release[path]!),
    })),
  );
  await expect(page.getByRole("dialog").getByText("EcoSpold 2")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
});
