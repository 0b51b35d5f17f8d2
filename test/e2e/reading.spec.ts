import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { draftsOf } from "./drafts-of.ts";
import { notebookText } from "./notebook-text.ts";
import { sidewaysScroll } from "./sideways.ts";
import { violations } from "./violations.ts";
import { expect, fileOf, test } from "./workbench.ts";

const inputs = [
  "const year = view(Inputs.range([2000, 2011], {label: 'Year', step: 1, value: 2011}));",
  "const gas = view(Inputs.select(['CO2', 'CH4'], {label: 'Gas'}));",
  "const all = view(Inputs.toggle({label: 'All regions'}));",
  { kind: "md", source: "${gas} in ${year}${all ? ', everywhere' : ''}" },
];

const showCode = (page: Page) => page.getByRole("button", { name: "Show code", exact: true });

test("a notebook of the library opens with its answer; one press shows what each cell defines and reads, and is remembered", async ({
  workbench,
  page,
}) => {
  const text = notebookText("Article", [
    { kind: "md", source: "# An answer" },
    { kind: "sql", source: "select ${year}::int as year", attributes: 'output="found"' },
    "Plot.plot({ariaLabel: 'A bar', marks: [Plot.barX(found, {x: 'year'})]})",
    inputs[0]!,
  ]);
  // A place in the library's list makes it a publication.
  writeFileSync(
    fileOf("article"),
    text.replace("<notebook>", '<notebook data-order="90">').replaceAll(' pinned=""', ""),
  );
  await workbench.open("article");
  await expect(workbench.output(3).getByRole("img", { name: "A bar" })).toBeVisible();
  await expect(workbench.frame.locator(".summary, .cm-editor").filter({ visible: true })).toHaveCount(0);
  await showCode(page).click();
  const summaries = workbench.frame.locator(".summary:not(.quiet)");
  await expect(summaries).toHaveText([
    /SQL · defines found · reads year/,
    /JavaScript · figure · reads found/,
    /JavaScript · defines year\s*$/,
  ]);
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(summaries.first()).toBeVisible();
  await workbench.cell(1).focus();
  await page.keyboard.press("Shift+O");
  await expect(summaries.first()).toBeHidden();
  await expect(showCode(page)).toHaveAttribute("aria-pressed", "false");
});

test("a notebook that is being written opens with its code; hidden, it is still reached cell by cell", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("written", ["const a = 2;", "a * 3"]);
  await expect(workbench.editor(1)).toBeVisible();
  await showCode(page).click();
  await expect(workbench.editor(1)).toBeHidden();
  await workbench.cell(2).focus();
  await page.keyboard.press("Enter");
  await expect(workbench.editor(2)).toBeFocused();
  await expect(workbench.editor(1)).toBeHidden();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("a * 5");
  await page.keyboard.press("Control+Enter");
  await expect(workbench.output(2)).toHaveText("10");
});

/** Several inputs of one cell: a label of two lines, and a control of more lines than its neighbours'. */
const several = `const share = view(Inputs.range([0, 100], {label: 'The share of it that is neither sold nor stored nor burnt', value: 5}));
const way = view(Inputs.radio(['by a law that is long enough to need a line', 'by another law of such a length'], {label: 'Way'}));
const gas2 = view(Inputs.select(['CO2', 'CH4'], {label: 'Gas'}));`;

