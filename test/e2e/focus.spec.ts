import { expect, test } from "./workbench.ts";

/** A cell that asks for the keyboard all the time, by every way there is, and writes down what is typed into it. */
const greedy = `{
  const field = html\`<input class="greedy">\`;
  const log = html\`<pre class="log"></pre>\`;
  addEventListener("keydown", ({key}) => log.append(key), true);
  const asking = setInterval(() => { field.focus(); window.focus(); }, 1);
  invalidation.then(() => clearInterval(asking));
  display(html\`<div>\${field}\${log}</div>\`);
}`;

test("a cell that keeps taking the keyboard loses its frame when a dialog is open, and the dialog has the keyboard", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("greedy", ["const stays = 1; display(stays);", greedy]);
  const log = workbench.output(2).locator(".log");
  // The control: where nothing of the page has the keyboard, the cell gets it, and what is typed.
  await expect(async () => {
    await page.keyboard.press("x");
    expect(await log.textContent()).toContain("x");
  }).toPass();
  await page.keyboard.press("Control+K");
  const field = page.getByRole("dialog").getByRole("combobox");
  await expect(field).toBeVisible();
  await workbench.expectStatus(2, "paused");
  await expect(field).toBeFocused();
  await page.keyboard.type("the quick brown fox", { delay: 5 });
  await expect(field).toHaveValue(/the quick brown fox$/);
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await expect(workbench.output(1)).toHaveText("1");
  await expect(workbench.editor(2)).toContainText("greedy");
});
