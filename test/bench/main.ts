import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright";
import { notebookText } from "../e2e/notebook-text.ts";
import { memoryOf, privateMemory } from "./memory.ts";
import { type Bench, median, openBench, openNotebook, quantile } from "./workbench.ts";

// `npm run bench`: what a person waits for. Prints a table; nothing here fails.

const bench = await openBench();
const rows: [measure: string, value: string, goal: string][] = [];

const firstFigure = (frame: Frame) =>
  frame.evaluate(() => document.querySelector(".output svg[class^='plot'] circle") !== null);

try {
  await firstFigures();
  await edits();
  await accounts();
  await stops();
  await database();
  await transfers();
  await memory();
} finally {
  await bench.close();
}

console.log(
  `\n${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}\n`,
);
console.log("| measure | value | goal |\n|---|---|---|");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);

async function firstFigures(): Promise<void> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let i = 0; i < 3; ++i) {
    const context = await bench.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const first = await openNotebook(bench, "trade-transfer", firstFigure, context);
    cold.push(first.milliseconds);
    await first.page.close();
    const second = await openNotebook(bench, "trade-transfer", firstFigure, context);
    warm.push(second.milliseconds);
    await context.close();
  }
  rows.push(["page to first figure, cold (new profile)", seconds(median(cold)), ""]);
  rows.push(["page to first figure, warm", seconds(median(warm)), "< 3 s"]);
}

/** From the key that runs an edited cell to the text of its reader, by the frame's own clock. */
async function edits(): Promise<void> {
  write(bench, "bench-edit", ["const a = 1;", "a + 1"]);
  const { page, frame } = await openNotebook(bench, "bench-edit", (frame) =>
    frame.evaluate(() => document.querySelectorAll(".output")[1]?.textContent === "2"),
  );
  await frame.evaluate(() =>
    document.addEventListener(
      "keydown",
      ({ key }) => {
        if (key === "Enter") document.documentElement.dataset.began = String(performance.now());
      },
      { capture: true },
    ),
  );
  const times: number[] = [];
  for (let i = 0; i < 60; ++i) {
    await frame.locator(".cm-content").first().click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(`const a = ${i + 10};`);
    const shown = frame.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const output = document.querySelectorAll(".output")[1]!;
          const observer = new MutationObserver(() => {
            if (output.textContent !== wanted) return;
            observer.disconnect();
            resolve(performance.now() - Number(document.documentElement.dataset.began));
          });
          observer.observe(output, { childList: true, subtree: true, characterData: true });
          document.documentElement.dataset.watching = wanted;
        }),
      String(i + 11),
    );
    // The key comes after the watch is set, or the time would be counted from nowhere.
    await frame.locator(`html[data-watching="${i + 11}"]`).waitFor();
    await page.keyboard.press("Shift+Enter");
    times.push(await shown);
  }
  await page.context().close();
  rows.push(["edit to updated output, cheap cell, median", milliseconds(median(times)), "< 50 ms"]);
  rows.push(["edit to updated output, cheap cell, p95", milliseconds(quantile(times, 0.95)), ""]);
}

/** From the press on Stop until the cell holds nothing any more: one that waits, and one that never yields. */
async function stops(): Promise<void> {
  for (const [what, source] of [
    ["a cell that waits", "await new Promise(() => {})"],
    ["a cell that never yields", "while (true) {}"],
  ] as const) {
    const times: number[] = [];
    for (let i = 0; i < 9; ++i) {
      write(bench, "bench-stop", ["const a = 1;", `if (a > 1) ${source}`]);
      const { page, frame } = await openNotebook(bench, "bench-stop", (frame) =>
        frame.evaluate(() => document.querySelectorAll('.cell[data-status="fresh"]').length === 2),
      );
      await frame.locator(".cm-content").first().click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText("const a = 2;");
      // Not awaited: once the cell holds the frame's thread, nobody acknowledges the key.
      const pressed = page.keyboard.press("Control+Enter").catch(() => {});
      times.push(await page.evaluate(pressStop));
      await page.context().close();
      await pressed;
    }
    rows.push([`Stop of ${what}, median`, milliseconds(median(times)), "< 200 ms"]);
    rows.push([`Stop of ${what}, worst of ${times.length}`, milliseconds(Math.max(...times)), ""]);
  }
}

/**
 * Presses Stop once it is offered; how long it takes until it is no longer offered, or the frame has been replaced, ms. All of
 * it in the page: while the frame holds its thread, a wait from outside may never end.
 */
