import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killBrowsers } from "../kills/killed-browser.ts";
import { randomFrom } from "../kills/random.ts";
import { draftsOf } from "./drafts-of.ts";
import { notebookText } from "./notebook-text.ts";
import { expect, fileOf, test, Workbench } from "./workbench.ts";

test("a page that crashes a second after the last stroke loses nothing, and undo reaches back over the crash", async ({
  workbench,
  page,
  context,
}) => {
  await workbench.openCells("crash", ["const x = view(Inputs.range([0, 9], {step: 1, value: 1}));", "x * 10"]);
  await expect(workbench.output(2)).toHaveText("10");
  const file = readFileSync(fileOf("crash"), "utf8");
  await workbench.type(2, "x * 100");
  await workbench.output(1).locator("input[type=number]").fill("4");
  await workbench.cell(2).hover();
  await workbench.cell(2).getByRole("button", { name: "+ Code" }).click();
  await expect(workbench.frame.locator(".cell")).toHaveCount(3);
  await workbench.type(3, "'typed last'");
  // Time is what is tested here: one second, by the browser's own clock.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
  expect(readFileSync(fileOf("crash"), "utf8")).toBe(file);

  const again = await context.newPage();
  const reopened = new Workbench(again);
  await reopened.open("crash");
  await expect(reopened.editor(3)).toHaveText("'typed last'");
  await expect(reopened.output(2)).toHaveText("400");
  await expect(again.getByText(/Restored your unsaved changes from/)).toBeVisible();
  const undo = again.getByRole("button", { name: "Undo" }).first();
  await undo.click();
  await undo.click();
  await expect(reopened.frame.locator(".cell")).toHaveCount(2);
  // The slider is the reader's, and no step of the history.
  await undo.click();
  await expect(reopened.editor(2)).toHaveText("x * 10");
  await expect(reopened.output(1).locator("input[type=number]")).toHaveValue("4");
  await expect(again.getByText("Saved", { exact: true }).first()).toBeVisible();
});

test("what was done before a reload can be undone, discarded and put back", async ({ workbench, page }) => {
  await test.step("every kind of edit can be undone after a reload, in the order in which they were done", async () => {
    await workbench.openCells("history", ["const a = 1;", "a + 1", "a + 2"]);
    await expect(workbench.output(3)).toHaveText("3");
    await workbench.cell(3).focus();
    await workbench.type(3, "a + 20");
    // The title is set in the page, the cell in its frame, whose message may be on its way: no hand is as fast.
    await expect.poll(async () => (await draftsOf(page, "history"))[0]?.editing.includes("a + 20")).toBe(true);
    await page.getByLabel("Title of the notebook").fill("Renamed");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await draftsOf(page, "history"))[0]?.editing.includes("Renamed")).toBe(true);
    await page.reload();
    await expect(workbench.editor(3)).toHaveText("a + 20");
    await expect(page.getByLabel("Title of the notebook")).toHaveValue("Renamed");
    const undo = page.getByRole("button", { name: "Undo" }).first();
    await undo.click();
    await expect(page.getByLabel("Title of the notebook")).toHaveValue("history");
    await undo.click();
    await expect(workbench.editor(3)).toHaveText("a + 2");
    const redo = page.getByRole("button", { name: "Redo" }).first();
    await redo.click();
    await expect(workbench.editor(3)).toHaveText("a + 20");
    await page.keyboard.press("Control+S");
    await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
    // Saved is not forgotten: the history goes on over the save and over another reload.
    await expect.poll(async () => (await draftsOf(page, "history"))[0]?.changed).toBe(false);
    await page.reload();
    await expect(workbench.editor(3)).toHaveText("a + 20");
    await expect(page.getByText(/Restored your unsaved changes/)).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(workbench.editor(3)).toHaveText("a + 2");
  });

  await test.step("changes gone on from can be discarded, and redone after all", async () => {
    await workbench.openCells("discard", ["const a = 1;", "a"]);
    await workbench.type(1, "const a = 2;");
    await expect.poll(async () => (await draftsOf(page, "discard")).length).toBe(1);
    await page.reload();
    await expect(workbench.editor(1)).toHaveText("const a = 2;");
    await page.getByRole("button", { name: "Discard my changes" }).click();
    await expect(workbench.editor(1)).toHaveText("const a = 1;");
    await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
    await page.getByRole("button", { name: "Redo" }).first().click();
    await expect(workbench.editor(1)).toHaveText("const a = 2;");
  });

  await test.step("a deleted cell waits in the bin, also over a reload, and goes back among its old neighbours", async () => {
    await workbench.openCells("bin", ["const a = 1;", "const gone = 2;", "const c = 3;"]);
    await workbench.cell(2).hover();
    await workbench.cell(2).getByRole("button", { name: "Cell menu" }).click();
    await workbench.frame.getByRole("menuitem", { name: "Delete the cell" }).click();
    await expect(workbench.frame.locator(".cell")).toHaveCount(2);
    await expect.poll(async () => (await draftsOf(page, "bin"))[0]?.editing.includes("gone")).toBe(true);
    await page.reload();
    await expect(workbench.cell(1)).toBeVisible();
    await page.keyboard.press("Control+J");
    await page.getByRole("tab", { name: "Bin" }).click();
    await expect(page.getByText("const gone = 2;")).toBeVisible();
    await page.getByRole("button", { name: /^Put back/ }).click();
    await expect(workbench.frame.locator(".cell")).toHaveCount(3);
    await expect(workbench.editor(2)).toHaveText("const gone = 2;");
    await expect(page.getByText("Nothing was deleted from this notebook.")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(workbench.frame.locator(".cell")).toHaveCount(2);
  });
});

