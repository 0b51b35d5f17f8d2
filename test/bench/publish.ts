// How long a reader waits for a page of a built site, cold, from this machine: median of five fresh profiles.
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumLaunch } from "../chromium.ts";
import { newFolder, StaticHost, shipped, yuhengBuild } from "../e2e/built-site.ts";

const names = ["what-if", "trade-transfer", "panorama"];
const site = newFolder();

const began = performance.now();
const { code, out, err } = await yuhengBuild(...shipped(...names), "--out", site);
if (code !== 0) throw new Error(err);
console.log(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
console.log(out.replace(join(site), "site"));

const host = await StaticHost.open(site);
const browser = await chromium.launch(chromiumLaunch());
for (const name of names) {
  const first: number[] = [];
  const alive: number[] = [];
  for (let i = 0; i < 5; ++i) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(host.address(`${name}.html`));
    await page.waitForFunction(() => document.documentElement.dataset.state === "alive");
    const mark = (entry: string) =>
      page.evaluate((entry) => performance.getEntriesByName(entry)[0]?.startTime ?? Number.NaN, entry);
    first.push(await mark("first-contentful-paint"));
    alive.push(await mark("yuheng:alive"));
    await context.close();
  }
  console.log(`${name}: first content ${median(first)} ms, alive ${median(alive)} ms`);
}
await browser.close();
await host.close();

function median(values: number[]): string {
  return values.sort((a, b) => a - b)[2]!.toFixed(0);
}
