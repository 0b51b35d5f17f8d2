import type { Page } from "@playwright/test";
import { expect, test, type Workbench } from "./workbench.ts";

/** A cell that asks for the keyboard all the time, by every way there is, and writes down what is typed into it. */
const greedy = `{
  const field = html\`<input class="greedy">\`;
  const log = html\`<pre class="log"></pre>\`;
  addEventListener("keydown", ({key}) => log.append(key), true);
  const ask = () => { field.focus(); window.focus(); log.isConnected && requestAnimationFrame(() => field.focus()); };
  const asking = setInterval(ask, 1);
  invalidation.then(() => clearInterval(asking));
  display(html\`<div>\${field}\${log}</div>\`);
}`;

const text = "the quick brown fox";

async function openGreedy(workbench: Workbench, name: string): Promise<void> {
  await workbench.openCells(name, ["// nothing", greedy]);
  await expect(workbench.output(2).locator("input.greedy")).toBeVisible();
  // The control: where nothing of the page has the keyboard, the cell gets it, and what is typed.
  await expect.poll(() => workbench.page.evaluate(() => document.hasFocus())).toBe(true);
  await expect(async () => {
    await workbench.page.keyboard.press("x");
    expect(await stolen(workbench)).toContain("x");
  }).toPass();
}

const stolen = (workbench: Workbench) => workbench.output(2).locator(".log").textContent();

/** Types as a person does, so that the cell has its turn between two strokes. */
async function typeSlowly(page: Page): Promise<void> {
  await page.keyboard.type(text, { delay: 15 });
}

test("a cell that asks for the focus all the time gets nothing of what is typed into the palette", async ({
  workbench,
  page,
}) => {
  await openGreedy(workbench, "greedy-palette");
  await page.keyboard.press("Control+K");
  const field = page.getByRole("dialog").getByRole("combobox");
  await expect(field).toBeFocused();
  const before = await stolen(workbench);
  await typeSlowly(page);
  await expect(field).toHaveValue(text);
  expect(await stolen(workbench)).toBe(before);
  // The dialog gone, the notebook may have the keyboard again.
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await workbench.output(2).locator("input.greedy").click();
  await page.keyboard.type("abc");
  await expect.poll(() => stolen(workbench)).toContain("abc");
});

test("a cell that asks for the focus all the time gets nothing of a title or of what is looked for", async ({
  workbench,
  page,
}) => {
  await openGreedy(workbench, "greedy-title");
  const before = (await stolen(workbench))!;
  const title = page.getByLabel("Title of the notebook");
  await title.click();
  await page.keyboard.press("Control+A");
  await typeSlowly(page);
  await expect(title).toHaveValue(text);
  expect(await stolen(workbench)).toBe(before);
  // A person who goes into the notebook gets there.
  const place = (await page.locator("yuheng-notebook-page iframe[sandbox]").boundingBox())!;
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await workbench.type(1, "// mine");
  await expect(workbench.editor(1)).toHaveText("// mine");
});
