import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { BrowserContext } from "playwright";

/** Sets pictures side by side with their file names below them, and writes one picture of them all. */
export async function writeContactSheet(
  context: BrowserContext,
  pictures: readonly string[],
  { columns, width }: { readonly columns: number; readonly width: number },
  path: string,
): Promise<void> {
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: columns * (width + 12) + 12, height: 400 });
  const figures = pictures.map((picture) => {
    const data = readFileSync(picture).toString("base64");
    return `<figure><img src="data:image/png;base64,${data}" width="${width}"><figcaption>${basename(picture)}</figcaption></figure>`;
  });
  await page.setContent(
    `<style>body{margin:12px;display:flex;flex-wrap:wrap;gap:12px;background:#888;font:14px sans-serif}figure{margin:0}img{display:block}</style>${figures.join("")}`,
  );
  await page.screenshot({ path, fullPage: true });
  await page.close();
}