test("a full store leads to a sentence, the open page loses nothing, and what is typed is kept again once there is room", async ({
  workbench,
  page,
  context,
  baseURL,
}) => {
  await workbench.openCells("full", ["const a = 1;", "a"]);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(baseURL!);
  // The browser's own limit, so low that nothing more fits.
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  const typed = "const a = 2;";
  await workbench.type(1, typed);
  await expect(page.getByText(/The browser cannot keep what you type/)).toBeVisible();
  await expect(workbench.editor(1)).toHaveText(typed);
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  expect(readFileSync(fileOf("full"), "utf8")).toContain(typed);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await workbench.type(1, "const a = 3;");
  await expect.poll(() => draftsOf(page, "full")).toMatchObject([{ changed: true }]);
  await expect(page.getByText(/The browser cannot keep what you type/)).toHaveCount(0);
});

test("a browser that is killed while one types loses nothing that is older than a second", async ({ baseURL }) => {
  writeFileSync(fileOf("killed"), notebookText("killed", ["//"]));
  const profile = mkdtempSync(join(tmpdir(), "yuheng-profile-"));
  try {
    const found = await killBrowsers(baseURL!, "killed", profile, 2, randomFrom(3));
    expect(found).toMatchObject({ kills: 2, faults: [] });
    expect(found.old).toBeGreaterThan(0);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test("a browser without storage opens, edits and saves all the same", async ({ workbench, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Denied.", "SecurityError");
    };
  });
  await workbench.openCells("denied", ["const a = 1;", "a"]);
  await workbench.type(1, "const a = 3;");
  await expect(page.getByText(/The browser cannot keep what you type/)).toBeVisible();
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  expect(readFileSync(fileOf("denied"), "utf8")).toContain("const a = 3;");
});

test("a notebook whose file is gone opens from the draft, and is written anew", async ({
  workbench,
  page,
  context,
}) => {
  await workbench.openCells("gone", ["const a = 1;", "a"]);
  await workbench.type(1, "const a = 5;");
  await expect.poll(async () => (await draftsOf(page, "gone")).length).toBe(1);
  await page.close();
  rmSync(fileOf("gone"));
  const again = await context.newPage();
  const reopened = new Workbench(again);
  await reopened.open("gone");
  await expect(reopened.editor(1)).toHaveText("const a = 5;");
  await again.keyboard.press("Control+S");
  await expect(again.getByText("Saved", { exact: true }).first()).toBeVisible();
  expect(readFileSync(fileOf("gone"), "utf8")).toContain("const a = 5;");
});
