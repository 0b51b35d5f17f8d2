import { readFileSync, writeFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { notebookText } from "./notebook-text.ts";
import { violations } from "./violations.ts";
import { expect, fileOf, test, type Workbench } from "./workbench.ts";

const question = "CO2 emissions of Spain in 2018";
const cells = ["const first = 1;", "const last = 2;"];

async function typeInPalette(page: Page, text: string): Promise<Locator> {
  await page.keyboard.press("Control+K");
  const palette = page.getByRole("dialog", { name: "All actions" });
  await palette.getByRole("combobox").fill(text);
  await palette.getByRole("option", { name: `Ask: ${text}` }).click();
  return palette;
}

async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Side panel", exact: true }).click();
  await page.getByRole("tab", { name: "Ask" }).click();
  const panel = page.getByRole("tabpanel");
  await expect(panel.getByRole("heading", { name: "Ask in words" })).toBeVisible();
  return panel;
}

async function ask(panel: Locator, text: string): Promise<Locator> {
  await panel.getByRole("textbox", { name: "Your question" }).fill(text);
  await panel.getByRole("textbox", { name: "Your question" }).press("Enter");
  const turn = panel.getByRole("log").locator(".turn").last();
  await expect(turn.getByRole("heading", { name: text })).toBeVisible();
  await expect(turn.locator(".sentence")).toBeVisible();
  return turn;
}

function count(workbench: Workbench): Locator {
  return workbench.frame.locator(".cell");
}

test("a question in the palette is answered, kept as cells that compute the same figure, and undone", async ({
  workbench,
  page,
}) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  const dialogue = /\/(?:dialogue-controller|palette-reply|ask-panel)-[^/]+\.js$/;
  await workbench.openCells("ask-palette", cells);
  await workbench.cell(1).click();
  expect(loaded.filter((url) => dialogue.test(url))).toEqual([]);
  const palette = await typeInPalette(page, question);
  const figure = palette.locator("yuheng-reply .figure").first();
  await expect(figure).toBeVisible();
  const said = await figure.innerText();
  expect(said).toMatch(/^\d+\sMt CO₂$/u);
  expect(loaded.filter((url) => dialogue.test(url))).not.toEqual([]);
  expect(await violations(page, { frame: false })).toEqual([]);

  await palette.getByRole("combobox", { name: "What do you want to do?" }).press("Enter");
  await expect(palette).toBeHidden();
  await expect(count(workbench)).not.toHaveCount(2);
  await workbench.expectWhole();
  // Below the chosen cell: the sentence first, then the cells that compute it; the last cell stays the last.
  await expect(workbench.output(2)).toContainText(said);
  await expect(count(workbench).last()).toContainText("last");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(count(workbench)).toHaveCount(2);
});

test("chips plan anew, questions back and refusals are buttons, and cells are kept in part", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("ask-panel", cells);
  const panel = await openPanel(page);
  const turn = await ask(panel, question);
  const of2018 = await turn.locator(".figure").first().innerText();
  await turn.getByRole("spinbutton", { name: "year" }).fill("1990");
  await turn.getByRole("spinbutton", { name: "year" }).press("Tab");
  await expect(turn.locator(".sentence")).toContainText("1990");
  await expect(turn.locator(".figure").first()).not.toHaveText(of2018);
  await turn.getByRole("combobox", { name: "place" }).selectOption("Portugal");
  await expect(turn.locator(".sentence")).toContainText("Portugal in 1990");
  // Place and year stay when another measure is chosen, also by keys alone.
  await turn.getByRole("combobox", { name: "measure" }).selectOption("methane");
  await expect(turn.locator(".sentence")).toContainText("methane of Portugal in 1990");
  await expect(turn.getByRole("combobox", { name: "measure" })).toHaveValue("0");
  await turn.getByRole("combobox", { name: "figures" }).focus();
  await page.keyboard.type("per person");
  await expect(turn.locator(".figure").first()).toContainText("CH₄/person");
  await turn.getByRole("combobox", { name: "measure" }).selectOption("fossil CO₂, territorial");
  await expect(turn.locator(".sentence")).toContainText("per head of Portugal in 1990");

  const back = await ask(panel, "CO2 emissions of the Congo in 2018");
  const option = back.getByRole("button", { name: /^the Democratic Republic of the Congo/ });
  const effect = (await option.innerText()).split("gives ").at(-1)!;
  await option.click();
  await expect(back.locator(".figure").first()).toHaveText(effect);

  const refused = await ask(panel, "NOx emissions of Spain in 2018");
  await expect(refused.locator(".sentence")).toContainText("NOx");
  await refused.getByRole("button", { name: "fossil CO2 of Spain in 2018" }).click();
  const nearest = panel.locator(".turn").last();
  await expect(nearest.locator(".figure").first()).toHaveText(of2018);

  // A figure that is not kept leads to the cell that would compute it; what is ticked takes what it needs.
  await nearest.locator(".figure").first().click();
  const proposal = nearest.locator("yuheng-proposal");
  await expect(proposal.locator("li:focus")).toContainText("data.query");
  await proposal.getByRole("checkbox", { name: "Keep asked" }).uncheck();
  await expect(proposal.getByRole("button", { name: "Keep 0 cells" })).toBeDisabled();
  await proposal.getByRole("checkbox", { name: /^Keep esp/ }).check();
  await expect(proposal.getByRole("checkbox", { name: "Keep asked" })).toBeChecked();
  await proposal.getByRole("button", { name: "Keep 2 cells" }).click();
  await expect(count(workbench)).toHaveCount(4);
  await workbench.expectWhole();
  await expect(nearest.getByText("In the notebook")).toBeVisible();

  // The figure leads to its cell, and says so when the cell has moved on.
  await nearest.locator(".figure").first().click();
  await expect(workbench.cell(3)).toBeFocused();
  await workbench.cell(2).getByText("defines").click();
  await workbench.edit(2, "const asked = {year: 1990}");
  await expect(nearest.locator(".figure.moved").first()).toBeVisible();
  await expect(nearest.getByText("The cells now have other values.")).toBeVisible();
  await nearest
    .locator(".figure")
    .first()
    .click({ modifiers: ["Alt"] });
  await expect(panel.getByRole("heading", { name: "Trail of cell 3" })).toBeVisible();
});

