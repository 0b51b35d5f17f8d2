import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { draftsOf } from "./drafts-of.ts";
import { notebookText } from "./notebook-text.ts";
import { violations } from "./violations.ts";
import { expect, fileOf, test, Workbench } from "./workbench.ts";

const saved = (page: Page) => page.getByText("Saved", { exact: true }).first();

/** The choices of one difference in the dialog. */
const row = (page: Page, name: RegExp) => page.getByRole("dialog").getByRole("group", { name });

test("a file that changed meanwhile is compared cell by cell, and the choices are saved as one step", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("merge", ["const a = 1;", "const b = 1;", "const c = 1;"]);
  await workbench.type(1, "const a = 'mine';");
  await workbench.type(2, "const b = 'mine';");
  const theirs = notebookText("merge", ["const a = 1;", "const b = 'theirs';", "const c = 'theirs';", "const d = 4;"]);
  writeFileSync(fileOf("merge"), theirs);
  await page.keyboard.press("Control+S");
  await expect(page.getByText(/changed since it was opened/).first()).toBeVisible();
  expect(readFileSync(fileOf("merge"), "utf8")).toBe(theirs);

  await page.getByRole("button", { name: "Compare and choose" }).click();
  await expect(page.getByRole("dialog").getByText("4 differences")).toBeVisible();
  await expect(row(page, /^const a.*changed by me/).getByRole("radio", { name: "Mine", exact: true })).toBeChecked();
  await expect(
    row(page, /^const c.*changed by the other/).getByRole("radio", { name: "Theirs", exact: true }),
  ).toBeChecked();
  await expect(
    row(page, /^const d.*new, from the other/).getByRole("radio", { name: "Theirs", exact: true }),
  ).toBeChecked();
  const conflict = row(page, /^const b.*changed by both/);
  await expect(conflict.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(conflict.getByText("const b = 'theirs';")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const use = page.getByRole("button", { name: "Use these" });
  await expect(use).toHaveAttribute("aria-disabled", "true");
  await conflict.getByRole("radio", { name: "Both", exact: true }).check();
  await use.click();
  const sources = [
    "const a = 'mine';",
    "const b = 'mine';",
    "const b = 'theirs';",
    "const c = 'theirs';",
    "const d = 4;",
  ];
  await expect(workbench.frame.locator(".cell")).toHaveCount(5);
  await expect(workbench.editor(1)).toHaveText(sources[0]!);
  await expect(workbench.editor(3)).toHaveText(sources[2]!);
  await expect(workbench.editor(5)).toHaveText(sources[4]!);
  await page.keyboard.press("Control+S");
  await expect(saved(page)).toBeVisible();
  const file = readFileSync(fileOf("merge"), "utf8");
  for (const source of sources) expect(file).toContain(source);

  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(workbench.frame.locator(".cell")).toHaveCount(3);
  await expect(workbench.editor(2)).toHaveText("const b = 'mine';");
});

test("a change on disk is noticed when the page is looked at again, and taken by one press", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("noticed", ["const a = 1;", "a"]);
  writeFileSync(fileOf("noticed"), notebookText("noticed", ["const a = 2;", "a"]));
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByText("The file has changed since it was opened.")).toBeVisible();
  await expect(workbench.editor(1)).toHaveText("const a = 1;");
  await page.getByRole("button", { name: "Compare and choose" }).click();
  await page.getByRole("button", { name: "Use these" }).click();
  await expect(workbench.editor(1)).toHaveText("const a = 2;");
  await expect(workbench.output(2)).toHaveText("2");
  await expect(page.getByText(/has changed since it was opened/)).toHaveCount(0);
  await page.keyboard.press("Control+S");
  await expect(saved(page)).toBeVisible();
  expect(readFileSync(fileOf("noticed"), "utf8")).toContain("const a = 2;");
});

