import type { Page } from "@playwright/test";
import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

const position = (page: Page) => page.getByRole("status").filter({ hasText: "/" });

/** What of the notebook is to be seen. */
const heading = (page: Page, name: string) =>
  page.frameLocator("yuheng-notebook-page iframe[sandbox]").getByRole("heading", { name });

const talk = [
  { kind: "md", source: "# The talk\n\nWhat it is about." },
  "const n = view(Inputs.range([0, 10], {label: 'n', step: 1, value: 3}));",
  { kind: "md", source: "## First\n\nTwice n is ${2 * n}.\n\n## Second\n\nIts own slide." },
  "html`<p>below the second: ${n}</p>`",
  { kind: "md", source: "## Left out", attributes: 'data-slide="skip"' },
  { kind: "js", source: "html`<p class=marked>marked</p>`", attributes: 'data-slide=""' },
];

test("a notebook is presented by its headings, alive, by keys, clicker, buttons and address", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("talk", talk);
  await expect(workbench.output(6)).toHaveText("marked");
  await page.getByRole("button", { name: "Present", exact: true }).click();
  await expect(position(page)).toHaveText("1 / 4");
  await expect(heading(page, "The talk")).toBeVisible();
  await expect(heading(page, "First")).toBeHidden();
  await expect(page.getByRole("button", { name: "Run all" })).toBeHidden();
  expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);

  // The slider stands on the first slide and is as alive as ever; the arrows are its own while it has the keyboard.
  const slider = workbench.frame.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveValue("4");
  await expect(position(page)).toHaveText("1 / 4");
  // A clicker turns the page wherever the keyboard is.
  await page.keyboard.press("PageDown");
  await expect(position(page)).toHaveText("2 / 4");
  await expect(workbench.frame.getByText("Twice n is 8.")).toBeVisible();
  await expect(heading(page, "Second")).toBeHidden();
  await page.keyboard.press("Space");
  await expect(heading(page, "Second")).toBeVisible();
  await expect(workbench.frame.getByText("below the second: 4")).toBeVisible();
  expect(page.url()).toMatch(/#\/n\/talk\?slide=3$/);
  await page.keyboard.press("End");
  await expect(workbench.frame.getByText("marked", { exact: true })).toBeVisible();
  await expect(heading(page, "Left out")).toBeHidden();
  await page.keyboard.press("Home");
  await expect(position(page)).toHaveText("1 / 4");

  await page.keyboard.press("b");
  await expect(page.getByRole("button", { name: /screen is black/ })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: /screen is black/ })).toHaveCount(0);
  await expect(position(page)).toHaveText("2 / 4");
  await page.keyboard.press("ArrowRight");
  await expect(position(page)).toHaveText("3 / 4");
  await expect(workbench.editor(4)).toBeHidden();
  // The second key reaches the page before the frame has reported where the first one led.
  await workbench.frame.locator("body").evaluate((body) => {
    for (const key of ["ArrowLeft", "c"]) body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  await expect(workbench.frame.getByText("Twice n is 8.")).toBeVisible();
  await expect(position(page)).toHaveText("2 / 4");
  await page.keyboard.press("ArrowRight");
  await expect(workbench.editor(4)).toBeVisible();
  await expect(workbench.editor(2)).toBeHidden();
  expect(await violations(page)).toEqual([]);
  // Typed into shown code, keys are text.
  await workbench.edit(4, "html`<p>changed on stage: ${n}</p>`");
  await expect(workbench.frame.getByText("changed on stage: 4")).toBeVisible();
  await expect(position(page)).toHaveText("3 / 4");

  await page.getByRole("button", { name: "End the presentation" }).click();
  await expect(page.getByRole("button", { name: "Run all" })).toBeVisible();
  await expect(heading(page, "First")).toBeVisible();
  expect(page.url()).toMatch(/#\/n\/talk$/);

  await page.reload();
  await page.goto("#/n/talk?slide=3");
  await expect(heading(page, "Second")).toBeVisible();
  await expect(position(page)).toHaveText("3 / 4");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Run all" })).toBeVisible();
});

test("a presentation survives a cell that holds its thread, and the slide it stands on one that grows before it", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("stuck-talk", [
    { kind: "md", source: "# One" },
    "const more = view(Inputs.toggle({label: 'more'}));",
    "more ? md`## In between` : html``",
    { kind: "md", source: "## Two" },
    "const go = view(Inputs.toggle({label: 'endless'}));",
    "{ while (go); display('done') }",
  ]);
  await expect(workbench.output(6)).toContainText("done");
  await page.goto("#/n/stuck-talk?slide=2");
  await expect(position(page)).toHaveText("2 / 2");
  await page.keyboard.press("Home");
  await workbench.frame.getByLabel("more").check();
  await expect(position(page)).toHaveText("1 / 3");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await expect(heading(page, "Two")).toBeVisible();
  await workbench.frame
    .getByLabel("endless")
    .check({ noWaitAfter: true, timeout: 2000 })
    .catch(() => {});
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(heading(page, "Two")).toBeVisible();
  await expect(position(page)).toHaveText("3 / 3");
});

