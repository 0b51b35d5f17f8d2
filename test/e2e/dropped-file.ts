import type { Locator, Page } from "@playwright/test";

/**
 * Drops a file from the desktop, as the browser reports it. Over a notebook's frame the page first puts a layer of its own: the
 * browser then tells the layer that a drag has entered it, which this interface does not do by itself.
 */
export async function dropFile(page: Page, path: string, target: Locator): Promise<void> {
  const box = (await target.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const browser = await page.context().newCDPSession(page);
  const send = async (...types: ("dragEnter" | "dragOver" | "drop")[]) => {
    for (const type of types) await browser.send("Input.dispatchDragEvent", { type, x, y, data });
  };
  // The browser learns from the answer to the second whether the file is wanted here.
  await send("dragEnter", "dragOver", "dragOver");
  await send("dragEnter", "dragOver", "dragOver", "drop");
  await browser.detach();
}
