// How long a person waits from the typed address to the first figure of a notebook, in the workbench as `npm start` serves it: on the
// first visit of a new profile, on the second (the browser has the files), and on the third (it has compiled them as well); with what
// was asked of the server. `npm run bench:opening -- ROUNDS`; with `--where`, what happened when, on one visit of each kind.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Frame, type Page } from "playwright";
import { chromiumLaunch } from "../chromium.ts";
import { median, openBench } from "./workbench.ts";

const NOTEBOOKS = ["welcome", "trade-transfer"];
const VISITS = ["cold", "second", "third"] as const;
const isTracing = process.argv.includes("--where");
const rounds = isTracing ? 1 : Number(process.argv[2] ?? 7);

interface Visit {
  readonly milliseconds: number;
  readonly requests: number;
  readonly bytes: number;
}

const bench = await openBench();
for (const name of NOTEBOOKS) {
  const visits = VISITS.map((): Visit[] => []);
  for (let round = 0; round < rounds; ++round) {
    const profile = mkdtempSync(join(tmpdir(), "yuheng-profile-"));
    for (const [i] of VISITS.entries()) {
      // A browser of its own, as a person who comes back: nothing is left in memory.
      const context = await chromium.launchPersistentContext(profile, {
        ...chromiumLaunch(),
        viewport: { width: 1280, height: 900 },
      });
      visits[i]!.push(await visit(context, `${bench.address}#/n/${name}`, VISITS[i]!));
      await context.close();
    }
    rmSync(profile, { recursive: true, force: true });
  }
  for (const [i, kind] of VISITS.entries()) {
    const times = visits[i]!.map(({ milliseconds }) => milliseconds);
    const { requests, bytes } = visits[i]![0]!;
    console.log(
      `${name}, ${kind}: first figure after ${median(times).toFixed(0)} ms (least ${Math.min(...times).toFixed(0)}, of ${rounds}), ` +
        `${requests} requests, ${(bytes / 1e6).toFixed(2)} MB`,
    );
  }
}
await bench.close();

/** Opens the address and waits for its first figure. */
async function visit(context: BrowserContext, address: string, kind: string): Promise<Visit> {
  const page = context.pages()[0] ?? (await context.newPage());
  await context.addInitScript(watchFigures);
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  let requests = 0;
  let bytes = 0;
  const cached = new Set<string>();
  client.on("Network.requestServedFromCache", ({ requestId }) => void cached.add(requestId));
  client.on("Network.responseReceived", ({ requestId, response }) => {
    if (!response.fromDiskCache && !cached.has(requestId) && response.url.startsWith("http")) requests += 1;
  });
  client.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: "commit" });
  const frame = await frameWithFigure(page);
  const [began, shown] = await Promise.all([
    page.evaluate(() => performance.timeOrigin),
    frame.evaluate(() => Number((globalThis as { figureShownAt?: number }).figureShownAt)),
  ]);
  if (isTracing) await trace(page, frame, began, shown, kind);
  return { milliseconds: shown - began, requests, bytes };
}

/** In every document of the page: notes when the first figure has been painted. */
function watchFigures(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector("svg[class^='plot'] :is(path, circle, rect, line)")) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => Object.assign(globalThis, { figureShownAt: performance.timeOrigin + performance.now() })),
    );
  }).observe(document, { childList: true, subtree: true });
}

async function frameWithFigure(page: Page): Promise<Frame> {
  for (;;) {
    for (const frame of page.frames().slice(1)) {
      const shown = await frame.evaluate(() => "figureShownAt" in globalThis).catch(() => false);
      if (shown) return frame;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Writes what the page fetched and marked, in the order of time. */
async function trace(page: Page, frame: Frame, began: number, shown: number, kind: string): Promise<void> {
  const entriesOf = (where: Page | Frame) =>
    where.evaluate(() =>
      performance
        .getEntries()
        .filter(({ entryType }) => ["resource", "mark", "paint", "navigation"].includes(entryType))
        .map(({ name, entryType, startTime, duration }) => ({
          name: name.replace(/^.*\//, ""),
          entryType,
          at: performance.timeOrigin + startTime,
          duration,
        })),
    );
  const entries = [
    ...(await entriesOf(page)),
    ...(await entriesOf(frame)).map((entry) => ({ ...entry, name: `frame: ${entry.name}` })),
  ];
  console.log(`\n${kind}`);
  for (const { name, entryType, at, duration } of entries.sort((a, b) => a.at - b.at)) {
    const until = duration > 0 ? `–${(at - began + duration).toFixed(0)}` : "";
    console.log(`  ${(at - began).toFixed(0)}${until} ms ${entryType} ${name}`);
  }
  console.log(`  ${(shown - began).toFixed(0)} ms first figure`);
}
