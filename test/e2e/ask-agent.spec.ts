import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { violations } from "./violations.ts";
import { expect, fileOf, test, type Workbench } from "./workbench.ts";

const nature = "Land and the carbon cycle";

async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Side panel", exact: true }).click();
  const tab = page.getByRole("tab", { name: "Ask" });
  // A press between two layouts of the panel that has just opened begins and ends on different elements, and is no click.
  await expect(async () => {
    await tab.click();
    await expect(tab).toHaveAttribute("aria-selected", "true", { timeout: 2000 });
  }).toPass();
  const panel = page.getByRole("tabpanel");
  await expect(panel.getByText("Start an agent")).toBeVisible();
  return panel;
}

async function start(panel: Locator, agent: string): Promise<Locator> {
  await panel.getByText("Start an agent").click();
  await panel.getByRole("button", { name: agent }).click();
  return panel.getByRole("list", { name: `Phases of ${agent}` });
}

function states(rail: Locator): Locator {
  return rail.locator(".status");
}

/** Writes the cell that defines a name anew and runs it. */
async function rewrite({ frame, page }: Workbench, name: string, source: string): Promise<void> {
  const cell = frame.locator(".cell:visible").filter({ hasText: `defines ${name}` });
  const editor = cell.locator(".cm-content");
  if (!(await editor.isVisible())) await cell.getByText("defines").click();
  await editor.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(source);
  await page.keyboard.press("Shift+Enter");
}

const done = (phases: number) => Array<string>(phases).fill("done");
const again = (phases: number) => Array<string>(phases).fill("to be done again");
/** What a person may write in the place of the land-use models: one. */
const broken =
  "const nature1_spread = ({estimate: {value: 1, lo: 0, hi: 2}, models: [{model: 'A'}], agreeInSign: true})";

