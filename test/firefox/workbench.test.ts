import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workbenchSite } from "../built-workbench.ts";
import { errorsOf, launchFirefox, pressOnSlider, subtitle, until } from "./firefox.ts";
import { type StaticSite, serveFolder } from "./static-site.ts";

let site: StaticSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await serveFolder(await workbenchSite());
  browser = await launchFirefox();
  page = await browser.newPage();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test("The built workbench opens in Firefox, runs a query, draws, and follows a slider", async () => {
  const errors = errorsOf(page);
  await page.goto(`${site.address}#/n/welcome`, { waitUntil: "domcontentloaded" });
  expect(await subtitle(page)).toContain(", 2023,");
  await pressOnSlider(page, "ArrowLeft");
  await until("the figure of the year before", async () => (await subtitle(page)).includes(", 2022,"));
  expect(errors).toEqual([]);
});

test("A notebook that computes in workers opens in Firefox", async () => {
  const another = await browser.newPage();
  await another.goto(`${site.address}#/n/what-if`, { waitUntil: "domcontentloaded" });
  expect(await subtitle(another)).toContain("Reduction of consumption CO₂ by region, 2011");
});