test("a figure fits its slide with its title and footer, in any window, and has its own size again afterwards", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("tall-talk", [
    { kind: "md", source: `# Long\n\n${"Much is said before the figure. ".repeat(60)}` },
    `Plot.plot({title: "A tall figure", caption: "Source: none", width, height: 1400, ariaLabel: "tall", marks: [Plot.dotX([1, 2, 3])]})`,
    {
      kind: "js",
      source: `const canvas = document.createElement("canvas");
canvas.width = 600; canvas.height = 1200; canvas.style = "width: 600px; height: 1200px; max-width: 100%";
canvas.getContext("2d").fillRect(0, 0, 300, 600);
display(canvas);`,
      attributes: 'data-slide=""',
    },
  ]);
  const picture = workbench.output(2).locator("svg[aria-label=tall]");
  await expect(picture).toHaveCSS("height", "1400px");
  await page.goto("#/n/tall-talk?slide=1");
  await expect(position(page)).toHaveText("1 / 2");
  for (const [width, height] of [
    [1280, 720],
    [1024, 768],
    [844, 390],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.keyboard.press("Home");
    await workbench.frame.locator("html").evaluate((root) => root.scrollTo(0, 0));
    const [figure, footer] = [workbench.output(2).locator("figure"), workbench.output(2).locator(".figure-footer")];
    await expect(async () => {
      const [top, bottom] = [(await figure.boundingBox())!, (await footer.boundingBox())!];
      expect(bottom.y + bottom.height - top.y).toBeLessThan(height);
      expect((await picture.boundingBox())!.height).toBeGreaterThan(height / 3);
    }).toPass();
    // The text is read in steps, and the last of them shows the whole figure.
    await expect(async () => {
      await page.keyboard.press("ArrowDown");
      await expect(footer).toBeInViewport({ ratio: 1, timeout: 1000 });
    }).toPass();
    await expect(figure).toBeInViewport({ ratio: 1 });
  }
  // A canvas has no proportions of its own: it is made narrower with its height.
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press("End");
  const canvas = workbench.output(3).locator("canvas");
  await expect(async () => {
    const { width, height } = (await canvas.boundingBox())!;
    expect(height).toBeLessThan(720);
    expect(height).toBeGreaterThan(400);
    expect(width / height).toBeCloseTo(600 / 1200, 1);
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(picture).toHaveCSS("height", "1400px");
  await expect(canvas).toHaveCSS("height", "1200px");
  await expect(canvas).toHaveCSS("width", "600px");
});

test("a finger turns the pages on a phone", async ({ browser, workbench }) => {
  await workbench.openCells("thumb", talk);
  const context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
    baseURL: workbench.page.url().replace(/#.*/, ""),
  });
  const phone = await context.newPage();
  await phone.goto("#/n/thumb?slide=1");
  await expect(position(phone)).toHaveText("1 / 4");
  const session = await context.newCDPSession(phone);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 600 }] });
  const swipe = async (from: number, to: number) => {
    await touch("touchStart", from);
    for (let i = 1; i <= 5; ++i) await touch("touchMove", from + ((to - from) * i) / 5);
    await touch("touchEnd");
  };
  await swipe(330, 60);
  await expect(position(phone)).toHaveText("2 / 4");
  await swipe(60, 330);
  await expect(position(phone)).toHaveText("1 / 4");
  await context.close();
});