test("proposed cells stand in the notebook as ghosts, at the place where they are kept, and are none of its cells", async ({
  workbench,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await workbench.openCells("ask-ghosts", cells);
  await workbench.cell(1).click();
  const panel = await openPanel(page);
  const turn = await ask(panel, question);
  const said = await turn.locator(".figure").first().innerText();
  const ghosts = workbench.frame.locator(".ghost");
  await expect(ghosts).toHaveCount(3);
  await expect(workbench.cell(1).locator(".ghost")).toHaveCount(3);
  await expect(ghosts.first()).toContainText(said);
  await expect(workbench.frame.getByRole("group", { name: "Proposed cell, not in the notebook" })).toHaveCount(3);
  await expect(count(workbench)).toHaveCount(2);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/ghosts-light.png` });
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, { colours: true })).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/ghosts-dark.png` });
  await page.emulateMedia({ colorScheme: "light" });
  await turn.getByRole("checkbox", { name: /^Keep esp/ }).uncheck();
  await expect(workbench.frame.locator(".ghost.passed-over")).toHaveCount(2);
  await turn.getByRole("checkbox", { name: /^Keep esp/ }).check();

  // They are in no file, and another place that is chosen meanwhile does not move them.
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  expect(readFileSync(fileOf("ask-ghosts"), "utf8").split("</notebook>")[0]).not.toContain("data.query");
  await workbench.cell(2).click();
  await expect(workbench.cell(1).locator(".ghost")).toHaveCount(3);
  await turn.getByRole("button", { name: "Discard" }).click();
  await expect(ghosts).toHaveCount(0);
  await turn.getByRole("button", { name: "Show cells for the notebook" }).click();
  await expect(ghosts).toHaveCount(3);
  await turn.getByRole("button", { name: "Keep all" }).click();
  await expect(ghosts).toHaveCount(0);
  await expect(workbench.output(2)).toContainText(said);
  await expect(count(workbench)).toHaveCount(5);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(count(workbench)).toHaveCount(2);
});

test("in a notebook in two languages the sentence stands in both; the keyboard discards and keeps", async ({
  workbench,
  page,
}) => {
  const text = (lang: string, source: string) => ({ kind: "md", source, attributes: `lang="${lang}"` });
  const texts = [text("en", "Emissions"), text("zh-CN", "排放"), text("en", "After"), text("zh-CN", "之后")];
  await workbench.openCells("ask-both", [...texts, "const esp2018 = 1;"]);
  const panel = await openPanel(page);
  const turn = await ask(panel, question);
  const said = await turn.locator(".figure").first().innerText();
  await turn.locator(".figure").first().click();
  await page.keyboard.press("Escape");
  await expect(turn.locator("yuheng-proposal")).toHaveCount(0);
  await turn.getByRole("button", { name: "Show cells for the notebook" }).click();
  await turn.getByRole("checkbox", { name: "Keep asked" }).focus();
  await page.keyboard.press("Control+Enter");
  await expect(turn.getByText("In the notebook")).toBeVisible();
  await workbench.expectWhole();
  // A text and its translations stay together: a reader sees one of them.
  await expect(workbench.frame.locator(".output", { hasText: "之后" })).toHaveCount(0);
  const sentence = workbench.frame.locator(".cell:visible").filter({ hasText: said });
  await expect(sentence).toContainText("Spain in 2018");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(sentence).toContainText("西班牙");
  await expect(workbench.frame.locator(".error")).toHaveCount(0);
});