test("an agent asks, works in cells, and its rail is true after edits, undo and another opening", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("agent-nature", ["const mine = 1;"]);
  const panel = await openPanel(page);
  const rail = await start(panel, nature);
  await expect(rail.locator("[aria-current=step]")).toContainText("waits for your answer");
  await expect(states(rail)).toHaveText(["waits for your answer", "later", "later", "later", "later", "later"]);
  await rail.getByRole("button", { name: "Brazil" }).click();
  await expect(states(rail)).toHaveText(done(6));
  await workbench.expectWhole();
  await expect(states(rail)).toHaveText(done(6));
  await expect(rail.locator("[aria-current]")).toHaveCount(0);
  await expect(workbench.frame.locator(".cell:visible").last()).toContainText("land-use change of Brazil emitted");

  // A phase leads to its cells, by the keyboard too.
  await rail.getByRole("button", { name: "The global budget that closes", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(workbench.frame.locator(".cell:focus")).toContainText("The global budget that closes");

  // A cell that is edited by hand: what was made from it has to be done again, and not what was before it.
  await rewrite(workbench, "nature1_spread", broken);
  await expect(states(rail)).toHaveText(["done", "gate shut", ...again(3), "later"]);
  await expect(rail.locator(".gate")).toContainText("One model alone shows no range.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(states(rail)).toHaveText(done(6));

  // Back to an earlier phase: a note in the notebook, nothing runs before the person says so, and undo takes it back.
  await rail.getByRole("button", { name: "Go back to Models side by side" }).click();
  await expect(states(rail)).toHaveText(["done", ...again(4), "later"]);
  await expect(workbench.frame.locator(".cell:visible").last()).toContainText("A person sent the agent back.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(states(rail)).toHaveText(done(6));

  // Nothing of this is remembered anywhere but in the cells.
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const saved = readFileSync(fileOf("agent-nature"), "utf8");
  expect(saved).toContain('data-agent="nature-1" data-phase="closure"');
  await page.reload();
  await expect(states(rail)).toHaveText(done(6));
  expect(readFileSync(fileOf("agent-nature"), "utf8")).toBe(saved);
});

test("an agent that is stopped, or whose phase is undone, goes on from what stands", async ({ workbench, page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/land_use_change_countries*", async (route) => {
    await released;
    await route.continue();
  });
  await workbench.openCells("agent-stop", ["const mine = 1;"]);
  const panel = await openPanel(page);
  const rail = await start(panel, nature);
  const asked = page.waitForRequest(/land_use_change_countries/);
  await rail.getByRole("button", { name: "China" }).click();
  await asked;
  await panel.getByRole("button", { name: "Stop" }).click();
  await expect(states(rail)).toHaveText(["next", ...Array<string>(5).fill("later")]);
  release();
  await panel.getByRole("button", { name: "Go on" }).click();
  await expect(states(rail)).toHaveText(done(6));
  await workbench.expectWhole();
  const report = workbench.frame.locator(".cell:visible").last().locator(".output");
  const said = await report.innerText();
  // The newest step is the report; the one before it the last phase.
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(states(rail)).toHaveText(["done", "done", "done", "done", "next", "later"]);
  await panel.getByRole("button", { name: "Go on" }).click();
  await expect(states(rail)).toHaveText(done(6));
  await expect(report).toHaveText(said, { useInnerText: true });
});

test("an agent that was asked in words does its work in the notebook, with what it was told", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("agent-words", ["const mine = 1;"]);
  const panel = await openPanel(page);
  const field = panel.getByRole("textbox", { name: "Your question" });
  await field.fill("Do a life cycle assessment of one tonne of cement");
  await field.press("Enter");
  await panel.getByRole("button", { name: "Work in the notebook" }).click();
  const rail = panel.getByRole("list", { name: /^Phases of / });
  await expect(rail.locator("[aria-current=step]")).toContainText("waits for your answer");
  await expect(workbench.frame.locator(".cell", { hasText: "lca1_request" })).toHaveCount(1);
});

test("rails are for everybody: light, dark, a phone, Chinese", async ({ workbench, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await workbench.openCells("agent-look", ["const mine = 1;"]);
  const panel = await openPanel(page);
  const rail = await start(panel, nature);
  await rail.getByRole("button", { name: "Brazil" }).click();
  await expect(states(rail)).toHaveText(done(6));
  await workbench.expectWhole();
  await rewrite(workbench, "nature1_spread", broken);
  await expect(states(rail).nth(1)).toHaveText("gate shut");
  await panel.getByText("Start an agent").click();
  expect(await violations(page, { frame: false })).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/agent-light.png` });
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, { frame: false, colours: true })).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/agent-dark.png` });
  await page.getByRole("button", { name: "中文" }).click();
  await expect(panel.getByRole("list", { name: "土地与碳循环的各阶段" }).locator(".status").first()).toHaveText(
    "已完成",
  );
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/agent-zh.png` });
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(panel).toHaveCount(0);
  await page.getByRole("button", { name: "侧面板", exact: true }).click();
  await expect(panel.locator(".status").first()).toBeVisible();
  expect(await violations(page, { frame: false })).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/agent-phone.png` });
});

test("the notebook Ask shows its conversation and its agent, and is reproduced", async ({ workbench, page }) => {
  await workbench.openWhole("ask");
  const panel = await openPanel(page);
  await expect(states(panel.getByRole("list", { name: `Phases of ${nature}` }))).toHaveText(done(6));
  const turn = panel.locator(".turn").first();
  await expect(turn.getByText("From the file, not asked again yet")).toBeVisible();
  await turn.getByRole("button", { name: /2611/ }).click();
  await expect(workbench.frame.locator(".cell:focus")).toContainText("ind2019");
  await panel.getByRole("button", { name: "Reproduce" }).click();
  await expect(panel.getByRole("list", { name: "Asked again" })).toHaveCount(10);
  await expect(panel.locator(".differs")).toHaveCount(0);
  await expect(panel.locator(".turn").last().locator(".sentence")).toContainText("not the year that is asked for");
  expect(await violations(page)).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/ask-notebook.png` });
});
