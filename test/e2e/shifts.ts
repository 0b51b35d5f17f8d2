import type { Frame, Page } from "@playwright/test";

/** A total below this is “good” by the Core Web Vitals. */
export const GOOD = 0.1;

/** The parts of an entry of the kind `layout-shift` that the tests read. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

declare global {
  var layoutShifts: { value: number; hadRecentInput: boolean }[];
}

/** From now on every document of a page notes what moves in it by itself, from its first paint. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as LayoutShift;
        globalThis.layoutShifts.push({ value, hadRecentInput });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** How much has moved in a document, as the browser scores it; by default without what followed a key or a press. */
export async function shiftIn(frame: Frame, withInput = false): Promise<number> {
  // What was painted last is noted after the frame in which it was painted.
  await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const shifts = await frame.evaluate(() => globalThis.layoutShifts);
  return shifts.filter(({ hadRecentInput }) => withInput || !hadRecentInput).reduce((sum, { value }) => sum + value, 0);
}
