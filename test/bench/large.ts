import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { chromiumLaunch } from "../chromium.ts";
import type { Cancelled, LargeFigures } from "./bench-large-page.ts";
import { benchServer } from "./bench-mrio-server.ts";
import { privateMemory } from "./memory.ts";

// `npm run bench:large`: a table of EXIOBASE's size (49 × 163 = 7,987 rows, 46 % of the cells filled, seeded) in a Chromium
// tab: stored as an import leaves it, then accounts of all regions as a notebook asks for them; the private memory of the
// browser's renderers meanwhile; the longest silence; what a cancellation takes. Prints Markdown; nothing here fails.

const [regions = 49, sectors = 163] = process.argv.slice(2).map(Number);
const module = "/test/bench/bench-large-page.ts";
type Cancels = { cancels: Cancelled[]; workers: number };
const SAMPLE_MS = 100;
const folder = await mkdtemp(join(tmpdir(), "yuheng-large-"));

for (const isolated of [false, true]) {
  const server = await benchServer(isolated);
  // A profile on disk: without one the browser keeps the page's storage in memory.
  const context = await chromium.launchPersistentContext(join(folder, String(isolated)), chromiumLaunch());
  try {
    await tab(context, server.address, (page) => ask(page, "storeTable", { regions, sectors }));
    const { answer, peak } = await watched(context, server.address, (page) => ask<LargeFigures>(page, "solveTable"));
    const delays = Array.from({ length: 16 }, (_, i) => Math.round((answer.accounts * (i + 0.5)) / 16));
    const cancels = await tab(context, server.address, (page) => ask<Cancels>(page, "cancelTable", delays));
    report(isolated, context.browser()?.version() ?? "", answer, peak, cancels);
  } finally {
    await context.close();
    await server.close();
  }
}
await rm(folder, { recursive: true, force: true });

async function tab<T>(context: BrowserContext, address: string, run: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    await page.goto(`${address}bench`);
    return await run(page);
  } finally {
    await page.close();
  }
}

function ask<T>(page: Page, name: string, input?: unknown): Promise<T> {
  return page.evaluate(async ([from, what, given]) => (await import(String(from)))[String(what)](given), [
    module,
    name,
    input,
  ] as const) as Promise<T>;
}

/** The same while the memory of the browser's renderers is looked at. */
async function watched<T>(context: BrowserContext, address: string, run: (page: Page) => Promise<T>) {
  const browser = context.browser();
  let peak: number | null = null;
  let running = true;
  const watching = (async () => {
    while (running && browser) {
      const now = await privateMemory(browser).catch(() => null);
      if (now !== null) peak = Math.max(peak ?? 0, now);
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  })();
  try {
    return { answer: await tab(context, address, run), peak: await Promise.resolve().then(() => peak) };
  } finally {
    running = false;
    await watching;
  }
}

function report(
  isolated: boolean,
  version: string,
  answer: LargeFigures,
  peak: number | null,
  { cancels, workers }: Cancels,
) {
  const ms = (value: number) =>
    value < 1000 ? `${value.toFixed(value < 10 ? 1 : 0)} ms` : `${(value / 1000).toFixed(2)} s`;
  const heard = cancels.filter(({ how }) => how !== "done before");
  const worst = (of: "answer" | "free") => heard.reduce((most, cancel) => Math.max(most, cancel[of]), 0);
  const each = heard.map(({ delay, free }) => `${ms(delay)}: ${ms(free)}`).join(", ");
  console.log(
    `\n**${regions * sectors}² in Chromium ${version}, ${isolated ? "isolated page (threads)" : "one worker"}**`,
  );
  console.log(
    `(${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, ${new Date().toISOString().slice(0, 10)})\n`,
  );
  console.log("| what | figure |\n|---|---|");
  console.log(
    `| load and accounts of all regions | ${ms(answer.accounts)}; ${answer.iterations} passes, residual ${answer.residual.toExponential(0)} |`,
  );
  console.log(
    `| private memory of the renderers, peak | ${peak === null ? "unknown" : `${Math.round(peak / 1e6)} MB`} |`,
  );
  console.log(`| words of progress; longest silence | ${answer.words}; ${ms(answer.silence)} |`);
  console.log(`| cancelled at ${heard.length} moments: slowest answer | ${ms(worst("answer"))} |`);
  console.log(`| the same: slowest until the worker is free; workers lost | ${ms(worst("free"))}; ${workers - 1} |`);
  console.log(`| until it is free, by the moment | ${each} |`);
  console.log(
    `| what-if on one column of A: set-up, then each frame with its way through the page | ${ms(answer.whatIfSetUp)}, ${ms(answer.whatIfFrame)} |`,
  );
}