test("inputs stand in one strip, which wraps on a phone", async ({ workbench, page }) => {
  await workbench.openCells("strip", [...inputs, several]);
  await showCode(page).click();
  await expect(workbench.output(4)).toHaveText("CO2 in 2011");
  const boxes = async () => Promise.all([1, 2, 3].map(async (place) => (await workbench.cell(place).boundingBox())!));
  const [first, second, third] = await boxes();
  expect(second!.x).toBeGreaterThan(first!.x + first!.width - 1);
  expect(third!.x).toBeGreaterThan(second!.x + second!.width - 1);
  const bottom = ({ y, height }: { y: number; height: number }) => Math.round(y + height);
  expect(new Set([first!, second!, third!].map(bottom)).size).toBe(1);
  // Of several inputs of a cell, labels end on one line and controls begin on the next.
  const edges = await workbench.output(5).evaluate((output) =>
    [...output.querySelectorAll("form")].map((form) => ({
      label: Math.round(form.firstElementChild!.getBoundingClientRect().bottom),
      control: Math.round(form.lastElementChild!.getBoundingClientRect().top),
    })),
  );
  expect(edges).toHaveLength(3);
  expect(new Set(edges.map(({ label }) => label)).size).toBe(1);
  expect(new Set(edges.map(({ control }) => control)).size).toBe(1);
  // The tools of a cell in the strip do not lie over its neighbour's input.
  await workbench.cell(2).hover();
  await workbench.cell(2).getByRole("button", { name: "Cell menu" }).click();
  await expect(workbench.cell(2).getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(async () => new Set((await boxes()).map(({ x }) => x)).size).toBe(1);
  const overflow = workbench.frame.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(await overflow).toBeLessThanOrEqual(0);
});

test("a table wider than the window scrolls by itself, also beside other elements in one piece of markup", async ({
  workbench,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const table = `<table><tr>${"<td>a&nbsp;cell&nbsp;that&nbsp;does&nbsp;not&nbsp;break</td>".repeat(4)}</tr></table>`;
  await workbench.openCells("wide", [`display(html\`${table}\`)`, `display(html\`${table}<p>Below</p>\`)`]);
  for (const id of [1, 2]) await expect(workbench.output(id).locator("table")).toBeVisible();
  await expect(workbench.output(2).locator("p")).toBeVisible();
  await expect.poll(() => sidewaysScroll(page)).toEqual([]);
});

test("inputs are the reader's: nothing is unsaved or undone, a reload keeps them, and they are reset or saved on demand", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("mine", inputs);
  const file = readFileSync(fileOf("mine"), "utf8");
  const slider = workbench.frame.getByRole("slider");
  const reset = page.getByRole("button", { name: "Reset inputs", exact: true });
  const undo = page.getByRole("button", { name: "Undo" }).first();
  await expect(workbench.output(4)).toHaveText("CO2 in 2011");
  await expect(reset).toBeHidden();
  await slider.fill("2005");
  await expect(workbench.output(4)).toHaveText("CO2 in 2005");
  await expect(reset).toBeVisible();
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await page.reload();
  await expect(workbench.output(4)).toHaveText("CO2 in 2005");
  await expect(slider).toHaveValue("2005");
  expect(await draftsOf(page, "mine")).toEqual([]);
  expect(readFileSync(fileOf("mine"), "utf8")).toBe(file);

  // Back where it began, it is no longer set.
  await slider.fill("2011");
  await expect(reset).toBeHidden();
  await slider.fill("2003");
  await reset.click();
  await expect(workbench.output(4)).toHaveText("CO2 in 2011");
  await expect(slider).toHaveValue("2011");

  await slider.fill("2007");
  await expect(reset).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("inputs as default");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Unsaved", { exact: true }).first()).toBeVisible();
  await expect(reset).toBeHidden();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  expect(readFileSync(fileOf("mine"), "utf8")).toContain("2007");
  // The input follows the undo of the edit.
  await undo.click();
  await expect(workbench.output(4)).toHaveText("CO2 in 2011");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a notebook opens to be read, with a cell's tools on tap", async ({ workbench, page }) => {
    await workbench.openCells("phone", ["const a = 2; display(a);", { kind: "md", source: "a is ${a}" }]);
    await expect(workbench.output(2)).toHaveText("a is 2");
    await expect(workbench.frame.locator("html")).toHaveAttribute("data-mode", "read");
    const tools = workbench.cell(2).locator(".gutter");
    await expect(tools).toBeHidden();
    await workbench.output(2).tap();
    await expect(tools).toBeVisible();
    await tools.getByRole("button", { name: "Cell menu" }).tap();
    await expect(tools.getByRole("menuitem")).toHaveText([
      /Show where this comes from/,
      /Ask about this cell/,
      /±/,
      /Show or hide the code/,
    ]);
    expect(await violations(page)).toEqual([]);
    await workbench.output(1).tap();
    await expect(tools).toBeHidden();
    await workbench.output(2).tap();
    await tools.getByRole("button", { name: "Show where this comes from" }).tap();
    await expect(page.getByRole("tab", { name: "Trail" })).toBeVisible();
  });
});
