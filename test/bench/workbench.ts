import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from "playwright";
import { chromiumLaunch } from "../chromium.ts";

const root = join(import.meta.dirname, "../..");

/** A started workbench on a copy of the notebooks, and a browser to look at it with. */
export interface Bench {
  address: string;
  notebooks: string;
  browser: Browser;
  close(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const notebooks = mkdtempSync(join(tmpdir(), "yuheng-bench-"));
  cpSync(join(root, "notebooks"), notebooks, { recursive: true });
  const port = await freePort();
  const server = spawn(process.execPath, ["cli/start.mjs", "--no-open"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), YUHENG_NOTEBOOKS: notebooks },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = `http://localhost:${port}/`;
  await started(server);
  const browser = await chromium.launch(chromiumLaunch());
  return {
    address,
    notebooks,
    browser,
    async close() {
      await browser.close();
      server.kill();
      rmSync(notebooks, { recursive: true, force: true });
    },
  };
}

/** A page with a notebook; resolves once `ready` holds in its frame, and tells how long that took from the request on. */
export async function openNotebook(
  bench: Bench,
  name: string,
  ready: (frame: Frame) => Promise<boolean>,
  context?: BrowserContext,
): Promise<{ page: Page; frame: Frame; milliseconds: number }> {
  const page = await (
    context ?? (await bench.browser.newContext({ viewport: { width: 1280, height: 900 } }))
  ).newPage();
  const began = performance.now();
  await page.goto(`${bench.address}#/n/${name}`, { waitUntil: "commit" });
  for (;;) {
    const frame = page.frames().find((each) => each !== page.mainFrame());
    if (frame && (await ready(frame).catch(() => false))) {
      return { page, frame, milliseconds: performance.now() - began };
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
}

function started(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout!.on("data", (text: Buffer) => text.toString().includes("Yuheng Notebook:") && resolve());
    server.on("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
