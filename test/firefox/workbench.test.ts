import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workbenchSite } from "../built-workbench.ts";
import {
  chord,
  dropText,
  errorsOf,
  launchFirefox,
  notebookFrame,
  press,
  pressOnSlider,
  subtitle,
  until,
} from "./firefox.ts";
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

test("A CSV that is dropped and cells of a sheet that are pasted become tables, which a query joins, in Firefox", async () => {
  const data = await browser.newPage();
  const errors = errorsOf(data);
  await data.goto(`${site.address}#/`, { waitUntil: "domcontentloaded" });
  await until("the library", () => data.$("::-p-text(New notebook)"));
  // Copied as by hand, so that the browser's own clipboard carries it.
  await data.evaluate(() => {
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = "region\tpeople\nNorth\t5\nSouth\t2\n";
    area.select();
  });
  await chord(data, "c");
  await data.evaluate(() => document.querySelector("textarea")?.remove());
  await dropText(data, "plants.csv", "region;kt\nNorth;12,5\nSouth;7,25\n");
  await press(data, "New notebook with this data");
  await press(data, "Add table");
  const shown = (text: string) =>
    until(`${text} in an output`, async () => {
      const frame = await notebookFrame(data);
      return frame.evaluate(
        (wanted) => [...document.querySelectorAll(".output")].some((output) => output.textContent?.includes(wanted)),
        text,
      );
    });
  await shown("12.5");
  const frame = await notebookFrame(data);
  const isWriting = () => frame.evaluate(() => document.activeElement?.className.includes("cm-content"));
  await until("the cursor in the new query", isWriting);

  // The notebook has the focus: it hands nothing over, and the page reads the clipboard, which Firefox lets it where the page has filled
  // it.
  await data.keyboard.press("Escape");
  await until("the focus on the cell", async () => !(await isWriting()));
  await chord(data, "v");
  await press(data, "Add table");
  await until("the notice", () => data.$("::-p-text(Added pasted)"));

  await (await frame.$(".cell .cm-content"))!.focus();
  await chord(data, "a");
  await data.keyboard.type("select sum(kt * people)::double as total from plants join pasted using (region)");
  await data.keyboard.down("Shift");
  await data.keyboard.press("Enter");
  await data.keyboard.up("Shift");
  await shown("77");
  expect(errors).toEqual([]);
});