test("the edits of another tab are offered and not merged unasked, and neither tab overwrites the other", async ({
  workbench,
  page,
  context,
}) => {
  await workbench.openCells("tabs", ["const a = 1;", "const b = 1;"]);
  const second = await context.newPage();
  const other = new Workbench(second);
  await other.open("tabs");
  await other.type(2, "const b = 'second';");
  await workbench.type(1, "const a = 'first';");
  await expect(page.getByText(/Another tab has changes to this notebook/)).toBeVisible();
  await expect(workbench.editor(2)).toHaveText("const b = 1;");
  await page.getByRole("button", { name: "Compare and choose" }).click();
  await page.getByRole("button", { name: "Use these" }).click();
  await expect(workbench.editor(1)).toHaveText("const a = 'first';");
  await expect(workbench.editor(2)).toHaveText("const b = 'second';");
  await page.keyboard.press("Control+S");
  await expect(saved(page)).toBeVisible();

  await expect(second.getByText(/has changed since it was opened/).first()).toBeVisible();
  await expect(other.editor(1)).toHaveText("const a = 1;");
  await second.getByRole("button", { name: "Compare and choose" }).first().click();
  await second.getByRole("button", { name: "Use these" }).click();
  await expect(other.editor(1)).toHaveText("const a = 'first';");
  await expect(saved(second)).toBeVisible();
});

test("a draft that began with an older version meets the newer file, and nothing of either is lost", async ({
  workbench,
  page,
  context,
}) => {
  await workbench.openCells("older", ["const a = 1;", "const b = 1;"]);
  await workbench.type(1, "const a = 'draft';");
  // What was typed less than a second ago may go with the page; it is not what is tested here.
  await expect.poll(() => draftsOf(page, "older")).toMatchObject([{ changed: true }]);
  await page.close({ runBeforeUnload: false });
  writeFileSync(fileOf("older"), notebookText("older", ["const a = 1;", "const b = 'newer';"]));
  const again = await context.newPage();
  const reopened = new Workbench(again);
  await reopened.open("older");
  await expect(reopened.editor(1)).toHaveText("const a = 'draft';");
  await again.getByRole("button", { name: "Compare and choose" }).first().click();
  await again.getByRole("button", { name: "Use these" }).click();
  await expect(reopened.editor(1)).toHaveText("const a = 'draft';");
  await expect(reopened.editor(2)).toHaveText("const b = 'newer';");
});

test("a published notebook that was edited here shows that a newer version exists", async ({
  workbench,
  page,
  context,
}) => {
  // A published site has no token; its notebooks are files, and open without their code unless the reader wants it.
  await context.addInitScript(() => {
    if (self === top) localStorage.setItem("yuheng.preferences", JSON.stringify({ code: true, language: "en" }));
  });
  let published = notebookText("published", ["const a = 1;", "const b = 1;"]);
  await context.route(/localhost:\d+\/$/, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/(yuheng-token" content=)"[^"]*"/, '$1""');
    await route.fulfill({ response, body: html });
  });
  await context.route(/\/notebooks\/index\.json$/, (route) => route.fulfill({ json: [] }));
  await context.route(/\/notebooks\/published\.html$/, (route) =>
    route.fulfill({ body: published, contentType: "text/html" }),
  );
  await workbench.open("published");
  await expect(page.getByText("Read-only", { exact: true }).first()).toBeVisible();
  await workbench.type(1, "const a = 'mine';");
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  await expect.poll(() => draftsOf(page, "published")).toMatchObject([{ changed: true }]);
  published = notebookText("published", ["const a = 1;", "const b = 'newer';"]);
  await page.reload();
  await expect(workbench.editor(1)).toHaveText("const a = 'mine';");
  await expect(page.getByText("A newer version of this notebook has been published.")).toBeVisible();
  await page.getByRole("button", { name: "Compare and choose" }).click();
  await page.getByRole("button", { name: "Use these" }).click();
  await expect(workbench.editor(2)).toHaveText("const b = 'newer';");
  await expect(workbench.editor(1)).toHaveText("const a = 'mine';");
});
