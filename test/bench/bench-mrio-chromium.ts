import { readFileSync } from "node:fs";
import { chromium } from "playwright";
import { chromiumLaunch } from "../chromium.ts";
import type { Measures } from "./bench-mrio-measure.ts";
import { benchServer } from "./bench-mrio-server.ts";

export interface ChromiumBench {
  readonly version: string;
  measure(shape: number): Promise<Measures & { memory: number | null }>;
  /** GFLOP/s of dgemm; `reproducible` asks for the strict build. */
  rate(reproducible: boolean): Promise<{ kernels: string; rate: number }>;
  close(): Promise<void>;
}

/** A Chromium and a page of our own server; `isolated` sends the headers under which a page has shared memory. */
export async function openChromium(isolated: boolean): Promise<ChromiumBench> {
  const server = await benchServer(isolated);
  const browser = await chromium.launch(chromiumLaunch());

  /** Every question in a tab of its own, so that its peak memory is its own. */
  async function ask<T>(question: number, name = ""): Promise<{ answer: T; memory: number | null }> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.address}bench`);
    const answer = await page.evaluate(
      ([number, title]) =>
        new Promise<unknown>((resolve, reject) => {
          const worker = new Worker("/test/bench/bench-mrio-worker.ts", { type: "module", name: String(title) });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = (event) => reject(new Error(event.message || "The worker did not start."));
          worker.postMessage(number);
        }),
      [question, name] as const,
    );
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const peaks = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => peakOf(id));
    await context.close();
    return {
      answer: answer as T,
      memory: peaks.length > 0 ? Math.max(...peaks.map((peak) => peak ?? 0)) || null : null,
    };
  }

  return {
    version: browser.version(),
    async measure(shape) {
      const { answer, memory } = await ask<Measures>(shape);
      return { ...answer, memory };
    },
    rate: async (reproducible) =>
      (await ask<{ kernels: string; rate: number }>(-1, reproducible ? "reproducible" : "")).answer,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Peak resident memory of a process in bytes, where the system tells it (Linux). */
function peakOf(pid: number): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found ? Number(found[1]) * 1024 : null;
  } catch {
    return null;
  }
}