function pressStop(): Promise<number> {
  return new Promise((resolve) => {
    const waiting = setInterval(() => {
      const roots: ParentNode[] = [document];
      for (const root of roots)
        for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) roots.push(shadowRoot);
      const offered = 'button[data-action="stop"]:not([aria-disabled="true"])';
      const button = roots.flatMap((root) => [...root.querySelectorAll<HTMLButtonElement>(offered)])[0];
      if (!button) return;
      clearInterval(waiting);
      const frame = roots.flatMap((root) => [...root.querySelectorAll("iframe")])[0];
      const began = performance.now();
      button.click();
      const looking = setInterval(() => {
        if (button.getAttribute("aria-disabled") !== "true" && button.isConnected && frame?.isConnected) return;
        clearInterval(looking);
        resolve(performance.now() - began);
      }, 1);
    }, 5);
  });
}

/** The first accounts of a page (table decoded, solved), another solve, and a change of intensities. */
async function accounts(): Promise<void> {
  write(bench, "bench-accounts", [
    `const timed = async (input) => { const began = performance.now(); await consumption.accounts(input); return performance.now() - began; };
const world = consumption.table({year: 2011});
const first = await timed(world);
const changed = [];
for (let i = 0; i < 9; ++i) changed.push(await timed(world.scale({region: "CHN", sector: "c17", factor: 0.5 + i / 20})));
display(document.createTextNode(JSON.stringify({first, changed})));`,
  ]);
  const { frame, page } = await openNotebook(bench, "bench-accounts", (frame) =>
    frame.evaluate(() => document.querySelector(".output")!.textContent!.includes("first")),
  );
  const text = await frame.evaluate(() => document.querySelector(".output")!.textContent!);
  const { first, changed } = JSON.parse(text) as { first: number; changed: number[] };
  await page.context().close();
  rows.push(["accounts 41 × 35, first of a page (worker started, data loaded, solved)", seconds(first), "< 1.5 s"]);
  rows.push(["accounts 41 × 35 with other intensities, median", milliseconds(median(changed)), ""]);
}

async function database(): Promise<void> {
  write(bench, "bench-database", [
    "const began = performance.now(); const one = await sql`select 1 as one`; display(document.createTextNode(JSON.stringify({start: performance.now() - began})));",
  ]);
  const times: number[] = [];
  for (let i = 0; i < 3; ++i) {
    const { frame, page } = await openNotebook(bench, "bench-database", (frame) =>
      frame.evaluate(() => document.querySelector(".output")!.textContent!.includes("start")),
    );
    const text = await frame.evaluate(() => document.querySelector(".output")!.textContent!);
    times.push((JSON.parse(text) as { start: number }).start);
    await page.context().close();
  }
  rows.push(["DuckDB start with a first query", seconds(median(times)), ""]);
}

async function transfers(): Promise<void> {
  const context = await bench.browser.newContext();
  const page = await context.newPage();
  const sizes = new Map<string, number>();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  const names = new Map<string, string>();
  client.on("Network.responseReceived", ({ requestId, response }) => names.set(requestId, response.url));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const path = new URL(names.get(requestId) ?? "x:").pathname;
    const part =
      path.endsWith(".arrow") || path.includes("/datasets/")
        ? "datasets"
        : path.includes("duckdb") && !path.includes(".vite")
          ? "database"
          : path.includes("frame.js")
            ? "frame"
            : "page";
    sizes.set(part, (sizes.get(part) ?? 0) + encodedDataLength);
  });
  await page.goto(`${bench.address}#/n/trade-transfer`);
  await page.waitForTimeout(8000);
  await context.close();
  for (const [part, bytes] of sizes)
    rows.push([`transferred on first visit, uncompressed: ${part}`, megabytes(bytes), ""]);
}

async function memory(): Promise<void> {
  const { page } = await openNotebook(bench, "trade-transfer", (frame) =>
    frame.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".cell")].every((cell) => cell.dataset.status === "fresh"),
    ),
  );
  const parts = await memoryOf(page);
  for (const [part, bytes] of Object.entries(parts)) {
    rows.push([`heaps, buffers and WebAssembly with the notebook open: ${part}`, megabytes(bytes), ""]);
  }
  const processes = await privateMemory(bench.browser);
  if (processes !== null) {
    rows.push(["private memory of the renderer processes with the notebook open", megabytes(processes), "< 500 MB"]);
  }
  await page.context().close();
}

function write({ notebooks }: Bench, name: string, cells: readonly string[]): void {
  writeFileSync(join(notebooks, `${name}.html`), notebookText(name, cells));
}

function seconds(value: number): string {
  return `${(value / 1000).toFixed(2)} s`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