test("the conversation stands in the file, is reproduced, and is left out of what is shared", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("ask-file", cells);
  let panel = await openPanel(page);
  await ask(panel, question);
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const saved = readFileSync(fileOf("ask-file"), "utf8");
  expect(saved).toContain('<script type="application/yuheng-dialogue+json" data-version="1">');
  expect(saved).toContain(question);

  await page.keyboard.press("Control+K");
  await page.getByRole("combobox", { name: "What do you want to do?" }).fill("Share");
  await page.getByRole("option", { name: "Share" }).first().click();
  const share = page.getByRole("dialog", { name: "Share this notebook" });
  const download = async () => {
    const downloading = page.waitForEvent("download");
    await share.getByRole("button", { name: "Download the notebook" }).click();
    return readFileSync((await (await downloading).path())!, "utf8");
  };
  expect(await download()).toBe(notebookText("ask-file", cells));
  await share.getByRole("checkbox", { name: "With the conversation in the Ask panel" }).check();
  expect(await download()).toBe(saved);
  await page.keyboard.press("Escape");

  await page.reload();
  await expect(workbench.cell(1)).toBeVisible();
  panel = page.getByRole("tabpanel");
  const turn = panel.locator(".turn");
  await expect(turn.getByText("From the file, not asked again yet")).toBeVisible();
  await panel.getByRole("button", { name: "Reproduce" }).click();
  await expect(turn.getByRole("list", { name: "Asked again" }).getByRole("listitem")).toHaveText([/: the same, /]);

  // A figure that somebody changed in the file.
  writeFileSync(fileOf("ask-file"), saved.replace(/"value":\d+(\.\d+)?,"unit":"Mt CO2"/, '"value":1,"unit":"Mt CO2"'));
  await page.goto("#/");
  await page.goto("#/n/ask-file");
  await expect(turn.getByText("From the file, not asked again yet")).toBeVisible();
  await panel.getByRole("button", { name: "Reproduce" }).click();
  await expect(turn.getByText(/: differs\. It was 1\sMt\sCO₂ and is \d+\sMt\sCO₂ now\./u)).toBeVisible();
});

test("a stranger's conversation is text, opens no panel and runs nothing", async ({ workbench, page }) => {
  const turn = {
    turn: { text: "<img src=x onerror=alert(1)> **bold**" },
    kind: "answer",
    plan: {
      steps: [{ id: "evil", tool: "data.query", args: { dataset: "x" } }],
      read: [],
      assumed: [],
      wants: [],
      by: "planner",
    },
    values: [{ name: { en: "<b>sum</b>", zh: "和" }, value: 7, unit: "t", cell: "evil", path: "", hash: "00" }],
    kept: { evil: "first" },
  };
  const script = (body: string) =>
    `<script type="application/yuheng-dialogue+json" data-version="1">${body.replaceAll("<", "\\u003c")}</script>`;
  const text = notebookText("ask-foreign", cells);
  writeFileSync(fileOf("ask-foreign"), text + script(JSON.stringify({ turns: [turn] })));
  await workbench.openWhole("ask-foreign");
  await expect(count(workbench)).toHaveCount(2);
  await expect(page.getByRole("tabpanel")).toHaveCount(0);
  const panel = await openPanel(page);
  const shown = panel.locator(".turn");
  await expect(shown.getByRole("heading")).toContainText("<img src=x onerror=alert(1)> **bold**");
  await expect(shown.getByRole("listitem")).toHaveText("<b>sum</b>: 7 t");
  await expect(shown.locator(".sentence")).toHaveCount(0);
  await expect(count(workbench)).toHaveCount(2);

  writeFileSync(fileOf("ask-broken"), text + script('{"turns": [{"turn": 1}]}'));
  await workbench.open("ask-broken");
  await expect(panel.getByRole("alert")).toContainText("is not in a form that can be read");
});

test("the panel is for everybody: light, dark, a phone, Chinese, and no help but the keyboard", async ({
  workbench,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await workbench.openCells("ask-look", cells);
  // The right arrow at the end of the question leads from the palette to the panel.
  const palette = await typeInPalette(page, question);
  await expect(palette.locator("yuheng-reply .figure").first()).toBeVisible();
  await palette.getByRole("combobox", { name: "What do you want to do?" }).press("ArrowRight");
  const panel = page.getByRole("tabpanel");
  await expect(panel.getByRole("heading", { name: question })).toBeVisible();
  await ask(panel, "CO2 emissions of the Congo in 2018");
  await ask(panel, "NOx emissions of Spain in 2018");
  expect(await violations(page, { frame: false })).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, { frame: false, colours: true })).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  // On a phone the panel is a sheet, which the change of width has closed.
  await expect(panel).toHaveCount(0);
  await page.getByRole("button", { name: "Side panel", exact: true }).click();
  await expect(panel.getByRole("textbox", { name: "Your question" })).toBeVisible();
  expect(await violations(page, { frame: false })).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: "中文" }).click();
  await expect(panel.getByRole("heading", { name: "用文字提问" })).toBeVisible();
  await expect(panel.locator(".turn").first().locator(".sentence")).toContainText("西班牙");
});
