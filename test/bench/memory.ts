import { readFileSync } from "node:fs";
import type { Browser, CDPSession, Page } from "playwright";

interface Usage {
  usedSize: number;
  embedderHeapUsedSize?: number;
  /** Array buffers and the memories of WebAssembly. */
  backingStorageSize?: number;
}

interface Target {
  sessionId: string;
  name: string;
}

/**
 * What a page holds, over the DevTools protocol, after a collection: the heaps of page, frame and workers, with their array
 * buffers and WebAssembly memories.
 */
export async function memoryOf(page: Page): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  const targets: Target[] = [];
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo: { type, url } }) => {
    const name = type === "worker" ? (url.includes("duckdb") ? "database worker" : "compute worker") : "frame";
    targets.push({ sessionId, name });
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await session.send("HeapProfiler.collectGarbage");
  const result: Record<string, number> = { page: sizeOf((await session.send("Runtime.getHeapUsage")) as Usage) };
  for (const { sessionId, name } of targets) {
    await ask(session, sessionId, 1, "HeapProfiler.collectGarbage").catch(() => {});
    const usage = (await ask(session, sessionId, 2, "Runtime.getHeapUsage")) as Usage;
    result[name] = (result[name] ?? 0) + sizeOf(usage);
  }
  result["in all"] = Object.values(result).reduce((all, bytes) => all + bytes, 0);
  return result;
}

function sizeOf({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }: Usage): number {
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

/** Sends one command to an attached target by messages, and waits for its answer. */
function ask(session: CDPSession, sessionId: string, id: number, method: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${method} was not answered.`)), 10_000);
    const listen = (event: { sessionId: string; message: string }) => {
      if (event.sessionId !== sessionId) return;
      const message = JSON.parse(event.message) as { id: number; result?: unknown; error?: { message: string } };
      if (message.id !== id) return;
      clearTimeout(timer);
      session.off("Target.receivedMessageFromTarget", listen);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    };
    session.on("Target.receivedMessageFromTarget", listen);
    session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) }).catch(reject);
  });
}

/**
 * The private memory of the browser's renderer processes (the page with its workers, and the frame), as Linux counts it; null
 * elsewhere. It holds what the heaps do not: compiled code, layout, pictures.
 */
export async function privateMemory(browser: Browser): Promise<number | null> {
  if (process.platform !== "linux") return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  let all = 0;
  for (const { type, id } of processInfo) {
    if (type !== "renderer") continue;
    const text = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
    for (const [, kilobytes] of text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm))
      all += Number(kilobytes) * 1024;
  }
  return all;
}
