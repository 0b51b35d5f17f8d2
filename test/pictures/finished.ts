import type { Frame, Page } from "playwright";

/** What a frame shows: its cells by state, and its figures. */
export interface Shown {
  readonly cells: readonly { readonly id: string; readonly status: string; readonly notice: string }[];
  readonly figures: readonly { readonly cell: string; readonly marks: number; readonly broken: string | null }[];
}

/** What a page must have to be finished. */
export interface Expected {
  /** The cells that show a figure. */
  readonly figures?: readonly number[];
  /** Whether a cell yields values one after the other: it is fresh after the first, and nothing says which is the last. */
  readonly yields?: boolean;
}

/** A notebook computes for seconds, and on a busy machine for ten times as long. */
const LONGEST_WAIT_MS = 120_000;

/** How long a page with a generator must not have changed. Each value of those in shipped notebooks takes a fraction of it. */
const YIELD_MS = 5000;

/**
 * Waits until no cell runs or waits any more, and the picture stands still. Throws a sentence if a cell is then not fresh, a figure is
 * empty, or an expected one is missing: a picture of such a page must not be kept.
 */
export async function requireFinished(
  page: Page,
  frame: Frame,
  { figures: expected = [], yields = false }: Expected = {},
): Promise<void> {
  const until = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    await still(page);
    if (yields) await frame.evaluate(unchanged, YIELD_MS);
    const shown = await frame.evaluate(readShown);
    if (!isBusy(shown) || performance.now() > until) {
      const faults = faultsOf(shown, expected);
      if (faults.length === 0) return;
      if (performance.now() > until || !isBusy(shown)) throw new Error(faults.join("\n"));
    }
    await page.waitForTimeout(100);
  }
}

/** Whether cells run or wait for others. A page without a cell has not begun. */
function isBusy({ cells }: Shown): boolean {
  return cells.length === 0 || cells.some(({ status }) => status === "queued" || status === "running");
}

/** What is unfinished, one sentence each; none if a picture can be taken. */
export function faultsOf({ cells, figures }: Shown, expected: readonly number[]): string[] {
  if (cells.length === 0) return ["The page shows no cell."];
  return [
    ...cells
      .filter(({ status }) => status !== "fresh")
      .map(({ id, status, notice }) => `Cell ${id} is ${status}${notice === "" ? "." : `: ${notice}`}`),
    ...figures.filter(({ marks }) => marks === 0).map(({ cell }) => `A figure of cell ${cell} is empty.`),
    ...figures.flatMap(({ cell, broken }) => (broken === null ? [] : [`A figure of cell ${cell} says “${broken}”.`])),
    ...expected
      .filter((id) => !figures.some(({ cell }) => cell === String(id)))
      .map((id) => `Cell ${id} shows no figure.`),
  ];
}

/** Waits until two pictures in a row are the same: fonts have come, charts have followed the width, nothing fades any more. */
async function still(page: Page): Promise<void> {
  let before: Buffer | null = null;
  for (let round = 0; round < 50; ++round) {
    const now = await page.screenshot({ animations: "disabled", caret: "hide" });
    if (before?.equals(now)) return;
    before = now;
    await page.waitForTimeout(150);
  }
}

/** Resolves when the column of cells has not changed for so long. Runs in the frame. */
function unchanged(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(resolve, milliseconds);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, milliseconds);
    }).observe(document.body, { subtree: true, childList: true });
  });
}

/** Runs in the frame. */
function readShown(): Shown {
  // Marks are what Plot and the library's charts draw; a picture of a formula or an icon is no figure.
  const svgs = [
    ...document.querySelectorAll<SVGSVGElement>(".cell:not([data-other-language]) .output figure svg"),
  ].filter((svg) => svg.getBoundingClientRect().width > 150);
  return {
    cells: [...document.querySelectorAll<HTMLElement>(".cell")].map((cell) => ({
      id: cell.id.replace("cell-", ""),
      status: cell.dataset.status ?? "unknown",
      notice: cell.querySelector(".notice")?.textContent?.trim() ?? "",
    })),
    figures: svgs.map((svg) => ({
      cell: svg.closest(".cell")!.id.replace("cell-", ""),
      marks: [...svg.querySelectorAll("path, rect, circle, line, text")].filter(
        (mark) => mark.closest("[aria-label*='axis'], [aria-label*='grid'], defs") === null,
      ).length,
      broken: /\b(NaN|undefined|null|Infinity)\b|\[object/.exec(svg.textContent ?? "")?.[0] ?? null,
    })),
  };
}
