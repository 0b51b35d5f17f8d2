import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright";
import { notebookText } from "../e2e/notebook-text.ts";
import { memoryOf } from "./memory.ts";
import { type Bench, median, openBench, openNotebook, quantile } from "./workbench.ts";

// `npx tsx test/bench/thousand.ts`: a notebook of a thousand cells, the code of each open. Prints; nothing here fails.

const CELLS = 1000;
const EDITS = 500;

const bench = await openBench();
try {
  await opening();
  await chain();
} finally {
  await bench.close();
}
process.exit(0);

/** Cells that each read the one before, with a heading now and then. */
function chainCells(): string[] {
  return Array.from({ length: CELLS }, (_, i) => (i === 0 ? "const v0 = 1;" : `const v${i} = v${i - 1} + 1;`));
}

function write({ notebooks }: Bench, name: string, cells: readonly string[]): void {
  writeFileSync(join(notebooks, `${name}.html`), notebookText(name, cells));
}

function allFresh(frame: Frame): Promise<boolean> {
  return frame.evaluate((count) => document.querySelectorAll('.cell[data-status="fresh"]').length === count, CELLS);
}

/** From the moment the frame's program runs: until the cells stand, and until all have run. */
async function opening(): Promise<void> {
  write(bench, "thousand", chainCells());
  const stand: number[] = [];
  const settled: number[] = [];
  for (let i = 0; i < 3; ++i) {
    const context = await bench.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { frame } = await openNotebook(bench, "thousand", allFresh, context);
    const names = ["yuheng:begun", "first-contentful-paint", "yuheng:settled"];
    await frame.waitForFunction((names) => names.every((name) => performance.getEntriesByName(name).length > 0), names);
    const [begun, shown, done] = await frame.evaluate(
      (names) => names.map((name) => performance.getEntriesByName(name)[0]!.startTime),
      names,
    );
    stand.push(shown! - begun!);
    settled.push(done! - begun!);
    await context.close();
  }
  print("opens, from the frame's program on, to the first picture", median(stand), "< 1000 ms");
  print("opens, to the last cell of the chain run", median(settled), "");
}

/** An edit of the root to the value of the last cell; typing; memory over many edits. */
async function chain(): Promise<void> {
  const { page, frame } = await openNotebook(bench, "thousand", allFresh);
  await watchLongTasks(frame);
  const times: number[] = [];
  const edit = async (value: number) => {
    await frame.locator(".cm-content").first().click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(`const v0 = ${value};`);
    await watchLast(frame);
    await page.keyboard.press("Control+Enter");
    return frame.evaluate(() => (globalThis as unknown as { __last: Promise<number> }).__last);
  };
  for (let i = 0; i < 22; ++i) times.push(await edit(i + 10));
  print(`root edit to the last of a chain of ${CELLS}, shown, median`, median(times.slice(2)), "< 50 ms");
  print(`root edit to the last of a chain of ${CELLS}, shown, p95`, quantile(times.slice(2), 0.95), "");
  await typing(page, frame, "typing");
  await walkThrough(frame);
  await typing(page, frame, "typing, when every cell was seen");
  await frame.locator(".cell").first().scrollIntoViewIfNeeded();
  await frame.locator(".cell").first().locator(".cm-content").waitFor();
  await memory(page, frame);
  await page.context().close();
}

/** From the next key pressed until the last cell has run again and stands so in the page. */
function watchLast(frame: Frame): Promise<void> {
  return frame.evaluate((count) => {
    let began = 0;
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Enter") began = event.timeStamp;
      },
      { capture: true },
    );
    const last = document.querySelectorAll<HTMLElement>(".cell")[count - 1]!;
    const before = last.dataset.runs;
    const told = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (last.dataset.runs === before || last.dataset.status !== "fresh") return;
        observer.disconnect();
        resolve(performance.now() - began);
      }).observe(last, { attributes: true });
    });
    Object.assign(globalThis, { __last: told });
  }, CELLS);
}

/** Sixty strokes in the middle of the notebook: what held the frame's and the page's threads meanwhile. */
async function typing(page: Page, frame: Frame, name: string): Promise<void> {
  await frame.locator(".cell").nth(500).scrollIntoViewIfNeeded();
  await frame.locator(".cell").nth(500).locator(".cm-content").click();
  await page.keyboard.press("End");
  await watchLongTasks(page.mainFrame());
  await takeLongTasks(frame);
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.type("/* abc */ "[i % 10]!);
    await page.waitForTimeout(30);
  }
  for (const [thread, where] of [
    ["frame", frame],
    ["page", page.mainFrame()],
  ] as const) {
    const { tasks, strokes } = await takeLongTasks(where);
    print(`${name}: tasks over 50 ms in the ${thread}`, tasks.length, "0");
    if (strokes.length > 0) {
      print(`${name}: stroke to its end in the ${thread}, median`, median(strokes), "< 16 ms");
      print(`${name}: stroke to its end in the ${thread}, worst`, Math.max(...strokes), "< 16 ms");
    }
  }
}

/** Scrolls from the first cell to the last, so that every one has been near the window. */
function walkThrough(frame: Frame): Promise<void> {
  return frame.evaluate(async () => {
    scrollTo(0, 0);
    for (let before = -1; scrollY > before; ) {
      before = scrollY;
      scrollBy(0, innerHeight);
      for (let i = 0; i < 3; ++i) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

/** Long tasks by the browser's own count, and how long each stroke held the thread: until a message sent before it comes. */
async function watchLongTasks(where: Frame): Promise<void> {
  await where.evaluate(() => {
    const told: { tasks: number[]; strokes: number[] } = { tasks: [], strokes: [] };
    Object.assign(globalThis, { __tasks: told });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) told.tasks.push(duration);
    }).observe({ type: "longtask" });
    document.addEventListener(
      "keydown",
      () => {
        const began = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => told.strokes.push(performance.now() - began);
        port2.postMessage(null);
      },
      { capture: true },
    );
  });
}

function takeLongTasks(where: Frame): Promise<{ tasks: number[]; strokes: number[] }> {
  return where.evaluate(() => {
    const told = (globalThis as unknown as { __tasks: { tasks: number[]; strokes: number[] } }).__tasks;
    return { tasks: told.tasks.splice(0), strokes: told.strokes.splice(0) };
  });
}

async function memory(page: Page, frame: Frame): Promise<void> {
  const grow = async (edits: number, from: number) => {
    await frame.evaluate(
      async ({ edits, from, count }) => {
        const content = document.querySelector<HTMLElement>(".cm-content")!;
        const last = document.querySelectorAll<HTMLElement>(".cell")[count - 1]!;
        for (let i = 0; i < edits; ++i) {
          const before = last.dataset.runs;
          content.focus();
          document.getSelection()!.selectAllChildren(content);
          document.execCommand("insertText", false, `const v0 = ${from + i};`);
          content.dispatchEvent(
            new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }),
          );
          while (last.dataset.runs === before || last.dataset.status !== "fresh")
            await new Promise((resolve) => setTimeout(resolve, 5));
        }
      },
      { edits, from, count: CELLS },
    );
  };
  await grow(50, 10_000);
  const before = (await memoryOf(page))["in all"]!;
  await grow(EDITS, 20_000);
  const after = (await memoryOf(page))["in all"]!;
  console.log(`memory before and after ${EDITS} edits of the root: ${megabytes(before)}, ${megabytes(after)} (flat)`);
}

function print(measure: string, value: number, goal: string): void {
  console.log(`${measure}: ${value.toFixed(1)}${goal && ` (${goal})`}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
