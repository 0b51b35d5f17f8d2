import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { dropFileOnNotebook } from "./dropped-file.ts";
import { watchPolicy } from "./policy.ts";
import { expect, fileOf, test, Workbench } from "./workbench.ts";

/** *Welcome* as it comes, of which the servers of the tests have copies. */
const shipped = join(import.meta.dirname, "../../notebooks/welcome.html");

/** What a new user does, with at most three actions for each thing: the fourth fails. Finding the place by looking is free. */
class Hand {
  readonly #page: Page;
  #actions = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(target: Locator): Promise<void> {
    this.#count();
    await target.click();
  }

  /** A chord, or a text typed in one go: what counts is that the user has to know of one more thing. */
  async key(chord: string): Promise<void> {
    this.#count();
    await this.#page.keyboard.press(chord);
  }

  async type(text: string): Promise<void> {
    this.#count();
    await this.#page.keyboard.insertText(text);
  }

  /** Drops a file from the desktop. */
  async dropOnNotebook(path: string, target: Locator): Promise<void> {
    this.#count();
    await dropFileOnNotebook(this.#page, path, target);
  }

  #count(): void {
    if (++this.#actions > 3) throw new Error("This takes more than three actions.");
  }
}

let context: BrowserContext;
let page: Page;
let workbench: Workbench;
let hand: Hand;
const errors: string[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ baseURL: baseURL! });
  // The dialogs of the system cannot be pressed: files go where downloads go.
  await context.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }));
});

test.afterAll(() => context.close());

// Each begins as a new user does: on a first visit, with the address alone. Programs and data are in the browser's cache.
test.beforeEach(async () => {
  page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  await watchPolicy(page, errors);
  workbench = new Workbench(page);
  hand = new Hand(page);
  await page.goto("", { waitUntil: "commit" });
  await expect(figure()).toContainText("largest emitters of 2023");
  await workbench.expectWhole();
});

test.afterEach(async () => {
  // What one has edited is not resumed by the next, nor left for the tests that come after these.
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
  });
  await page.close();
  expect(readFileSync(fileOf("welcome"), "utf8")).toBe(readFileSync(shipped, "utf8"));
  expect(errors.splice(0), "errors of the page itself").toEqual([]);
});

/** The figure of *Welcome* with its footer. */
const figure = () => workbench.outputOf(4);
const tool = (name: string) => page.getByRole("button", { name, exact: true }).first();

test("drop a CSV", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "yuheng-drop-")), "mine.csv");
  writeFileSync(path, "country,kt\nChina,1\nIndia,2\n");
  await hand.dropOnNotebook(path, figure());
  const dialog = page.getByRole("dialog", { name: "mine.csv" });
  await expect(dialog.getByRole("table")).toContainText("India");
  await hand.press(dialog.getByRole("button", { name: "Add table" }));
  const own = page.getByRole("tabpanel").locator("yuheng-dataset").first();
  await expect(own).toContainText("mine.csv");
  await hand.press(own.getByRole("button", { name: "Insert SQL cell" }));
  await expect(workbench.frame.locator(".cell").last().locator(".cm-content")).toContainText("from mine");
});

test("change the year", async () => {
  // The middle of the slider.
  await hand.press(workbench.frame.getByRole("slider"));
  await expect(figure()).toContainText(/largest emitters of 200\d/);
  await expect(workbench.outputOf(5)).toContainText(/In 200\d, \w+ was the largest emitter of fossil CO₂\./);
});

test("save the figure", async () => {
  let saved = "";
  page.once("download", (download) => {
    saved = download.suggestedFilename();
  });
  const png = figure().getByRole("button", { name: "Save as PNG" });
  await hand.press(png);
  // On a busy machine the browser may forget a press before the picture is made; then the footer asks for another.
  const ready = figure().getByText("The file is ready. Press again to save it.");
  await expect.poll(async () => saved !== "" || (await ready.isVisible())).toBe(true);
  if (saved === "") await hand.press(png);
  await expect.poll(() => saved).toMatch(/largest emitters of 2023.*\.png$/);
});

test("± of this", async () => {
  await hand.press(figure().getByRole("button", { name: "Uncertainty of this figure" }));
  const sheet = workbench.frame.locator("#cell-4 .uncertainty");
  await expect(sheet.getByRole("img", { name: /^Distribution of China, production/ })).toBeVisible();
});

test("where from", async () => {
  await hand.press(figure().getByRole("button", { name: "Where this figure comes from" }));
  const panel = page.getByRole("tabpanel");
  await expect(panel.getByRole("heading", { name: /^Trail of/ })).toBeVisible();
  await expect(panel.getByText("Global Carbon Budget").first()).toBeVisible();
});

test("make it Chinese", async () => {
  await hand.press(tool("中文"));
  await expect(workbench.frame.getByRole("heading", { name: "谁在排放，为谁排放？" })).toBeVisible();
  await expect(figure()).toContainText("2023 年最大的 12 个排放国中");
  await expect(tool("全部运行")).toBeVisible();
});

test("publish", async () => {
  await hand.press(tool("Share"));
  const shared = page.getByRole("dialog", { name: "Share this notebook" });
  await expect(shared.getByRole("textbox", { name: "Command: Static site" })).toHaveValue(/^npx yuheng build \S+ /);
  const download = page.waitForEvent("download");
  await hand.press(shared.getByRole("button", { name: "Save as one HTML file" }));
  expect((await download).suggestedFilename()).toMatch(/\.html$/);
});

test("undo", async () => {
  const text = workbench.frame.locator("#cell-1");
  await hand.press(text.getByRole("button", { name: "Cell menu" }));
  await hand.press(text.getByRole("menuitem", { name: "Delete the cell" }));
  await expect(text).toHaveCount(0);
  await hand.key("Control+z");
  await expect(text.getByRole("heading", { name: "Who emits, and for whom?" })).toBeVisible();
});

test("new notebook", async () => {
  await hand.press(tool("New notebook"));
  await expect(page.getByRole("textbox", { name: "Title of the notebook" })).toBeFocused();
  await hand.type("Mine");
  await hand.key("Enter");
  await expect(page).toHaveTitle(/^Mine/);
  await expect(workbench.frame.getByRole("heading", { name: "Mine" })).toBeVisible();
});

test("embed", async () => {
  await hand.key("Control+k");
  await hand.type("embed");
  await hand.key("Enter");
  const site = page.getByRole("dialog", { name: "Share this notebook" }).locator("[data-form=site]");
  await expect(site.getByRole("textbox", { name: "Markup for embedding" })).toHaveValue(
    '<script src="https://SITE/embed.js"></script><yuheng-notebook src="https://SITE/welcome.html"></yuheng-notebook>',
  );
  await expect(site.getByRole("textbox", { name: "Command: Static site" })).toHaveValue(/^npx yuheng build \S+ /);
});
