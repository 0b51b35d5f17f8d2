import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { write as writeWorkbook } from "@e965/xlsx";
import type { Page } from "playwright";
import { notebookText } from "../e2e/notebook-text.ts";
import { accountSheet } from "./account-sheets.ts";
import { privateMemory } from "./memory.ts";
import { openBench } from "./workbench.ts";

// `npm run bench:account-page -- LINES [csv|xlsx] [company|product|inventory]`: what a person who makes an account of a file of many lines
// waits for, in a Chromium tab, and for how long the page does not answer meanwhile. Prints Markdown; nothing here fails.
const [rows = "100000", form = "csv", kind = "company"] = process.argv.slice(2);
const LINES = Number(rows);
const LONGEST = 900_000;

interface Phase {
  readonly name: string;
  readonly seconds: number;
  readonly longest: number;
  readonly blocked: number;
}

const folder = mkdtempSync(join(tmpdir(), "yuheng-account-page-"));
const file = join(folder, `use.${form}`);
const sheet = accountSheet(kind as "company", LINES, 300);
if (form === "csv") writeFileSync(file, sheet.rows.map((row) => row.join(",")).join("\n"));
else writeFileSync(file, workbookOf());
const size = statSync(file).size;
const bench = await openBench();
writeFileSync(join(bench.notebooks, "bench-account.html"), notebookText("bench-account", ["const one = 1;"]));
const phases: Phase[] = [];
let peak = 0;
let isRunning = true;
const watching = watchMemory();
try {
  const context = await bench.browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  await context.addInitScript(watchTasks);
  const page = await context.newPage();
  await page.goto(`${bench.address}#/n/bench-account`);
  await page.locator("yuheng-notebook-page iframe[sandbox]").waitFor();
  await page.frameLocator("yuheng-notebook-page iframe[sandbox]").locator('.cell[data-status="fresh"]').waitFor();
  await account(page);
} finally {
  isRunning = false;
  await watching;
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
}
report();
process.exit(0);

async function account(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Add data…");
  await page.keyboard.press("Enter");
  const choosing = page.waitForEvent("filechooser");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Choose/ })
    .click();
  const chooser = await choosing;
  const compute = page.getByRole("dialog").getByRole("button", { name: "Compute emissions…" });
  await phase(page, "+ Data: the file is read and shown", async () => {
    await chooser.setFiles(file);
    await compute.waitFor({ timeout: LONGEST });
  });
  const dialog = page.locator("yuheng-account dialog");
  await phase(page, "file added, read, matched and computed, lines shown", async () => {
    await compute.click();
    await idle(page);
  });
  console.log(
    `${await dialog.locator(".figure").innerText()}; ${await dialog.locator("yuheng-account-lines li").count()} entries in the page`,
  );
  await phase(page, "another region: computed anew", async () => {
    const region = dialog.getByRole("combobox", { name: "Country or province" });
    await region.fill("DEU");
    await region.press("Tab");
    await idle(page);
  });
  await phase(page, "all lines shown, one searched", async () => {
    await dialog.getByRole("button", { name: /^All \(/ }).click();
    await dialog.locator("yuheng-account-lines").getByRole("searchbox").fill("el");
    await dialog.locator("yuheng-account-lines li").first().waitFor();
  });
  await phase(page, "report as workbook", async () => {
    const download = page.waitForEvent("download", { timeout: LONGEST });
    await dialog.getByRole("button", { name: "Report (.xlsx)" }).click();
    const path = await (await download).path();
    console.log(`report: ${(statSync(path).size / 1e6).toFixed(1)} MB`);
  });
}

/** Waits until the dialog computes nothing any more. */
async function idle(page: Page): Promise<void> {
  await page.locator('yuheng-account dialog[open][aria-busy="false"] .top').waitFor({ timeout: LONGEST });
}

async function phase(page: Page, name: string, run: () => Promise<void>): Promise<void> {
  await tasks(page);
  const began = performance.now();
  await run();
  const seconds = (performance.now() - began) / 1000;
  const found = await tasks(page);
  phases.push({
    name,
    seconds,
    longest: Math.max(0, ...found),
    blocked: found.reduce((sum, each) => sum + Math.max(0, each - 50), 0),
  });
  console.log(phases.at(-1));
}

/** The lengths of the long tasks since the last call, in milliseconds, when those that run have ended. */
function tasks(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const watched = globalThis as unknown as { longTasks: number[] };
        // The entry of a task comes after its end.
        setTimeout(() => resolve(watched.longTasks.splice(0)), 200);
      }),
  );
}

function watchTasks(): void {
  const watched = globalThis as unknown as { longTasks: number[] };
  watched.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
}

async function watchMemory(): Promise<void> {
  while (isRunning) {
    peak = Math.max(peak, (await privateMemory(bench.browser).catch(() => null)) ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function workbookOf(): Buffer {
  const cells: Record<string, unknown> = { "!ref": `A1:E${LINES + 1}` };
  for (const [r, row] of sheet.rows.entries())
    for (const [c, value] of row.entries())
      cells[`${"ABCDE"[c]}${r + 1}`] = { t: typeof value === "number" ? "n" : "s", v: value };
  const book = { SheetNames: [sheet.name], Sheets: { [sheet.name]: cells } };
  return writeWorkbook(book as never, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

function report(): void {
  const date = new Date().toISOString().slice(0, 10);
  const megabytes = (size / 1e6).toFixed(1);
  console.log(
    `\n${LINES} lines, ${form} of ${megabytes} MB, ${kind}; ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, ${date}\n`,
  );
  console.log("| what | time | longest task of the page | over 50 ms in all |\n|---|---|---|---|");
  for (const { name, seconds, longest, blocked } of phases)
    console.log(`| ${name} | ${seconds.toFixed(1)} s | ${longest.toFixed(0)} ms | ${blocked.toFixed(0)} ms |`);
  console.log(`\nPrivate memory of the renderers, peak: ${(peak / 1e6).toFixed(0)} MB`);
}
