import type { OutputHeights } from "../../kernel/sandbox/protocol.ts";
import { heights } from "../../kernel/sandbox/schema/outputs.ts";

/** Cells of a longer notebook are not laid out before they are near, so that no places are kept in it. */
const MOST_CELLS = 200;

const keyOf = (notebook: string) => `yuheng.heights:${notebook}`;

/** How high the outputs of a notebook were when it was last open in this browser; undefined if that is not known. */
export function rememberedHeights(notebook: string): OutputHeights | undefined {
  try {
    return heights.safeParse(JSON.parse(localStorage.getItem(keyOf(notebook)) ?? "null")).data;
  } catch {
    return undefined;
  }
}

export function rememberHeights(notebook: string, last: OutputHeights): void {
  if (last.cells.length === 0 || last.cells.length > MOST_CELLS) return;
  try {
    localStorage.setItem(keyOf(notebook), JSON.stringify(last));
  } catch {
    // The storage is full or denied: the places are estimated.
  }
}
