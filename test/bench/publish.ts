// How long a reader waits for a page of a built site, cold, from this machine: medians of fresh profiles. Given the folder of another
// checkout, the pages of both are opened in turns, so that both meet the same machine: `npm run bench:publish -- ../other`.
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { chromiumLaunch } from "../chromium.ts";
import { newFolder, StaticHost } from "../e2e/built-site.ts";
import { median } from "./workbench.ts";

const names = ["what-if", "trade-transfer", "panorama"];
const roots = [resolve(import.meta.dirname, "../.."), ...process.argv.slice(2).map((folder) => resolve(folder))];
const ROUNDS = 15;

const hosts = await Promise.all(roots.map(async (root) => StaticHost.open(build(root))));
for (const name of names) {
  const measured = hosts.map(() => ({ first: [] as number[], alive: [] as number[] }));
  for (let round = 0; round < ROUNDS; ++round) {
    const turns = [...hosts.entries()];
    for (const [i, host] of round % 2 ? turns.reverse() : turns) {
      // A browser of its own, because a process of an earlier page may still be at work.
      const browser = await chromium.launch(chromiumLaunch());
      const { first, alive } = await open(browser, host.address(`${name}.html`));
      measured[i]!.first.push(first);
      measured[i]!.alive.push(alive);
      await browser.close();
    }
  }
  for (const [i, { first, alive }] of measured.entries()) {
    const where = i === 0 ? "" : ` (${roots[i]})`;
    console.log(`${name}: first content ${median(first).toFixed(0)} ms, alive ${median(alive).toFixed(0)} ms${where}`);
  }
}
await Promise.all(hosts.map((host) => host.close()));

/** Builds the pages of a checkout with its own command; returns their folder. */
function build(root: string): string {
  const site = newFolder();
  const notebooks = names.map((name) => join("notebooks", `${name}.html`));
  const out = execFileSync(process.execPath, ["cli/yuheng.mjs", "build", ...notebooks, "--out", site], { cwd: root });
  console.log(String(out).replace(site, "site"));
  return site;
}

async function open(browser: Browser, address: string): Promise<{ first: number; alive: number }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.state === "alive");
  const mark = (entry: string) =>
    page.evaluate((entry) => performance.getEntriesByName(entry)[0]?.startTime ?? Number.NaN, entry);
  return { first: await mark("first-contentful-paint"), alive: await mark("yuheng:alive") };
}
