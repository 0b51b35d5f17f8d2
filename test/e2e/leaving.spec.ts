import { join } from "node:path";
import { expect, type Frame, type FrameLocator, type Page, test } from "@playwright/test";
import { StaticHost, sharedSite } from "./built-site.ts";
import { violations } from "./violations.ts";

// A link that a reader presses in a notebook of somebody else may say one thing and lead to another.

let host: StaticHost;
let single: string;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const shared = await sharedSite();
  const site = join(shared, "workbench");
  host = await StaticHost.open(site);
  single = `file://${join(shared, "single/leaving.html")}`;
  host.changed.set(
    "around.html",
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Around</title><main><h1>Around</h1><yuheng-notebook src="${host.address("leaving.html")}"></yuheng-notebook></main><script src="${host.address("embed.js")}"></script></html>`,
  );
});

test.afterAll(() => host?.close());

/** The frame of the notebook in a page, or in a frame of a page, once it runs. */
async function alive(page: Page | FrameLocator | Frame): Promise<FrameLocator> {
  await expect(page.locator("html")).toHaveAttribute("data-state", "alive", { timeout: 60_000 });
  await expect(page.locator("#notebook")).toHaveClass(/alive/);
  return page.frameLocator("#notebook > iframe");
}

for (const [where, address] of [
  ["a page of a site", () => host.address("leaving.html")],
  ["a page that is one file", () => single],
] as const) {
  test(`${where} shows where a link leads, and opens it only by a press on what it shows`, async ({
    page,
    context,
  }) => {
    await context.route("https://away.invalid/**", (route) => route.fulfill({ body: "Away" }));
    await page.goto(address());
    const frame = await alive(page);
    const link = frame.getByRole("link", { name: "ourbank.example" });
    const dialog = page.getByRole("dialog", { name: "Open this link?" });
    await link.click();
    await expect(dialog.locator(".host")).toHaveText("away.invalid");
    await expect(dialog.locator(".address")).toHaveText("https://away.invalid/collect?table=1.5,2.5#all");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    expect(await violations(page, { frame: false })).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await link.press("Enter");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toHaveCount(0);
    expect(context.pages()).toHaveLength(1);

    await link.click();
    await expect(dialog).toBeVisible();
    const opened = page.waitForEvent("popup");
    // What opens within the blink of an eye was not read: a press that comes too early opens nothing, and the next one does.
    await expect(async () => {
      if (await dialog.count()) await dialog.getByRole("link", { name: "Open in a new tab" }).click();
      await expect(dialog).toHaveCount(0);
    }).toPass();
    const other = await opened;
    await expect(other).toHaveURL("https://away.invalid/collect?table=1.5,2.5#all");
    expect(await other.evaluate(() => [opener, document.referrer])).toEqual([null, ""]);
    await other.close();

    await frame.getByRole("link", { name: "Write" }).click();
    await expect(dialog.locator(".host")).toHaveText("a@away.invalid");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await frame.getByRole("link", { name: "Long" }).click();
    const refused = page.getByRole("dialog", { name: "This link was not opened" });
    await expect(refused).toContainText("more than 2000 characters");
    await expect(refused.getByRole("link")).toHaveCount(0);
    await refused.getByRole("button", { name: "Close" }).click();
    expect(context.pages()).toHaveLength(1);
  });
}

test("the dialog speaks the reader's language, and opens nothing by a press that came too early for it to be read", async ({
  page,
  context,
}) => {
  await page.clock.install();
  await page.goto(host.address("leaving.html"));
  const frame = await alive(page);
  await page.getByRole("button", { name: "中文" }).click();
  await page.clock.pauseAt(Date.now() + 60_000);
  await frame.getByRole("link", { name: "ourbank.example" }).click();
  const dialog = page.getByRole("dialog", { name: "打开此链接？" });
  const open = dialog.getByRole("link", { name: "在新标签页中打开" });
  await expect(open).toBeVisible();
  await expect(dialog.getByRole("button", { name: "取消" })).toBeFocused();
  await open.click();
  await expect(dialog).toBeVisible();
  expect(context.pages()).toHaveLength(1);
  await context.route("https://away.invalid/**", (route) => route.fulfill({ body: "Away" }));
  await page.clock.runFor(600);
  const opened = page.waitForEvent("popup");
  await open.click();
  await opened;
  await expect(dialog).toHaveCount(0);
});

test("in a page around it, the dialog appears where the reader looks", async ({ page, context }) => {
  await page.goto(host.address("around.html"));
  const embedded = page.frameLocator("yuheng-notebook iframe");
  const frame = await alive(embedded);
  await frame.getByRole("link", { name: "ourbank.example" }).click();
  const dialog = embedded.getByRole("dialog", { name: "Open this link?" });
  await expect(dialog.locator(".host")).toHaveText("away.invalid");
  await expect(dialog).toBeInViewport({ ratio: 0.9 });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(context.pages()).toHaveLength(1);
});
