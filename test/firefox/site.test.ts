import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorsOf, launchFirefox, pressOnSlider, subtitle, until } from "./firefox.ts";
import { type StaticSite, serveFolder } from "./static-site.ts";

const root = join(import.meta.dirname, "../..");
const out = mkdtempSync(join(tmpdir(), "yuheng-firefox-site-"));
let site: StaticSite;
let browser: Browser;

/** Runs `yuheng build`. */
function build(...words: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ["cli/yuheng.mjs", "build", ...words], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The pages were not built.\n${stderr}`);
}

beforeAll(async () => {
  build("notebooks/welcome.html", "notebooks/what-if.html", "--out", join(out, "site"));
  build("notebooks/what-if.html", "--single", "--out", join(out, "single"));
  site = await serveFolder(join(out, "site"));
  browser = await launchFirefox();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(out, { recursive: true, force: true });
});

test("A published page comes alive in Firefox: from the list, to the first figure, to a slider", async () => {
  const page = await browser.newPage();
  const errors = errorsOf(page);
  await page.goto(site.address, { waitUntil: "domcontentloaded" });
  const link = await until("a link to the notebook", () => page.$('a[href="welcome.html"], a[href="./welcome.html"]'));
  await link.evaluate((anchor) => (anchor as HTMLAnchorElement).click());
  await until("the notebook's page", async () => page.url().endsWith("welcome.html"));
  expect(await subtitle(page)).toContain(", 2023,");
  await pressOnSlider(page, "ArrowLeft");
  await until("the figure of the year before", async () => (await subtitle(page)).includes(", 2022,"));
  expect(errors).toEqual([]);
});

test("A page that is one file opens from a disk in Firefox, and its library computes anew when a slider moves", async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(out, "single/what-if.html")).href, { waitUntil: "domcontentloaded" });
  const before = await subtitle(page);
  await pressOnSlider(page, "ArrowRight");
  expect(
    await until("another figure", async () => {
      const now = await subtitle(page);
      return now !== before && now;
    }),
  ).toMatch(/2011/);
});
