import { expect, type Locator, type Page } from "@playwright/test";

/** Drops a file from the desktop on a place of the page, as the browser reports it. */
export async function dropFile(page: Page, path: string, target: Locator): Promise<void> {
  const send = await dragging(page, path, target);
  await dropWhereWanted(page, send);
}

/**
 * Drops a file on the notebook. While it is dragged over the frame, the page puts a layer over it: the browser then tells the layer
 * that a drag has entered it, which this interface does not do by itself.
 */
export async function dropFileOnNotebook(page: Page, path: string, target: Locator): Promise<void> {
  const send = await dragging(page, path, target);
  await send("dragEnter", "dragOver", "dragOver");
  await expect(page.locator("yuheng-drop-layer")).toBeVisible();
  await dropWhereWanted(page, send);
}

/**
 * Drops once the page has said that it takes the file: before the browser knows that, a drop ends the drag and nothing else. Where
 * a drag enters is found by the picture as it was last drawn: a layer that has just been put over the frame may not be in it yet,
 * and what has not entered the page is not told of the drag. So it enters until the page has noticed.
 */
async function dropWhereWanted(page: Page, send: (...types: DragEventType[]) => Promise<void>): Promise<void> {
  await expect(async () => {
    await send("dragEnter", "dragOver");
    await expect(page.locator("yuheng-app")).toHaveClass(/\bover\b/, { timeout: 500 });
  }).toPass();
  // The browser has the page's answer with the next.
  await send("dragOver", "dragOver", "drop");
}

/** Drops a file on an element of a cell that takes it, after it was dragged over another place of the notebook. */
export async function dropFileInCell(page: Page, path: string, over: Locator, target: Locator): Promise<void> {
  await expect(async () => {
    await (await dragging(page, path, over))("dragEnter", "dragOver");
    await expect(page.locator("yuheng-drop-layer")).toBeVisible({ timeout: 500 });
  }).toPass();
  await (await dragging(page, path, target))("dragOver", "dragOver", "dragOver", "drop");
}

type DragEventType = "dragEnter" | "dragOver" | "drop";

async function dragging(page: Page, path: string, target: Locator) {
  const box = (await target.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const browser = await page.context().newCDPSession(page);
  return async (...types: DragEventType[]) => {
    for (const type of types) await browser.send("Input.dispatchDragEvent", { type, x, y, data });
  };
}
