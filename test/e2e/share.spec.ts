import { readFileSync, writeFileSync } from "node:fs";
import type { BrowserContext, Page } from "@playwright/test";
import { draftsOf } from "./drafts-of.ts";
import { notebookText } from "./notebook-text.ts";
import { violations } from "./violations.ts";
import { expect, fileOf, test, Workbench } from "./workbench.ts";

const cells = [
  "const n = view(Inputs.range([0, 10], {label: 'n', step: 1, value: 3}));",
  { kind: "md", source: "Twice n is ${2 * n}." },
  "const factor = 2;",
  "html`<p>product ${n * factor}</p>`",
];

const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).first().click();

const dialog = (page: Page) => page.getByRole("dialog", { name: "Share this notebook" });

/** The pickers of the system cannot be used by a test; without them the browser uploads and downloads. */
async function withoutPickers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.assign(globalThis, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
}

async function linkOf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await dialog(page).getByLabel("Link to this notebook").inputValue();
  await page.keyboard.press("Escape");
  return link;
}

test("a link sets inputs and changed cells at whoever opens it: inputs can be reset, changes undone", async ({
  workbench,
  page,
  browser,
}) => {
  await workbench.openCells("linked", cells);
  const before = readFileSync(fileOf("linked"), "utf8");
  await workbench.frame.getByRole("slider").fill("7");
  await workbench.edit(3, "const factor = 5;");
  await expect(workbench.output(4)).toHaveText("product 35");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog(page).getByText("1 input as set here and 1 changed cell")).toBeVisible();
  await expect(dialog(page).getByText("works on this machine alone")).toBeVisible();
  const single = dialog(page).getByRole("region", { name: "One HTML file" });
  await expect(single.getByLabel("Command: One HTML file")).toHaveValue(
    /^npx yuheng build .*linked\.html'? --single --out linked-page$/,
  );
  await expect(dialog(page).getByText("Save first")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const link = await dialog(page).getByLabel("Link to this notebook").inputValue();
  await dialog(page).getByLabel("With my changes to 1 cell").uncheck();
  await expect(dialog(page).getByLabel("Link to this notebook")).not.toHaveValue(link);
  await page.keyboard.press("Escape");

  const context = await browser.newContext();
  const other = await context.newPage();
  const reader = new Workbench(other);
  await other.goto(link);
  await expect(reader.output(4)).toHaveText("product 35");
  await expect(reader.output(2)).toHaveText("Twice n is 14.");
  await expect(other.getByText("The link set 1 input and changed 1 cell.")).toBeVisible();
  await expect(other.getByText("Unsaved", { exact: true }).first()).toBeVisible();
  expect(other.url()).toMatch(/#\/n\/linked$/);
  expect(readFileSync(fileOf("linked"), "utf8")).toBe(before);
  await undo(other);
  await expect(reader.editor(3)).toHaveText("const factor = 2;");
  await expect(reader.frame.getByRole("slider")).toHaveValue("7");
  await other.getByRole("button", { name: "Reset inputs" }).click();
  await expect(reader.frame.getByRole("slider")).toHaveValue("3");

  // What the reader changed meanwhile is not overwritten: both are laid beside each other.
  await reader.edit(3, "const factor = 11;");
  await other.goto(link);
  await expect(other.getByText("A link changes cells that you have changed as well.")).toBeVisible();
  await expect(reader.output(4)).toHaveText("product 77");
  await context.close();
});

test("a link that is damaged, cut off or newer says so, and the notebook is as it is", async ({ workbench, page }) => {
  await workbench.openCells("damaged", cells);
  await workbench.frame.getByRole("slider").fill("9");
  const link = await linkOf(page);
  await page.getByRole("button", { name: "Reset inputs" }).click();
  await expect(workbench.output(4)).toHaveText("product 6");
  await page.goto(link.slice(0, -9));
  await expect(page.getByText("This link is damaged or cut off.")).toBeVisible();
  await page.goto(link.replace("with=1.", "with=2."));
  await expect(page.getByText("made by a newer version of Yuheng")).toBeVisible();
  await expect(workbench.output(4)).toHaveText("product 6");
  await page.goto(link);
  await expect(workbench.output(4)).toHaveText("product 18");
});

test("what is too long for a link is said, and goes as a patch that its reader takes in cell by cell", async ({
  workbench,
  page,
  context,
}) => {
  await withoutPickers(context);
  await workbench.openCells("long", cells);
  const base = readFileSync(fileOf("long"), "utf8");
  const noise = Array.from({ length: 900 }, (_, i) => `// ${((i + 1) ** 7 % 99_991) / 99_991}`).join("\n");
  await workbench.type(3, `const factor = 4;\n${noise}`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog(page).getByText("too long for a link")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Save my changes as a patch" }).click();
  const patch = await (await downloading).path();
  expect(readFileSync(patch, "utf8")).toMatch(
    /^Yuheng patch 1\nnotebook: "long"\n[\s\S]*cell 3 changed\n-\|const factor = 2;/,
  );
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(workbench.editor(3)).toHaveText("const factor = 2;");

  // Meanwhile the notebook went on elsewhere.
  writeFileSync(fileOf("long"), base.replace("product ${", "the product: ${"));
  await page.reload();
  await expect(workbench.output(4)).toHaveText("the product: 6");
  const choosing = page.waitForEvent("filechooser");
  await page.locator("body").press("Control+o");
  await (await choosing).setFiles({ name: "long.patch", mimeType: "text/plain", buffer: readFileSync(patch) });
  await expect(page.getByRole("dialog").getByText("Theirs: the patch")).toBeVisible();
  await expect(page.getByRole("dialog").getByText("1 difference")).toBeVisible();
  await page.getByRole("button", { name: "Use these" }).click();
  await expect(workbench.output(4)).toHaveText("the product: 12");
  await undo(page);
  await expect(workbench.editor(3)).toHaveText("const factor = 2;");
});

test("the outputs are saved by one press as a page without a script, which a workbench opens as the notebook again", async ({
  workbench,
  page,
  context,
  errors,
}) => {
  await withoutPickers(context);
  await workbench.openCells("saved", [
    { kind: "md", source: "# Saved\n\nSee [Welcome](#/n/welcome)." },
    ...cells,
    "Plot.plot({width, ariaLabel: 'a chart', marks: [Plot.barY([1, 2, 3])]})",
    'html`<p><img alt="" src=x onerror="document.title=\'ran\'"><a href="javascript:document.title=\'ran\'">press</a></p>`',
  ]);
  await workbench.frame.getByRole("slider").fill("7");
  await expect(workbench.output(5)).toHaveText("product 14");
  await expect(workbench.output(6).locator("svg").first()).toBeVisible();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const downloading = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Save as one HTML file" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("saved-page.html");
  const path = test.info().outputPath("saved-page.html");
  await download.saveAs(path);
  await page.keyboard.press("Escape");
  // The sanitiser parses the handler in a document that cannot run it, and the policy reports that it was there.
  const parsed = errors.filter((error) => /script-src-attr inline .*printed-article/.test(error));
  expect(errors).toEqual(parsed);
  errors.splice(0);

  const asked: string[] = [];
  const reader = await context.newPage();
  reader.on("request", (request) => asked.push(request.url()));
  await reader.emulateMedia({ colorScheme: "dark" });
  await reader.goto(`file://${path}`);
  await expect(reader.getByRole("heading", { name: "Saved" })).toBeVisible();
  await expect(reader.getByText("See Welcome.")).toBeVisible();
  await expect(reader.getByRole("link")).toHaveCount(0);
  // A cell that only declares a name has no place.
  await expect(reader.locator(".cell")).toHaveCount(6);
  await expect(reader.getByText("Twice n is 14.")).toBeVisible();
  await expect(reader.getByText("product 14")).toBeVisible();
  await expect(reader.getByRole("img", { name: "a chart" })).toBeVisible();
  await expect(reader.getByText("The notebook is in this file")).toBeVisible();
  await expect(reader.locator("input, button, select, textarea, [onerror]")).toHaveCount(0);
  await expect(reader.getByText("press", { exact: true })).not.toHaveAttribute("href", /javascript/);
  // Dark on a device in dark mode, without a script.
  expect(await reader.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(23, 22, 19)",
  );
  expect(await violations(reader)).toEqual([]);
  await expect(reader).toHaveTitle("saved");
  expect(asked).toHaveLength(1);
  await reader.close();

  const choosing = page.waitForEvent("filechooser");
  await page.locator("body").press("Control+o");
  await (await choosing).setFiles(path);
  await expect(page).toHaveURL(/#\/n\/saved-page$/);
  await expect(workbench.output(5)).toHaveText("product 14");
  await expect(workbench.frame.getByRole("slider")).toHaveValue("7");
});

test("a copy of a published notebook is the reader's own, and tells when the original moves on", async ({
  workbench,
  page,
  context,
}) => {
  await withoutPickers(context);
  let published = notebookText("origin", ["const a = 1;", "const b = 1;"]);
  // A published site has no token; its notebooks are files.
  await context.route(/localhost:\d+\/$/, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/(yuheng-token" content=)"[^"]*"/, '$1""');
    await route.fulfill({ response, body: html });
  });
  await context.route(/\/notebooks\/index\.json$/, (route) =>
    route.fulfill({ json: [{ name: "origin", modified: null }] }),
  );
  await context.route(/\/notebooks\/origin\.html$/, (route) =>
    route.fulfill({ body: published, contentType: "text/html" }),
  );
  // What is published opens to be read, without code.
  await page.goto("#/n/origin");
  await expect(workbench.cell(1)).toHaveAttribute("data-status", "fresh");
  await expect(workbench.editor(1)).toBeHidden();
  await page.getByRole("button", { name: "Show code", exact: true }).click();
  await workbench.type(1, "const a = 'mine';");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Edit a copy");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/n\/~origin$/);
  await expect(page.getByText("This is your own copy")).toBeVisible();
  await expect(workbench.editor(1)).toHaveText("const a = 'mine';");
  await workbench.type(1, "const a = 'mine, later';");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();

  published = notebookText("origin", ["const a = 1;", "const b = 'newer';"]);
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByText("The original of this copy has moved on.")).toBeVisible();
  await page.getByRole("button", { name: "Compare and choose" }).click();
  await expect(page.getByRole("dialog").getByText("Theirs: the original")).toBeVisible();
  await page.getByRole("button", { name: "Use these" }).click();
  await expect(workbench.editor(2)).toHaveText("const b = 'newer';");
  await expect(workbench.editor(1)).toHaveText("const a = 'mine, later';");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();

  // What is sent back are the copy's changes of the newer original, under its name.
  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Save my changes as a patch");
  await page.keyboard.press("Enter");
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("origin.patch");
  const patch = readFileSync(await download.path(), "utf8");
  expect(patch).toContain("+|const a = 'mine, later';");
  expect(patch).not.toContain("const b");

  // The original is again as it is published, and the copy knows which version it has taken in.
  await page.goto("#/n/origin");
  await expect(workbench.editor(1)).toHaveText("const a = 1;");
  await page.goto("#/n/~origin");
  await page.reload();
  await expect(workbench.editor(2)).toHaveText("const b = 'newer';");
  await expect(page.getByText("has moved on")).toHaveCount(0);
  expect(await draftsOf(page, "origin")).not.toMatchObject([{ changed: true }]);
});
